"""The instructions that lie in every form, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...importer.merging import FormCode
from ...importer.merging.asked import has_totals
from ...model import Dataset, Role
from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.dates import date
from .form import FormSheet
from .owed import OwedForm
from .workbook import sheet_names


def guide_lines(owed: OwedForm) -> list[tuple[str, str]]:
    """What stands on the sheet of instructions: about what, and what is said."""
    code = FormCode(owed.dataset.slug, owed.year)
    lines = [
        (text(message("editing.guide-title")), owed.dataset.title),
        (text(message("importer.form-code")), str(code)),
        (text(message("editing.guide-from")), owed.division),
        (text(message("editing.guide-to")), owed.agency.name),
        (text(message("editing.guide-until")), text(due_words(owed))),
    ]
    if len(owed.sheets) > 1:
        lines += _sheets(owed.sheets)
    steps = enumerate(_steps(owed.dataset, owed.sheets), start=1)
    return [*lines, *((f"{at}.", text(step)) for at, step in steps)]


def due_words(owed: OwedForm) -> Message:
    """By when the form is wanted back, and by which rule; or that nobody has set a day."""
    if owed.due is None:
        return message("editing.due-not-set")
    day = date(owed.due.day.isoformat())
    if not owed.due.ground:
        return message("editing.due-day", day=day)
    return message("editing.due-by-rule", day=day, ground=owed.due.ground)


def _sheets(sheets: Sequence[FormSheet]) -> Iterator[tuple[str, str]]:
    """Which table each sheet is of."""
    for name, sheet in zip(sheet_names(len(sheets)), sheets, strict=True):
        yield text(message("editing.guide-sheet-of", name=name)), sheet.table.title


def _steps(dataset: Dataset, sheets: Sequence[FormSheet]) -> Iterator[Message]:
    """What to do, step by step; only what this very form has."""
    year, former = str(sheets[0].year), str(sheets[0].former)
    yield message("editing.step-fill", year=year, former=former)
    yield message("editing.step-numbers")
    yield message("editing.step-nothing")
    if any(sheet.table.schema.with_role(Role.STATUS) for sheet in sheets):
        yield message("editing.step-status")
    yield message("editing.step-new-things")
    if has_totals(dataset):
        yield message("editing.step-no-totals")
    yield message("editing.step-send")
