"""A name that the table has no code for: the register knows it, or people are asked.

Nothing is written with an empty code where every other row has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...model import Field, Role, Table
from ...model.geo import level_of
from ...model.messages import message
from ..questions import Answers, Choice, Question, answer, asked
from ..shaping.regions import Gazetteer, fold_region
from .codes import with_known_codes
from .incoming import Incoming, IncomingRow
from .open_matters import OpenMatters

CODE_OF = "kode"
"""The kind of questions about codes of new names."""


def with_new_codes(item: Incoming, known: Gazetteer, answers: Answers) -> Incoming:
    """The rows with a code for every name that is new, or what has to be asked first."""
    rows = [replace(row, told=with_known_codes(item.table, row.told)) for row in item.rows]
    found = OpenMatters()
    for field in _coded_fields(item.table):
        rows = _coded(item.table, field, rows, _Codes(item.table, field, known, answers, found))
    return replace(
        item,
        rows=tuple(rows),
        steps=(*item.steps, *found.steps),
        questions=(*item.questions, *found.questions),
        obstacles=(*item.obstacles, *found.obstacles),
    )


def _coded_fields(table: Table) -> Iterable[Field]:
    """The columns of codes in which every row has one beside its name."""
    at = table.schema.position
    for field in table.schema.with_role(Role.CODE):
        if field.labels and table.cells:
            named = [cells for cells in table.cells if cells[at[field.labels]]]
            if all(cells[at[field.name]] for cells in named):
                yield field


def _coded(
    table: Table, field: Field, rows: Sequence[IncomingRow], codes: _Codes
) -> list[IncomingRow]:
    label = str(field.labels)
    return [
        replace(row, told={**row.told, field.name: codes.of(row.told[label], row.told)})
        if row.told.get(label) and not row.told.get(field.name)
        else row
        for row in rows
    ]


class _Codes:
    """Finds the codes of new names in one column; each name is told or asked about once."""

    def __init__(
        self, table: Table, field: Field, known: Gazetteer, answers: Answers, found: OpenMatters
    ) -> None:
        at = table.schema.position
        self.field, self.known, self.answers, self.found = field, known, answers, found
        self.names = {cells[at[field.name]]: cells[at[str(field.labels)]] for cells in table.cells}
        self.is_of_regions = set(self.names) <= set(known.names)
        self._told: set[str] = set()

    def of(self, name: str, told: Mapping[str, str]) -> str:
        """The code of a name, or '' with a question; `told` is the row that it stands in."""
        codes = self._registered(name, told) if self.is_of_regions else []
        said = answer(self.answers, CODE_OF, name)
        if said and not self._fits(said, name):
            self._refuse(name, said)
            return ""
        if said:
            return said
        if len(codes) == 1:
            self._tell(name, codes[0])
            return codes[0]
        self._ask(name, codes)
        return ""

    def _registered(self, name: str, told: Mapping[str, str]) -> list[str]:
        """The codes of the register for a name, of the level of the others, within its region."""
        levels = {level_of(code) for code in self.names}
        codes = [c for c in self.known.codes.get(fold_region(name), ()) if level_of(c) in levels]
        above = {
            code
            for text in told.values()
            for code in (text, *self.known.codes.get(fold_region(text), ()))
            if code in self.known.names and level_of(code) < min(levels)
        }
        if not above:
            return codes
        return [code for code in codes if any(code.startswith(f"{other}.") for other in above)]

    def _fits(self, said: str, name: str) -> bool:
        """Whether a code is written like the others, and is no other thing's."""
        shapes = {_shape(code) for code in self.names}
        return _shape(said) in shapes and self.names.get(said, name) == name

    def _refuse(self, name: str, said: str) -> None:
        if name not in self._told:
            self._told.add(name)
            self.found.obstacles.append(
                message(
                    "importer.answer-no-code",
                    question=asked(CODE_OF, name),
                    answer=said,
                    example=next(iter(self.names)),
                )
            )

    def _tell(self, name: str, code: str) -> None:
        if name not in self._told:
            self._told.add(name)
            title = self.field.title
            self.found.steps.append(
                message("importer.step-new-code", name=name, code=code, title=title)
            )

    def _ask(self, name: str, codes: Sequence[str]) -> None:
        if name in self._told:
            return
        self._told.add(name)
        said = message("importer.ask-code", name=name, title=self.field.title)
        choices = tuple(Choice(code, message("importer.choice-code", code=code)) for code in codes)
        example = next(iter(self.names))
        free = message("importer.free-code", example=example)
        self.found.questions.append(Question(asked(CODE_OF, name), said, choices, free))


def _shape(code: str) -> str:
    """How a code is written: each letter and digit alike.

    >>> _shape("99.01"), _shape("LKS-7")
    ('00.00', 'aaa-0')
    """
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "0", code))
