"""Quality by named criteria: what was measured and how it ended, instead of stars."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from ..check import Tally
from ..model import Catalog, Dataset, NoteStatus
from ..model.messages import NOTHING, Message, message
from ..model.products import Measurement
from ..words.catalogues import text
from ..words.dates import date
from .criteria import ACKNOWLEDGED, AGE, ALL, OPEN_NOTES, PASSED, RAN, UNTOLD
from .description import description_measurements
from .figures import figure_measurements
from .measured import measured_count, measured_share
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
            *description_measurements(dataset),
            *_checks(tallies.get(dataset.slug, Tally())),
            *figure_measurements(dataset),
            _open_notes(dataset),
            _age(dataset, today),
        ]
        return tuple(sorted(found, key=lambda item: order[item.criterion]))

    return {dataset.slug: measured(dataset) for dataset in catalog.datasets}


def _checks(tally: Tally) -> Iterator[Measurement]:
    checks = message("quality.things-checks")
    yield measured_count(RAN, tally.ran, checks)
    settled = measured_share(PASSED, tally.passed + tally.acknowledged, tally.ran, checks)
    if settled:
        yield settled
    yield measured_count(ACKNOWLEDGED, tally.acknowledged, checks)
    if tally.untold:
        yield measured_count(UNTOLD, tally.untold, checks)


def _open_notes(dataset: Dataset) -> Measurement:
    unsettled = sum(note.status in _OPEN for note in dataset.notes)
    notes = message("quality.things-notes")
    return measured_count(OPEN_NOTES, unsettled, notes, met=not unsettled)


def _age(dataset: Dataset, today: datetime.date) -> Measurement:
    """Books are dated: that an edition is old says nothing against it, so nothing is judged."""
    days = max(0, (today - datetime.date.fromisoformat(dataset.issued)).days)
    said = message("quality.days-old", days=str(days), schedule=_schedule(dataset, today))
    return Measurement(AGE, days, text(said))


def _schedule(dataset: Dataset, today: datetime.date) -> Message:
    if dataset.frequency == "sekali":
        return message("quality.appears-once")
    due = dataset.expected
    if due is None:
        return message("quality.appears-irregularly")
    late = message("quality.overdue") if due < today else NOTHING
    return message("quality.next-expected", day=date(due.isoformat()), late=late)
