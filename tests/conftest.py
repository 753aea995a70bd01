"""Fixtures: an invented agency (tests/dasar) as a repository of its own."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

import programs
from profil_terbuka import pipeline
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from support import (
    BASE,
    HALF_COMPILED,
    ROOT,
    THOROUGH,
    Once,
    Run,
    add_program,
    copy_of,
    examples,
    thorough,
)

os.environ["NO_MKDOCS_2_WARNING"] = "1"
# A test of today must not become another one tomorrow: the first day of 2025, where none is named.
os.environ.pop(clock.DAY, None)
os.environ[clock.VARIABLE] = "1735689600"
# Invented input is the same each time, so that nobody is stopped by a fault that is not his own;
# UJI=teliti tries more and other input. How long one example takes says more about what else the
# machine is doing.
settings.register_profile("biasa", deadline=None, derandomize=True, database=None)
settings.register_profile(THOROUGH, deadline=None, print_blob=True, max_examples=examples(100))
settings.load_profile(THOROUGH if thorough() else "biasa")


# What is collected stays: nobody looks through it for what could be given back (see below).
gc.disable()

_seconds: dict[str, list[float]] = {}
"""Part of the tests -> how long each phase of a test took, in whatever process."""


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note it for the closing lines; called for every process's tests by the one that leads."""
    _seconds.setdefault(report.nodeid.split("/")[1], []).append(report.duration)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each part of the tests took. Processes side by side: the sum is not the wait."""
    for part, spent in sorted(_seconds.items()):
        terminalreporter.line(f"{part}: {len(spent) // 3} tests, {sum(spent):.0f} s")


def pytest_collection_finish() -> None:
    """Thousands of tests and all libraries stay to the end: nobody looks through them any more."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The invented agency's datasets and pages, without the program."""
    return Path(shutil.copytree(BASE, tmp_path / "repo"))


@pytest.fixture
def project(origin: Path, tmp_path: Path) -> Path:
    """A whole repository with the invented agency, whose site has yet to be built."""
    folder = copy_of(origin, tmp_path / "repo")
    shutil.rmtree(folder / "site")
    return folder


@pytest.fixture
def run(project: Path) -> Run:
    """Run a script of the project: run('bangun.py'), run('periksa.py', '--strict')."""
    return partial(programs.run, project)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Make a folder once for all the processes that share the tests; the others wait.

    Nobody changes it afterwards: a test that wants to takes a copy.
    """
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "bersama"
    shared.mkdir(exist_ok=True)

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, whole = shared / name, shared / f"{name}.utuh"
        with FileLock(shared / f"{name}.kunci"):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a process that failed half-way
                fill(folder)
                whole.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def kept(once: Once) -> Path:
    """Where the tests of a session keep what the engine has judged and drawn: by its content."""
    return once("singgahan", Path.mkdir)


@pytest.fixture
def cache(kept: Path) -> Cache:
    """A cache that all tests share; those about caching make one of their own."""
    return Cache(kept)


@pytest.fixture(scope="session")
def origin(once: Once) -> Path:
    """The invented agency's repository, published: its site, and a cache that is all its own."""
    return once("contoh", _publish)


@pytest.fixture
def published(origin: Path, tmp_path: Path) -> Path:
    """A copy of `origin` to change."""
    return copy_of(origin, tmp_path / "repo")


@pytest.fixture
def run_again(published: Path) -> Run:
    """Run a script of what was published before: run_again('bangun.py')."""
    return partial(programs.run, published)


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """site/ of the real agencies, built from a copy of this repository."""
    return once("instansi", _build) / "site"


def _publish(folder: Path) -> None:
    add_program(Path(shutil.copytree(BASE, folder)))
    programs.well(programs.run(folder, "bangun.py"))


def _build(copy: Path) -> None:
    for name in ("hooks", "scripts", "docs", "datasets"):
        shutil.copytree(ROOT / name, copy / name, ignore=HALF_COMPILED)
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, copy)
    # What `make site` has drawn and judged before serves here too: it is kept by content.
    (ROOT / pipeline.CACHE).mkdir(exist_ok=True)
    (copy / pipeline.CACHE).symlink_to(ROOT / pipeline.CACHE)
    programs.well(programs.anew(copy, "bangun.py"))
