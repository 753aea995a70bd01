"""How the text of a table from elsewhere is written: what parts its cells, where its header is."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from ...model.messages import message
from ..reasons import Unusable
from .jsonparts import Said, said_text

_MARKS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class TextDialect:
    """The keys of `dialect` that a CSV needs, with the standard's own defaults."""

    delimiter: str = ""
    """'' where nobody has said it: the mark that gives as many cells as there are columns."""
    quote: str = '"'
    double_quote: bool = True
    escape: str | None = None
    skip_space: bool = False
    header_rows: tuple[int, ...] = (1,)
    """Counted from 1; none: the table has no header."""
    joint: str = " "
    """Between the rows of a header of several."""
    comment_mark: str = ""
    comment_rows: frozenset[int] = frozenset()
    null: str | None = None
    """What stands for nothing (`nullSequence`)."""


def text_dialect(said: Said, path: str) -> TextDialect:
    """The dialect of a resource; without one, a file .tsv is parted by tabs.

    >>> text_dialect({"delimiter": ";", "header": False}, "a.csv").header_rows
    ()
    >>> text_dialect({}, "a.tsv").delimiter
    '\\t'
    """
    delimiter = said.get("delimiter", "\t" if path.endswith(".tsv") else "")
    numbers = [row for row in _numbers(said.get("headerRows")) if row > 0]
    header_rows = tuple(numbers) or (1,)
    return TextDialect(
        delimiter=delimiter if isinstance(delimiter, str) and len(delimiter) == 1 else "",
        quote=_one_mark(said, "quoteChar") or '"',
        double_quote=said.get("doubleQuote") is not False,
        escape=_one_mark(said, "escapeChar") or None,
        skip_space=said.get("skipInitialSpace") is True,
        header_rows=() if said.get("header") is False else header_rows,
        joint=str(said.get("headerJoin", " ")),
        comment_mark=said_text(said.get("commentChar")),
        comment_rows=frozenset(_numbers(said.get("commentRows"))),
        null=said["nullSequence"] if isinstance(said.get("nullSequence"), str) else None,
    )


def _one_mark(said: Said, key: str) -> str:
    value = said.get(key)
    return value if isinstance(value, str) and len(value) == 1 else ""


def _numbers(value: object) -> list[int]:
    return [item for item in value if type(item) is int] if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class TextRows:
    """The cells of a text: its header ([] where it has none), its rows, and where these stand."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    delimiter: str


def rows_of_text(text: str, dialect: TextDialect, columns: int, file: str) -> TextRows:
    """The rows of a CSV without its empty ones; `columns`: how many it should have, 0: unknown.

    >>> found = rows_of_text("a;b\\n1;2\\n", TextDialect(), 2, "t.csv")
    >>> found.header, found.rows, found.delimiter
    (('a', 'b'), (('1', '2'),), ';')
    """
    delimiter = dialect.delimiter or _parting_mark(text, dialect, columns)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quotechar=dialect.quote,
        doublequote=dialect.double_quote,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skip_space,
        strict=True,
    )
    try:
        numbered = [(at, tuple(row)) for at, row in enumerate(reader, start=1)]
    except csv.Error as problem:
        said = message("importer.package-quotes", file=file, line=str(reader.line_num))
        raise Unusable(said) from problem
    told = [(at, row) for at, row in numbered if not _is_comment(at, row, dialect)]
    header = _header([row for at, row in told if at in dialect.header_rows], dialect.joint)
    below = max(dialect.header_rows, default=0)
    kept = [(at, _nulled(row, dialect.null)) for at, row in told if at > below and any(row)]
    return TextRows(header, tuple(row for _, row in kept), tuple(at for at, _ in kept), delimiter)


def _parting_mark(text: str, dialect: TextDialect, columns: int) -> str:
    """The mark that parts the first line into as many cells as there are columns."""
    line = text.partition("\n")[0]
    if not columns:
        return max(_MARKS, key=line.count)
    parted = {
        mark: len(next(csv.reader([line], delimiter=mark, quotechar=dialect.quote), []))
        for mark in _MARKS
    }
    return next((mark for mark, cells in parted.items() if cells == columns), ",")


def _is_comment(at: int, row: Sequence[str], dialect: TextDialect) -> bool:
    marked = dialect.comment_mark and row and row[0].startswith(dialect.comment_mark)
    return at in dialect.comment_rows or bool(marked)


def _header(rows: Sequence[Sequence[str]], joint: str) -> tuple[str, ...]:
    """The titles of a header, those of several rows joined."""
    width = max(map(len, rows), default=0)
    stacked = ([row[at] for row in rows if at < len(row) and row[at]] for at in range(width))
    return tuple(joint.join(cells) for cells in stacked)


def _nulled(row: tuple[str, ...], null: str | None) -> tuple[str, ...]:
    return row if null is None else tuple("" if cell == null else cell for cell in row)
