"""The texts of CSV, JSON and YAML files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain

from .pieces import Part, Piece, Rows
from .suspects import suspects
from .webtext import BREAK

_LONG_NUMBER = 10**9


def csv_parts(text: str) -> Iterator[Part]:
    """The cells of a CSV that anything may be found in, and all its rows, to be judged together;
    read with the mark that its first line is parted by."""
    try:
        # Excel writes semicolons where the comma is the decimal sign.
        head = text.partition("\n")[0]
        sign = max(",;\t", key=head.count)
        rows = _rows(text, sign)
    except csv.Error:
        yield Piece(text)
        return
    header = rows[0] if rows else ()
    suspected = suspects(chain.from_iterable(rows))
    for number, row in enumerate(rows, start=1) if suspected else ():
        for index, cell in enumerate(row):
            if cell in suspected:
                column = header[index] if index < len(header) else None
                yield Piece(cell, number, column, in_cell=True)
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
