"""Questions in SQL that anybody may ask of an agency's database, made from what it holds.

Each is a whole statement that runs as it stands, in any program that opens SQLite. Of what a
question is about nothing is known here but the schema: columns by their roles, units, statuses.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from ..model import Catalog
from ..model.messages import Message
from .measured_tables import measured_tables
from .number_questions import NUMBER_QUESTIONS, Question
from .standing_questions import standing_questions

QUESTIONS = 10
ANSWER_ROWS = 10
"""So many rows of an answer stand on the page; the statement itself may give more."""
SqlValue = str | int | float | None


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with the first rows of its answer; `rows` is how many there are."""

    name: str
    title: Message
    sql: str
    columns: tuple[str, ...]
    answer: tuple[tuple[SqlValue, ...], ...]
    rows: int


def answered_questions(catalog: Catalog, database: bytes) -> tuple[AnsweredQuestion, ...]:
    """Ten questions that have an answer, run on the very bytes that are published.

    >>> from ..downloads.formats.database import database
    >>> from ..model.invented import invented_catalog, invented_dataset, invented_table
    >>> rows = [(2023, "A", 40), (2024, "A", 60), (2024, "B", 5), (2024, "C", 7)]
    >>> catalog = invented_catalog(
    ...     invented_dataset(invented_table("tahun, desa, jumlah (orang)", *rows))
    ... )
    >>> found = answered_questions(catalog, database(catalog))
    >>> len(found), found[0].columns, found[0].answer
    (10, ('desa', 'jumlah'), (('A', 60), ('C', 7), ('B', 5)))
    """
    found: list[AnsweredQuestion] = []
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        connection.execute("PRAGMA query_only = ON")
        for question in _candidates(catalog):
            answered = _answered(connection, question)
            if answered.rows:
                found.append(answered)
            if len(found) == QUESTIONS:
                break
    return tuple(found)


def _candidates(catalog: Catalog) -> Iterator[Question]:
    """Those about numbers first; what every database can be asked comes where these are few."""
    tables = measured_tables(catalog)
    for ask in NUMBER_QUESTIONS:
        yield from ask(tables)
    yield from standing_questions(catalog)


def _answered(connection: sqlite3.Connection, question: Question) -> AnsweredQuestion:
    name, title, sql = question
    answer = connection.execute(sql)
    columns = tuple(column[0] for column in answer.description)
    rows = answer.fetchall()
    shown = tuple(map(tuple, rows[:ANSWER_ROWS]))
    return AnsweredQuestion(name, title, sql, columns, shown, len(rows))
