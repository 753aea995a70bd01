"""Suspicion about bodies that stand among persons and are counted as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import codes
from ...model.findings import Finding
from ...model.messages import message
from ..kind import PanelCheck
from ..panel import Panel, Point, Thing
from ..units import counts_people

_BODY = re.compile(
    r"(lembaga|organisasi|karang taruna|panti|yayasan|koperasi|forum|puskesos|posyandu|lksa?)\b",
    re.IGNORECASE,
)
"""How names of bodies begin, in Indonesian their head noun."""
_PERSON = re.compile(
    r"(pekerja|petugas|pendamping|tenaga|penyuluh|relawan|kader|pengurus|taruna siaga|tagana)\b",
    re.IGNORECASE,
)


def bodies_as_people(panel: Panel) -> Iterator[Finding]:
    """Bodies ('Karang Taruna') that stand among persons ('Relawan') and are counted as such."""
    if not any(map(counts_people, panel.units)) or not any(map(_BODY.match, panel.labels)):
        return
    people = [
        (thing, point)
        for column in panel.points.values()
        for thing, point in column.items()
        if counts_people(panel.unit(thing))
    ]
    bodies = [(thing, point) for thing, point in people if _BODY.match(panel.names[thing])]
    persons = (panel.names[thing] for thing, _ in people if _PERSON.match(panel.names[thing]))
    person = next(persons, "")
    if bodies and person:
        yield _finding(panel, bodies, person)


def _finding(panel: Panel, bodies: list[tuple[Thing, Point]], person: str) -> Finding:
    (thing, first), *others = bodies
    said = message(
        "check.body-among-people",
        body=panel.named(thing),
        unit=panel.unit(thing),
        person=person,
    )
    mend = message("check.mend-body-among-people", code=codes.UNITS_MIXED.name)
    related = tuple(panel.place(point) for _, point in others)
    return Finding(codes.UNITS_MIXED, panel.place(first), said, mend, related)


CHECK = PanelCheck((codes.UNITS_MIXED,), bodies_as_people)
