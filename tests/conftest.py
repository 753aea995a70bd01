"""Fixtures: an invented agency (tests/dasar) as a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["NO_MKDOCS_2_WARNING"] = "1"

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "dasar"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The invented agency's datasets and pages, without the program."""
    return Path(shutil.copytree(BASE, tmp_path / "repo"))


@pytest.fixture
def project(data: Path) -> Path:
    """A whole repository: the invented agency with hooks, scripts and MkDocs configuration."""
    for name in ("hooks", "scripts"):
        shutil.copytree(ROOT / name, data / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, data)
    shutil.copytree(ROOT / "docs" / "portal", data / "docs" / "portal")
    return data


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


def change(path: Path, old: str, new: str) -> None:
    """Replace exactly one occurrence of `old` in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), "utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
