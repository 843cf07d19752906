"""Starting up loads nothing heavy: each command imports what it needs and no more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "pydantic", "pyarrow", "numpy")
CODE = """
import sys
from reviewcli.cli import run
code = run(sys.argv[1:])
print(code, *sys.modules, file=sys.stderr)
"""


@pytest.fixture
def tempting(tmp_path: Path) -> Path:
    """Make the heavy packages importable, so that whoever would load one if it were there is found out."""
    folder = tmp_path / "site"
    for name in HEAVY:
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text("__version__ = '9.9'\n")
    return folder


def environment(path: Path | None) -> dict[str, str]:
    places = [str(path)] if path else []
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*places, os.environ.get("PYTHONPATH", "")])}


def modules_of(line: str, path: Path | None = None) -> tuple[str, set[str]]:
    command = [sys.executable, "-c", CODE, *line.split()]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(path))
    code, *modules = run.stderr.splitlines()[-1].split()
    return code, {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("line", ["--help", "--version", "list --format json", "tag 3 critical"])
def test_no_heavy_package_is_imported(tempting: Path, line: str) -> None:
    modules_of("count")

    code, loaded = modules_of(line, tempting)

    assert code == "0"
    assert "typer" in loaded
    assert not loaded & set(HEAVY)


def test_the_check_itself_can_fail(tempting: Path) -> None:
    command = [sys.executable, "-c", "import numpy, sys; print(*sys.modules)"]

    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(tempting))

    assert "numpy" in run.stdout.split()


@pytest.mark.parametrize("line", ["--help", "list --format json", "tag 3 critical --quiet"])
def test_rich_is_loaded_only_to_draw_for_a_person(line: str) -> None:
    modules_of("count")

    _, loaded = modules_of(line)

    assert "rich" not in loaded
