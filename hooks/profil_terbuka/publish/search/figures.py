"""The figures in a table as things to be found: each with its years, at its place in the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ...citation.anchors import anchors
from ...model import CellStatus, Dataset, Field, Role, Table, Value
from ...web.grid import MAX_ROWS
from ...words.labels import CELL_STATUS, SUBJECT, cell
from .record import FIGURE, Record

_IDENTIFIER = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
"""A name for programs, such as `judul_buku`."""
_NUMBER = re.compile(r"\d[\d.,]*\d")
_SOUGHT = 3
"""Digits of a number that somebody types to find where it stands."""
_WEIGHT, _OFFICE_WEIGHT = 0.2, 0.15
"""Hundreds of figures share the words of their table: what explains them comes before them. Whom
the office serves comes before who works there."""
_OF_THE_OFFICE = frozenset({"organisasi", "profil", "sarana"})
_Placed = tuple[tuple[Value, ...], str]
_MARKED = {CellStatus.DOUBTFUL, CellStatus.PROVISIONAL}


def row_words(table: Table, row: tuple[Value, ...]) -> list[str]:
    """What a row says in words: dimensions first, then remarks."""
    columns = (*table.schema.with_role(Role.DIMENSION), *table.schema.with_role(Role.REMARK))
    texts = (str(table.value(row, column.name) or "") for column in columns if is_textual(column))
    return [word for word in dict.fromkeys(texts) if word and not _IDENTIFIER.fullmatch(word)]


def is_textual(column: Field) -> bool:
    """Whether a column holds words."""
    return column.type == "string"


def figure_records(dataset: Dataset, table: Table) -> Iterator[Record]:
    """Rows that differ only in the year are one thing: its figures, newest year first.

    Each leads to its newest figure in the table, with whatever is to be said of that.
    """
    measures = table.schema.with_role(Role.MEASURE)
    if not measures:
        return
    time = next((one for one in table.schema.with_role(Role.DIMENSION) if one.type == "year"), None)
    rest = tuple(one.name for one in table.schema.with_role(Role.DIMENSION) if one.type != "year")
    things: dict[tuple[Value, ...], list[_Placed]] = {}
    for placed in zip(table.rows, _anchors(table), strict=True):
        things.setdefault(table.key(placed[0], rest), []).append(placed)
    for rows in things.values():
        figures = [
            (figure, anchor)
            for row, anchor in rows
            for column in measures
            if (figure := _figure(table, row, column, time, len(measures) > 1))
        ]
        if figures:
            figures.sort(key=lambda told: told[0][0], reverse=True)
            place = figures[0][1] or f"tabel-{table.name}"
            yield _thing(dataset, table, rows[-1][0], place, [figure for figure, _ in figures])


def _anchors(table: Table) -> tuple[str, ...]:
    """Of each row its place in the page; '' throughout where the page does not show all rows."""
    return anchors(table) if len(table.rows) <= MAX_ROWS else ("",) * len(table.rows)


def _figure(
    table: Table, row: tuple[Value, ...], column: Field, time: Field | None, named: bool
) -> tuple[str, str, str] | None:
    """(year, value with unit, doubt); None for a value that nobody may quote."""
    status, value = table.status(row), table.value(row, column.name)
    if value is None or not status.counts:
        return None
    units = table.schema.with_role(Role.UNIT)
    unit = column.unit or next((str(table.value(row, one.name) or "") for one in units), "")
    told = f"{cell(value, column.type)} {unit}".strip()
    year = str(table.value(row, time.name)) if time else ""
    doubt = CELL_STATUS[status] if status in _MARKED else ""
    return year, f"{column.title}: {told}" if named else told, doubt


def _thing(
    dataset: Dataset,
    table: Table,
    row: tuple[Value, ...],
    place: str,
    figures: list[tuple[str, str, str]],
) -> Record:
    names = [
        name
        for column in table.schema.with_role(Role.DIMENSION)
        if is_textual(column)
        and not _IDENTIFIER.fullmatch(name := str(table.value(row, column.name)))
    ]
    words = row_words(table, row)
    title = ", ".join(names) or (words[0] if words else table.title)
    title = title[:1].upper() + title[1:]
    years = tuple(dict.fromkeys(year for year, _, _ in figures if year))
    said = [table.title, dataset.title, ", ".join(dataset.keywords), *words]
    return Record(
        address=f"data/{dataset.slug}/#{place}",
        kind=FIGURE,
        title=title,
        content=". ".join(dict.fromkeys(said)),
        subject=SUBJECT[dataset.subject],
        years=years,
        numbers=tuple(dict.fromkeys(_numbers(figures))),
        weight=_OFFICE_WEIGHT if dataset.subject in _OF_THE_OFFICE else _WEIGHT,
        meta={
            "nilai": json.dumps(figures, ensure_ascii=False, separators=(",", ":")),
            "sumber": table.title,
        },
    )


def _numbers(figures: list[tuple[str, str, str]]) -> Iterator[str]:
    """The years, and every number that is long enough to be looked for.

    >>> list(_numbers([("2024", "Jumlah: 11.341 KPM", ""), ("2023", "7 KPM", "")]))
    ['2024', '11.341', '2023']
    """
    for year, told, _ in figures:
        if year:
            yield year
        yield from (number for number in _NUMBER.findall(told) if len(number) >= _SOUGHT)
