"""What a browser asks for, as a plain value: pages know nothing of the web around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    content: BinaryIO


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: the parts of its address, what is asked, and what a form says.

    >>> Visit("POST", "/", fields=(("nilai", " 919 "),)).said("nilai")
    '919'
    """

    method: str
    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    query: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    uploads: tuple[Upload, ...] = ()

    @property
    def posts(self) -> bool:
        """Whether a form was sent."""
        return self.method == "POST"

    @property
    def agency(self) -> str:
        """The agency in the address."""
        return self.parts.get("agency", "")

    def asked(self, name: str) -> str:
        """A value of the address's query; '' where there is none."""
        return _last(self.query, name)

    def said(self, name: str) -> str:
        """A field of the form; '' where there is none."""
        return _last(self.fields, name)

    def told(self, name: str) -> str:
        """A value of the form, or else of the query."""
        return self.said(name) or self.asked(name)

    def all_said(self, name: str) -> tuple[str, ...]:
        """A field of which there may be several."""
        return tuple(value.strip() for key, value in self.fields if key == name)


def _last(pairs: tuple[tuple[str, str], ...], name: str) -> str:
    return next((value.strip() for key, value in reversed(pairs) if key == name), "")
