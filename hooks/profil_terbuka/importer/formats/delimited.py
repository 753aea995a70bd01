"""Text tables: CSV with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ...model.messages import message
from ..reasons import Unusable
from ..sheet import SheetCell, tidy

_SIGNS = ",;\t"


def read_delimited(path: Path) -> Iterator[list[SheetCell]]:
    """The rows of a text in UTF-8; what stands oftenest in its first line parts the cells."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unusable(message("importer.sheet-not-utf8", file=path.name)) from problem
    sign = max(_SIGNS, key=text.partition("\n")[0].count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            yield [SheetCell(tidy(cell)) for cell in row]
    except csv.Error as problem:
        raise Unusable(message("importer.sheet-quotes", file=path.name)) from problem
