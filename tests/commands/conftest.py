"""Fixtures: the wheel, and a repository that was begun with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from installed_wheel import BEGIN, Done, install, run, well
from support import Once


@pytest.fixture(scope="session")
def wheel_home(once: Once) -> Path:
    """A folder with the wheel (roda/) and a Python that has it installed (venv/)."""
    return once("roda-terpasang", install)


@pytest.fixture(scope="session")
def wheel(wheel_home: Path) -> Path:
    """The wheel itself."""
    (found,) = (wheel_home / "roda").glob("*.whl")
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "rumah"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def begun(once: Once, wheel_home: Path) -> Path:
    """A repository that was begun in an empty folder, to copy."""

    def begin(folder: Path) -> None:
        folder.mkdir()
        well(run(folder, wheel_home / "venv/bin/profil-terbuka", *BEGIN))

    return once("repositori-baru", begin)


@pytest.fixture
def repository(begun: Path, home: Path) -> Path:
    """The same in the folder that was empty."""
    return Path(shutil.copytree(begun, home, dirs_exist_ok=True))


@pytest.fixture
def command(wheel_home: Path, home: Path) -> Callable[..., Done]:
    """`profil-terbuka ...` in that folder, as somebody types it who has only the wheel."""
    return partial(run, home, wheel_home / "venv/bin/profil-terbuka")
