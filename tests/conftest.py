"""Fixtures: an invented agency (tests/dasar) as a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from profil_terbuka import pipeline as site
from profil_terbuka.system import clock
from support import BASE, ROOT, Run, add_program

os.environ["NO_MKDOCS_2_WARNING"] = "1"
# A test of today must not become another one tomorrow: the first day of 2025, where none is named.
os.environ.pop(clock.DAY, None)
os.environ[clock.VARIABLE] = "1735689600"
# How long one example takes says more about what else the machine is doing.
settings.register_profile("tenang", deadline=None)
settings.load_profile("tenang")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The invented agency's datasets and pages, without the program."""
    return Path(shutil.copytree(BASE, tmp_path / "repo"))


@pytest.fixture
def project(data: Path) -> Path:
    """A whole repository: the invented agency with hooks, scripts and MkDocs configuration."""
    return add_program(data)


@pytest.fixture
def run(project: Path) -> Run:
    """Run a script of the project: run('bangun.py'), run('periksa.py', '--strict')."""

    def start(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(project / "scripts" / script), *arguments],
            cwd=project,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """site/ of the real agencies, built from a copy of this repository.

    Once for all the processes that share the tests: the first builds, the others wait.
    """
    if worker_id == "master":
        return _build(tmp_path_factory.mktemp("repo"))
    copy = tmp_path_factory.getbasetemp().parent / "repo"
    with FileLock(f"{copy}.lock"):
        if not copy.exists():
            copy.mkdir()
            _build(copy)
    assert (copy / "site").is_dir(), "the build failed in another process"
    return copy / "site"


def _build(copy: Path) -> Path:
    for name in ("hooks", "scripts", "docs", "datasets"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, copy)
    # What `make site` has drawn and judged before serves here too: it is kept by content.
    (ROOT / site.CACHE).mkdir(exist_ok=True)
    (copy / site.CACHE).symlink_to(ROOT / site.CACHE)
    command = [sys.executable, str(copy / "scripts" / "bangun.py")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stderr
    return copy / "site"
