"""The dataset that staff work on: its agency, its folder, and what lies there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..importer.drafting.names import LONGEST
from ..importer.reasons import Unusable
from ..model import Agency, Dataset
from ..model.messages import message
from ..read import agency as agencies
from ..read import descriptor, tables
from ..read.catalog import DATASETS, TAKEN
from ..words.report import paragraph

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Target:
    """An agency's dataset; `dataset` is None where the folder is not there yet."""

    root: Path
    agency: Agency
    home: Path
    slug: str
    dataset: Dataset | None = None

    @property
    def folder(self) -> Path:
        """Where the dataset lies, or will lie."""
        return self.home / self.slug

    @property
    def shown(self) -> str:
        """The folder as people know it."""
        return f"{DATASETS}/{self.home.name}/{self.slug}"


def identity(root: Path, slug: str) -> Agency:
    """The agency of a folder of datasets; raises Unusable with its findings when there is none."""
    file = f"{DATASETS}/{slug}/{agencies.NAME}"
    agency, findings = agencies.read_agency(root / DATASETS / slug, file)
    if agency is None:
        told = tuple(map(paragraph, findings))
        raise Unusable(message("editing.unreadable", findings=told))
    return agency


def target_of(root: Path, agency: str, slug: str) -> Target:
    """The dataset `slug` of an agency; raises Unusable for a bad name, and for faults in it."""
    if not _SLUG.fullmatch(slug):
        raise Unusable(message("editing.no-dataset-name", slug=slug))
    if slug in TAKEN:
        raise Unusable(message("editing.name-taken", slug=slug))
    if len(slug) > LONGEST:
        said = message("editing.name-too-long", slug=slug, length=len(slug), most=LONGEST)
        raise Unusable(said)
    home = root / DATASETS / agency
    found = Target(root, identity(root, agency), home, slug)
    return replace(found, dataset=_read(found)) if found.folder.exists() else found


def _read(target: Target) -> Dataset:
    """The dataset with its rows; raises Unusable with what has to be mended in it first."""
    name = f"{target.shown}/{descriptor.NAME}"
    dataset, findings = descriptor.read_descriptor(target.folder, name, target.slug)
    filled = []
    for table in dataset.tables if dataset else ():
        read, faults = tables.read_table(target.folder / table.path, table)
        findings += faults
        filled += [read] if read else []
    if dataset is None or findings:
        raise Unusable(message("editing.unreadable", findings=tuple(map(paragraph, findings))))
    return replace(dataset, tables=tuple(filled))
