"""A file becomes a dataset, or its rows come into one that is there; nothing is lost either way."""

from __future__ import annotations

import datetime
import difflib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..history import EditionWishes
from ..importer import (
    Answers,
    Draft,
    DraftWishes,
    Gazetteer,
    Imported,
    Receipt,
    draft_files,
    gazetteer,
    lay_files,
    prove,
    understand,
)
from ..importer.choosing import Chosen
from ..importer.elsewhere import Adopted, adopt
from ..importer.elsewhere.proving import choices_made, choices_reopened
from ..importer.grid import Book
from ..importer.merging import Renewal, into, stated_code, told_changes
from ..importer.merging.pinned_notes import with_pinned_notes
from ..importer.merging.renewed import renewed
from ..importer.reasons import Unusable
from ..model import ChangeKind
from ..model.messages import Message, message
from ..ppid import is_working_register
from ..read import descriptor
from ..read.catalog import reference
from ..system.cache import write_atomically
from ..system.collector import collector_at_rest
from ..words.catalogues import text
from .answers import keep_answers, kept_answers
from .notes import Reason
from .renewing import DatasetChange, as_shown, renew_files
from .sending import is_sending
from .service_counts import HoldsPeople
from .staging import close_copy, settle, staged
from .target import Target, identity, target_of

_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file would do: a draft or a package for a new dataset, a renewal for one there is.

    All None where people have to decide or mend something first.
    """

    receipt: Receipt
    draft: Draft | None = None
    renewal: Renewal | None = None
    package: Adopted | None = None
    chosen: Chosen | None = None
    """The table that was read, where it stands in its sheet; None for forms and packages."""


@collector_at_rest()
def bring(target: Target, book: Book, wishes: DraftWishes, answers: Answers) -> Brought:
    """What a file would do to a dataset, with `answers` and those given before; writes nothing.

    Raises Unusable for a form of the year's round that belongs elsewhere, and for a register.
    """
    _refuse_stray_form(target, book)
    if is_working_register(book):
        raise HoldsPeople(message("editing.register-is-counted"))
    said = {**kept_answers(target), **answers}
    known = regions_of(target)
    if target.dataset is None:
        made = understand(book, wishes, target.agency, said, known)
        return _proven(target, replace(made, receipt=_told_as_new(target, made.receipt)))
    found = into(book, target.dataset, said, known)
    if found.receipt.open:
        return Brought(found.receipt, chosen=found.chosen)
    if wishes.source:
        found = replace(found, source=replace(found.source, title=wishes.source))
    shown = as_shown(target, _change_of(found))
    changes = tuple(line for merge in shown for line in told_changes(merge))
    receipt = replace(found.receipt, changes=changes)
    return Brought(receipt, renewal=found, chosen=found.chosen)


def _change_of(found: Renewal, reason: Reason | None = None) -> DatasetChange:
    def change(document: Mapping[str, Any]) -> dict[str, Any]:
        told = renewed(document, found.merges, found.source)
        return with_pinned_notes(told, found.pinned)

    return DatasetChange(found.merges, change, reason)


def _told_as_new(target: Target, receipt: Receipt) -> Receipt:
    """The receipt, saying which dataset may be meant where a new one is called nearly like it."""
    known = [file.parent.name for file in target.home.glob(f"*/{descriptor.NAME}")]
    near = difflib.get_close_matches(target.slug, known, n=1, cutoff=_ALIKE)
    if not near:
        return receipt
    said = message("editing.new-or-meant", slug=target.slug, meant=near[0])
    return replace(receipt, steps=(said, *receipt.steps))


def _refuse_stray_form(target: Target, book: Book) -> None:
    """Raise Unusable for a form of another dataset, or of one that is not there."""
    code = stated_code(book)
    if code is None:
        return
    if code.slug != target.slug:
        raise Unusable(message("editing.form-of-other", code=code.slug, slug=target.slug))
    if target.dataset is None:
        raise Unusable(message("editing.form-of-no-dataset", folder=target.shown))


def _proven(target: Target, made: Imported) -> Brought:
    """The draft, if the format takes it; else what it refuses, as something to mend."""
    if made.draft is None:
        return Brought(made.receipt, chosen=made.chosen)
    try:
        prove(made.draft, target.slug)
    except Unusable as refused:
        receipt = replace(made.receipt, obstacles=(refused.said,))
        return Brought(receipt, chosen=made.chosen)
    return Brought(made.receipt, draft=made.draft, chosen=made.chosen)


def bring_package(root: Path, agency: str, source: Path, slug: str) -> tuple[Target, Brought]:
    """What a Data Package from elsewhere would become; `slug` '' for the name it has itself.

    Raises Unusable where it cannot, or where a dataset of that name is there.
    """
    package = adopt(source, identity(root, agency), slug)
    target = target_of(root, agency, package.slug)
    if target.dataset is not None:
        raise Unusable(message("editing.there-already", folder=target.shown))
    receipt = Receipt(source.name, steps=package.told, left_open=package.open)
    return target, Brought(receipt, package=package)


def is_package(source: Path) -> bool:
    """Whether a path is meant as a Data Package: its descriptor, its folder, or a ZIP of it.

    A ZIP or a folder of tables is none: those are forms that came back (`editing.year`).
    """
    if source.is_dir() or source.name == descriptor.NAME:
        return not is_sending(source)
    return source.suffix.lower() == ".zip" and source.is_file() and not is_sending(source)


def regions_of(target: Target) -> Gazetteer:
    """The regions within that of the agency."""
    return gazetteer(target.agency.region, reference(target.root))


def keep(
    target: Target, brought: Brought, answers: Answers, why: str, today: datetime.date
) -> tuple[Message, ...]:
    """Write what was brought, and the answers; what the person should know about it.

    `why` is the reason for a new edition; '': that the file brought rows. Nothing is written where
    any of it fails.
    """
    if brought.draft is not None:
        told = _lay(target, draft_files(brought.draft))
        keep_answers(target, answers)
        return told
    if brought.package is not None:
        return _lay(target, brought.package.files)
    found = brought.renewal
    if found is None:
        raise ValueError("nothing to keep: questions are open")
    if not found.alters:
        keep_answers(target, answers)
        return (message("editing.nothing-new"),)
    why = why or text(message("editing.why-brought", file=brought.receipt.file))
    wishes = EditionWishes("", ChangeKind.DATA, why)
    reason = Reason(why, target.agency.name, today)
    after = renew_files(target, _change_of(found, reason), wishes, today)
    keep_answers(target, answers)
    return (message("editing.dataset-renewed", folder=target.shown), *after)


def _json(document: Any) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _lay(target: Target, files: Mapping[str, bytes]) -> tuple[Message, ...]:
    """Write the files of a new dataset, without numbers that must not be shown.

    Choices that people have yet to make are made while small counts are looked for: a descriptor
    with open ones cannot be read.
    """
    before = json.loads(files[descriptor.NAME])
    with staged(target) as copy:
        lay_files(copy.folder, {**files, descriptor.NAME: _json(choices_made(before))})
        told = close_copy(copy)
        settle(copy, target)
    file = target.folder / descriptor.NAME
    closed = json.loads(file.read_text("utf-8"))
    write_atomically(file, _json(choices_reopened(closed, before)))
    return (message("editing.dataset-made", folder=target.shown), *told)
