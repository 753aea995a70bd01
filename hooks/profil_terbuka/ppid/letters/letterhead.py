"""Who writes: the head of a letter, the town, and the officers, as `instansi.yml` tells them."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Agency, Catalog
from ...model.messages import Message, message
from ...read.atlas import region_names
from ...words.catalogues import text
from .open import to_check, to_fill, told_or_open

_CITY = "Kota "


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines above a letter, the name largest; `logo`: a picture's bytes, b'' for none."""

    above: str
    name: str
    below: tuple[str, ...]
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Office:
    """Who signs what, and where."""

    head: Letterhead
    agency: str
    town: str
    post: str
    """The information officer."""
    superior: str
    commission: str
    basis: str
    """What appoints the officer."""


def office_of(catalog: Catalog, logo: bytes = b"") -> Office:
    """The office of an agency; what it has not told is a place to fill in."""
    agency = catalog.agency
    region = region_names(catalog.reference).get(agency.region, "")
    is_city = region.startswith(_CITY)
    town = region.removeprefix(_CITY) if is_city else ""
    return Office(
        head=_head(agency, region, logo),
        agency=agency.name,
        town=told_or_open(town, message("letters.hint-town")),
        post=_told(agency, "post", message("letters.hint-officer")),
        superior=_told(agency, "superior", message("letters.hint-superior")),
        commission=_told(agency, "commission", message("letters.hint-commission")),
        basis=_told(agency, "basis", message("letters.hint-basis")),
    )


def _head(agency: Agency, region: str, logo: bytes) -> Letterhead:
    """'PEMERINTAH KOTA X' above 'DINAS SOSIAL', and how the office is reached."""
    above = text(message("letters.government", region=region)).upper() if region else ""
    own = agency.name.removesuffix(region).strip() if region else agency.name
    mail = agency.desk.email
    reached = [
        text(message("letters.phone", phone=agency.phone)) if agency.phone else "",
        text(message("letters.mail", mail=mail)) if mail else "",
        text(message("letters.site", site=_bare(agency.website))) if agency.website else "",
    ]
    lines = (agency.address, ", ".join(filter(None, reached)))
    return Letterhead(above, (own or agency.name).upper(), tuple(filter(None, lines)), logo)


def _told(agency: Agency, name: str, hint: Message) -> str:
    told = str(getattr(agency.desk, name))
    if not told:
        return to_fill(hint)
    if name in agency.desk.unverified:
        return to_check(told, message("letters.hint-unverified"))
    return told


def _bare(address: str) -> str:
    """An address as people write it.

    >>> _bare("https://dinas.contoh.example/")
    'dinas.contoh.example'
    """
    return address.partition("://")[2].rstrip("/") or address
