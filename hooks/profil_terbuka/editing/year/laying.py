"""The files of a year's round, laid into a folder: a ZIP for each division, list and calendar.

What a division was given once is not written again: somebody may have filled it in by now.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from ...importer.merging import FormCode
from ...importer.names import dataset_slug
from ...system.cache import write_atomically
from ...system.canonical import zip_bytes
from .checklist import checklist_csv, checklist_text, round_calendar
from .guide import guide_lines
from .owed import OwedForm, YearRound
from .workbook import form_bytes


@dataclass(frozen=True, slots=True)
class Laid:
    """The files that were written, and those that were there and were left."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def round_folder(root: Path, round_: YearRound) -> Path:
    """Where the files of a round lie."""
    return root / f"isian-{round_.year}" / round_.agency.slug


def division_zip(division: str, year: int) -> str:
    """What the file is called in which a division gets its forms.

    >>> division_zip("Bidang Statistik", 2025)
    'bidang-statistik-2025.zip'
    """
    return f"{dataset_slug(division)}-{year}.zip"


def lay_round(folder: Path, round_: YearRound, today: datetime.date) -> Laid:
    """Write the forms that are still owed, the list and the calendar."""
    written: list[Path] = []
    left: list[Path] = []
    for division in round_.divisions:
        forms = {
            FormCode(form.dataset.slug, form.year).file: form_file(form)
            for form in round_.of(division)
            if form.open_sheets
        }
        target = folder / division_zip(division, round_.year)
        if target.exists():
            left.append(target)
        elif forms:
            write_atomically(target, zip_bytes(forms, f"{round_.year}-12-31T00:00:00"))
            written.append(target)
    for name, data in _lists(round_, today).items():
        write_atomically(folder / name, data)
        written.append(folder / name)
    return Laid(tuple(written), tuple(left))


def _lists(round_: YearRound, today: datetime.date) -> dict[str, bytes]:
    """What tells of the round as it stands; it is written anew each time."""
    return {
        f"daftar-{round_.year}.csv": checklist_csv(round_),
        f"daftar-{round_.year}.txt": checklist_text(round_).encode(),
        f"tenggat-{round_.year}.ics": round_calendar(round_, today),
    }


def form_file(form: OwedForm) -> bytes:
    """The workbook that asks for what a dataset lacks."""
    code = FormCode(form.dataset.slug, form.year)
    return form_bytes(form.open_sheets, guide_lines(form), code)
