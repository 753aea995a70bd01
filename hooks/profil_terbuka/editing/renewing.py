"""The files of a dataset after rows changed: an edition that was published is kept first."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from ..disclosure import carry_true_rows, is_small
from ..history import EditionWishes, next_edition
from ..importer.merging import Merge
from ..model import Role
from ..model.messages import Message, message
from ..read import descriptor
from ..system.cache import write_atomically
from ..system.canonical import csv_text, json_like
from .notes import Reason, with_notes
from .staging import close_copy, closed_merges, settle, staged
from .target import Target, target_of

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DatasetChange:
    """What is to be changed in a dataset."""

    merges: tuple[Merge, ...]
    change: Callable[[Document], Document] = dict
    """What becomes of the descriptor, notes aside."""
    reason: Reason | None = None
    """With it each corrected number gets a note, unless it is withheld."""


def renew_files(
    target: Target, made: DatasetChange, wishes: EditionWishes, today: datetime.date
) -> tuple[Message, ...]:
    """Write the tables and the descriptor; what the person should know.

    Raises history.Impossible where the edition cannot be kept, and Unusable where what must not be
    known of people would be told; both before anything is written.
    """
    with staged(target) as copy:
        told: list[Message] = []
        kept = next_edition(copy.root, copy.home.name, copy.slug, wishes, today)
        if kept is not None:
            carry_true_rows(copy.root, kept)
            told.append(message("editing.edition-kept", version=kept.name))
        _write(copy, made)
        told += close_copy(copy)
        shown = _shown(copy, made)
        if made.reason is not None:
            _describe(copy, partial(with_notes, merges=shown, reason=made.reason))
        settle(copy, target)
    return tuple(told)


def as_shown(target: Target, made: DatasetChange) -> tuple[Merge, ...]:
    """The merges as they may be told, tried in a copy: without numbers that would be withheld."""
    if not any(map(_may_tell, made.merges)):
        return made.merges
    with staged(target) as copy:
        _write(copy, made)
        close_copy(copy)
        return _shown(copy, made)


def _may_tell(merge: Merge) -> bool:
    """Whether a merge holds small numbers, or changes a table in which some are withheld."""
    if any(map(merge.table.withheld, merge.table.rows)):
        return True
    return any(is_small(Decimal(text)) for text in _numbers(merge) if text)


def _numbers(merge: Merge) -> Iterator[str]:
    """The numbers that a merge brings or replaces."""
    position = merge.table.schema.position
    measures = [field.name for field in merge.table.schema.with_role(Role.MEASURE)]
    key = [position[name] for name in merge.table.schema.primary_key]
    added = set(merge.added)
    for cells in merge.cells:
        if tuple(cells[at] for at in key) in added:
            yield from (cells[position[name]] for name in measures)
    for item in merge.changed:
        if item.column in measures:
            yield from (item.old, item.new)


def _shown(copy: Target, made: DatasetChange) -> tuple[Merge, ...]:
    dataset = target_of(copy.root, copy.home.name, copy.slug).dataset
    return closed_merges(made.merges, dataset.tables if dataset else ())


def _write(copy: Target, made: DatasetChange) -> None:
    for merge in made.merges:
        if merge.alters:
            head = [field.name for field in merge.table.schema.fields]
            data = csv_text(head, merge.cells, merge.table.writing.delimiter)
            write_atomically(copy.folder / merge.table.path, data)
    _describe(copy, made.change)


def _describe(copy: Target, change: Callable[[Document], Document]) -> None:
    file = copy.folder / descriptor.NAME
    former = file.read_text("utf-8-sig")
    document = json.loads(former)
    after = change(document)
    if after != document:
        write_atomically(file, json_like(former, after))
