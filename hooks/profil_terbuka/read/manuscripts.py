"""Reads the pages people write (docs/<agency>/): UTF-8 Markdown with sound front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..model import Manuscript, codes
from ..model.findings import Finding, Place
from ..model.messages import message
from . import hygiene
from .documents import closed, violations
from .located import every
from .notation import Unreadable, from_yaml
from .shipped import files_below

PAGES = "docs"
HOME = "index.md"
EMBARGO = "terbit"
"""The key of front matter that says until when a page waits."""
SCHEMA = "halaman.schema.json"
MEDIA = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"}
"""What may stand beside pages. Not SVG or HTML: both can run scripts."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_manuscripts(root: Path, slug: str) -> tuple[tuple[Manuscript, ...], tuple[Finding, ...]]:
    """The pages of agency `slug` in alphabetical order, and why others cannot be used."""
    files = files_below(root, f"{PAGES}/{slug}")
    found: list[Manuscript] = []
    faults: list[Finding] = []
    if HOME not in dict(files):
        home = Place(f"{PAGES}/{slug}/{HOME}")
        faults.append(Finding(codes.PACKAGE_INCOMPLETE, home, message("read.no-home-page")))
    for inside, path in files:
        shown = f"{PAGES}/{slug}/{inside}"
        if path.suffix == ".md":
            page = _manuscript(path, inside, shown)
            if isinstance(page, Finding):
                faults.append(page)
            elif mistaken := tuple(_embargo_faults(page)):
                faults += mistaken  # it may be meant to wait: it is not published
            else:
                found.append(page)
                faults += _uncleanly(page)
        elif path.suffix.lower() not in MEDIA:
            said = message("read.kind-not-published", kind=path.suffix or path.name)
            mend = message("read.kinds-published", kinds=tuple(sorted({".md", *MEDIA})))
            faults.append(Finding(codes.FILE_UNEXPECTED, Place(shown), said, mend))
    return tuple(found), tuple(faults)


def address(path: str) -> str:
    """Where the page of that path is published.

    >>> address("layanan/index.md"), address("layanan/bansos.md")
    ('layanan/', 'layanan/bansos/')
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    place = f"{folder}/" if folder else ""
    return place if name in ("index", "README") else f"{place}{name}/"


def body(text: str) -> str:
    """The Markdown of a page without the front matter before it."""
    front = _FRONT_MATTER.match(text)
    return text[front.end() :].lstrip("\n") if front else text


def _manuscript(path: Path, inside: str, shown: str) -> Manuscript | Finding:
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        return closed(problem, shown)
    except UnicodeDecodeError as problem:
        place = Place(shown, problem.object.count(b"\n", 0, problem.start) + 1)
        return Finding(codes.PAGE_UNREADABLE, place, message("read.letter-not-utf8"))
    head: object = None
    if front := _FRONT_MATTER.match(text):
        try:
            head = from_yaml(front[1])
        except Unreadable as problem:
            place = Place(shown, problem.line + 1 if problem.line else 1)
            said = message("read.in-page-head", reason=problem.said)
            return Finding(codes.PAGE_UNREADABLE, place, said, problem.remedy)
        if head is not None and not isinstance(head, dict):
            said = message("read.page-head-no-object")
            return Finding(codes.PAGE_UNREADABLE, Place(shown, 1), said)
    head = head if isinstance(head, dict) else {}
    return Manuscript(inside, shown, text, head, str(head.get(EMBARGO, "")))


def _embargo_faults(page: Manuscript) -> Iterator[Finding]:
    """A day of publication that is none; a front page that would have to wait for one."""
    if EMBARGO not in page.head:
        return
    yield from violations({EMBARGO: page.head[EMBARGO]}, page.file, SCHEMA)
    if page.path == HOME:
        said, mend = message("read.home-waits"), message("read.home-waits-mend", key=EMBARGO)
        yield Finding(codes.PAGE_UNREADABLE, Place(page.file, 1), said, mend)


def _uncleanly(page: Manuscript) -> Iterator[Finding]:
    """Characters that no page may hold, in its head also as escapes; traces of bad encodings."""
    for number, line in enumerate(page.text.split("\n"), start=1):
        yield from hygiene.garbled(line, Place(page.file, number))
    found = tuple(hygiene.forbidden_by_line(page.text, page.file))
    yield from found
    if not found:
        for keys, text in every(page.head):
            key_names = message("read.at-key-names")
            where = message("read.at-path", path=str(keys[0])) if keys else key_names
            yield from hygiene.forbidden(text, Place(page.file, 1), where, escaped=True)
