"""The counts of a year come out of the office's register into the report's dataset: only numbers.

The register is read where it lies. Nothing that it tells of people is kept, shown, or told.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..history import EditionWishes
from ..importer.grid import Book
from ..importer.merging import IncomingRow, Merge, amended_rows, told_changes
from ..importer.reasons import Unusable
from ..model import ChangeKind
from ..model.messages import Message, message
from ..ppid import SERVICE_REPORT, YearCounts, counted_year
from ..words.catalogues import text
from .office import office_catalog
from .registers.starting import begin_register
from .renewing import DatasetChange, renew_files
from .target import Target, target_of
from .undoing import all_or_nothing


class HoldsPeople(Unusable):
    """A file that is never brought as a table: it is about people."""


@dataclass(frozen=True, slots=True)
class ServiceCounts:
    """The counts of a year, and what they change; `merge` is None where no report is kept yet."""

    target: Target
    counts: YearCounts
    merge: Merge | None

    @property
    def alters(self) -> bool:
        """Whether keeping them changes anything."""
        return self.merge is None or self.merge.alters

    @property
    def told(self) -> tuple[Message, ...]:
        """The counts, and what they change in the report that is there."""
        changes = told_changes(self.merge) if self.merge else ()
        return (*_told_counts(self.counts), *changes)


def service_counts(
    root: Path, agency: str, book: Book, year: int, today: datetime.date
) -> ServiceCounts:
    """What a register says of a year; raises Unusable with every cell that must be mended first."""
    if year >= today.year:
        raise Unusable(message("editing.year-not-over", year=str(year)))
    counts = counted_year(office_catalog(root, agency), book, year)
    target = target_of(root, agency, SERVICE_REPORT)
    return ServiceCounts(target, counts, _merge(target, counts) if target.dataset else None)


def keep_service_counts(
    root: Path, agency: str, counts: YearCounts, today: datetime.date
) -> tuple[Message, ...]:
    """Write the counts, beginning the dataset where there is none; what the person should know.

    Chapters of the year's report that are written already stay.
    """
    target = target_of(root, agency, SERVICE_REPORT)
    with all_or_nothing(target.folder):
        if target.dataset is None:
            begin_register(target, today)
            target = target_of(root, agency, SERVICE_REPORT)
        merge = _merge(target, counts)
        if not merge.alters:
            return (message("editing.nothing-new"),)
        why = text(message("editing.why-counted", year=str(counts.year)))
        wishes = EditionWishes("", ChangeKind.DATA, why)
        told = renew_files(target, DatasetChange((merge,)), wishes, today)
    return (message("editing.dataset-renewed", folder=target.shown), *told)


def _merge(target: Target, counts: YearCounts) -> Merge:
    if target.dataset is None:
        raise ValueError("the report's dataset is not there")
    return amended_rows(target.dataset.main, [IncomingRow(_row(counts), str(counts.year))])


def _row(counts: YearCounts) -> Mapping[str, str]:
    """The columns of the report's dataset that a register fills."""
    return {
        "tahun": str(counts.year),
        "permintaan": str(counts.received),
        "dikabulkan_seluruhnya": str(counts.granted),
        "dikabulkan_sebagian": str(counts.in_part),
        "ditolak": str(counts.refused),
        "rata_hari_kerja": "" if counts.average is None else f"{counts.average:f}",
        "alasan_penolakan": text(_reasons(counts)),
        "keberatan": str(counts.objections),
        "sengketa": str(counts.disputes),
    }


def _reasons(counts: YearCounts) -> Message:
    if not counts.grounds:
        return message("editing.counts-no-refusal")
    grounds = tuple(
        message("editing.counts-ground", ground=ground, count=count)
        for ground, count in counts.grounds
    )
    return message("editing.counts-grounds", grounds=grounds)


def _told_counts(counts: YearCounts) -> Iterator[Message]:
    if not counts.received:
        yield message("editing.counts-nobody-asked", year=str(counts.year))
    yield message(
        "editing.counts-requests",
        year=str(counts.year),
        received=counts.received,
        granted=counts.granted,
        in_part=counts.in_part,
        refused=counts.refused,
    )
    if counts.withdrawn:
        yield message("editing.counts-withdrawn", count=counts.withdrawn)
    if counts.average is not None:
        yield message("editing.counts-average", days=counts.average)
    yield message("editing.counts-reasons", reasons=_reasons(counts))
    yield message(
        "editing.counts-objections", objections=counts.objections, disputes=counts.disputes
    )
