"""Documents that an agency publishes as files of its own: as they lie there, and as they come out.

They lie in `datasets/<agency>/dokumen/`; the register `dokumen-ppid` has a row for each.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

DOCUMENTS = "dokumen"
"""The folder of an agency's documents, beside its datasets."""
DOCUMENT_PAGES = "ppid/dokumen/"
"""Where documents are published, below the root of the site; the page there lists them."""


@dataclass(frozen=True)
class DocumentFile:
    """A file of the folder.

    `size` is in bytes; of a file larger than may be published `data` is empty, as it is never read.
    """

    name: str
    file: str
    """Its path as people know it: 'datasets/kota-a/dokumen/Renja 2026.pdf'."""
    size: int
    data: bytes = field(repr=False)
    is_folder: bool = False
    """Whether it is a folder, in which nothing is read."""

    @cached_property
    def sha256(self) -> str:
        """The file's own fingerprint, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class DocumentReading:
    """What a PDF holds that readers can use: numbered pages, and the text on them."""

    pages: int
    scanned: tuple[int, ...]
    """The pages that show something and hold no text, counted from 1."""
    text: str = field(repr=False)
    """That of all pages, up to what is kept of a document for the search."""
    title: str = ""
    """As the file itself calls it; '' where it does not say."""

    @property
    def is_searchable(self) -> bool:
        """Whether every page that shows something holds text."""
        return not self.scanned


@dataclass(frozen=True)
class PublicDocument:
    """A row of the register with its file, as the site shows them."""

    title: str
    summary: str
    date: str
    slug: str
    """Its name in the address, which never changes."""
    link: str
    """Where else it can be read; '' where nowhere."""
    obligations: tuple[str, ...]
    file: DocumentFile
    reading: DocumentReading
    inspected_on: str = ""
    """The day somebody read a scan through, and who that was by office; '' for others."""
    inspected_by: str = ""

    @property
    def address(self) -> str:
        """The file below the root of the site."""
        return document_address(self.slug)

    @property
    def anchor(self) -> str:
        """Its place in the list of documents; no heading of a page is called so."""
        return f"dok-{self.slug}"

    @property
    def place(self) -> str:
        """Where the list of documents tells about it, below the root of the site."""
        return f"{DOCUMENT_PAGES}#{self.anchor}"


def document_address(slug: str) -> str:
    """The address of a document's file, below the root of the site.

    >>> document_address("renja-2026")
    'ppid/dokumen/renja-2026.pdf'
    """
    return f"{DOCUMENT_PAGES}{slug}.pdf"
