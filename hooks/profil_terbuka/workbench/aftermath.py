"""What a dataset will be: read back from files laid aside, by the readers of the engine."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .. import charts
from ..editing import Brought, Target
from ..importer.merging import Merge
from ..model import Dataset
from ..model.findings import Finding
from ..model.messages import message
from ..model.products import Drawing
from ..read import descriptor, tables
from ..read.catalog import reference
from ..system.cache import Cache
from ..system.canonical import csv_text
from ..words.catalogues import text
from .filling import OPEN


@dataclass(frozen=True, slots=True)
class Aftermath:
    """A dataset after a change, and its charts before and after it."""

    dataset: Dataset | None
    before: tuple[Drawing, ...] = ()
    after: tuple[Drawing, ...] = ()


def aftermath(target: Target, files: Mapping[str, bytes], cache: Cache) -> Aftermath:
    """What `files`, laid over what is there, make of a dataset; None where it cannot be read."""
    changed = dataset_of_files(target, files)
    shared = reference(target.root)
    before = drawings(target.dataset, shared, cache) if target.dataset else ()
    after = drawings(changed, shared, cache) if changed else ()
    return Aftermath(changed, before, after)


def files_brought(brought: Brought) -> Mapping[str, bytes]:
    """The files that a dataset is made of, or that change in it."""
    if brought.draft is not None:
        document = json.dumps(brought.draft.descriptor, ensure_ascii=False)
        return {**brought.draft.files, descriptor.NAME: document.encode()}
    if brought.package is not None:
        return brought.package.files
    return files_merged(brought.renewal.merges if brought.renewal else ())


def files_merged(merges: Sequence[Merge]) -> Mapping[str, bytes]:
    """The tables that change, as they will be written."""
    return {
        merge.table.path: csv_text(
            [field.name for field in merge.table.schema.fields],
            merge.cells,
            merge.table.writing.delimiter,
        )
        for merge in merges
    }


def dataset_of_files(target: Target, files: Mapping[str, bytes]) -> Dataset | None:
    """The dataset that these files make, over those that are there."""
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / target.slug
        if target.dataset is not None:
            shutil.copytree(target.folder, folder, ignore=shutil.ignore_patterns("v"))
        folder.mkdir(exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        _close_open_places(folder / descriptor.NAME)
        return _read(folder)


def _close_open_places(file: Path) -> None:
    """What nobody has written yet is told as such, so that a chart does not say `ISI: ...`."""
    unfilled = text(message("workbench.unfilled"))
    told = OPEN.sub(lambda _: unfilled, file.read_text("utf-8-sig"))
    file.write_text(told, "utf-8")


def _read(folder: Path) -> Dataset | None:
    dataset, findings = descriptor.read_descriptor(folder, descriptor.NAME)
    if dataset is None or findings:
        return None
    filled = [tables.read_table(folder / table.path, table)[0] for table in dataset.tables]
    if any(table is None for table in filled):
        return None
    return replace(dataset, tables=tuple(table for table in filled if table is not None))


def drawings(dataset: Dataset, shared: Sequence[Dataset], cache: Cache) -> tuple[Drawing, ...]:
    """The charts of a dataset that can be drawn."""
    return tuple(_drawn(dataset, shared, cache))


def _drawn(dataset: Dataset, shared: Sequence[Dataset], cache: Cache) -> Iterator[Drawing]:
    for view in dataset.views:
        found = charts.prepare_chart(view, dataset, (*shared, dataset))
        if not isinstance(found, Finding):
            yield charts.draw_chart(found, cache)
