"""Reads the folder of an agency's documents; whether they may be published is asked elsewhere."""

from __future__ import annotations

from pathlib import Path

from ..model.document_files import DOCUMENTS, DocumentFile
from ..model.findings import Finding
from .catalog import DATASETS
from .documents import closed

MOST_DOCUMENT_BYTES = 20 * 1024**2
"""A larger file is not read: people on prepaid data could not load it either."""


def read_document_files(
    root: Path, slug: str
) -> tuple[tuple[DocumentFile, ...], tuple[Finding, ...]]:
    """Everything in the folder in alphabetical order, and why some of it could not be read.

    A folder inside it is told as such: nothing in it is read.
    """
    folder = root / DATASETS / slug / DOCUMENTS
    found: list[DocumentFile] = []
    faults: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        shown = f"{DATASETS}/{slug}/{DOCUMENTS}/{path.name}"
        try:
            found.append(_file(path, shown))
        except OSError as problem:
            faults.append(closed(problem, shown))
    return tuple(found), tuple(faults)


def _file(path: Path, shown: str) -> DocumentFile:
    if path.is_dir():
        return DocumentFile(path.name, shown, 0, b"", is_folder=True)
    size = path.stat().st_size
    data = path.read_bytes() if size <= MOST_DOCUMENT_BYTES else b""
    return DocumentFile(path.name, shown, size, data)
