"""What parts the cells of a text: the sign that parts the longest run of lines alike.

A run, and not most lines: where decimals have commas, the heading tells commas from semicolons.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

SIGNS = ("\t", ";", "|", ",")
"""Where two part a text equally well, the earlier: commas also stand within words and figures."""
_NAMED = re.compile(r"sep=(\t|[^\w\s\"])\n", re.IGNORECASE)
"""The first line of a text that tells Excel its separator."""


@dataclass(frozen=True, slots=True)
class Separator:
    """The sign that parts a text; '' where none parts any line."""

    sign: str
    rival: str = ""
    """Another that parts a run at least half as long."""


def named_separator(text: str) -> tuple[str, str]:
    """The sign that a first line `sep=;` names, '' where there is no such line; and the rest.

    >>> named_separator("sep=;\\na;b"), named_separator("a;b")
    ((';', 'a;b'), ('', 'a;b'))
    """
    found = _NAMED.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def separator_of(text: str) -> Separator:
    """The sign that parts most lines running into as many cells each; in quotes it parts nothing.

    >>> separator_of("Data desa, kecamatan\\nNama;Nilai\\nA;1,5\\nB;2,5\\n")
    Separator(sign=';', rival=',')
    >>> separator_of('"a;b",c\\n"d;e",f\\n'), separator_of("Yth. Bapak\\n")
    (Separator(sign=',', rival=''), Separator(sign='', rival=''))
    """
    runs = {sign: run for sign in SIGNS if (run := _longest_run(text, sign)) != (0, 0)}
    if not runs:
        return Separator("")
    best = max(runs, key=lambda sign: (runs[sign], -SIGNS.index(sign)))
    return Separator(best, _rival(best, runs))


def _rival(best: str, runs: Mapping[str, tuple[int, int]]) -> str:
    long_enough = [sign for sign in runs if sign != best and 2 * runs[sign][0] >= runs[best][0]]
    return max(long_enough, key=lambda sign: runs[sign], default="")


def _longest_run(text: str, sign: str) -> tuple[int, int]:
    """How many rows in a row have equally many cells, and how many; (0, 0) where nothing is parted.

    Quotes may be out of order here: whoever reads the table says where.
    """
    widths: list[int] = []
    try:
        widths += (len(row) for row in csv.reader(io.StringIO(text), delimiter=sign) if row)
    except csv.Error:  # a cell of more than 128 KiB: a quote that was never closed
        widths = widths or [0]
    runs = ((len(list(run)), width) for width, run in groupby(widths) if width > 1)
    return max(runs, default=(0, 0))
