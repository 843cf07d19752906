"""Run TinyDB's own tests against both of our storages."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.tinydb_suite.fetch import distribution

HERE = Path(__file__).parent / "tinydb_suite"


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = distribution()
    if not archive.exists():
        if os.environ.get("CI"):
            pytest.fail("TinyDB's source distribution is missing: run python -m tests.tinydb_suite.fetch")
        pytest.skip("TinyDB's source distribution is missing: run python -m tests.tinydb_suite.fetch")
    folder = tmp_path_factory.mktemp("tinydb")
    with tarfile.open(archive) as file:
        # Python 3.11 has the filter from 3.11.4 on.
        if hasattr(tarfile, "data_filter"):
            file.extraction_filter = tarfile.data_filter
        file.extractall(folder)
    tests = next(folder.glob("tinydb-*/tests"))
    shutil.copy(HERE / "conftest_of_the_suite.py", tests / "conftest.py")
    return tests


@pytest.mark.parametrize("suffix", [".db", ".json"])
def test_tinydbs_own_tests_pass_against_our_storage(suite: Path, suffix: str) -> None:
    environment = {**os.environ, "REVIEWCLI_ENGINE": suffix}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", str(suite)]

    run = subprocess.run(command, env=environment, cwd=suite, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed
    assert int(passed[1]) >= 140
    skipped = re.findall(r"SKIPPED \[1\] (\S+?\.py).*: (.*)", run.stdout)
    ours = [file for file, reason in skipped if reason.startswith("asserts the class name")]
    assert ours == ["test_tables.py", "test_tinydb.py"], run.stdout
