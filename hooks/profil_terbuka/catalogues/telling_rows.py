"""Which lines of a long CSV tell all that its metadata can object to: the others repeat them.

What a column may hold is asked of each cell by its text alone, so a text that has stood in a column
once tells nothing new. That two rows share a key is asked of the whole table, here.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from ..model import tables

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def telling_rows(metadata: bytes, data: bytes) -> bytes:
    """A CSV of which the metadata say as much against it as against `data`, in fewer rows.

    The same bytes, where the table is short, points at other tables, or has cells of several lines.

    >>> table = {"dialect": {"delimiter": ","}, "tableSchema": {"columns": []}}
    >>> rows = "".join(f"{number % 3},{number % 2}\\n" for number in range(30_000))
    >>> told = json.dumps({"tables": [table]}).encode()
    >>> telling_rows(told, f"a,b\\n{rows}".encode())
    b'a,b\\n0,0\\n1,1\\n2,0\\n'
    """
    described = json.loads(metadata)["tables"]
    if data.count(b"\n") < tables.MANY_ROWS or len(described) != 1:
        return data
    lines, rows = _read(data, described[0])
    if len(rows) != len(lines):
        return data
    wanted = {0, *_first_with_a_text(rows), *_of_other_length(rows)}
    wanted.update(_sharing_a_key(rows, described[0].get("tableSchema", {})))
    return "".join(lines[at] for at in sorted(wanted)).encode("utf-8", "surrogateescape")


def _read(data: bytes, described: Mapping[str, Any]) -> tuple[list[str], list[list[str]]]:
    """The lines and the cells of each; no cells of a file that is no CSV: csvw says it better."""
    lines = list(io.StringIO(data.decode("utf-8", "surrogateescape"), newline="\n"))
    delimiter = described.get("dialect", {}).get("delimiter", ",")
    try:
        return lines, list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return lines, []


def _first_with_a_text(rows: Sequence[Sequence[str]]) -> Iterable[int]:
    """The rows in which a text stands in its column for the first time."""
    for column in zip_longest(*rows):
        first = dict(zip(reversed(column), range(len(rows) - 1, -1, -1), strict=True))
        yield from first.values()


def _of_other_length(rows: Sequence[Sequence[str]]) -> Iterable[int]:
    """The rows with more or fewer cells than the header."""
    return (number for number, row in enumerate(rows) if len(row) != len(rows[0]))


def _sharing_a_key(rows: Sequence[Sequence[str]], schema: Mapping[str, Any]) -> Iterable[int]:
    """The rows whose key may stand in another row: rather too many than too few."""
    header = [name.removeprefix(_BOM) for name in rows[0]]
    key = [header.index(name) for name in schema.get("primaryKey", ()) if name in header]
    if not key:
        return
    columns = list(zip_longest(*rows, fillvalue=""))
    keys = list(zip(*(_folded_all(columns[at]) for at in key), strict=True))
    times = Counter(keys)
    if len(times) < len(keys):
        yield from (number for number, told in enumerate(keys) if times[told] > 1)


def _folded_all(column: Sequence[str]) -> Iterator[str]:
    """A column's cells, folded; each text once."""
    known = {cell: _folded(cell) for cell in set(column)}
    return map(known.__getitem__, column)


def _folded(cell: str) -> str:
    """A cell as all spellings of its number are: '1', '01' and '1.50', '1.5' are one each.

    >>> _folded("01.50"), _folded("1,5"), _folded("0"), _folded("Utara")
    ('1.5', '1.5', '', 'Utara')
    """
    plain = cell.strip().replace(",", ".").lstrip("+0")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
