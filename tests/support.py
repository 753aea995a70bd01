"""What several test files need."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from profil_terbuka import pipeline as site
from profil_terbuka.model import Contributor, Coverage, Dataset, Field, Schema, Source, Table

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "#isi"
"""Added to an address: whoever follows a link to a place gets all of a page laid out at once."""
BASE = ROOT / "tests" / "dasar"

Run = Callable[..., subprocess.CompletedProcess[str]]
OpenPage = Callable[..., Page]
Serve = Callable[..., str]


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
    """Make a folder with datasets and pages a whole repository."""
    for name in ("hooks", "scripts"):
        shutil.copytree(ROOT / name, data / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, data)
    shutil.copytree(ROOT / "docs" / "portal", data / "docs" / "portal")
    share_judgements(data)
    return data


def share_judgements(project: Path) -> None:
    """Let a project use what this repository's builds have judged, which takes seconds each time.

    It is kept by content and by the program's own code; what a build counts is not among it.
    """
    for kind in ("katalog", "gaya"):
        (ROOT / site.CACHE / kind).mkdir(parents=True, exist_ok=True)
        (project / site.CACHE).mkdir(exist_ok=True)
        (project / site.CACHE / kind).symlink_to(ROOT / site.CACHE / kind)


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


def dataset_of(fields: Sequence[Field], rows: Iterable[tuple], **more: object) -> Dataset:
    """A dataset `data` of one table `data`, without what else a descriptor holds."""
    schema = Schema(tuple(fields))
    table = Table("data", "Data", "Data.", "data.csv", "data.csv", schema, rows=tuple(rows))
    made = Dataset.__new__(Dataset)
    values = {
        "slug": "data",
        "title": "Data",
        "tables": (table,),
        "file": "datapackage.json",
        "sources": (Source("Buku", "1", "A"),),
        "version": "1.0.0",
        "created": "2026-11-22T00:00:00Z",
        "coverage": Coverage("61.71"),
        "contributors": (Contributor("Dinas Contoh", ("creator",)),),
        "rules": (),
        "notes": (),
        **more,
    }
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made
