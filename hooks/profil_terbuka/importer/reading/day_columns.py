"""Columns in which Excel holds days among texts: days indeed, or what Excel made days of.

Excel makes a day of '5-9'; and set to American dates it takes '03/12/2024' for 12 March, while
'31/01/2024' stays a text. What was typed only people know.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ...model.messages import message
from ..grid import SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn
from .column_reading import ColumnReading, places
from .dates import in_figures, read_dates

DATE = "tanggal"
"""The kind of questions about days."""
AS_SHOWN, SWAPPED = "teks", "tukar"
_MONTHS = 12


def read_days(column: ReadColumn, answers: Answers) -> ColumnReading | None:
    """A column of days, or of texts of which Excel made days; None where it holds no days."""
    filled = [cell for cell in column.cells if not cell.empty]
    dated = [cell for cell in filled if cell.dated]
    texts = [cell for cell in filled if not cell.dated]
    days = read_dates(column.cells)
    if days is None:
        return _once_ranges(column, dated, answers) if dated and texts else None
    if _look_swapped(dated, texts):
        return _perhaps_swapped(replace(column, cells=days), dated, answers)
    told = message("importer.step-dates", title=column.title)
    return ColumnReading(replace(column, cells=days), (told,) if days != column.cells else ())


def _once_ranges(column: ReadColumn, dated: Sequence[SheetCell], answers: Answers) -> ColumnReading:
    """Excel makes a day of '5-9': what was typed is asked."""
    said = answer(answers, DATE, column.title)
    if said == AS_SHOWN:
        return ColumnReading(column)
    if said in _RANGES:
        return _retyped(column, dated, _RANGES[said])
    first = dated[0].text
    choices = [
        Choice(name, message("importer.choice-range", typed=typed(first)))
        for name, typed in _RANGES.items()
    ]
    choices.append(Choice(AS_SHOWN, message("importer.choice-date", day=first)))
    said_to_people = message(
        "importer.ask-range", title=column.title, places=places(dated), shown=first
    )
    question = Question(asked(DATE, column.title), said_to_people, tuple(choices))
    return ColumnReading(column, questions=(question,))


def _look_swapped(dated: Sequence[SheetCell], texts: Sequence[SheetCell]) -> bool:
    """Whether day and month of the days may have changed places.

    So it is where every day could be a month, while the texts are just those that could not.
    """
    parts = [in_figures(cell.text) for cell in texts]
    stayed = [part[0] > _MONTHS for part in parts if part]
    could_be_months = all(int(cell.text.split("-")[2]) <= _MONTHS for cell in dated)
    return bool(dated) and bool(stayed) and all(stayed) and could_be_months


def _perhaps_swapped(
    column: ReadColumn, dated: Sequence[SheetCell], answers: Answers
) -> ColumnReading:
    said = answer(answers, DATE, column.title)
    if said == AS_SHOWN:
        return ColumnReading(column, (message("importer.step-dates", title=column.title),))
    if said == SWAPPED:
        return _retyped(column, dated, swapped)
    first = dated[0].text
    question = Question(
        asked(DATE, column.title),
        message("importer.ask-swapped", title=column.title, places=places(dated), shown=first),
        (
            Choice(AS_SHOWN, message("importer.choice-date", day=first)),
            Choice(SWAPPED, message("importer.choice-swapped", day=swapped(first))),
        ),
    )
    return ColumnReading(column, questions=(question,))


def _retyped(
    column: ReadColumn, dated: Sequence[SheetCell], typed: Callable[[str], str]
) -> ColumnReading:
    """The column with the days written as people say that they were typed."""
    at_places = {(cell.row, cell.column) for cell in dated}
    cells = tuple(
        replace(cell, text=typed(cell.text), dated=False)
        if (cell.row, cell.column) in at_places
        else cell
        for cell in column.cells
    )
    told = message(
        "importer.step-retyped",
        title=column.title,
        places=places(dated),
        cells=tuple(dict.fromkeys(typed(cell.text) for cell in dated)),
    )
    return ColumnReading(replace(column, cells=cells), (told,))


def swapped(day: str) -> str:
    """A day with day and month in each other's place.

    >>> swapped("2024-03-12")
    '2024-12-03'
    """
    found = datetime.date.fromisoformat(day)
    return found.replace(month=found.day, day=found.month).isoformat()


def _day_month(text: str) -> str:
    _, month, day = text.split("-")
    return f"{int(day)}-{int(month)}"


def _month_day(text: str) -> str:
    _, month, day = text.split("-")
    return f"{int(month)}-{int(day)}"


_RANGES: Mapping[str, Callable[[str], str]] = {"hari-bulan": _day_month, "bulan-hari": _month_day}
"""Answer -> what was typed where Excel holds that day."""
