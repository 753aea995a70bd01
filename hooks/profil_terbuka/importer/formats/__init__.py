"""The kinds of files that tables come in: one module each, all of them read into a Book.

What a file is, its bytes say; its name is only told. A kind recognises its bytes and reads them. It
raises Unusable with the reason, and how to mend it; what else it raises says that the bytes are
damaged, which is told here, alike for all, as is what the system refuses.
"""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import ParseError

from ...model.messages import NOTHING, Message, message
from ...system.collector import collector_at_rest
from ...words.catalogues import text
from ...words.labels import failure
from ..file_names import refuse_private_name
from ..grid import Book
from ..reasons import Unusable
from . import delimited, hypertext, old_workbook, opendocument, web_archive, workbook
from .foreign import foreign_file
from .kind import Kind

_KINDS = (
    workbook.KIND,
    old_workbook.KIND,
    opendocument.KIND,
    web_archive.KIND,
    hypertext.KIND,
    delimited.KIND,
)
"""In the order in which they are asked; text is what is nothing else."""
READERS: Mapping[str, Kind] = {kind.ending: kind for kind in _KINDS}
"""The kinds by how their files are usually called."""
_DAMAGE = (
    *(ArithmeticError, AssertionError, EOFError, LookupError, OSError, RuntimeError, ValueError),
    *(struct.error, zlib.error, zipfile.BadZipFile, ParseError),
)
"""What readers, ours and those of the libraries below them, trip over in bytes that are damaged."""
MOST_BYTES = 100 * 1024 * 1024


@collector_at_rest()
def read_book(data: bytes, name: str) -> Book:
    """The sheets that bytes hold, whatever kind they are of; `name` is told in messages.

    Raises Unusable, with the reason and what to do, where there are none.

    >>> [cell.text for cell in read_book(b"Desa;Jumlah\\nDadap;5\\n", "t.csv").grids[0].rows[1]]
    ['Dadap', '5']
    """
    refuse_private_name(name)
    if not data.strip(b"\0 \t\r\n"):
        raise Unusable(message("importer.file-empty", file=name))
    if len(data) > MOST_BYTES:
        raise Unusable(_too_large(name))
    try:
        return _kind_of(data, name).read(data, name)
    except _DAMAGE as problem:
        raise Unusable(message("importer.file-damaged", file=name)) from problem


def _kind_of(data: bytes, name: str) -> Kind:
    """The kind that recognises the bytes; raises Unusable for what nobody could read."""
    if foreign := foreign_file(data, name):
        raise Unusable(foreign)
    kind = next((kind for kind in READERS.values() if kind.recognises(data)), None)
    if kind is None:
        raise Unusable(message("importer.file-unknown", file=name))
    return kind


def open_book(path: Path) -> Book:
    """The sheets of a file; raises Unusable also where the system does not hand it out."""
    refuse_private_name(path.name)
    try:
        if not path.is_file():  # what is neither, a device, would never end
            raise OSError(errno.EISDIR if path.exists() else errno.ENOENT, "", str(path))
        if path.stat().st_size > MOST_BYTES:
            raise Unusable(_too_large(path.name))
        data = path.read_bytes()
    except OSError as problem:
        said = message(
            "importer.sheet-closed", file=path.name, reason=failure(problem), mend=_mend(problem)
        )
        raise Unusable(said) from problem
    return read_book(data, path.name)


def _mend(problem: OSError) -> Message:
    if isinstance(problem, PermissionError):  # Excel on Windows locks what it has open
        return message("importer.close-in-excel")
    if isinstance(problem, FileNotFoundError):
        return message("importer.file-missing")
    return NOTHING


def read_pasted(data: bytes) -> Book:
    """What was copied elsewhere and pasted: lines with tabs as Excel gives them, HTML, or CSV.

    >>> read_pasted(b"Desa\\tJumlah\\nDadap\\t5\\n").grids[0].width
    2
    """
    return read_book(data, text(message("importer.pasted")))


def _too_large(name: str) -> Message:
    return message("importer.file-too-large", file=name, most=MOST_BYTES // 1024**2)
