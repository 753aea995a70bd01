"""A document is kept: its file in the folder, its row in the register; both, or neither."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..editing import Target, target_of
from ..editing.registers import begin_register
from ..importer import Unusable
from ..model.document_files import DOCUMENTS, document_address
from ..model.messages import Message, message
from ..model.registers import DESK_DOCUMENTS
from ..ppid import DOCUMENT_COLUMNS, document_rows, proposed_slug
from ..read.catalog import load
from ..system.cache import write_atomically
from ..words.catalogues import text
from .bench import Workbench
from .register_rows import RegisterRow, write_row


@dataclass(frozen=True)
class NewDocument:
    """A document as it will be kept: the register as it was seen, its row, its file."""

    register: Target
    row: RegisterRow
    slug: str
    name: str
    data: bytes


def document_register(bench: Workbench, agency: str) -> Target:
    """The register of documents, begun where it is not kept yet.

    Raises Unusable where it was begun before there were columns for files.
    """
    with bench.writing:
        target = target_of(bench.root, agency, DESK_DOCUMENTS)
        if target.dataset is None:
            begin_register(target, datetime.date.today())
            target = target_of(bench.root, agency, DESK_DOCUMENTS)
    known = target.dataset.main.schema.position if target.dataset else {}
    lacking = tuple(name for name in DOCUMENT_COLUMNS if name not in known)
    if lacking:
        said = message("ppid.document-columns-lacking", columns=lacking, register=DESK_DOCUMENTS)
        raise Unusable(said, message("ppid.document-add-columns"))
    return target


def document_slug(bench: Workbench, agency: str, values: Mapping[str, str]) -> str:
    """A name for the address of a new document, which no row has."""
    catalog = load(bench.root, agency).catalog
    rows = document_rows(catalog) if catalog else ()
    return proposed_slug(values["judul"], {row.cells["pengenal"] for row in rows})


def lies_there(path: Path, data: bytes) -> bool:
    """Whether a file of that name and content is in the folder already."""
    return path.is_file() and path.read_bytes() == data


def keep_document(made: NewDocument, today: datetime.date) -> tuple[Message, ...]:
    """Write the file, then the row; what the person should know.

    Raises Unusable, and leaves everything as it was, where the register has changed meanwhile or
    another file of that name lies there.
    """
    seen = made.register
    now = target_of(seen.root, seen.home.name, seen.slug)
    if now.dataset != seen.dataset or now.dataset is None:
        raise Unusable(message("workbench.row-changed"))
    path = now.home / DOCUMENTS / made.name
    is_there = path.is_file()
    if is_there and not lies_there(path, made.data):
        raise Unusable(
            message("workbench.document-name-taken", name=made.name),
            message("workbench.document-other-name"),
        )
    if not is_there:
        write_atomically(path, made.data)
    try:
        why = text(message("workbench.why-row", title=now.dataset.title))
        told = write_row(now, made.row, why, today)
    except BaseException:
        if not is_there:
            path.unlink()
        raise
    return (*told, message("workbench.document-kept", address=document_address(made.slug)))
