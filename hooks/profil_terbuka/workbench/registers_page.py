"""The registers of the information officer: what they hold, and a form for each row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import Target, target_of
from ..editing.registers import REGISTER_ORDER, begin_register
from ..importer import Unusable
from ..model import Catalog, Role, Table
from ..model.messages import Message, message
from ..model.registers import (
    CUSTODY,
    DESK_DOCUMENTS,
    DESK_STATEMENTS,
    EXEMPT_INFORMATION,
    LEGAL_CORRECTIONS,
    URGENT_ANNOUNCEMENTS,
)
from ..ppid import SERVICE_REPORT, read_law
from ..read.catalog import load
from ..system import clock
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .register_fields import (
    FieldKind,
    FormField,
    field_kind,
    form_fields,
    numbered,
    proposals,
    values_said,
)
from .register_rows import RegisterRow, cells_of, row_faults, seal_of, write_row
from .rooms import room_of
from .showing import Leaf, Room, show_page
from .visits import Visit

NEW = "baru"


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """What a register is called before it is begun, and what it is for."""

    title: Message
    about: Message


_WORDS: Mapping[str, RegisterWords] = {
    DESK_DOCUMENTS: RegisterWords(
        message("workbench.documents"), message("workbench.about-documents")
    ),
    CUSTODY: RegisterWords(message("workbench.custody"), message("workbench.about-custody")),
    DESK_STATEMENTS: RegisterWords(
        message("workbench.statements"), message("workbench.about-statements")
    ),
    EXEMPT_INFORMATION: RegisterWords(
        message("workbench.withheld"), message("workbench.about-withheld")
    ),
    URGENT_ANNOUNCEMENTS: RegisterWords(
        message("workbench.announcements"), message("workbench.about-announcements")
    ),
    SERVICE_REPORT: RegisterWords(message("workbench.service"), message("workbench.about-service")),
    LEGAL_CORRECTIONS: RegisterWords(
        message("workbench.legal-corrections"), message("workbench.about-corrections")
    ),
}
_SHOWN = 3
"""Columns of a row that a list shows."""


@dataclass(frozen=True, slots=True)
class RegisterCard:
    """A register: what it is called and for, and how many rows it has; None: it is not kept yet."""

    slug: str
    title: str
    about: str
    rows: int | None

    @property
    def holds_files(self) -> bool:
        """Whether its rows may have a file of their own, brought by a form of its own."""
        return self.slug == DESK_DOCUMENTS


@dataclass(frozen=True, slots=True)
class RegistersView:
    """All registers, also those that the agency does not keep yet."""

    registers: tuple[RegisterCard, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The rows of a register by their first columns."""

    slug: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    holds_files: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """The form of one row; `seal` is that of the row it was filled from."""

    slug: str
    title: str
    new: bool
    seal: str
    fields: tuple[FormField, ...]
    faults: tuple[str, ...]
    """What is wrong beyond a single field."""


def registers_page(bench: Workbench, visit: Visit) -> Response:
    """All registers, those first that the agency keeps; one that it does not can be begun."""
    room = room_of(bench, visit, "register")
    if visit.posts:
        return _begin(bench, visit, room)
    cards = [_card(bench, visit, slug) for slug in REGISTER_ORDER]
    view = RegistersView(tuple(sorted(cards, key=lambda card: card.rows is None)))
    return show_page(bench, room, Leaf("register-semua", message("workbench.registers")), view)


def _card(bench: Workbench, visit: Visit, slug: str) -> RegisterCard:
    found = _target(bench, visit, slug)
    if found is None or found.dataset is None:
        return RegisterCard(slug, text(_WORDS[slug].title), text(_WORDS[slug].about), None)
    rows = len(found.dataset.main.cells)
    return RegisterCard(slug, found.dataset.title, text(_WORDS[slug].about), rows)


def _begin(bench: Workbench, visit: Visit, room: Room) -> Response:
    slug = visit.said("register")
    if slug not in REGISTER_ORDER:
        raise HTTPException(404)

    def work(tell: Tell) -> Deed:
        target = target_of(bench.root, visit.agency, slug)
        if target.dataset is None:
            begin_register(target, datetime.date.today())
        return Deed(f"{room.home}register/{slug}/{NEW}/")

    return carry_out(bench, room, work)


def register_page(bench: Workbench, visit: Visit) -> Response:
    """The rows of one register."""
    room = room_of(bench, visit, "register")
    target, table = kept_register(bench, visit)
    shown = _list_columns(table)
    view = RegisterView(
        slug=target.slug,
        title=target.dataset.title if target.dataset else "",
        about=text(_WORDS[target.slug].about),
        heads=tuple(table.schema.fields[at].title for at in shown),
        rows=tuple(tuple(cells[at] for at in shown) for cells in table.cells),
        holds_files=target.slug == DESK_DOCUMENTS,
    )
    return show_page(bench, room, Leaf("register", message("workbench.registers")), view)


