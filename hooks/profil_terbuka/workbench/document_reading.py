"""A PDF that was brought is read: what stands against it, and what the form can propose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from ..importer import spoken_title
from ..model import Catalog
from ..model.document_files import DOCUMENTS, DocumentFile, DocumentReading
from ..model.findings import Finding
from ..model.messages import message
from ..ppid import document_reading, file_faults
from ..privacy.contents import document_fingerprint
from ..privacy.files import in_file
from ..privacy.official import Official
from ..privacy.scan import masked
from ..read import hygiene
from ..read.catalog import DATASETS
from ..system.cache import Cache
from ..words.excerpts import excerpt
from .errands import Tell
from .intakes import Intake

_READING = message("workbench.step-reading-document")
_BEGINNING = 300
"""Signs of the text that are shown, so that whoever fills in the form recognises the document."""
_OF_A_PROGRAM = re.compile(
    r"microsoft \w+ - |untitled|(?:dokumen|document)\d*\Z|scan"
    r"|.*\.(?:docx?|xlsx?|pptx?|odt|pdf)\Z",
    re.IGNORECASE,
)
"""Titles that a program gave and nobody has looked at."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\/]')
_NOT_FIRST = "=+-@. "
"""Begins a formula, or a name that is hidden."""


@dataclass(frozen=True)
class BroughtDocument:
    """What was found in a PDF: the findings that stand against it, or else what it holds."""

    data: bytes
    findings: tuple[Finding, ...]
    reading: DocumentReading | None

    @property
    def seal(self) -> str:
        """What a declaration about a scan names it by."""
        return document_fingerprint(self.data)

    @property
    def beginning(self) -> str:
        """The first words of its text."""
        return excerpt(self.reading.text, _BEGINNING) if self.reading else ""


def read_brought_document(
    intake: Intake, catalog: Catalog, cache: Cache, tell: Tell
) -> BroughtDocument:
    """Read it as the gate at the entrance does, but a scan may be: who brings it is asked."""
    tell(_READING)
    data = intake.stored.read_bytes()
    shown = f"{DATASETS}/{intake.agency}/{DOCUMENTS}/{intake.file}"
    file = DocumentFile(intake.file, shown, len(data), data)
    official = Official.in_catalogs(catalog)
    vouched = replace(official, inspected=official.inspected | {document_fingerprint(data)})
    findings = tuple(file_faults(file)) or tuple(masked(in_file(shown, data, vouched)))
    reading = None if findings else document_reading(data, cache)
    return BroughtDocument(data, findings, reading)


def proposed_title(reading: DocumentReading, file: str) -> str:
    """As the PDF calls itself, unless only a program has; else as its file is called.

    >>> proposed_title(DocumentReading(1, (), "", "Rencana Kerja"), "a.pdf")
    'Rencana Kerja'
    >>> proposed_title(DocumentReading(1, (), "", "Microsoft Word - a.docx"), "renja_2026.pdf")
    'Renja 2026'
    """
    own = reading.title
    if own and hygiene.clean(own) and not _OF_A_PROGRAM.match(own):
        return own
    return spoken_title(PurePath(file).stem.replace("-", " "))


def stored_name(file: str) -> str:
    """The name under which a document is kept: as it came, without what some systems refuse.

    >>> stored_name("Renja 2026.pdf"), stored_name("=Laporan: I/2026.PDF")
    ('Renja 2026.pdf', 'Laporan- I-2026.pdf')
    """
    plain = PurePath(_NOT_IN_NAMES.sub("-", file)).name.lstrip(_NOT_FIRST)
    stem = PurePath(plain).stem.rstrip(_NOT_FIRST)
    return f"{stem or DOCUMENTS}.pdf"
