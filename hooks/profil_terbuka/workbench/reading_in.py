"""An intake is read: what its file would do, the sheet as it was understood, rows and charts."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from ..editing import Brought, Target, bring, bring_package, is_package, target_of
from ..importer import DraftWishes, Unusable, read_book, read_pasted
from ..model.messages import message
from ..read.catalog import DATASETS
from ..system.cache import Cache, digest
from ..words.catalogues import text
from .aftermath import Aftermath, aftermath, files_brought
from .errands import Tell
from .examining import state_of_dataset
from .intakes import Intake
from .sheet_drawing import DrawnSheet, drawn_sheet, marks_for
from .sheet_kinds import UnderstoodSheet, discreet, understood_sheet

_READING = message("workbench.step-reading")
_FINDING = message("workbench.step-finding")
_DRAWING = message("workbench.step-drawing")


@dataclass(frozen=True, slots=True)
class ReadIntake:
    """What a file would do to a dataset; `after` where nothing is left to decide."""

    target: Target
    brought: Brought
    sheet: DrawnSheet | None = None
    after: Aftermath | None = None


def errand_name(root: Path, intake: Intake) -> str:
    """Changes with all that is said about the intake, and with the dataset it comes into: it is
    read anew then."""
    state = state_of_dataset(root / DATASETS / intake.agency / intake.slug)
    said = json.dumps(
        [
            *(intake.slug, intake.new, intake.title, intake.unit, intake.subject, intake.named),
            dict(intake.answers),
        ]
    )
    return f"baca/{intake.name}/{digest(said, state)}"


def read_intake(root: Path, intake: Intake, cache: Cache, tell: Tell) -> ReadIntake:
    """Read it, step by step; raises Unusable where no table is found, or the name is taken."""
    tell(_READING)
    if is_package(intake.stored):
        return _package(root, intake, cache, tell)
    data = intake.stored.read_bytes()
    book = read_pasted(data) if intake.pasted else read_book(data, intake.file)
    target = target_of(root, intake.agency, intake.slug)
    if intake.new and target.dataset is not None:
        raise Unusable(message("workbench.name-taken", slug=intake.slug))
    tell(_FINDING)
    title = intake.title or text(message("workbench.untitled"))
    wishes = DraftWishes(intake.slug, title, intake.unit, intake.subject)
    brought = bring(target, book, wishes, intake.answers)
    sheet = understood_sheet(book, intake.answers, brought.chosen)
    after = _after(target, brought, cache, tell)
    return ReadIntake(target, _discreet(brought, sheet), _drawn(sheet, brought), after)


def _package(root: Path, intake: Intake, cache: Cache, tell: Tell) -> ReadIntake:
    tell(_FINDING)
    slug = intake.slug if intake.named else ""
    target, brought = bring_package(root, intake.agency, intake.stored, slug)
    return ReadIntake(target, brought, after=_after(target, brought, cache, tell))


def _after(target: Target, brought: Brought, cache: Cache, tell: Tell) -> Aftermath | None:
    if brought.receipt.open:
        return None
    tell(_DRAWING)
    return aftermath(target, files_brought(brought), cache)


def _discreet(brought: Brought, sheet: UnderstoodSheet | None) -> Brought:
    """With a receipt that repeats nothing of people."""
    receipt = brought.receipt
    told = replace(
        receipt,
        steps=tuple(discreet(said, sheet) for said in receipt.steps),
        obstacles=tuple(discreet(said, sheet) for said in receipt.obstacles),
        unfilled=tuple(discreet(said, sheet) for said in receipt.unfilled),
        questions=tuple(
            replace(question, said=discreet(question.said, sheet)) for question in receipt.questions
        ),
    )
    return replace(brought, receipt=told)


def _drawn(sheet: UnderstoodSheet | None, brought: Brought) -> DrawnSheet | None:
    if sheet is None:
        return None
    receipt = brought.receipt
    asked = [question.said for question in receipt.questions]
    return drawn_sheet(sheet, marks_for(asked, receipt.obstacles))
