"""What the law asks for as a worklist: five first steps, each with a row that is half filled."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

from starlette.responses import Response

from ..model.messages import message
from ..model.registers import DESK_DOCUMENTS, DESK_STATEMENTS
from ..ppid import (
    FIRST_STEPS,
    Demand,
    ObligationCategory,
    ObligationState,
    Openness,
    Standing,
    category_name,
    in_order_of_work,
    state_name,
)
from ..read.catalog import DATASETS
from ..words.excerpts import excerpt
from .bench import Workbench
from .examining import Examined, examination
from .registers_page import NEW
from .rooms import room_of
from .showing import Leaf, show_page
from .visits import Visit
from .waiting import waiting_page

_NIL, _STILL_VALID = "nihil", "masih-berlaku"
_LONGEST_TITLE = 120
_FILED = (
    ObligationCategory.PERIODIC,
    ObligationCategory.URGENT,
    ObligationCategory.ANY_TIME,
)
"""Groups that a document can be filed under."""


@dataclass(frozen=True, slots=True)
class WorkStep:
    """An obligation that is open, and the forms that settle it, half filled."""

    standing: Standing
    state: str
    category: str
    document: str
    """The address of the form for a document; '' where the register is not kept."""
    upload: str
    """Where a PDF is brought for it."""
    statement: str
    """That of the form for 'nothing to publish'; '' where it must always exist."""
    review: str
    """That of the form for 'still holds'; '' where nothing is to be reviewed."""
    holder: str = ""
    """The unit that the register of custody names; '' where it names none."""

    @property
    def late(self) -> bool:
        """Whether what is there is too old."""
        return self.standing.state is ObligationState.LATE


@dataclass(frozen=True, slots=True)
class WorklistView:
    """Where the agency stands, and what to do first."""

    known: bool
    """Whether the repository says what the law asks, and the data can be judged by it."""
    settled: int = 0
    counted: int = 0
    first: tuple[WorkStep, ...] = ()
    others: tuple[WorkStep, ...] = ()
    units: tuple[str, ...] = ()
    """Whom a memo can ask for documents."""


def obligations_page(bench: Workbench, visit: Visit) -> Response:
    """The worklist of an agency."""
    room = room_of(bench, visit, "kewajiban")
    errand = examination(bench, visit.agency)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.checking"), errand)
    examined: Examined = errand.outcome()
    view = WorklistView(known=False)
    if examined.openness is not None:
        view = _worklist(examined.openness, bench.root / DATASETS / visit.agency, room.home)
    return show_page(bench, room, Leaf("kewajiban", message("workbench.obligations")), view)


def _worklist(openness: Openness, folder: Path, home: str) -> WorklistView:
    kept = frozenset(slug for slug in (DESK_DOCUMENTS, DESK_STATEMENTS) if (folder / slug).is_dir())
    duties = [tally for demand, tally in openness.tallies.items() if demand is not Demand.PRACTICE]
    steps = [
        replace(
            _step(standing, kept, home, openness.day),
            holder=openness.holders[standing.obligation.name],
        )
        for standing in in_order_of_work(openness.standings)
    ]
    return WorklistView(
        known=True,
        settled=sum(tally.settled for tally in duties),
        counted=sum(tally.counted for tally in duties),
        first=tuple(steps[:FIRST_STEPS]),
        others=tuple(steps[FIRST_STEPS:]),
        units=tuple(sorted({task.unit for task in openness.tasks} - {""})),
    )


def _step(standing: Standing, kept: frozenset[str], home: str, day: datetime.date) -> WorkStep:
    obligation = standing.obligation
    filed = obligation.category if obligation.category in _FILED else ObligationCategory.ANY_TIME
    document = {
        "judul": excerpt(obligation.text, _LONGEST_TITLE),
        "tanggal": day.isoformat(),
        "bentuk": "daring" if obligation.link_suffices else "rekam",
        "kategori": str(filed),
        "kewajiban": obligation.name,
    }
    statement = {
        "kewajiban": obligation.name,
        "pernyataan": _NIL,
        "tahun": str(day.year),
        "tanggal": day.isoformat(),
    }
    review = {
        "kewajiban": obligation.name,
        "pernyataan": _STILL_VALID,
        "tanggal": day.isoformat(),
    }
    may_be_nil = obligation.may_be_nil and DESK_STATEMENTS in kept
    reviewable = obligation.standing and standing.old and DESK_STATEMENTS in kept
    return WorkStep(
        standing,
        state_name(standing.state),
        category_name(obligation.category),
        _form(home, DESK_DOCUMENTS, document) if DESK_DOCUMENTS in kept else "",
        f"{home}dokumen/?{urlencode({'kewajiban': obligation.name})}",
        _form(home, DESK_STATEMENTS, statement) if may_be_nil else "",
        _form(home, DESK_STATEMENTS, review) if reviewable else "",
    )


def _form(home: str, slug: str, values: Mapping[str, str]) -> str:
    """The address of a new row of a register with these fields filled."""
    return f"{home}register/{slug}/{NEW}/?{urlencode(values)}"
