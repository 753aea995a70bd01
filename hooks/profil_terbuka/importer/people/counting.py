"""A list of people as counts of them, by the columns that the person chooses.

Only counts may be published, and none where most groups are of one person: those point at people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model.messages import NOTHING, Message, message
from ..grid import SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable

COUNT_BY = "hitung"
"""The kind of questions about what people are counted by."""
_MOST_GROUPS = 60
Groups = Mapping[tuple[str, ...], int]
"""What people have in common -> how many of them there are."""


@dataclass(frozen=True, slots=True)
class WithoutPeople:
    """The table without columns about single people, and what was left out or is to be decided."""

    table: SheetTable
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    about_people: bool = False
    """Each row is one person: only counts may be published."""


def counted(
    table: SheetTable, told: Sequence[Message], questions: Sequence[Question], answers: Answers
) -> WithoutPeople:
    """The people of a list, counted; or the question by what."""
    wanted = [name.strip() for name in answer(answers, COUNT_BY).split(",")]
    folded = {name.casefold() for name in wanted}
    chosen = [column for column in table.columns if column.title.casefold() in folded]
    titles = tuple(column.title for column in chosen)
    rows = [at for at, kind in enumerate(table.kinds) if kind is RowKind.DATA]
    groups: Groups = Counter(tuple(column.cells[row].shown for column in chosen) for row in rows)
    why = _refused(wanted, titles, groups)
    if why != NOTHING or not chosen:
        able = [column for column in table.columns if _may_group(column, rows)]
        return WithoutPeople(
            replace(table, columns=(), kinds=(), numbers=()),
            tuple(told),
            (*questions, _by_what(able, len(rows), why)),
            about_people=True,
        )
    rest = [column for column in table.columns if column not in chosen]
    steps = [
        *told,
        message("importer.step-counted", rows=len(rows), groups=len(groups), titles=titles),
    ]
    if rest:
        shown = tuple(
            message("importer.named-column", column=c.letters, title=c.title) for c in rest
        )
        steps.append(message("importer.step-not-counted", columns=shown, titles=titles))
    return WithoutPeople(_counts(chosen, groups), tuple(steps), tuple(questions), about_people=True)


def _refused(wanted: Sequence[str], titles: tuple[str, ...], groups: Groups) -> Message:
    """Why people are not counted as was answered; NOTHING where they can be, or nobody answered."""
    known = {title.casefold() for title in titles}
    if unknown := tuple(name for name in wanted if name and name.casefold() not in known):
        return message("importer.count-by-none", titles=unknown)
    if titles and _are_single(groups):
        return message(
            "importer.count-by-single", titles=titles, groups=len(groups), single=_single(groups)
        )
    return NOTHING


def _single(groups: Groups) -> int:
    """How many groups are of one person.

    >>> _single(Counter([("Dadap",), ("Dadap",), ("Nangka",)]))
    1
    """
    return sum(1 for count in groups.values() if count == 1)


def _are_single(groups: Groups) -> bool:
    return 2 * _single(groups) > len(groups)


def _counts(chosen: Sequence[SheetColumn], groups: Groups) -> SheetTable:
    columns = [
        SheetColumn(column.path, tuple(SheetCell(key[at]) for key in groups), column.place)
        for at, column in enumerate(chosen)
    ]
    numbers = tuple(SheetCell(str(count)) for count in groups.values())
    columns.append(SheetColumn(("Jumlah (orang)",), numbers))
    kinds = (RowKind.DATA,) * len(groups)
    return SheetTable(tuple(columns), kinds, tuple(range(1, len(groups) + 1)))


def _may_group(column: SheetColumn, rows: Sequence[int]) -> bool:
    """Whether a column tells few enough things apart to count by."""
    groups: Groups = Counter((column.cells[row].shown,) for row in rows)
    few = 1 < len(groups) <= min(_MOST_GROUPS, max(len(rows) // 2, 2))
    return few and not _are_single(groups)


def _by_what(able: Sequence[SheetColumn], rows: int, why: Message) -> Question:
    said = message("importer.ask-count-by", rows=rows, why=why)
    choices = tuple(_suggestions([column.title for column in able]))
    return Question(asked(COUNT_BY), said, choices, message("importer.free-columns"))


def _suggestions(titles: Sequence[str]) -> Iterator[Choice]:
    for title in titles:
        yield Choice(title, message("importer.choice-count-by", titles=(title,)))
    if len(titles) > 1:
        both = tuple(titles[:2])
        yield Choice(", ".join(both), message("importer.choice-count-by", titles=both))
