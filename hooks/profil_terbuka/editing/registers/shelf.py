"""Which registers an office keeps in its workbook, in their order, and what may be chosen there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...model import Catalog, Dataset
from ...model.messages import Message, message
from ...model.registers import (
    CUSTODY,
    DESK_DOCUMENTS,
    DESK_STATEMENTS,
    EXEMPT_INFORMATION,
    LEGAL_CORRECTIONS,
    URGENT_ANNOUNCEMENTS,
)
from ...ppid import ASKING, SERVICE_REPORT, assess_openness, read_law
from ...read import catalog as catalogs
from ...read import manuscripts
from ...words.catalogues import text
from ..target import Target, target_of
from .columns import BookColumn, Offered, book_columns
from .starting import register_dataset

SHEETS: Mapping[str, Message] = {
    DESK_DOCUMENTS: message("editing.sheet-documents"),
    CUSTODY: message("editing.sheet-custody"),
    DESK_STATEMENTS: message("editing.sheet-statements"),
    EXEMPT_INFORMATION: message("editing.sheet-withheld"),
    URGENT_ANNOUNCEMENTS: message("editing.sheet-announcements"),
    SERVICE_REPORT: message("editing.sheet-service"),
    LEGAL_CORRECTIONS: message("editing.sheet-corrections"),
}
"""What the sheets of the registers are called."""
REGISTER_ORDER = tuple(SHEETS)
"""The registers as the workbook and the workbench list them."""
_LONGEST = 110
"""Letters of a name in a list; behind it stands what it is known by."""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register as a sheet: where it lies or will lie, its rows, its columns."""

    target: Target
    dataset: Dataset
    columns: tuple[BookColumn, ...]

    @property
    def name(self) -> str:
        """What its sheet is called."""
        return text(SHEETS[self.target.slug])


def register_sheets(
    root: Path, agency: str, catalog: Catalog, day: datetime.date
) -> tuple[RegisterSheet, ...]:
    """All registers of an agency, also those that it does not keep yet."""
    offered = _offered(root, agency, catalog, day)
    found = []
    for slug in REGISTER_ORDER:
        target = target_of(root, agency, slug)
        dataset = register_dataset(target, day)
        columns = book_columns(dataset.main, offered.get(slug, {}))
        found.append(RegisterSheet(target, dataset, columns))
    return tuple(found)


def _offered(
    root: Path, agency: str, catalog: Catalog, day: datetime.date
) -> Mapping[str, Offered]:
    """Names of obligations, of datasets and of information, for the columns that refer to such."""
    law = read_law(catalog.reference, catalog.agency.region)
    leaves = law.leaves.values() if law else ()
    obligations = {"kewajiban": _labelled((leaf.name, leaf.text) for leaf in leaves)}
    asked = law.documents if law else ()
    documents = _labelled((document.name, document.title) for document in asked)
    stated = {"kewajiban": obligations["kewajiban"] | documents}
    datasets = {"dataset": _labelled((item.slug, item.title) for item in catalog.datasets)}
    written, _ = manuscripts.read_manuscripts(root, agency)
    openness = assess_openness(catalog, written, None, day)
    entries = openness.listed.entries if openness else ()
    named = [(item.address, item.cells["jenis"]) for item in entries]
    askers = (ASKING, text(message("editing.askers-registers")))
    held = _labelled((*named, askers))
    return {
        DESK_DOCUMENTS: obligations,
        DESK_STATEMENTS: stated,
        LEGAL_CORRECTIONS: obligations,
        EXEMPT_INFORMATION: datasets,
        CUSTODY: {"informasi": held | documents},
    }


def _labelled(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What people read -> what the register holds: its text, and in brackets its name."""
    return {f"{_short(words)} [{name}]": name for name, words in named if name}


def _short(words: str) -> str:
    """A text cut at a word.

    >>> _short("Satu dua")
    'Satu dua'
    """
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]} ..."


def catalog_of(root: Path, agency: str) -> Catalog | None:
    """What the agency publishes, for the checks; None where it cannot be read."""
    return catalogs.load(root, agency).catalog
