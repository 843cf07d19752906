"""List every format that reviews can be exported in; a new one is a module and an entry here."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from reviewcli.choosing import MAJORITY
from reviewcli.errors import ReviewError, UsageError
from reviewcli.formats.frame import Format, Writer
from reviewcli.formats.wellformed import wellformed

_TEXT_ONLY = (
    *("keys", "titles", "authors", "ratings", "dates", "languages", "items", "sources", "votes"),
    *("purchases", "recommendations", "notes", "annotators", "times", "boundaries", "halves"),
)
_SHEET = ("reasons", "note ends", "empty fields", "halves")
_PAGE = ("keys", "times", "boundaries", "halves", "controls")
_EXAMPLES = ("annotators", "times", "boundaries", "halves")

FORMATS = {
    "json": Format("json_array", (".json",)),
    "jsonl": Format("json_lines", (".jsonl", ".ndjson")),
    "csv": Format("comma_separated", (".csv",), _SHEET),
    "tsv": Format("tab_separated", (".tsv",), _SHEET),
    "parquet": Format("parquet", (".parquet",), ("halves",), binary=True, needs="pyarrow"),
    "xlsx": Format("xlsx", (".xlsx",), (*_SHEET, "long text"), binary=True, needs="openpyxl"),
    "md": Format("markdown", (".md",), _PAGE),
    "html": Format("html_page", (".html", ".htm"), _PAGE),
    "tinydb": Format("tinydb_file"),
    "doccano": Format("doccano", (), _EXAMPLES, MAJORITY),
    "labelstudio": Format("label_studio", (), ("boundaries", "halves")),
    "prodigy": Format("prodigy", (), ("milliseconds", "boundaries", "halves")),
    "spacy": Format(
        "spacy_docbin", (".spacy",), _TEXT_ONLY[1:], MAJORITY, training=True, binary=True, needs="spacy"
    ),
    "huggingface": Format("huggingface", (), (*_EXAMPLES, "rivals"), MAJORITY, folder=True),
    "huggingface-parquet": Format(
        "huggingface_parquet", (), (*_EXAMPLES, "rivals"), MAJORITY, folder=True, needs="pyarrow"
    ),
    "argilla": Format("argilla", (), ("times", "boundaries", "halves"), MAJORITY, folder=True),
    "fasttext": Format(
        "fasttext", (), ("numbers", *_TEXT_ONLY, "line breaks", "label marks"), MAJORITY, training=True
    ),
    "sklearn": Format("sklearn", (), (*_TEXT_ONLY, "rivals"), MAJORITY, training=True),
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
    return _of_whole_characters(writer) if "halves" in form.lost else writer


def _of_whole_characters(writer: Writer) -> Writer:
    """Return a writer that is given no halves of characters, which UTF-8 does not have."""
    return writer._replace(write=lambda reviews, scheme: writer.write(wellformed(reviews), scheme))
