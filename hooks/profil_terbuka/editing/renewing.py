"""The files of a dataset after rows changed: an edition that was published is kept first."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..disclosure import VAULT, carry_true_rows, withhold
from ..history import EditionWishes, next_edition
from ..importer.merging import Merge
from ..model.messages import Message, message
from ..read import descriptor
from ..system.cache import write_atomically
from ..system.canonical import csv_text, json_like
from .target import Target, target_of
from .undoing import all_or_nothing

Document = Mapping[str, Any]


def renew_files(
    target: Target,
    merges: Sequence[Merge],
    change: Callable[[Document], Document],
    wishes: EditionWishes,
    today: datetime.date,
) -> tuple[Message, ...]:
    """Write the tables and what `change` makes of the descriptor; what the person should know.

    Raises history.Impossible where the edition cannot be kept, and Unusable where what would stand
    in the files cannot be read again; nothing is written then.
    """
    with all_or_nothing(target.home, target.root / VAULT / target.home.name):
        told = _renewed(target, merges, change, wishes, today)
        target_of(target.root, target.home.name, target.slug)
    return told


def _renewed(
    target: Target,
    merges: Sequence[Merge],
    change: Callable[[Document], Document],
    wishes: EditionWishes,
    today: datetime.date,
) -> tuple[Message, ...]:
    """What `renew_files` writes, and tells."""
    kept = next_edition(target.root, target.home.name, target.slug, wishes, today)
    told: list[Message] = []
    if kept is not None:
        carry_true_rows(target.root, kept)
        told.append(message("editing.edition-kept", version=kept.name))
    for merge in merges:
        if merge.alters:
            head = [field.name for field in merge.table.schema.fields]
            delimiter = merge.table.writing.delimiter
            data = csv_text(head, merge.cells, delimiter)
            write_atomically(target.folder / merge.table.path, data)
    file = target.folder / descriptor.NAME
    former = file.read_text("utf-8-sig")
    document = json.loads(former)
    after = change(document)
    if after != document:
        write_atomically(file, json_like(former, after))
    return (*told, *withhold(target.root, target.home.name).told)
