"""Suspicion about parts larger than their whole, across tables that count the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ...model.findings import Code, Finding, Severity
from ...model.messages import NOTHING, message
from ..kind import PanelsCheck
from ..panel import Number, Panel, Point, Thing
from ..units import FAMILIES, PEOPLE, counts_things

CODE = Code("bagian-melebihi-keseluruhan", Severity.SUSPICION, answerable=True, area="check")
_BEFORE_BY = re.compile(r"\s+(?:menurut|per|di|pada|tahun|dan|yang|tiap|setiap|untuk)\s+")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_GENERIC = frozenset(
    (
        *("jumlah", "banyaknya", "data", "daftar", "tabel", "rekapitulasi", "seluruh", "total"),
        *("penyandang", "penerima", "penduduk", "orang", "jiwa", "warga", "kota", "kabupaten"),
    )
)
"""Words of a title that do not say what is counted."""
MANY = 20
"""A word in more titles than this says nothing, and would cost quadratic time."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A table whose title says in `subject` what all its things together are."""

    panel: Panel
    subject: frozenset[str]
    kind: str
    totals: Mapping[int, Number]


@dataclass(frozen=True, slots=True)
class _Excess:
    """A part that is larger than its whole in a year."""

    thing: Thing
    year: int
    point: Point
    whole: _Whole


def parts_exceed(panels: Sequence[Panel]) -> Iterator[Finding]:
    """A thing ('disabilitas terlantar') that outnumbers what it is a part of ('disabilitas').

    The whole is the sum of another table whose title names it; the part is a thing of any table
    whose name holds those words and at least one more. Region, year and unit must be the same.
    """
    wholes = _wholes(panels)
    for panel in panels:
        if not any(map(partial(_names_part, wholes=wholes), panel.labels)):
            continue
        larger: dict[str, list[_Excess]] = {}
        for thing, name in _things(panel).items():
            words = _stems(name)
            for whole in _candidates(words, wholes):
                if whole.subject < words and _comparable(panel, thing, whole):
                    found = larger.setdefault(whole.panel.table.file, [])
                    found.extend(_exceeding(panel, thing, whole))
        for excesses in larger.values():
            if excesses:
                yield _finding(panel, excesses)


def _names_part(name: str, wholes: Mapping[str, Sequence[_Whole]]) -> bool:
    """Whether a name is that of a part of any of the wholes."""
    words = _stems(name)
    return any(whole.subject < words for whole in _candidates(words, wholes))


def _wholes(panels: Sequence[Panel]) -> Mapping[str, list[_Whole]]:
    """Tables by the longest word of what they count."""
    found: dict[str, list[_Whole]] = {}
    for panel in panels:
        subject = _subject(panel.table.title)
        kinds = {_kind(unit) for unit in panel.units if counts_things(unit)}
        if subject and len(panel.units) == len(kinds) == 1:
            longest = max(sorted(subject), key=len)
            found.setdefault(longest, []).append(
                _Whole(panel, subject, kinds.pop(), _totals(panel))
            )
    return found


def _totals(panel: Panel) -> Mapping[int, Number]:
    return {year: panel.total(year) for year in panel.years}


def _candidates(words: frozenset[str], wholes: Mapping[str, Sequence[_Whole]]) -> Iterator[_Whole]:
    for word in sorted(words & wholes.keys()):
        if len(wholes[word]) <= MANY:
            yield from wholes[word]


def _subject(title: str) -> frozenset[str]:
    """What a title says is counted.

    >>> sorted(_subject("Penyandang disabilitas menurut jenis"))
    ['disabilitas']
    """
    return _stems(_BEFORE_BY.split(title, maxsplit=1)[0]) - _GENERIC


def _stems(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold()))


def _things(panel: Panel) -> Mapping[Thing, str]:
    """Every thing of a panel in the words of its last dimension."""
    return {
        thing: panel.names[thing] for column in panel.points.values() for thing in column if thing
    }


def _kind(unit: str) -> str:
    """Units that count the same: persons by any name, families by any name.

    >>> _kind("jiwa"), _kind("KK"), _kind("unit")
    ('orang', 'keluarga', 'unit')
    """
    plain = unit.casefold()
    return "orang" if plain in PEOPLE else "keluarga" if plain in FAMILIES else plain


def _comparable(panel: Panel, thing: Thing, whole: _Whole) -> bool:
    return (
        panel.table.file != whole.panel.table.file
        and panel.dataset.coverage.region == whole.panel.dataset.coverage.region
        and _kind(panel.unit(thing)) == whole.kind
    )


def _exceeding(panel: Panel, thing: Thing, whole: _Whole) -> Iterator[_Excess]:
    for year, column in panel.points.items():
        if thing in column and year in whole.totals and column[thing].value > whole.totals[year]:
            yield _Excess(thing, year, column[thing], whole)


def _finding(panel: Panel, excesses: Sequence[_Excess]) -> Finding:
    """One finding for all parts of a table that exceed the same whole."""
    first, whole = excesses[0], excesses[0].whole
    others = message("check.as-do-others", count=len(excesses) - 1) if excesses[1:] else NOTHING
    said = message(
        "check.part-exceeds-whole",
        part=panel.named(first.thing),
        when=message("check.in-year", year=str(first.year)) if first.year else NOTHING,
        value=first.point.value,
        whole=whole.panel.table.title,
        total=whole.totals[first.year],
        others=others,
    )
    places = (panel.place(excess.point) for excess in excesses[1:])
    related = (whole.panel.first(first.year), *places)
    return Finding(CODE, panel.place(first.point), said, related=related)


CHECK = PanelsCheck((CODE,), parts_exceed)
