"""Pages of services: one for each thing that people want done, and lists of them.

They are written from what the book tells. What it does not tell is said in its place, with whom to
ask: a gap is content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Agency, Catalog, ServicePart
from ..model.messages import message
from ..model.products import GeneratedPage
from ..services import PublicService, ServiceText, public_services, wanted_services
from ..services.task import FOLDER
from ..words.catalogues import text
from .fragments import render
from .page import write_page

_COUNTRY = "+62"
_LISTS = ("utama", "semua")
"""What a page may ask for: the services most wanted, or all of them."""


@dataclass(frozen=True)
class ServiceView:
    """What halaman/layanan.html shows; texts by part, empty where the book tells nothing."""

    service: PublicService
    agency: Agency
    jam: str
    tel: str
    """The office's number as telephones dial it; '' without one."""
    minta: str
    """Address of the page that tells how to ask for information; '' where there is none."""
    untuk: Sequence[ServiceText]
    berkas: Sequence[ServiceText]
    langkah: Sequence[ServiceText]
    waktu: Sequence[ServiceText]
    biaya: Sequence[ServiceText]
    hasil: Sequence[ServiceText]
    pengaduan: Sequence[ServiceText]
    dasar: Sequence[ServiceText]


@dataclass(frozen=True)
class ServicesView:
    """What halaman/layanan-semua.html shows."""

    services: Sequence[ServiceRow]
    agency: Agency


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A line of a list: what is wanted done, then cost ('' unknown), papers (0 unknown), place."""

    title: str
    address: str
    cost: str
    papers: int
    place: str


def service_pages(
    catalog: Catalog, asking: str = "", *, overview: bool = True
) -> tuple[GeneratedPage, ...]:
    """A page for each service; with an `overview` of them unless people have written one.

    `asking` is the address of the page that tells how to ask for information, '' without one.
    """
    services = public_services(catalog)
    pages = tuple(_page(service, catalog.agency, asking) for service in services)
    return (*([_overview(catalog)] if overview and services else []), *pages)


def service_list(which: str, catalog: Catalog) -> str | None:
    """A list of services as HTML: those that are wanted most, or all; None for anything else."""
    if which not in _LISTS:
        return None
    services = public_services(catalog)
    if which == "semua":
        return render("layanan-baris", services=tuple(map(_row, services)), banyak=0)
    shown = wanted_services(catalog, services)
    return render("layanan-baris", services=tuple(map(_row, shown)), banyak=len(services))


def list_names() -> tuple[str, ...]:
    """What `service_list` knows."""
    return _LISTS


def dialled(phone: str) -> str:
    """A number as telephones dial it from anywhere.

    >>> dialled("(0561) 000000"), dialled("112"), dialled("")
    ('+62561000000', '112', '')
    """
    digits = re.sub(r"[^\d+]", "", phone)
    return f"{_COUNTRY}{digits[1:]}" if digits.startswith("0") else digits


def _page(service: PublicService, agency: Agency, asking: str) -> GeneratedPage:
    view = ServiceView(
        service=service,
        agency=agency,
        jam=agency.services.hours,
        tel=dialled(agency.phone or ""),
        minta=asking,
        untuk=service.texts(ServicePart.AUDIENCE),
        berkas=service.papers,
        langkah=service.texts(ServicePart.STEPS),
        waktu=service.texts(ServicePart.DURATION),
        biaya=service.texts(ServicePart.COST),
        hasil=service.texts(ServicePart.RESULT),
        pengaduan=service.texts(ServicePart.COMPLAINTS),
        dasar=service.texts(ServicePart.BASIS),
    )
    said = message("services.description", title=service.title, agency=agency.name)
    description = service.summary or text(said)
    return write_page("layanan", service.address, service.title, description, view)


def _overview(catalog: Catalog) -> GeneratedPage:
    rows = tuple(map(_row, public_services(catalog)))
    said = message("services.overview-description", agency=catalog.agency.name)
    title = text(message("services.overview"))
    view = ServicesView(services=rows, agency=catalog.agency)
    return write_page("layanan-semua", FOLDER, title, text(said), view)


def _row(service: PublicService) -> ServiceRow:
    cost, places = service.said(ServicePart.COST), service.places
    return ServiceRow(
        title=service.title,
        address=service.address,
        cost=cost[0] if cost else "",
        papers=len(service.papers),
        place=places[0] if places else "",
    )
