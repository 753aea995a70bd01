"""Headings among months that are no month which is known: 'Sptmbr' between 'Agust' and 'Okt'.

Left alone such a column would be taken for another measure, and its month would be missing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model.calendar_names import MONTHS
from ...model.messages import message
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn, ReadTable
from ..shaping.heading_dimensions import MONTH, believed, meaning_of
from .dates import MONTH_NUMBERS

WHICH_MONTH = "bulan"
"""The kind of questions which month a heading is."""
NO_MONTH = "bukan"
_WORD = re.compile(r"[^\W\d_]+\.?")
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class MonthHeadings:
    """The table with the months that people have told, and what is still asked."""

    table: ReadTable
    questions: tuple[Question, ...] = ()


def with_told_months(
    table: ReadTable, measures: Sequence[ReadColumn], answers: Answers
) -> MonthHeadings:
    """The table, each heading among its months one that is known, or asked about.

    >>> columns = [ReadColumn((title,), ()) for title in ("Jul", "Agust", "Sptmbr", "Okt")]
    >>> table = ReadTable(tuple(columns), ())
    >>> [question.name for question in with_told_months(table, columns, {}).questions]
    ['bulan Sptmbr']
    >>> with_told_months(table, columns, {"bulan Sptmbr": "September"}).table.columns[2].title
    'September'
    """
    months = [dict(meaning_of(column.path).told).get(MONTH) for column in measures]
    if MONTH not in believed(meaning_of(column.path) for column in measures):
        return MonthHeadings(table)
    missing = [name for name in MONTHS if name not in months]
    named: dict[str, ReadColumn] = {}
    questions: list[Question] = []
    for at, column in enumerate(measures):
        if not missing or not _may_be_month(measures, months, at):
            continue
        said = answer(answers, WHICH_MONTH, column.path[-1])
        if month := _month(said):
            named[column.title] = replace(column, path=(*column.path[:-1], month))
        elif said != NO_MONTH:
            questions.append(_question(column.path[-1], missing))
    columns = tuple(named.get(column.title, column) for column in table.columns)
    return MonthHeadings(replace(table, columns=columns), tuple(questions))


def _month(said: str) -> str:
    """The month that an answer names; '' where it names none."""
    number = MONTH_NUMBERS.get(said.casefold())
    return MONTHS[number - 1] if number else ""


def _may_be_month(measures: Sequence[ReadColumn], months: Sequence[str | None], at: int) -> bool:
    """Whether a heading of one word stands between months, or beside them and nearly names one."""
    meaning = meaning_of(measures[at].path)
    text = meaning.rest[-1] if meaning.rest else ""
    if MONTH in meaning.dimensions or meaning.is_total or not _WORD.fullmatch(text):
        return False
    if any(months[:at]) and any(months[at + 1 :]):
        return True
    beside = any(months[max(at - 1, 0) : at + 2])
    return beside and bool(difflib.get_close_matches(text.casefold(), MONTH_NUMBERS, 1, _NEAR))


def _question(text: str, missing: Sequence[str]) -> Question:
    choices = [Choice(name, message("importer.choice-month", month=name)) for name in missing]
    choices.append(Choice(NO_MONTH, message("importer.choice-no-month")))
    said = message("importer.ask-month", title=text)
    return Question(asked(WHICH_MONTH, text), said, tuple(choices))
