"""What people look for and an agency has nothing of: said at once, with whom to ask instead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Dataset, Role

PACKAGE = "tidak-diterbitkan"
"""The reference package: words that people type, what they are about, and where to ask."""
_WORD = re.compile(r"[^\W_]+")

Absence = tuple[tuple[str, ...], str, str]
"""Words that people type for it, what it is, and where to ask."""


def absences(
    reference: Iterable[Dataset], agencies: Iterable[Iterable[Dataset]]
) -> tuple[Absence, ...]:
    """The matters of which no table of any of these agencies holds figures; none without the
    package.

    Rows of the same matter belong together; one of its words in a table with figures is enough for
    the matter to be there.
    """
    package = next((item for item in reference if item.slug == PACKAGE), None)
    if package is None:
        return ()
    matters: dict[str, tuple[list[str], str]] = {}
    for row in package.main.rows:
        word, matter, told = map(str, package.main.key(row, ("kata", "hal", "jawaban")))
        matters.setdefault(matter, ([], told))[0].append(word.lower())
    held = [words for datasets in agencies for dataset in datasets for words in _counted(dataset)]
    return tuple(
        (tuple(words), matter, told)
        for matter, (words, told) in matters.items()
        if not any(set(word.split()) <= known for word in words for known in held)
    )


def _counted(dataset: Dataset) -> Iterable[frozenset[str]]:
    """For each table with figures the words that say what they are of."""
    for table in dataset.tables:
        if not table.schema.with_role(Role.MEASURE):
            continue
        names = [dataset.title, table.title, *dataset.keywords]
        for column in table.schema.with_role(Role.DIMENSION):
            if column.type == "string":
                names += [str(value) for value in table.first_rows(column.name) if value]
        yield frozenset(word for name in names for word in _WORD.findall(name.lower()))
