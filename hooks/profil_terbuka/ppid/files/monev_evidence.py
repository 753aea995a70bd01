"""What lies beside the workbook of assessments: a capture of each page it links, each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urldefrag

from ..desk.openness import Openness

CAPTURE = ".jpg"
_PAGE = ".html"
_PAGE_OF_FOLDER = "index.html"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file for one question: what it is of, and what it is called."""

    indicator: str
    address: str
    """As the workbook links it, below the root of the agency's site."""
    name: str

    @property
    def path(self) -> str:
        """The file of the site that is captured or copied."""
        return _site_file(self.address)

    @property
    def is_capture(self) -> bool:
        """Whether it is a picture of a page; everything else is copied as it is."""
        return self.name.endswith(CAPTURE)


def evidence_files(openness: Openness) -> tuple[EvidenceFile, ...]:
    """A file for each link to the agency's own site, by question; links elsewhere have none."""
    return tuple(_files(openness))


def _files(openness: Openness) -> Iterator[EvidenceFile]:
    for asked in openness.indicators:
        own = (found.item.address for found in asked.evidence if not found.item.elsewhere)
        for number, address in enumerate(filter(None, own), start=1):
            named = _name(address, openness.day.isoformat())
            yield EvidenceFile(asked.name, address, f"{asked.name}-{number:02}-{named}")


def _site_file(address: str) -> str:
    """The file behind an address.

    >>> _site_file("ppid/dip/#berkala"), _site_file("ppid/dokumen/renja.pdf")
    ('ppid/dip/index.html', 'ppid/dokumen/renja.pdf')
    """
    place = urldefrag(address).url
    return f"{place}{_PAGE_OF_FOLDER}" if place.endswith("/") else place


def _name(address: str, day: str) -> str:
    """What a file is called behind its question: of what it is, and when it was taken.

    >>> _name("ppid/dip/#berkala", "2026-11-22"), _name("index.html", "2026-11-22")
    ('ppid-dip-berkala-2026-11-22.jpg', 'index-2026-11-22.jpg')
    >>> _name("ppid/dokumen/renja.pdf", "2026-11-22")
    'ppid-dokumen-renja-2026-11-22.pdf'
    """
    place, anchor = urldefrag(address)
    suffix = PurePosixPath(place).suffix
    is_page = suffix in ("", _PAGE)
    stem = _NOT_IN_NAMES.sub("-", f"{place.removesuffix(suffix)}-{anchor}".lower()).strip("-")
    return f"{stem}-{day}{CAPTURE if is_page else suffix}"
