"""How high a row of a sheet must be for its texts to be seen whole.

Excel works that out by itself when it opens a file, LibreOffice and others do not; of merged cells
not even Excel does.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

_MOST = 409.0
"""Points; higher rows than that no program has."""
_LINE = 1.36
"""The height of a line, in font sizes."""
_USUAL = 11.0
"""Points of letters where nothing else is said: a column's width is counted in such digits."""
_SHARE, _BOLD_SHARE = 1.0, 0.9
"""Of the width of a column, counted in digits, what a line of letters fills at most."""


def lines_in(text: str, width: float, size: float = _USUAL, bold: bool = False) -> int:
    """How many lines a text takes in a column so wide (in digits of the usual size).

    >>> lines_in("Kode kecamatan", 12, bold=True), lines_in("Dadap", 12), lines_in("", 12)
    (2, 1, 1)
    """
    share = _BOLD_SHARE if bold else _SHARE
    letters = max(int(width * share * _USUAL / size), 1)
    if len(text) <= letters and "\n" not in text:  # nearly always
        return 1
    return sum(len(textwrap.wrap(part, letters)) or 1 for part in text.split("\n"))


def row_height(
    texts: Iterable[tuple[str, float]], size: float = _USUAL, bold: bool = False
) -> float | None:
    """Points for a row with these texts, each with the width of its column.

    None where one line is enough: such a row is as high as any other.

    >>> row_height([("Kode kecamatan", 12), ("Tahun", 12)], bold=True)
    29.9
    >>> row_height([("kata " * 10, 10), ("x", 5)])
    74.8
    >>> row_height([("Dadap", 12)]) is None
    True
    """
    lines = max((lines_in(text, width, size, bold) for text, width in texts), default=1)
    return round(min(lines * size * _LINE, _MOST), 1) if lines > 1 else None
