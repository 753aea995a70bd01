"""Suspicions about mixed units: in a sum, among the things counted, in amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Dataset, Role, SumRule, codes
from ..model.findings import Finding, Place
from ..words.numbers import number
from .panel import Panel, Point, Thing
from .units import counts_people

_BODY = re.compile(
    r"(lembaga|organisasi|karang taruna|panti|yayasan|koperasi|forum|puskesos|posyandu|lksa?)\b",
    re.IGNORECASE,
)
"""How names of bodies begin, in Indonesian their head noun."""
_PERSON = re.compile(
    r"(pekerja|petugas|pendamping|tenaga|penyuluh|relawan|kader|pengurus|taruna siaga|tagana)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"rp\.?|rupiah", re.IGNORECASE)
SMALL_AMOUNT = 100_000
LARGE_AMOUNT = 100_000_000
"""No budget has items of less than the small amount beside those of more than the large one: such
rupiah are thousands or millions of them."""


def mixed_units(dataset: Dataset) -> Iterator[Finding]:
    """A rule that adds up rows of different units."""
    for rule in dataset.rules:
        if not isinstance(rule, SumRule):
            continue
        table = dataset.table(rule.table)
        columns = table.schema.with_role(Role.UNIT)
        units = sorted({str(unit) for unit in table.column(columns[0].name)}) if columns else []
        if len(units) > 1:
            message = f"Satuan bercampur dalam satu jumlah: {', '.join(units)}."
            place = Place(dataset.table(rule.total).file, None, rule.measure)
            yield Finding(codes.UNITS_MIXED, place, message)


def bodies_as_people(panel: Panel) -> Iterator[Finding]:
    """Bodies ('Karang Taruna') that stand among persons ('Relawan') and are counted as such."""
    bodies: list[tuple[Thing, Point]] = []
    person = ""
    for column in panel.points.values():
        for thing, point in column.items():
            name = panel.names[thing].strip("`")
            if not counts_people(panel.unit(thing)):
                continue
            if _BODY.match(name):
                bodies.append((thing, point))
            elif _PERSON.match(name):
                person = person or name
    if bodies and person:
        thing, first = bodies[0]
        message = (
            f"{panel.names[thing]} agaknya lembaga, tetapi bersatuan `{panel.unit(thing)}` seperti "
            f"`{person}`."
        )
        remedy = (
            "Tulis satuannya di kolom tersendiri (`peran` satuan) atau pisahkan tabelnya; bila "
            f'yang dihitung orangnya, tulis `catatan` dengan `"temuan": ["{_NAME}"]`.'
        )
        related = tuple(panel.place(point) for _, point in bodies[1:])
        yield Finding(codes.UNITS_MIXED, panel.place(first), message, remedy, related)


def amounts_out_of_scale(panel: Panel) -> Iterator[Finding]:
    """Rupiah beside thousands or millions of rupiah in one column."""
    amounts = [
        point
        for column in panel.points.values()
        for thing, point in column.items()
        if _MONEY.fullmatch(panel.unit(thing).strip()) and point.value > 0
    ]
    small = [point for point in amounts if point.value < SMALL_AMOUNT]
    large = next((point for point in amounts if point.value >= LARGE_AMOUNT), None)
    if small and large:
        message = (
            f"{number(small[0].value)} dan {number(large.value)} (baris {large.row}) dalam satu "
            "kolom rupiah: sebagian agaknya dalam ribuan atau jutaan rupiah."
        )
        remedy = (
            "Tulis semua nilai kolom ini dalam rupiah penuh; bila angkanya memang sekecil itu, "
            f'tulis `catatan` dengan `"temuan": ["{_NAME}"]`.'
        )
        related = tuple(panel.place(point) for point in small[1:])
        yield Finding(codes.UNITS_MIXED, panel.place(small[0]), message, remedy, related)


_NAME = codes.UNITS_MIXED.name
