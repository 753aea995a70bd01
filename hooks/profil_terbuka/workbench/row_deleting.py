"""A row of a register is deleted, once the person has seen it whole and said so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import Target
from ..model.messages import Message, message
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .register_rows import delete_row, seal_of
from .registers_page import changing_register, kept_register, row_place
from .rooms import room_of
from .showing import Leaf, show_page
from .visits import Visit


@dataclass(frozen=True, slots=True)
class DeletingView:
    """The row that is to go, by its columns; `seal` is that of the row that was shown."""

    slug: str
    title: str
    number: str
    seal: str
    cells: tuple[tuple[str, str], ...]
    fault: str


def delete_page(bench: Workbench, visit: Visit) -> Response:
    """Show the row that is to go; delete it when that is said."""
    room = room_of(bench, visit, "register")
    target, table = kept_register(bench, visit)
    at = row_place(visit.parts["row"], table)
    if at is None:
        raise HTTPException(404)
    cells = table.cells[at]
    is_other = visit.posts and visit.said("semula") != seal_of(cells)
    if visit.posts and not is_other:
        return carry_out(bench, room, _deleting(target, at, room.home))
    view = DeletingView(
        slug=target.slug,
        title=target.dataset.title if target.dataset else "",
        number=visit.parts["row"],
        seal=seal_of(cells),
        cells=tuple(
            (field.title, cell)
            for field, cell in zip(table.schema.fields, cells, strict=True)
            if cell
        ),
        fault=text(message("workbench.row-changed")) if is_other else "",
    )
    leaf = Leaf("register-hapus", message("workbench.registers"), 422 if is_other else 200)
    return show_page(bench, room, leaf, view)


def _deleting(target: Target, at: int, home: str) -> Callable[[Tell], Deed]:
    def write(now: Target, title: str, today: datetime.date) -> tuple[Message, ...]:
        return delete_row(now, at, text(message("workbench.why-row-deleted", title=title)), today)

    return changing_register(target, home, write)
