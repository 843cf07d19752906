"""Fetch the source distribution of the installed TinyDB, which holds TinyDB's own tests."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "tinydb"


def distribution() -> Path:
    """Name the file that the installed TinyDB's source distribution is kept in."""
    return FOLDER / f"tinydb-{version('tinydb')}.tar.gz"


def main() -> None:
    """Download it, unless it is there."""
    if distribution().exists():
        return
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-binary", "tinydb"]
    wanted = f"tinydb=={version('tinydb')}"
    subprocess.run([sys.executable, "-m", "pip", "download", *options, "--dest", FOLDER, wanted], check=True)


if __name__ == "__main__":
    main()
