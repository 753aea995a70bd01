"""What the blank registers of an agency are made of: periods, grounds, holidays."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...model import Catalog
from ...model.messages import NOTHING, Message, message
from ..law.deadlines import HOLIDAYS, LegalPeriods, read_periods
from ..law.obligations import read_law
from ..law.reference import reference_table, text_rows
from ..law.site_obligations import SitePart, obligations_of
from .grounds import refusal_grounds


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which offices are closed, and the decision that says so."""

    day: datetime.date
    name: str
    ground: str


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """All that a blank workbook tells; `grounds` are names with what the law says of them."""

    agency: str
    periods: LegalPeriods
    grounds: tuple[tuple[str, str], ...]
    holidays: tuple[Holiday, ...]
    origin: Message
    """By which regulation its columns are what they are."""


def register_facts(catalog: Catalog) -> RegisterFacts | None:
    """Those of an agency; None where the law's periods are not known: nothing can be reckoned."""
    periods = read_periods(catalog)
    if periods is None:
        return None
    return RegisterFacts(
        agency=catalog.agency.name,
        periods=periods,
        grounds=tuple(refusal_grounds(catalog).items()),
        holidays=_holidays(catalog),
        origin=_origin(catalog),
    )


def _holidays(catalog: Catalog) -> tuple[Holiday, ...]:
    listed = reference_table(catalog.reference, HOLIDAYS, HOLIDAYS, "tanggal")
    return tuple(
        Holiday(
            datetime.date.fromisoformat(row["tanggal"]), row.get("nama", ""), row.get("dasar", "")
        )
        for row in (text_rows(listed) if listed else ())
    )


def _origin(catalog: Catalog) -> Message:
    known = read_law(catalog.reference, catalog.agency.region)
    names = obligations_of(SitePart.REQUEST_REGISTER, catalog.reference)
    found = [known.all[name].law for name in names if known and name in known.all]
    by = message("ppid.register-by", law=found[0]) if found else NOTHING
    return message("ppid.register-origin", by=by)
