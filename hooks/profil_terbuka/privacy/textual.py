"""The texts of CSV, JSON and YAML files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from .pieces import Part, Piece, Rows
from .webtext import BREAK

_LONG_NUMBER = 10**9
_SHORTEST = 6
"""Shorter cells cannot hold anything private by themselves."""


def csv_parts(text: str) -> Iterator[Part]:
    """The rows of a CSV with the mark that its first lines are parted by."""
    try:
        # Excel writes semicolons where the comma is the decimal sign.
        head = text.partition("\n")[0]
        sign = max(",;\t", key=head.count)
        rows = _rows(text, sign)
    except csv.Error:
        yield Piece(text)
        return
    header = rows[0] if rows else ()
    for number, row in enumerate(rows, start=1):
        for index, cell in enumerate(row):
            if len(cell) >= _SHORTEST:
                yield Piece(
                    cell, number, header[index] if index < len(header) else None, in_cell=True
                )
    yield Rows(tuple(rows))


def _rows(text: str, sign: str) -> list[tuple[str, ...]]:
    """All rows; cells that hold the same are the same string, however many there are."""
    data = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    lines = io.TextIOWrapper(data, encoding="utf-8", errors="surrogatepass", newline="")
    one_of_each: dict[str, str] = {}
    of_a_kind = one_of_each.setdefault
    return [tuple(map(of_a_kind, row, row)) for row in csv.reader(lines, delimiter=sign)]


def strings(document: object) -> Iterator[str]:
    """Every key, string and long whole number of a JSON or YAML document."""
    waiting = [document]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Mapping):
            waiting += [*item, *item.values()]
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str) or (isinstance(item, int) and item > _LONG_NUMBER):
            yield str(item)
        elif isinstance(item, float) and item.is_integer() and item > _LONG_NUMBER:
            yield f"{item:.0f}"


def strings_of_json(text: str) -> str:
    """The strings of a JSON document, each once."""
    try:
        return BREAK.join(dict.fromkeys(strings(json.loads(text))))
    except (ValueError, RecursionError):
        return text
