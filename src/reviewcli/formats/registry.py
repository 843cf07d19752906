"""List every format that reviews can be exported in; a new one is a module and an entry here."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from reviewcli.errors import ReviewError, UsageError
from reviewcli.formats.frame import Format, Writer

_TEXT_ONLY = (
    *("keys", "titles", "authors", "ratings", "dates", "languages", "items", "sources", "votes"),
    *("purchases", "recommendations", "notes", "annotators", "times", "boundaries"),
)
_SHEET = ("reasons", "note ends")
_RIVALS = ("rivals",)

FORMATS = {
    "json": Format("json_array", (".json",)),
    "jsonl": Format("json_lines", (".jsonl", ".ndjson")),
    "csv": Format("comma_separated", (".csv",), _SHEET),
    "tsv": Format("tab_separated", (".tsv",), _SHEET),
    "parquet": Format("parquet", (".parquet",), binary=True, needs="pyarrow"),
    "xlsx": Format("xlsx", (".xlsx",), (*_SHEET, "long text"), binary=True, needs="openpyxl"),
    "md": Format("markdown", (".md",), ("keys", "times", "boundaries")),
    "html": Format("html_page", (".html", ".htm"), ("keys", "times", "boundaries")),
    "tinydb": Format("tinydb_file"),
    "doccano": Format("doccano", lost=("annotators", "times", "boundaries"), labels="majority"),
    "labelstudio": Format("label_studio", lost=("boundaries",)),
    "prodigy": Format("prodigy", lost=("milliseconds", "boundaries")),
    "spacy": Format(
        "spacy_docbin", (".spacy",), _TEXT_ONLY[1:], "majority", training=True, binary=True, needs="spacy"
    ),
    "huggingface": Format(
        "huggingface", lost=("annotators", "times", "boundaries", *_RIVALS), labels="majority", folder=True
    ),
    "huggingface-parquet": Format(
        "huggingface_parquet",
        lost=("annotators", "times", "boundaries", *_RIVALS),
        labels="majority",
        folder=True,
        needs="pyarrow",
    ),
    "argilla": Format("argilla", lost=("times", "boundaries"), labels="majority", folder=True),
    "fasttext": Format(
        "fasttext",
        lost=("numbers", *_TEXT_ONLY, "line breaks", "label marks"),
        labels="majority",
        training=True,
    ),
    "sklearn": Format("sklearn", lost=(*_TEXT_ONLY[1:], *_RIVALS), labels="majority", training=True),
}
EXTRAS = {"pyarrow": "parquet", "openpyxl": "xlsx", "spacy": "spacy"}


def format_named(name: str) -> Format:
    """Return a format by its name. Raises UsageError, with the nearest name, when there is none."""
    if name in FORMATS:
        return FORMATS[name]
    from difflib import get_close_matches

    nearest = get_close_matches(name, FORMATS, n=1)
    meant = f"Did you mean '{nearest[0]}'? " if nearest else ""
    raise UsageError(f"There is no format '{name}'.", hint=f"{meant}There are {', '.join(FORMATS)}.")


def name_by_suffix(path: Path) -> str:
    """Return the name of the format that a file's name says. Raises UsageError when it says none."""
    for name, form in FORMATS.items():
        if path.suffix.lower() in form.suffixes:
            return name
    raise UsageError(
        f"The name {path} does not say which format to write.",
        hint=f"Add --to and one of {', '.join(FORMATS)}.",
    )


def writer_of(name: str) -> Writer:
    """Load the writer of a format. Raises ReviewError when it needs a package that is not installed."""
    form = FORMATS[name]
    if form.needs and find_spec(form.needs) is None:
        raise ReviewError(
            f"The format {name} needs the package {form.needs}, which is not installed.",
            hint=f"python -m pip install 'reviewcli[{EXTRAS[form.needs]}]'",
        )
    writer: Writer = import_module(f"reviewcli.formats.{form.module}").WRITER
    return writer
