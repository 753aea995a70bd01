"""Quality by named criteria: what was measured and how it ended, instead of stars."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from ..check import Tally
from ..model import Catalog, Dataset, NoteStatus
from ..model.products import Measurement
from ..words.dates import date
from .criteria import ACKNOWLEDGED, AGE, ALL, OPEN_NOTES, PASSED, RAN, UNTOLD
from .description import description
from .figures import figures
from .measured import count, share
from .table import TABLE, quality_csv

__all__ = ["ALL", "TABLE", "measure", "quality_csv"]

_OPEN = {NoteStatus.DOUBTFUL, NoteStatus.AWAITING}


def measure(
    catalog: Catalog, tallies: Mapping[str, Tally], today: datetime.date
) -> Mapping[str, tuple[Measurement, ...]]:
    """The measurements of each dataset in the order of `ALL`; a criterion may not apply to one."""
    order = {criterion: place for place, criterion in enumerate(ALL)}

    def measured(dataset: Dataset) -> tuple[Measurement, ...]:
        found = [
            *description(dataset),
            *_checks(tallies.get(dataset.slug, Tally())),
            *figures(dataset),
            _open_notes(dataset),
            _age(dataset, today),
        ]
        return tuple(sorted(found, key=lambda item: order[item.criterion]))

    return {dataset.slug: measured(dataset) for dataset in catalog.datasets}


def _checks(tally: Tally) -> Iterator[Measurement]:
    yield count(RAN, tally.ran, "pemeriksaan")
    settled = share(PASSED, tally.passed + tally.acknowledged, tally.ran, "pemeriksaan")
    if settled:
        yield settled
    yield count(ACKNOWLEDGED, tally.acknowledged, "pemeriksaan")
    if tally.untold:
        yield count(UNTOLD, tally.untold, "pemeriksaan")


def _open_notes(dataset: Dataset) -> Measurement:
    unsettled = sum(note.status in _OPEN for note in dataset.notes)
    return count(OPEN_NOTES, unsettled, "catatan", met=not unsettled)


def _age(dataset: Dataset, today: datetime.date) -> Measurement:
    """Books are dated: that an edition is old says nothing against it, so nothing is judged."""
    days = max(0, (today - datetime.date.fromisoformat(dataset.issued)).days)
    return Measurement(AGE, days, f"{days} hari; {_schedule(dataset, today)}")


def _schedule(dataset: Dataset, today: datetime.date) -> str:
    if dataset.frequency == "sekali":
        return "terbit satu kali"
    due = dataset.expected
    if due is None:
        return "terbit tidak tentu"
    late = ", sudah lewat" if due < today else ""
    return f"edisi berikutnya diharapkan {date(due.isoformat())}{late}"
