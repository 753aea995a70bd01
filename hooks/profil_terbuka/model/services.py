"""What an agency says about the things that people come to it for (`layanan` in instansi.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .packages import Claim


class ServicePart(StrEnum):
    """What a text of the book says about a service (`sebagai`)."""

    AUDIENCE = "sasaran"
    PAPERS = "berkas"
    STEPS = "langkah"
    DURATION = "waktu"
    COST = "biaya"
    PLACE = "tempat"
    RESULT = "hasil"
    COMPLAINTS = "pengaduan"
    BASIS = "dasar-hukum"


@dataclass(frozen=True, slots=True)
class ServiceTask:
    """A service of the book as the thing that a person wants done (`tugas`)."""

    name: str
    """As the book's tables name it."""
    slug: str
    title: str = ""
    """What the person wants, with a verb; '' leaves the book's name."""
    summary: str = ""
    place: str = ""
    remark: str = ""
    claims: tuple[Claim, ...] = ()
    """Obligations that the service's page meets."""


@dataclass(frozen=True, slots=True)
class ServiceWording:
    """A text of the book said in plain words (`kata`): it counts as long as the book says it so.

    One text of the book may be several of a page.
    """

    printed: str
    told: tuple[str, ...]
    detail: str = ""
    """In small print below the first of them."""
    place: str = ""
    """Where to go, if the text says so among other things."""


@dataclass(frozen=True, slots=True)
class ServiceOffer:
    """All of it; what is empty the agency has not told yet."""

    hours: str = ""
    """When the office is open (`jam_layanan`)."""
    tasks: tuple[ServiceTask, ...] = ()
    wordings: tuple[ServiceWording, ...] = ()
    wanted: tuple[str, ...] = ()
    """Slugs of the services that most people come for (`utama`)."""
