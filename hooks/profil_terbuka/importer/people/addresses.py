"""Columns of addresses: those of offices, buildings and land may be published, those of homes not.

Beside names of people an address is that of a home; beside names of institutions it is theirs.
Where neither tells, people are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ...model.messages import message
from ...privacy.kinds import PrivateKind
from ...privacy.scan import hits
from ..grid import SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from ..shaping.sheet_table import SheetColumn, SheetTable

ADDRESS = "alamat"
"""The kind of questions about addresses."""
_HOMES, _OTHERS = "orang", "bukan"
_SAMPLE = 400
_ONE_IN = 5
_TITLE = re.compile(r"\balamat\b", re.IGNORECASE)
_NAMES = re.compile(r"\b(nama|lembaga|panti|gedung|kantor|instansi)\b", re.IGNORECASE)
_OFFICES = (
    r"panti|lksa?|yayasan|balai|sekolah|s[dm][nap]\w*|puskesmas|posyandu|puskesos|rs\w*|klinik|dinas|"
    r"badan|kantor|bidang|forum|karang|lembaga|organisasi|kelompok|pt|cv|ud|masjid|gereja|pasar|"
    r"program|kegiatan|gedung|aula"
)
_PLACES = r"rumah|kota|kab\w*|kecamatan|kec|kelurahan|kel|desa|jalan"
"""Names of places as well, but words of every address."""
_OFFICE = re.compile(rf"\b({_OFFICES})\b", re.IGNORECASE)
_INSTITUTION = re.compile(rf"\b({_OFFICES}|{_PLACES})\b", re.IGNORECASE)


def private_addresses(
    table: SheetTable, about_people: bool, answers: Answers
) -> tuple[list[int], list[Question]]:
    """Places of the columns that hold addresses of homes, and questions about those that may.

    `about_people`: the table names people, or holds numbers that only people have.
    """
    found: list[int] = []
    questions: list[Question] = []
    for at in _addresses(table.columns):
        column = table.columns[at]
        said = answer(answers, ADDRESS, column.title)
        if said == _HOMES or (about_people and said != _OTHERS):
            found.append(at)
        elif said != _OTHERS and not _of_institutions(column, table):
            questions.append(_whose(column))
    return found, questions


def found_in(column: SheetColumn) -> frozenset[PrivateKind]:
    """The kinds of private data in a column, where at least one cell in five holds any."""
    filled = [cell.shown for cell in islice(filter(_may_name, column.cells), _SAMPLE)]
    found = [hits(text, in_cell=True) for text in filled]
    holding = [here for here in found if here]
    if _ONE_IN * len(holding) < len(filled):
        return frozenset()
    return frozenset(hit.kind for here in holding for hit in here)


def _may_name(cell: SheetCell) -> bool:
    """Whether a cell can be anybody's: a fraction is a measurement, however many figures it has."""
    return not cell.empty and (cell.number is None or cell.number == int(cell.number))


def names_institutions(column: SheetColumn) -> bool:
    """Whether most cells of a column speak of an institution or a public place."""
    return _mostly(_INSTITUTION, column)


def _mostly(pattern: re.Pattern[str], column: SheetColumn) -> bool:
    filled = [cell.text for cell in column.cells if cell.text]
    told = sum(1 for text in filled if pattern.search(text))
    return 2 * told > len(filled)


def _addresses(columns: Sequence[SheetColumn]) -> Iterator[int]:
    for at, column in enumerate(columns):
        if _TITLE.search(column.title) or PrivateKind.ADDRESS in found_in(column):
            yield at


def _of_institutions(column: SheetColumn, table: SheetTable) -> bool:
    """Whether the cells themselves, or the names beside them, are those of institutions."""
    beside = [other for other in table.columns if _NAMES.search(other.title)]
    return _mostly(_OFFICE, column) or any(map(names_institutions, beside))


def _whose(column: SheetColumn) -> Question:
    return Question(
        asked(ADDRESS, column.title),
        message("importer.ask-whose-address", title=column.title, column=column.letters),
        (
            Choice(_HOMES, message("importer.choice-home")),
            Choice(_OTHERS, message("importer.choice-no-home")),
        ),
    )
