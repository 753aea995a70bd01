"""Seals a recorded edition anew when all that changed is that numbers were withheld in it.

An edition stays as it was published, but for one thing that weighs more: what must not be known of
people. Then the line of its first seal stays in edisi.csv, and a second one is written below it.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import CellStatus, Dataset, Table
from .ledger import Ledger
from .seal import CONTENT, edition_seal

_TEXTS = frozenset({"title", "description", "catatan", "resources"})
"""Keys whose words may be rewritten because they told the numbers; see `_same_shape`."""


def sealed_anew(ledger: Ledger, private: Dataset, public: Dataset, day: str) -> Ledger | None:
    """The ledger with a new seal for `public`, which withholds numbers of the edition `private`.

    None when `private` is not the edition that was recorded, or more was changed in `public`.
    """
    named = (public.slug, public.version)
    seals = {item.seal for item in ledger.records if (item.dataset, item.version) == named}
    if edition_seal(private) not in seals or not _only_withheld(private, public):
        return None
    last = next(item for item in ledger.current if (item.dataset, item.version) == named)
    record = replace(last, seal=edition_seal(public), date=day)
    if record.seal in seals:
        return ledger
    at = ledger.records.index(last)
    kept = ledger.records[: at + 1]
    if at > 0 and last.date == day and kept[at - 1].version == last.version:
        kept = ledger.records[:at]  # sealed anew today already: nobody has read that in between
    return replace(ledger, records=(*kept, record, *ledger.records[at + 1 :]))


def _only_withheld(private: Dataset, public: Dataset) -> bool:
    kept = [key for key in CONTENT if key not in _TEXTS]
    return (
        all(private.descriptor.get(key) == public.descriptor.get(key) for key in kept)
        and [note.name for note in private.notes] == [note.name for note in public.notes]
        and len(private.tables) == len(public.tables)
        and all(map(_same_shape, private.tables, public.tables))
    )


def _same_shape(private: Table, public: Table) -> bool:
    """The same columns and rows, of which only the withheld ones differ."""
    columns = [
        [(field.name, field.type, field.role) for field in table.schema.fields]
        for table in (private, public)
    ]
    if columns[0] != columns[1] or len(private.cells) != len(public.cells):
        return False
    rows = zip(private.cells, public.cells, public.rows, strict=True)
    return all(
        before == after or public.status(row) is CellStatus.WITHHELD for before, after, row in rows
    )
