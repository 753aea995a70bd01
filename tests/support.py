"""What several test files need."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from profil_terbuka import pipeline
from profil_terbuka.model.products import GeneratedPage
from profil_terbuka.portal import standing
from profil_terbuka.system.cache import Cache

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "#isi"
"""Added to an address: whoever follows a link to a place gets all of a page laid out at once."""
BASE = ROOT / "tests" / "dasar"
MATERIAL = ROOT / "tests" / "bahan"
LAW = sorted(f"acuan/{path.name}" for path in (MATERIAL / "acuan").iterdir())
"""The reference packages that tell what the law asks, as add_material takes them."""
ENGINE = ROOT / "hooks" / "profil_terbuka"

HALF_COMPILED = shutil.ignore_patterns("*.pyc.*")
"""What a Python is writing while its program is copied. What is compiled goes with the copy: Python
knows by time and length what no longer belongs to its source, and saves half a second."""
THOROUGH = "teliti"
QUICK = 0.02
"""Seconds after which a server of a test notices that it is to end; usually it is half of one."""

Run = Callable[..., subprocess.CompletedProcess[str]]
Once = Callable[[str, Callable[[Path], object]], Path]
OpenPage = Callable[..., "Page"]
Serve = Callable[..., str]
Visit = Callable[..., "Page"]


def thorough() -> bool:
    """Whether random input is to be tried at length: UJI=teliti make test."""
    return os.environ.get("UJI") == THOROUGH


def examples(usual: int) -> int:
    """How many examples of random input a test tries."""
    return usual * 10 if thorough() else usual


def until(page: Page, expression: str, argument: object = None) -> None:
    """Wait until something is so on a page; Playwright's own way is `eval`, which pages forbid."""
    for _ in range(200):
        if page.evaluate(expression, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"still not so after 20 seconds: {expression}")


def change(path: Path, old: str, new: str) -> None:
    """Replace exactly one occurrence of `old` in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), "utf-8")


def fill_open_places(project: Path, slug: str, text: str = "Isian rekaan") -> None:
    """Write something wherever a draft left a place open, as the staff of an agency would."""
    for path in (*(project / "datasets" / slug).rglob("*"), *(project / "docs" / slug).rglob("*")):
        if path.suffix in (".json", ".yml", ".md"):
            filled = re.sub(r'ISI:[^"\n]*', text, path.read_text("utf-8"))
            filled = filled.replace('wilayah": "00"', 'wilayah": "99.01"')
            path.write_text(filled.replace('wilayah: "00"', 'wilayah: "99.01"'), "utf-8")


def add_program(data: Path) -> Path:
    """Make a folder with datasets and pages a whole repository; its engine is this one's."""
    for name in ("hooks", "scripts"):
        ignore = shutil.ignore_patterns("__pycache__", ENGINE.name)
        shutil.copytree(ROOT / name, data / name, ignore=ignore)
    (data / "hooks" / ENGINE.name).symlink_to(ENGINE)
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, data)
    shutil.copytree(ROOT / "docs" / "portal", data / "docs" / "portal")
    return data


def add_material(repository: Path, *names: str) -> Path:
    """Give the invented agency more datasets from tests/bahan/: 'kasus', 'acuan/tenggat'."""
    for name in names:
        target = repository / "datasets" / (name if "/" in name else f"contoh/{name}")
        shutil.copytree(MATERIAL / name, target)
    return repository


def own_engine(project: Path) -> Path:
    """An engine that a test may change, in the place of the shared one."""
    engine = project / "hooks" / ENGINE.name
    engine.unlink()
    shutil.copytree(ENGINE, engine, ignore=HALF_COMPILED)
    return engine


def copy_of(project: Path, target: Path) -> Path:
    """A repository with the invented agency again, in another place.

    Nothing is known there of what stands published: a build makes all of it, however it stands.
    """
    copy = Path(shutil.copytree(project, target, symlinks=True))
    shutil.rmtree(copy / pipeline.CACHE / standing.KIND, ignore_errors=True)
    return copy


def names(folder: Path) -> list[str]:
    """What stands in a folder, in alphabetical order."""
    return sorted(path.name for path in folder.iterdir())


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def records(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV file by the names of its columns."""
    return list(
        csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    )


def written(prepared: pipeline.Prepared, cache: Cache) -> pipeline.Written:
    """Everything that an agency's site is made of, out of publishable data."""
    return pipeline.write(pipeline.draw(prepared, cache), cache)


def page_of(made: pipeline.Written, address: str) -> GeneratedPage:
    """The generated page at an address."""
    return made.pages[address]
