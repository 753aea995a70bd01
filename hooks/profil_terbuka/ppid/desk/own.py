"""What the desk's generated pages show by themselves: no more than can be seen on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Catalog, Claim, Custody
from ...model.findings import Place
from ..law.deadlines import periods
from .announcements import announcements
from .items import Form, Item, Kind

LIST = "ppid/dip/"
_UNTOLD = "Caranya dan tenggatnya ada; jam layanan atau jabatan PPID belum diisi oleh instansi."
_NOBODY = "Caranya dan tenggatnya ada; atasan PPID yang dapat dihubungi belum diisi oleh instansi."


@dataclass(frozen=True, slots=True)
class _Own:
    address: str
    title: str
    claim: Claim


_LISTED = (
    _Own(
        LIST,
        "Daftar Informasi Publik",
        Claim("perki-ss-dip", "Daftarnya ada; keputusan yang menetapkannya belum dimuat."),
    ),
    _Own(
        f"{LIST}#berkala",
        "Daftar informasi berkala",
        Claim("perki-ss-seluruh-berkala", "Memuat yang ada di situs ini saja."),
    ),
)
_FORMS = (
    _Own("ppid/formulir-permohonan/", "Formulir permintaan", Claim("perki-form-permintaan")),
    _Own("ppid/formulir-keberatan/", "Formulir keberatan", Claim("perki-form-keberatan")),
)

_EVENTS = {
    "bencana alam": "perki-sm-bencana-alam",
    "bencana nonalam": "perki-sm-bencana-nonalam",
    "bencana sosial": "perki-sm-bencana-sosial",
    "gangguan utilitas publik": "perki-sm-gangguan-utilitas",
}
"""Kinds of announcements that an obligation of its own asks for."""


def own_items(catalog: Catalog, today: datetime.date) -> tuple[Item, ...]:
    """The pages as evidence: they are written anew with every build."""
    desk = catalog.agency.desk
    shown: tuple[_Own, ...] = _LISTED
    if periods(catalog):  # else there are no pages on asking
        asking = Claim(
            "perki-berkala-prosedur-permintaan", "" if desk.post and desk.hours else _UNTOLD
        )
        objecting = Claim("perki-berkala-prosedur-keberatan", "" if desk.superior else _NOBODY)
        shown += (
            *_FORMS,
            _Own("ppid/permohonan/", "Meminta informasi", asking),
            _Own("ppid/keberatan/", "Mengajukan keberatan", objecting),
        )
    pages = (_item(own, today.isoformat()) for own in shown)
    return (*pages, *_announced(catalog))


def _announced(catalog: Catalog) -> Iterator[Item]:
    """Urgent announcements, each for the kind of event that it is about."""
    for item in announcements(catalog):
        if item.kind in _EVENTS:
            claim = Claim(_EVENTS[item.kind])
            yield _item(_Own(f"ppid/serta-merta/#{item.anchor}", item.title, claim), item.start)


def _item(own: _Own, date: str) -> Item:
    return Item(
        kind=Kind.PAGE,
        title=own.title,
        summary="",
        address=own.address,
        date=date,
        forms=(Form.ONLINE,),
        custody=Custody(),
        claims=(own.claim,),
        place=Place(own.address),
    )
