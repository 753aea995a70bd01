"""The staff guide as steps that a program can do: what a page of it asks for, in its order.

A step is an item of a numbered list. What it asks for is said in few ways, all of them plain
Indonesian, so that a page reads as it would anyway:

    Klik **Bawa berkas**.                     Klik **Koreksi** di baris **2024, Utara**.
    Isi **Judul** dengan `Banjir`.            Pilih `data.xlsx` di **Jatuhkan berkas**.
    Anda melihat **Inilah yang terbaca**.     ![what is seen](gambar/nama.webp)

and commands, as blocks that are indented twice. Bold words in a step that belong to none of these
are an error: nothing that looks like a button is left out silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from support import ROOT

GUIDE = ROOT / "docs" / "portal" / "panduan"
PICTURE_SIZE = (1000, 640)
PICTURE_BYTES = 60_000
"""Of a picture: readers on prepaid data pay for each of them."""
COMMANDS = "Dengan perintah"
"""The section of a page that says the same again, for who prefers to type."""


class DeedKind(StrEnum):
    """What can be done, or looked at."""

    CLICK = "klik"
    FILL = "isi"
    CHOOSE = "pilih"
    SEE = "lihat"
    PICTURE = "gambar"
    COMMAND = "perintah"


@dataclass(frozen=True, slots=True)
class GuideDeed:
    """One thing that a step asks for.

    `what` is the button, the field, the words that are seen, the picture, or the command; `with_`
    what is filled in or chosen, or the row in which a button stands; '' where there is none.
    """

    kind: DeedKind
    what: str
    with_: str = ""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One item of a numbered list; without deeds it is done by hand, outside of the program."""

    section: str
    number: int
    text: str
    deeds: tuple[GuideDeed, ...]


class Unclear(ValueError):
    """A step says something in a way that nobody can follow."""


_DEED = re.compile(
    r"""
    [Kk]lik\ \*\*(?P<klik>[^*]+)\*\*(?:\ di\ (?:baris|kotak)\ \*\*(?P<di>[^*]+)\*\*)?
    | [Ii]si\ \*\*(?P<isi>[^*]+)\*\*\ dengan\ `(?P<dengan>[^`]+)`
    | [Pp]ilih\ `(?P<yang>[^`]+)`\ di\ \*\*(?P<pilih>[^*]+)\*\*
    | [Aa]nda\ melihat\ \*\*(?P<lihat>[^*]+)\*\*
    | !\[[^\]]+\]\((?P<gambar>[^)]+)\)
    | \n\ {8}(?P<perintah>[^\n]+)\n
    """,
    re.VERBOSE,
)
_COMMAND = " " * 8
"""How a line of a command begins: the indentation of an item, and that of a block."""
_ITEM = re.compile(r"(\d+)\. +(.*)")
_LEFT = re.compile(r"\*\*[^*]+\*\*|```|\n {8}\S[^\n]*")


def guide_page(name: str) -> str:
    """The Markdown of a page."""
    return (GUIDE / f"{name}.md").read_text("utf-8")


def task_pages() -> list[str]:
    """The pages of which the first page says what somebody wants who opens them."""
    wanted = guide_page("index").partition("## Saya ingin")[2].partition("\n## ")[0]
    return re.findall(r"\]\(([a-z-]+)\.md\)", wanted)


def sheet_of(markdown: str) -> list[list[object]]:
    """The first table of a page as the rows of a sheet; numbers as numbers."""
    rows = re.search(r"(?:^\|.*\n)+", markdown, re.MULTILINE)
    if rows is None:
        raise Unclear("the page shows no table")
    lines = [line for line in rows[0].splitlines() if not line.startswith("|---")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [[int(cell) if cell.isdecimal() else cell for cell in row] for row in cells]


def guide_steps(markdown: str) -> tuple[GuideStep, ...]:
    """Every step of a page, in its order; raises Unclear."""
    return tuple(_step(*item) for item in _items(markdown))


def _items(markdown: str) -> Iterator[tuple[str, int, str]]:
    """Section, number and text of every item; what is indented below it belongs to it."""
    section, number, lines = "", 0, [""]
    for line in [*markdown.splitlines(), "#"]:
        found = _ITEM.match(line)
        if number and not found and (not line or line.startswith("   ")):
            lines.append(line)
            continue
        if number:
            yield section, number, "\n".join(lines)
        number, lines = (int(found[1]), [found[2]]) if found else (0, [""])
        if line.startswith("## "):
            section = line.removeprefix("## ").strip()


def _step(section: str, number: int, text: str) -> GuideStep:
    folded = _folded(text)
    left = _LEFT.search(_DEED.sub("", folded))
    if left:
        raise Unclear(f"{section}, {number}: nobody knows what to do with {left[0]}")
    return GuideStep(section, number, folded, tuple(map(_deed, _DEED.finditer(folded))))


def _folded(text: str) -> str:
    """The text as a reader sees it: its lines joined, commands on lines of their own."""
    lines = (
        f"\n{line.rstrip()}\n" if line.startswith(_COMMAND) else line.strip()
        for line in text.splitlines()
    )
    return " ".join(filter(None, lines))


def _deed(found: re.Match[str]) -> GuideDeed:
    kind = DeedKind(next(name for name in DeedKind if found[name.value] is not None))
    besides = found["di"] or found["dengan"] or found["yang"] or ""
    return GuideDeed(kind, found[kind.value].strip(), besides)
