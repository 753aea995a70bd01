"""How a page below ppid/ is made: a template beside this module, a view, the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...model.messages import Message, message
from ...model.products import GeneratedPage
from ...web.fragments import renderer
from ...web.page import PageWriter
from ...words.catalogues import text

HOME = "ppid/"
OVERVIEW = ""
LIST = "dip"
COMPLIANCE = "kepatuhan"
WORKLIST = "daftar-kerja"
INDICATORS = "monev"
REQUEST = "permohonan"
OBJECTION = "keberatan"
REQUEST_FORM = "formulir-permohonan"
OBJECTION_FORM = "formulir-keberatan"
EXEMPT = "dikecualikan"
URGENT = "serta-merta"
REPORT = "laporan-layanan"
STANDARDS = "standar-pelayanan"
DOCUMENTS = "dokumen"
PERSONAL_DATA = "data-pribadi"
CORRECTING = "koreksi"
"""The folders of the pages; each has a template of that name."""
_OF_OVERVIEW = "awal"

_WRITER = PageWriter(renderer(Path(__file__).parent))


@dataclass(frozen=True, slots=True)
class Way:
    """A page to go on to: its folder, its title, what is there."""

    folder: str
    title: str
    hint: str


def desk_page(folder: str, title: Message, description: Message, view: object) -> GeneratedPage:
    """The page ppid/<folder>/ as <folder>.html writes it with the fields of `view`."""
    address = f"{HOME}{folder}/" if folder else HOME
    template = folder or _OF_OVERVIEW
    return _WRITER.write_page(template, address, text(title), text(description), view)


def other_ways(here: str = OVERVIEW) -> tuple[Way, ...]:
    """The pages for those who want something of the desk, but the one they are on."""
    known = (
        (REQUEST, message("ppid.way-request"), message("ppid.way-request-hint")),
        (OBJECTION, message("ppid.way-objection"), message("ppid.way-objection-hint")),
        (EXEMPT, message("ppid.way-exempt"), message("ppid.way-exempt-hint")),
        (URGENT, message("ppid.way-urgent"), message("ppid.way-urgent-hint")),
        (REPORT, message("ppid.way-report"), message("ppid.way-report-hint")),
        (STANDARDS, message("ppid.way-standards"), message("ppid.way-standards-hint")),
        (PERSONAL_DATA, message("ppid.personal-data"), message("ppid.way-personal-data-hint")),
        (CORRECTING, message("ppid.correcting"), message("ppid.way-correcting-hint")),
    )
    return tuple(
        Way(folder, text(title), text(hint)) for folder, title, hint in known if folder != here
    )
