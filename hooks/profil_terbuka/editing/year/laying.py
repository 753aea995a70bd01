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

_FOLDER = "isian-"


@dataclass(frozen=True, slots=True)
class Laid:
    """The files that were written, and those that were there and were left."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def round_folder(root: Path, agency: str, year: int) -> Path:
    """Where the files of a round lie."""
    return root / f"{_FOLDER}{year}" / agency


def round_years(root: Path, agency: str) -> tuple[int, ...]:
    """The years of which an agency has made forms, the newest last."""
    named = (
        folder.parent.name.removeprefix(_FOLDER) for folder in root.glob(f"{_FOLDER}*/{agency}")
    )
    return tuple(sorted(int(year) for year in named if year.isdecimal()))


def kept_day(folder: Path, year: int) -> datetime.date | None:
    """The day that the agency set when the forms were made; None where it set none."""
    file = folder / _day_file(year)
    try:
        return datetime.date.fromisoformat(file.read_text("utf-8").strip())
    except (OSError, ValueError):
        return None


def _day_file(year: int) -> str:
    return f"tenggat-{year}.txt"


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
    written += lay_lists(folder, round_, today)
    return Laid(tuple(written), tuple(left))


def lay_lists(folder: Path, round_: YearRound, today: datetime.date) -> tuple[Path, ...]:
    """Write what tells of the round as it stands: the list, the calendar, the day that was set."""
    files = _lists(round_, today)
    for name, data in files.items():
        write_atomically(folder / name, data)
    return tuple(folder / name for name in files)


def _lists(round_: YearRound, today: datetime.date) -> dict[str, bytes]:
    day = {_day_file(round_.year): f"{round_.wanted}\n".encode()} if round_.wanted else {}
    return {
        f"daftar-{round_.year}.csv": checklist_csv(round_),
        f"daftar-{round_.year}.txt": checklist_text(round_).encode(),
        f"tenggat-{round_.year}.ics": round_calendar(round_, today),
        **day,
    }


def form_file(form: OwedForm) -> bytes:
    """The workbook that asks for what a dataset lacks."""
    code = FormCode(form.dataset.slug, form.year)
    return form_bytes(form.open_sheets, guide_lines(form), code)
