"""First stage: everything an agency wants to publish, as it lies in the repository."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from .. import history, ppid
from ..history import Ledger
from ..model import Catalog, Manuscript
from ..model.document_files import DocumentFile
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


def read_sources(root: Path, slug: str, portal: str | None = None) -> Sources:
    """Read the repository `root` for agency `slug`; bad data never raises.

    `portal` is the address below which agencies without one of their own are published.
    """
    progress.begin(message("commands.doing-read", agency=slug))
    own = f"{DATASETS}/{slug}"
    loaded = load(root, slug, portal)
    written, unreadable = manuscripts.read_manuscripts(root, slug)
    documents, closed = read_document_files(root, slug)
    ledger, damaged = history.read_ledger(root, own)
    former, unusable = ppid.read_former_list(root, own)
    zone = loaded.catalog.agency.zone if loaded.catalog else NATIONAL
    return Sources(
        root=root,
        slug=slug,
        catalog=loaded.catalog,
        manuscripts=written,
        documents=documents,
        ledger=ledger,
        former=former,
        day=clock.today(zone),
        findings=(*loaded.findings, *unreadable, *closed, *damaged, *unusable),
    )
