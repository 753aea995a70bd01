"""The half-year's workbook for the main information officer (PPID Utama) is drawn."""

from __future__ import annotations

from pathlib import Path

from ..importer.grid import Book
from ..importer.reasons import Unusable
from ..model.messages import message
from ..pipeline import CACHE, examine
from ..ppid import (
    HalfYear,
    HalfYearReport,
    counted_half_year,
    half_year_book,
    half_year_name,
    half_year_of,
    list_at_start,
    list_changes,
)
from ..read.catalog import DATASETS
from ..system.cache import Cache


def drawn_half_year(
    root: Path, agency: str, half: HalfYear | None, register: Book | None = None
) -> tuple[str, bytes]:
    """The workbook as the name of its file and its bytes; without `half` of the one that runs.

    The office's register is read where it lies, and its counts alone are told. Raises Unusable
    where the agency's data are faulty, the half has not begun, or the register cannot be counted.
    """
    checked = examine(root, agency, Cache(root / CACHE))
    if checked.catalog is None or checked.openness is None:
        raise Unusable(message("editing.half-year-unknown"))
    chosen = half or half_year_of(checked.day)
    if chosen.start > checked.day:
        raise Unusable(message("editing.half-year-to-come", half=chosen.title))
    former = list_at_start(root, f"{DATASETS}/{agency}", chosen)
    openness = checked.openness
    changes = list_changes(former, openness.listed) if former else openness.changes
    counts = counted_half_year(checked.catalog, register, chosen) if register else None
    report = HalfYearReport(chosen, changes, counts)
    return half_year_name(report, openness), half_year_book(report, openness, checked.catalog)
