"""What the desk's generated pages show by themselves: no more than can be seen on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...catalogues.satu_data import activity, indicator_form, table
from ...catalogues.satu_data.answered import AnsweredForm, answered_forms
from ...model import Catalog, Claim, Custody
from ...model.findings import Place
from ...model.messages import NOTHING, Message, message
from ...words.catalogues import text
from ...words.numbers import enumeration
from ..law.deadlines import read_periods
from ..law.site_obligations import SitePart, obligations_of
from .announcements import read_announcements
from .custody import ASKING, askers_retention
from .exemptions import read_exemptions
from .items import ItemForm, ItemKind, PublicItem
from .public_list import PublicList
from .service_report import newest_report

LIST = "ppid/dip/"
CATALOGUE = "data/"
EXEMPT = "ppid/dikecualikan/"
PERSONAL_DATA = "ppid/data-pribadi/"
VARIABLES, DATA_LIST = "variabel", "daftar"
"""What of the metadata's table is meant, as the reference package names it."""
_DRAFTS = message("ppid.exempt-drafts")
_UNDECREED = message("ppid.exempt-without-decree")


@dataclass(frozen=True, slots=True)
class _OwnPart:
    """A part of the site as evidence: its address, and what it lacks ('' where it shows all)."""

    part: SitePart
    address: str
    title: str
    date: str
    lacking: str = ""
    kind: str = ""
    """Of announcements: what they are about; of a report or a table: what of it is asked for."""


def own_items(catalog: Catalog, listed: PublicList, today: datetime.date) -> tuple[PublicItem, ...]:
    """The pages as evidence, and the announcements; pages are written anew with every build.

    What no obligation is about, by the reference package, is no evidence.
    """
    day = today.isoformat()
    parts = [
        *_lists(listed, day),
        *_metadata(catalog, day),
        *_services(catalog, day),
        *_personal_data(catalog, day),
        *_announced(catalog, day),
        *_reported(catalog, today),
    ]
    named = ((part, obligations_of(part.part, catalog.reference, part.kind)) for part in parts)
    return tuple(_item(part, obligations) for part, obligations in named if obligations)


def _lists(listed: PublicList, day: str) -> Iterator[_OwnPart]:
    yield _OwnPart(
        SitePart.PUBLIC_LIST,
        LIST,
        text(message("ppid.public-list")),
        day,
        lacking=text(message("ppid.list-without-decision", unfilled=_unfilled(listed))),
    )
    yield _OwnPart(
        SitePart.CATALOGUE,
        CATALOGUE,
        text(message("ppid.data-catalogue")),
        day,
        lacking=text(message("ppid.catalogue-without-decision")),
    )
    yield _OwnPart(
        SitePart.PERIODIC_LIST,
        f"{LIST}#berkala",
        text(message("ppid.periodic-list")),
        day,
        lacking=text(message("ppid.list-of-this-site")),
    )


def _metadata(catalog: Catalog, day: str) -> Iterator[_OwnPart]:
    """The files of Satu Data Indonesia, and what nobody has told in them."""
    if not catalog.datasets:
        return
    told = answered_forms(catalog)
    forms = (
        (SitePart.ACTIVITY_FORM, activity.NAME, "", message("ppid.sdi-activity"), told.activity),
        (SitePart.SDI_TABLE, table.NAME, VARIABLES, message("ppid.sdi-variables"), told.variables),
        (
            SitePart.INDICATOR_FORM,
            indicator_form.NAME,
            "",
            message("ppid.sdi-indicators"),
            told.indicators,
        ),
    )
    for part, address, kind, title, form in forms:
        if form.asked:
            yield _OwnPart(part, address, text(title), day, text(_fields_open(form)), kind)
    title, lacking = message("ppid.sdi-list"), text(_unscheduled(catalog))
    yield _OwnPart(SitePart.SDI_TABLE, table.NAME, text(title), day, lacking, DATA_LIST)


def _fields_open(form: AnsweredForm) -> Message:
    """How many fields nobody has filled in."""
    if not form.open:
        return NOTHING
    return message("ppid.sdi-fields-open", open=form.open, asked=form.asked)


