"""The files of a year's round, laid into a folder: a ZIP for each division, list and calendar.

What a division was given once is not written again unless that is asked for, and then what lies
there is kept under another name: somebody may have filled it in by now.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from ...importer.drafting.names import dataset_slug
from ...importer.merging import FormCode
from ...system.cache import write_atomically
from ...system.canonical import zip_bytes
from .checklist import checklist_csv, checklist_text, round_calendar
from .guide import guide_lines
from .owed import OwedForm, YearRound
from .workbook import form_bytes

_FOLDER = "isian-"
_FORMER = "-lama"


@dataclass(frozen=True, slots=True)
class Laid:
    """The files that were written, those that were there and were left, or kept under new names."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


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


def forget_day(folder: Path, year: int) -> None:
    """No day is set for all forms any more: each is due as its obligation says."""
    (folder / _day_file(year)).unlink(missing_ok=True)


def _day_file(year: int) -> str:
    return f"tenggat-{year}.txt"


def division_zip(division: str, year: int) -> str:
    """What the file is called in which a division gets its forms.

    >>> division_zip("Bidang Statistik", 2025)
    'bidang-statistik-2025.zip'
    """
    return f"{dataset_slug(division)}-{year}.zip"


def lay_round(folder: Path, round_: YearRound, today: datetime.date, anew: bool = False) -> Laid:
    """Write the forms that are still owed, the list and the calendar.

    `anew`: also where forms lie there already; these are kept beside the new ones.
    """
    written: list[Path] = []
    left: list[Path] = []
    kept: list[Path] = []
    for division in round_.divisions:
        target = folder / division_zip(division, round_.year)
        data = _packed(round_, division)
        is_known = target.exists() and data is not None and target.read_bytes() == data
        if target.exists() and (not anew or data is None or is_known):
            left.append(target)
            continue
        if target.exists():
            kept.append(_put_aside(target))
        if data is not None:
            write_atomically(target, data)
            written.append(target)
    written += lay_lists(folder, round_, today)
    return Laid(tuple(written), tuple(left), tuple(kept))


def _packed(round_: YearRound, division: str) -> bytes | None:
    """The ZIP with what a division still owes; None where that is nothing."""
    forms = {
        FormCode(form.dataset.slug, form.year).file: form_file(form)
        for form in round_.of(division)
        if form.open_sheets
    }
    return zip_bytes(forms, f"{round_.year}-12-31T00:00:00") if forms else None


def _put_aside(file: Path) -> Path:
    """The file under a name that nothing has: 'bidang-x-2025-lama.zip', '...-lama-2.zip'."""
    endings = chain([_FORMER], (f"{_FORMER}-{number}" for number in count(2)))
    names = (file.with_stem(f"{file.stem}{ending}") for ending in endings)
    target = next(name for name in names if not name.exists())
    return file.rename(target)


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
