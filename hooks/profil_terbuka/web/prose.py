"""Finds figures typed into prose: a number is written once, in a data package.

What may be typed: years, dates, numbers of laws and articles, numbers of list items, addresses and
telephone numbers, and digits that are part of a name (RT 12, S1, B'DESUT2, COVID-19).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import codes
from ..model.calendar_names import MONTHS
from ..model.findings import Finding, Place
from ..model.messages import message

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOT_PROSE = re.compile(
    r"```.*?```|~~~.*?~~~|`[^`\n]*`|\{\{.*?\}\}|<[^>]*>|\]\([^)]*\)|\{[:.#][^}]*\}|https?://\S+",
    re.DOTALL,
)
_LAW = (
    r"(?:nomor|no\.?|pasal|ayat|angka|huruf|bab|lampiran|tahun|uu|pp|perpres|perda|perwa|perki|"
    r"permensos|kepmen\w*|undang-undang|peraturan)"
)
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_ALLOWED = re.compile(
    rf"^[ \t>]*\d+[.)][ \t]|\b\d{{1,2}} (?:{'|'.join(MONTHS)}) {_YEAR}\b"
    rf"|\b{_LAW} \(?\d[\w./-]*\)?|\bR[TW] \d{{1,3}}\b(?![.,]?\d)|\b{_YEAR}(?:[-/\u2013]{_YEAR})?\b"
    r"|\b(?:jalan|jl\.|gang|gg\.|telepon|telp\.?|faks\.?|whatsapp|kode pos)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"(?<![\w'-])\d[\d.,]*(?![\w-])")


def check_prose(text: str, file: str) -> Iterator[Finding]:
    """A finding for each line of a page with figures that are not taken by reference.

    The figures are not repeated in the message: what looks like one may be somebody's number.
    """
    for pattern in (_FRONT_MATTER, _NOT_PROSE, _ALLOWED):
        text = pattern.sub(_blank, text)
    for number, line in enumerate(text.splitlines(), start=1):
        if _NUMBER.search(line):
            yield Finding(codes.PROSE_NUMBER, Place(file, number), message("web.typed-figure"))


def _blank(found: re.Match[str]) -> str:
    """Spaces instead of the match; its line breaks stay, so that line numbers stay true."""
    return re.sub(r"[^\n]", " ", found[0])
