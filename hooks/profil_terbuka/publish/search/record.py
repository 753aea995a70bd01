"""One thing that can be found, and the kinds of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.messages import Message, message
from ...words.catalogues import text

DATA, FIGURE = message("publish.kind-data"), message("publish.kind-figure")
TERM, PAGE = message("publish.kind-term"), message("publish.kind-page")
DOCUMENT, SERVICE = message("publish.kind-document"), message("publish.kind-service")
GUIDE = message("publish.kind-guide")
"""Kinds of results; their words are what readers see and choose by (filter `Jenis`)."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found. `address` is relative to the agency's root.

    `meta` is shown with the result; a reader finds the record by the words of title and content.
    """

    address: str
    kind: Message
    title: str
    content: str
    subject: str = ""
    years: tuple[str, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    """Numbers by which it is found as well."""
    weight: float = 1
    """How much its words count beside those of others."""

    @property
    def filters(self) -> Mapping[str, tuple[str, ...]]:
        """Filter -> values; a filter without values is left out."""
        found = {"Jenis": (text(self.kind),), "Subjek": (self.subject,), "Tahun": self.years}
        return {name: values for name, values in found.items() if any(values)}
