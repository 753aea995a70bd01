"""What the desk's generated pages show by themselves: no more than can be seen on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Catalog, Claim, Custody
from ...model.findings import Place
from ...model.messages import message
from ...words.catalogues import text
from ..law.deadlines import read_periods
from ..law.site_obligations import SitePart, obligations_of
from .announcements import read_announcements
from .items import ItemForm, ItemKind, PublicItem

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


def own_items(catalog: Catalog, today: datetime.date) -> tuple[PublicItem, ...]:
    """The pages as evidence: they are written anew with every build."""
    shown = [*_lists(), *(_services(catalog) if read_periods(catalog) else ())]
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
        for item in read_announcements(catalog)
    )
    return tuple(item for found in (*made_today, *announced) for item in found)


def _lists() -> Iterator[_Own]:
    yield _Own(
        SitePart.PUBLIC_LIST,
        LIST,
        text(message("ppid.public-list")),
        text(message("ppid.list-without-decision")),
    )
    yield _Own(
        SitePart.PERIODIC_LIST,
        f"{LIST}#berkala",
        text(message("ppid.periodic-list")),
        text(message("ppid.list-of-this-site")),
    )


def _services(catalog: Catalog) -> Iterator[_Own]:
    """Forms and pages on asking, which are only there where the law's periods are known."""
    desk = catalog.agency.desk
    yield _Own(
        SitePart.REQUEST_FORM,
        "ppid/formulir-permohonan/",
        text(message("ppid.shown-request-form")),
    )
    yield _Own(
        SitePart.OBJECTION_FORM,
        "ppid/formulir-keberatan/",
        text(message("ppid.shown-objection-form")),
    )
    yield _Own(
        SitePart.REQUEST,
        "ppid/permohonan/",
        text(message("ppid.way-request")),
        "" if desk.post and desk.hours else text(message("ppid.asking-untold")),
    )
    yield _Own(
        SitePart.OBJECTION,
        "ppid/keberatan/",
        text(message("ppid.way-objection")),
        "" if desk.superior else text(message("ppid.objecting-untold")),
    )


def _items(own: _Own, catalog: Catalog, date: str) -> Iterator[PublicItem]:
    """One item, unless the reference package says that no obligation is about it."""
    names = obligations_of(own.part, catalog.reference, own.kind)
    if names:
        yield PublicItem(
            kind=ItemKind.PAGE,
            title=own.title,
            summary="",
            address=own.address,
            date=date,
            forms=(ItemForm.ONLINE,),
            custody=Custody(),
            claims=tuple(Claim(name, own.lacking) for name in names),
            place=Place(own.address),
        )
