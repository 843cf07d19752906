"""Write the card of a data set: what its columns are, for programs and for people."""

import json
from collections.abc import Iterator, Mapping
from typing import Any


def card(name: str, files: Mapping[str, str], features: Mapping[str, Any]) -> str:
    """Return a README whose YAML head says where each part is and what type each column has."""
    lines = ["---", "configs:", "- config_name: default", "  data_files:"]
    for part, file in files.items():
        lines += [f"  - split: {part}", f"    path: {json.dumps(file)}"]
    lines += ["dataset_info:", "  features:"]
    for column, kind in features.items():
        lines += [f"  - name: {json.dumps(column, ensure_ascii=False)}", *_typed(kind)]
    lines += ["---", "", f"# {name}", "", "Reviews with the labels that people gave them.", ""]
    lines += ["| column | holds |", "| --- | --- |"]
    lines += [f"| `{column}` | {_told(kind)} |" for column, kind in features.items()]
    return "\n".join(lines) + "\n"


def _typed(kind: Any) -> Iterator[str]:
    if isinstance(kind, list):
        yield from _listed(kind[0])
    elif isinstance(kind, tuple):
        yield "    dtype:"
        yield from _classes(kind, "      ")
    else:
        yield f"    dtype: {kind}"


def _listed(kind: Any) -> Iterator[str]:
    if isinstance(kind, tuple):
        yield "    list:"
        yield from _classes(kind, "      ")
    else:
        yield f"    list: {kind}"


def _classes(names: tuple[str, ...], margin: str) -> Iterator[str]:
    yield f"{margin}class_label:"
    yield f"{margin}  names:"
    for at, label in enumerate(names):
        yield f"{margin}    '{at}': {json.dumps(label, ensure_ascii=False)}"


def _told(kind: Any) -> str:
    if isinstance(kind, list):
        return f"any of: {', '.join(kind[0])}" if isinstance(kind[0], tuple) else f"a list of {kind[0]}"
    if isinstance(kind, tuple):
        return "one of: " + ", ".join(f"{at} {label}" for at, label in enumerate(kind))
    return str(kind)
