"""Forms that came back: read one by one, and told with what each would do or what it lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..editing.sending import open_sending
from ..editing.year import (
    FormFate,
    ReturnedForm,
    ReturnedRound,
    bring_form,
    fate_words,
    returned_round,
)
from ..importer import Question
from ..importer.merging import Merge
from ..model import Field
from ..model.messages import Message, message
from ..system.cache import digest
from ..system.canonical import zip_bytes
from ..words.catalogues import text
from ..words.labels import cell
from .bench import Workbench
from .changes import ToldChanges, told_cells
from .errands import Errand, Tell
from .examining import state_of
from .intakes import Intake, file_name
from .results import ShownTable
from .sheet_kinds import discreet
from .visits import Upload

_ZIP = ".zip"
_TOGETHER = "isian.zip"
_MOMENT = "2000-01-01T00:00:00"
_ROWS_SHOWN = 12
_SHOWN_OTHERWISE = frozenset({"importer.row-added", "importer.merge-summary"})
"""New rows are shown with their numbers, and counted where the form is named."""


@dataclass(frozen=True, slots=True)
class ToldForm:
    """One form that came back: what it would change, or what is wrong or missing in it."""

    file: str
    title: str
    told: str
    changes: ToldChanges
    added: tuple[ShownTable, ...]
    faults: tuple[str, ...]
    questions: tuple[Question, ...]
    unfilled: tuple[str, ...]


def sent_together(uploads: Iterable[Upload]) -> tuple[str, bytes]:
    """The files of a form as one: a ZIP that came alone as it is, all else packed into one."""
    named = [(file_name(upload.name) or "isian", upload.content.read()) for upload in uploads]
    if len(named) == 1 and named[0][0].lower().endswith(_ZIP):
        return named[0]
    files: dict[str, bytes] = {}
    for name, data in named:
        files[_free(name, files)] = data
    return _TOGETHER, zip_bytes(files, _MOMENT)


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, numbered where another file has it.

    >>> _free("pbi-2025.xlsx", {"pbi-2025.xlsx"})
    'pbi-2025 (2).xlsx'
    """
    path, found, number = Path(name), name, 2
    while found in taken:
        found, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return found


def reading(bench: Workbench, intake: Intake) -> Errand:
    """The forms of an intake as the data lie there now: being read, or read before."""
    state = state_of(bench.root, intake.agency)
    said = digest(json.dumps(dict(intake.answers)), state)
    return bench.errands.begin(
        f"kembali/{intake.name}/{said}", lambda tell: _read_forms(bench.root, intake, tell)
    )


def _read_forms(root: Path, intake: Intake, tell: Tell) -> ReturnedRound:
    """Raises Unusable where the ZIP cannot be opened, or holds no form at all."""
    sending = open_sending(intake.stored)
    forms = []
    for file in sending.files:
        tell(message("workbench.step-form", file=file.name))
        forms.append(bring_form(root, intake.agency, file, intake.answers))
    return returned_round(root, intake.agency, forms, sending.others)


def told_forms(round_: ReturnedRound, fate: FormFate) -> tuple[ToldForm, ...]:
    """The forms of which that became, for a page: nothing of people is repeated."""
    return tuple(map(_told, round_.having(fate)))


def _told(form: ReturnedForm) -> ToldForm:
    receipt = form.receipt
    renewal = form.brought.renewal if form.brought else None
    dataset = form.target.dataset if form.target else None
    return ToldForm(
        file=form.file.name,
        title=dataset.title if dataset else "",
        told=text(fate_words(form)),
        changes=told_cells(said for said in receipt.changes if said.name not in _SHOWN_OTHERWISE),
        added=tuple(_added(merge) for merge in renewal.merges if merge.added) if renewal else (),
        faults=tuple(_plainly(receipt.obstacles)),
        questions=receipt.questions,
        unfilled=tuple(_plainly(receipt.unfilled)),
    )


def _plainly(said: Iterable[Message]) -> Iterator[str]:
    return (text(discreet(item, None)) for item in said)


def _added(merge: Merge) -> ShownTable:
    """The rows that are new in a table, as they will be kept."""
    fields = merge.table.schema.fields
    key = [merge.table.schema.position[name] for name in merge.table.schema.primary_key]
    new = set(merge.added)
    rows = [cells for cells in merge.cells if tuple(cells[at] for at in key) in new]
    return ShownTable(
        title=text(message("workbench.new-rows", title=merge.table.title)),
        heads=tuple(field.title for field in fields),
        numeric=tuple(field.type in ("integer", "number") for field in fields),
        rows=tuple(tuple(map(_shown, cells, fields)) for cells in rows[:_ROWS_SHOWN]),
        more=max(0, len(rows) - _ROWS_SHOWN),
    )


def _shown(written: str, field: Field) -> str:
    """A cell of a file as the language writes it."""
    is_number = field.type in ("integer", "number") and written
    return cell(Decimal(written) if is_number else written or None, field.type)
