"""What changed between the newest two years, at data/perubahan/; and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Agency
from ..model.messages import Message, message
from ..model.products import GeneratedPage
from ..reporting.development_table import DEVELOPMENTS
from ..reporting.developments import Incomparable, TableDevelopments
from ..reporting.largest import ChangeListing, ToldChange, YearChanges, changes_by_year
from ..words.amounts import FEW_CASES, ShiftKind, quantity, shift_clause
from ..words.catalogues import text
from ..words.dates import period_name
from .page import write_page

CHANGES_PAGE = "data/perubahan/"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One number and the same a year before, as people read them; `size` sorts."""

    thing: str
    table: str
    address: str
    old: str
    new: str
    old_value: str
    new_value: str
    difference: str
    difference_value: str
    said: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Several of them; `more` are in the file only."""

    name: str
    title: str
    about: str
    rows: tuple[ChangeRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChangesOfYear:
    """Everything about two years."""

    earlier: str
    later: str
    total: int
    same: int
    tables: tuple[ChangeTable, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A table that is not compared, or not with all its numbers, and why."""

    title: str
    address: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class ChangesView:
    """What halaman/perubahan.html shows; `satu_tahun` are tables that know of one year only."""

    agency: Agency
    tahun: Sequence[ChangesOfYear]
    tersisih: Sequence[LeftOut]
    satu_tahun: Sequence[LeftOut]
    alamat: str
    paling_sedikit: int


def changes_page(agency: Agency, found: Sequence[TableDevelopments]) -> GeneratedPage:
    """What changed in all tables of an agency."""
    view = ChangesView(
        agency=agency,
        tahun=tuple(map(_year, changes_by_year(found))),
        tersisih=tuple(_left_out(found)),
        satu_tahun=tuple(_once(item) for item in found if item.barred is Incomparable.ONE_YEAR),
        alamat=f"{CHANGES_PAGE}{DEVELOPMENTS}",
        paling_sedikit=FEW_CASES,
    )
    title = text(message("web.changes"))
    description = text(message("web.changes-description", agency=agency.name))
    return write_page("perubahan", CHANGES_PAGE, title, description, view)


def _year(found: YearChanges) -> ChangesOfYear:
    later = period_name(found.later)
    tables = (
        _table(f"{name}-{found.later.year}", kind, getattr(found, kind)) for name, kind in _KINDS
    )
    return ChangesOfYear(
        earlier=period_name(found.earlier),
        later=later,
        total=found.total,
        same=found.same,
        tables=tuple(table for table in tables if table.rows),
    )


_KINDS = (
    ("keseluruhan", "wholes"),
    ("rincian", "parts"),
    ("kecil", "counts"),
    ("lonjakan", "leaps"),
)
"""Anchor, and what it is called in YearChanges and in the sentences."""
_TITLES = {
    "wholes": (message("web.changes-wholes"), message("web.changes-wholes-about")),
    "parts": (message("web.changes-parts"), message("web.changes-parts-about")),
    "counts": (message("web.changes-counts"), message("web.changes-counts-about")),
    "leaps": (message("web.changes-leaps"), message("web.changes-leaps-about")),
}


def _table(name: str, kind: str, listing: ChangeListing) -> ChangeTable:
    title, about = map(text, _TITLES[kind])
    return ChangeTable(name, title, about, tuple(map(_row, listing.shown)), listing.more)


def _row(told: ToldChange) -> ChangeRow:
    item = told.development
    clause = shift_clause(item.new, item.old, period_name(item.earlier), item.unit)
    leap = message("web.leap-up" if told.difference > 0 else "web.leap-down")
    return ChangeRow(
        thing=", ".join(reversed(item.thing)) or item.measure.title,
        table=item.table.title,
        address=f"data/{item.dataset.slug}/#tabel-{item.table.name}",
        old=quantity(item.old, item.unit),
        new=quantity(item.new, item.unit),
        old_value=str(item.old),
        new_value=str(item.new),
        difference=_difference(told),
        difference_value=str(told.difference),
        said=clause or text(leap),
        provisional=item.provisional,
    )


def _difference(told: ToldChange) -> str:
    """By how much, with its sign: '+355', '-Rp1,2 miliar'."""
    size, unit = told.difference, told.development.unit
    points = told.shift is not None and told.shift.kind is ShiftKind.POINTS
    said = text(message("web.points", size=size)) if points else quantity(size, unit)
    return f"+{said}" if size > 0 else said


def _left_out(found: Iterable[TableDevelopments]) -> Iterator[LeftOut]:
    for item in found:
        why = tuple(map(text, _reasons(item)))
        if why and item.barred is not Incomparable.ONE_YEAR:
            yield LeftOut(_titled(item), _address(item), why)


def _once(item: TableDevelopments) -> LeftOut:
    return LeftOut(_titled(item), _address(item), ())


def _titled(item: TableDevelopments) -> str:
    """The table's title; with the measure where it has several."""
    measures = [field for field in item.table.schema.fields if field.role is item.measure.role]
    several = len(measures) > 1
    return f"{item.table.title}: {item.measure.title}" if several else item.table.title


def _address(item: TableDevelopments) -> str:
    return f"data/{item.dataset.slug}/#tabel-{item.table.name}"


def _reasons(item: TableDevelopments) -> Iterator[Message]:
    whys = "; ".join(reason.rstrip(".") for reason in item.reasons)
    if item.barred is Incomparable.NO_WHOLE_YEARS:
        yield message("web.not-whole-years")
    if item.barred is Incomparable.NOT_ADJACENT:
        yield message("web.years-apart")
    if item.barred is Incomparable.COUNTED_OTHERWISE:
        yield message("web.counted-otherwise", why=whys)
    if item.unusable:
        yield message("web.numbers-unusable", n=item.unusable)
    if item.broken:
        yield message("web.numbers-broken", n=item.broken)
    if item.unpaired:
        yield message("web.numbers-unpaired", n=item.unpaired)
