"""What the desk's generated pages show by themselves: no more than can be seen on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Catalog, Claim, Custody
from ...model.findings import Place
from ..law.deadlines import periods
from ..law.site_duties import SitePart, duties_of
from .announcements import announcements
from .items import Form, Item, Kind

LIST = "ppid/dip/"


@dataclass(frozen=True, slots=True)
class _Own:
    """A part of the site as evidence: its address, and what it lacks ('' where it shows all)."""

    part: SitePart
    address: str
    title: str
    lacking: str = ""
    kind: str = ""
    """Of announcements: what they are about."""


def own_items(catalog: Catalog, today: datetime.date) -> tuple[Item, ...]:
    """The pages as evidence: they are written anew with every build."""
    shown = [*_lists(), *(_services(catalog) if periods(catalog) else ())]
    made_today = (_items(own, catalog, today.isoformat()) for own in shown)
    announced = (
        _items(
            _Own(
                SitePart.ANNOUNCEMENT,
                f"ppid/serta-merta/#{item.anchor}",
                item.title,
                kind=item.kind,
            ),
            catalog,
            item.start,
        )
        for item in announcements(catalog)
    )
    return tuple(item for found in (*made_today, *announced) for item in found)


def _lists() -> Iterator[_Own]:
    yield _Own(
        SitePart.PUBLIC_LIST,
        LIST,
        "Daftar Informasi Publik",
        "Daftarnya ada; keputusan yang menetapkannya belum dimuat.",
    )
    yield _Own(
        SitePart.PERIODIC_LIST,
        f"{LIST}#berkala",
        "Daftar informasi berkala",
        "Memuat yang ada di situs ini saja.",
    )


def _services(catalog: Catalog) -> Iterator[_Own]:
    """Forms and pages on asking, which are only there where the law's periods are known."""
    desk = catalog.agency.desk
    yield _Own(SitePart.REQUEST_FORM, "ppid/formulir-permohonan/", "Formulir permintaan")
    yield _Own(SitePart.OBJECTION_FORM, "ppid/formulir-keberatan/", "Formulir keberatan")
    untold = "Caranya dan tenggatnya ada; jam layanan atau jabatan PPID belum diisi oleh instansi."
    yield _Own(
        SitePart.REQUEST,
        "ppid/permohonan/",
        "Meminta informasi",
        "" if desk.post and desk.hours else untold,
    )
    nobody = (
        "Caranya dan tenggatnya ada; atasan PPID yang dapat dihubungi belum diisi oleh instansi."
    )
    yield _Own(
        SitePart.OBJECTION,
        "ppid/keberatan/",
        "Mengajukan keberatan",
        "" if desk.superior else nobody,
    )


def _items(own: _Own, catalog: Catalog, date: str) -> Iterator[Item]:
    """One item, unless the reference package says that no obligation is about it."""
    duties = duties_of(own.part, catalog.reference, own.kind)
    if duties:
        yield Item(
            kind=Kind.PAGE,
            title=own.title,
            summary="",
            address=own.address,
            date=date,
            forms=(Form.ONLINE,),
            custody=Custody(),
            claims=tuple(Claim(name, own.lacking) for name in duties),
            place=Place(own.address),
        )
