"""First stage: everything an agency wants to publish, as it lies in the repository."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from .. import history, ppid
from ..history import Ledger
from ..model import Catalog, Manuscript
from ..model.document_files import DocumentFile
from ..model.embargo import (
    Scope,
    Waiting,
    released,
    released_menu,
    waiting_datasets,
    waiting_pages,
    waits,
)
from ..model.findings import Finding
from ..model.messages import message
from ..model.timezones import NATIONAL
from ..ppid import FormerList
from ..read import manuscripts
from ..read.catalog import DATASETS, load
from ..read.document_files import read_document_files
from ..system import clock, progress


@dataclass(frozen=True)
class Sources:
    """What was read, and what could not be.

    `catalog` is None when not even instansi.yml could be read.
    """

    root: Path
    slug: str
    catalog: Catalog | None
    manuscripts: tuple[Manuscript, ...]
    documents: tuple[DocumentFile, ...]
    """Files to publish as they are, told of in a register."""
    ledger: Ledger
    former: FormerList | None
    """The public-information list as it was last recorded."""
    day: datetime.date
    """The day of publication: what runs, is late or due is judged by it."""
    findings: tuple[Finding, ...]
    scope: Scope = Scope.PUBLIC
    """Whether what waits for its day is among catalogue and pages."""
    waiting: tuple[Waiting, ...] = ()
    """What waits on that day, whether it is there or not."""


def read_sources(
    root: Path, slug: str, portal: str | None = None, scope: Scope = Scope.PUBLIC
) -> Sources:
    """Read the repository `root` for agency `slug`; bad data never raises.

    `portal` is the address below which agencies without one of their own are published. What waits
    for its day is cut out here, before anybody can make something of it, unless the `scope` is
    that of a site which is not published.
    """
    progress.begin(message("commands.doing-read", agency=slug))
    own = f"{DATASETS}/{slug}"
    loaded = load(root, slug, portal)
    written, unreadable = manuscripts.read_manuscripts(root, slug)
    documents, closed = read_document_files(root, slug)
    ledger, damaged = history.read_ledger(root, own)
    former, unusable = ppid.read_former_list(root, own)
    catalog = loaded.catalog
    day = clock.today(catalog.agency.zone if catalog else NATIONAL)
    waiting = (
        *(waiting_datasets(catalog, day) if catalog else ()),
        *waiting_pages(written, day),
    )
    if scope is Scope.PUBLIC:
        catalog = catalog and _public(catalog, waiting, day)
        written = tuple(page for page in written if not waits(page.embargo, day))
    return Sources(
        root=root,
        slug=slug,
        catalog=catalog,
        manuscripts=written,
        documents=documents,
        ledger=ledger,
        former=former,
        day=day,
        findings=(*loaded.findings, *unreadable, *closed, *damaged, *unusable),
        scope=scope,
        waiting=waiting,
    )


def _public(catalog: Catalog, waiting: tuple[Waiting, ...], day: datetime.date) -> Catalog:
    """The catalogue as it may be published on a day; the menu leads to no page that waits."""
    menu = released_menu(catalog.agency.menu, {item.path for item in waiting if item.path})
    return released(replace(catalog, agency=replace(catalog.agency, menu=menu)), day)
