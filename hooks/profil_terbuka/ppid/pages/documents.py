"""ppid/dokumen/: the documents that the agency publishes as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Agency
from ...model.document_files import DocumentReading, PublicDocument
from ...model.messages import Message, message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..desk.openness import Openness
from ..law.obligations import Obligation
from .desk_page import DOCUMENTS, desk_page

_SHORT = 16
"""Signs of a fingerprint that people compare by eye."""


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document with what it fulfils and what can be done with its text."""

    document: PublicDocument
    obligations: tuple[Obligation, ...]
    legibility: str
    seal: str
    """The beginning of its SHA-256."""


@dataclass(frozen=True)
class DocumentsView:
    """What dokumen.html shows."""

    cards: tuple[DocumentCard, ...]


def document_pages(
    agency: Agency, documents: Sequence[PublicDocument], openness: Openness | None
) -> tuple[GeneratedPage, ...]:
    """The list of documents, the newest first; no page where there are none.

    Without `openness` nothing is told of what they fulfil.
    """
    if not documents:
        return ()
    view = DocumentsView(tuple(_card(document, openness) for document in documents))
    description = message("ppid.documents-about", agency=agency.name)
    return (desk_page(DOCUMENTS, message("ppid.documents"), description, view),)


def _card(document: PublicDocument, openness: Openness | None) -> DocumentCard:
    leaves = openness.law.leaves if openness else {}
    return DocumentCard(
        document=document,
        obligations=tuple(leaves[name] for name in document.obligations if name in leaves),
        legibility=text(legibility(document.reading)),
        seal=document.file.sha256[:_SHORT],
    )


def legibility(reading: DocumentReading) -> Message:
    """Whether its text can be searched, and read by a screen reader.

    >>> legibility(DocumentReading(3, (), "Rencana kerja")).name
    'ppid.document-searchable'
    >>> legibility(DocumentReading(3, (2,), "Rencana kerja")).name
    'ppid.document-partly-scanned'
    """
    if reading.is_searchable:
        return message("ppid.document-searchable")
    if len(reading.scanned) == reading.pages:
        return message("ppid.document-scanned")
    return message("ppid.document-partly-scanned", pages=tuple(map(str, reading.scanned)))
