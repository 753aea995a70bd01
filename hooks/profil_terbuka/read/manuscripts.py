"""Reads the pages people write (docs/<agency>/): UTF-8 Markdown with sound front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..model import Manuscript, codes
from ..model.findings import Finding, Place
from . import hygiene
from .documents import closed
from .located import every
from .notation import Unreadable, from_yaml

PAGES = "docs"
HOME = "index.md"
MEDIA = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"}
"""What may stand beside pages. Not SVG or HTML: both can run scripts."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def load(root: Path, slug: str) -> tuple[tuple[Manuscript, ...], tuple[Finding, ...]]:
    """The pages of agency `slug` in alphabetical order, and why others cannot be used."""
    folder = root / PAGES / slug
    found: list[Manuscript] = []
    faults: list[Finding] = []
    if not (folder / HOME).is_file():
        message = "Instansi ini belum punya halaman depan."
        faults.append(Finding(codes.PACKAGE_INCOMPLETE, Place(f"{PAGES}/{slug}/{HOME}"), message))
    for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
        inside = path.relative_to(folder).as_posix()
        shown = f"{PAGES}/{slug}/{inside}"
        if path.suffix == ".md":
            page = _read(path, inside, shown)
            if isinstance(page, Finding):
                faults.append(page)
            else:
                found.append(page)
                faults += _uncleanly(page)
        elif path.suffix.lower() not in MEDIA:
            message = f"Jenis berkas `{path.suffix or path.name}` tidak diterbitkan."
            faults.append(Finding(codes.FILE_UNEXPECTED, Place(shown), message))
    return tuple(found), tuple(faults)


def address(path: str) -> str:
    """Where the page of that path is published: 'layanan/index.md' -> 'layanan/'."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    place = f"{folder}/" if folder else ""
    return place if name in ("index", "README") else f"{place}{name}/"


def body(text: str) -> str:
    """The Markdown of a page without the front matter before it."""
    front = _FRONT_MATTER.match(text)
    return text[front.end() :].lstrip("\n") if front else text


def _read(path: Path, inside: str, shown: str) -> Manuscript | Finding:
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        return closed(problem, shown)
    except UnicodeDecodeError as problem:
        place = Place(shown, problem.object.count(b"\n", 0, problem.start) + 1)
        return Finding(codes.PAGE_UNREADABLE, place, "Ada huruf yang tidak disimpan sebagai UTF-8.")
    head: object = None
    if front := _FRONT_MATTER.match(text):
        try:
            head = from_yaml(front[1])
        except Unreadable as problem:
            place = Place(shown, problem.line + 1 if problem.line else 1)
            return Finding(codes.PAGE_UNREADABLE, place, f"Kepala halaman: {problem}", problem.mend)
        if head is not None and not isinstance(head, dict):
            message = "Kepala halaman harus berisi `kunci: nilai`."
            return Finding(codes.PAGE_UNREADABLE, Place(shown, 1), message)
    return Manuscript(inside, shown, text, head if isinstance(head, dict) else {})


def _uncleanly(page: Manuscript) -> Iterator[Finding]:
    """Characters that no page may hold, in its head also as escapes; traces of bad encodings."""
    for number, line in enumerate(page.text.split("\n"), start=1):
        yield from hygiene.garbled(line, Place(page.file, number))
    found = tuple(hygiene.forbidden_by_line(page.text, page.file))
    yield from found
    if not found:
        for keys, text in every(page.head):
            where = f"Pada `{keys[0]}`:" if keys else "Pada nama kunci:"
            yield from hygiene.forbidden(text, Place(page.file, 1), where, escaped=True)