def _unscheduled(catalog: Catalog) -> Message:
    """That the list is not decided, and how many of its datasets have no next release."""
    count = sum(dataset.expected is None for dataset in catalog.datasets)
    unscheduled = message("ppid.sdi-unscheduled", count=count) if count else NOTHING
    return message("ppid.sdi-list-undecided", unscheduled=unscheduled)


def _services(catalog: Catalog, day: str) -> Iterator[_OwnPart]:
    """Pages on asking, which are only there where the law's periods are known.

    The forms of the program are no evidence: an agency that has adopted one lists it among its
    documents.
    """
    if read_periods(catalog) is None:
        return
    desk = catalog.agency.desk
    if entries := read_exemptions(catalog):
        drafts = not all(entry.decided for entry in entries)
        said = _DRAFTS if drafts else _UNDECREED
        yield _OwnPart(SitePart.EXEMPT_LIST, EXEMPT, text(message("ppid.exempt")), day, text(said))
    yield _OwnPart(
        SitePart.REQUEST,
        ASKING,
        text(message("ppid.way-request")),
        day,
        lacking="" if desk.post and desk.hours else text(message("ppid.asking-untold")),
    )
    yield _OwnPart(
        SitePart.OBJECTION,
        "ppid/keberatan/",
        text(message("ppid.way-objection")),
        day,
        lacking="" if desk.superior else text(message("ppid.objecting-untold")),
    )


def _personal_data(catalog: Catalog, day: str) -> Iterator[_OwnPart]:
    """The notice on personal data, and the officer where the agency has told who that is."""
    officer = catalog.agency.protection
    title = text(message("ppid.personal-data"))
    untold = [
        text(lacking)
        for told, lacking in (
            (officer.officer, message("ppid.data-officer-untold")),
            (askers_retention(catalog), message("ppid.retention-untold")),
        )
        if not told
    ]
    lacking = text(message("ppid.rights-untold", lacking=enumeration(untold))) if untold else ""
    yield _OwnPart(SitePart.DATA_RIGHTS, PERSONAL_DATA, title, day, lacking)
    if officer.officer:
        unsure = message("ppid.data-officer-unconfirmed") if officer.unverified else NOTHING
        address = f"{PERSONAL_DATA}#petugas"
        yield _OwnPart(SitePart.DATA_OFFICER, address, title, day, text(unsure))


def _unfilled(listed: PublicList) -> Message:
    """Which statutory columns some rows of the list leave empty."""
    columns = tuple(column.title for column in listed.unfilled)
    return message("ppid.list-with-open-columns", columns=columns) if columns else NOTHING


def _announced(catalog: Catalog, day: str) -> Iterator[_OwnPart]:
    """Urgent announcements that have begun, each for the kind of event that it is about."""
    begun = (item for item in read_announcements(catalog) if item.start <= day)
    for item in begun:
        address = f"ppid/serta-merta/#{item.anchor}"
        yield _OwnPart(SitePart.ANNOUNCEMENT, address, item.title, item.start, kind=item.kind)


def _reported(catalog: Catalog, today: datetime.date) -> Iterator[_OwnPart]:
    """The newest yearly report, once for each thing that obligations ask of it."""
    report = newest_report(catalog, today)
    if report is None:
        return
    for thing, lacking in report.lacking.items():
        yield _OwnPart(
            SitePart.SERVICE_REPORT,
            "ppid/laporan-layanan/",
            text(message("ppid.report")),
            report.date,
            lacking=text(lacking),
            kind=thing,
        )


def _item(own: _OwnPart, obligations: Iterable[str]) -> PublicItem:
    return PublicItem(
        kind=ItemKind.PAGE,
        title=own.title,
        summary="",
        address=own.address,
        date=own.date,
        forms=(ItemForm.ONLINE,),
        custody=Custody(),
        claims=tuple(Claim(name, own.lacking) for name in obligations),
        place=Place(own.address),
    )