def row_page(bench: Workbench, visit: Visit) -> Response:
    """The form of a row: a new one, or one by its number in the spreadsheet."""
    room = room_of(bench, visit, "register")
    target, table = kept_register(bench, visit)
    at = row_place(visit.parts["row"], table)
    before = table.cells[at] if at is not None else ()
    catalog = load(bench.root, visit.agency).catalog
    if catalog is None:
        raise HTTPException(404)
    faults: dict[str, list[str]] = {}
    if visit.posts:
        values = _values_to_keep(visit, table, before)
        row = RegisterRow(at, cells_of(table, values))
        faults = _faults(bench, visit, (target, catalog), row)
        if not faults:
            return carry_out(bench, room, _keeping_row(target, row, room.home))
    else:
        values = _values_to_begin(visit, table, before)
    view = RowView(
        slug=target.slug,
        title=target.dataset.title if target.dataset else "",
        new=at is None,
        seal=seal_of(before),
        fields=form_fields(table, values, _proposed(target.slug, catalog), faults),
        faults=tuple(faults.get("", ())),
    )
    leaf = Leaf("register-baris", message("workbench.registers"), 422 if faults else 200)
    return show_page(bench, room, leaf, view)


def _proposed(slug: str, catalog: Catalog) -> Mapping[str, tuple[tuple[str, str], ...]]:
    law = read_law(catalog.reference, catalog.agency.region)
    named = [(leaf.name, leaf.text) for leaf in law.leaves.values()] if law else []
    if law and slug in (DESK_STATEMENTS, CUSTODY):
        named += [(document.name, document.title) for document in law.documents]
    return proposals(slug, catalog, named)


def _values_to_keep(visit: Visit, table: Table, before: tuple[str, ...]) -> dict[str, str]:
    """What the form says; a number that nobody fills in stays, or is the next one."""
    said = values_said(visit, table)
    for field, old in zip(table.schema.fields, before, strict=False):
        if field_kind(field) is FieldKind.AUTOMATIC:
            said[field.name] = old
    return numbered(table, said)


def _values_to_begin(visit: Visit, table: Table, before: tuple[str, ...]) -> dict[str, str]:
    """The row as it is, or what the address proposes for a new one."""
    names = [field.name for field in table.schema.fields]
    if before:
        return dict(zip(names, before, strict=True))
    return {name: visit.asked(name) for name in names}


def _faults(
    bench: Workbench, visit: Visit, place: tuple[Target, Catalog], row: RegisterRow
) -> dict[str, list[str]]:
    """What stands against writing the row."""
    target, catalog = place
    dataset = target.dataset
    if dataset is None:
        raise HTTPException(404)
    before = dataset.main.cells[row.at] if row.at is not None else ()
    if visit.said("semula") != seal_of(before):
        return {"": [text(message("workbench.row-changed"))]}
    return row_faults(target, catalog, row, bench.cache(), clock.today(target.agency.zone))


def _keeping_row(target: Target, row: RegisterRow, home: str) -> Callable[[Tell], Deed]:
    def write(now: Target, title: str, today: datetime.date) -> tuple[Message, ...]:
        return write_row(now, row, text(message("workbench.why-row", title=title)), today)

    return changing_register(target, home, write)


RegisterWriting = Callable[[Target, str, datetime.date], tuple[Message, ...]]
"""Writes into a register of this title on this day; gives what the person should know."""


def changing_register(seen: Target, home: str, write: RegisterWriting) -> Callable[[Tell], Deed]:
    """Write into a register, unless it is another by now than the one that was shown."""

    def work(tell: Tell) -> Deed:
        now = target_of(seen.root, seen.home.name, seen.slug)
        if now.dataset is None or now.dataset != seen.dataset:
            raise Unusable(message("workbench.row-changed"))
        told = write(now, now.dataset.title, datetime.date.today())
        return Deed(f"{home}register/{now.slug}/", told)

    return work


def kept_register(bench: Workbench, visit: Visit) -> tuple[Target, Table]:
    """The register in the address, and its table."""
    target = _target(bench, visit, visit.parts["slug"])
    if target is None or target.dataset is None:
        raise HTTPException(404)
    return target, target.dataset.main


def _target(bench: Workbench, visit: Visit, slug: str) -> Target | None:
    """The register where it is kept; None for what is none."""
    if slug not in REGISTER_ORDER:
        return None
    found = target_of(bench.root, visit.agency, slug)
    return found if found.dataset is not None else None


def row_place(told: str, table: Table) -> int | None:
    """The row that an address names, counted as a spreadsheet does; None for a new one."""
    if told == NEW:
        return None
    at = int(told) - 2 if told.isdecimal() else -1
    if not 0 <= at < len(table.cells):
        raise HTTPException(404)
    return at


def _list_columns(table: Table) -> list[int]:
    """Which columns tell rows apart in a list: not their number alone."""
    fields = table.schema.fields
    named = [at for at, field in enumerate(fields) if field.name != "nomor"]
    told = [at for at in named if fields[at].role in (Role.DIMENSION, Role.MEASURE)]
    rest = [at for at in named if at not in told]
    return sorted([*told, *rest][:_SHOWN])
