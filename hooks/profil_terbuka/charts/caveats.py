"""What the numbers of a chart do not say of themselves: what is left out, and why a series ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..model import CellStatus, Dataset
from ..model.continuity import breaks_about, incomparable
from ..model.products import ChartData
from ..words.dates import moment
from ..words.numbers import enumeration, number
from .axes import Axis
from .frame import Frame

MOST_NAMED = 5
UNIT_READ = "Satuan menurut pembacaan kami; buku tidak mencetaknya."
_REASONS = {
    CellStatus.INVALID: "tidak sahih",
    CellStatus.WITHHELD: "dirahasiakan",
    CellStatus.NOT_APPLICABLE: "tidak berlaku",
}
_NO_NUMBER = "tidak ada angkanya"


def caveats(found: Frame, data: ChartData, dataset: Dataset) -> Iterator[str]:
    """Sentences without which the numbers of a chart mislead, the gravest first."""
    for place, axis in enumerate((found.axis, found.series)):
        drawn = {point[place] for point in found.values}
        yield from _left_out(found, axis, drawn)
    if hidden := _withheld(found):
        yield f"Ditutup untuk melindungi orang: {_named(hidden)}."
    for cut, _ in breaks_about(dataset, found.table, found.rows):
        if cut.since and (data.breaks or data.broken_series):
            yield f"Sejak {moment(cut.since)}: {cut.why.rstrip('.')}."
    rule = incomparable(dataset, found.table, found.rows)
    if rule and (data.axis_periods or data.series_periods):
        yield f"Tidak sebanding dari waktu ke waktu: {rule.why.rstrip('.')}."
    if data.uneven:
        times = enumeration(list(dict.fromkeys(step for _, step in data.uneven)))
        yield f"Rincian pada {times} tidak sama dengan periode sebelumnya: tidak dibandingkan."
    if provisional := _provisional(found):
        yield f"Angka sementara: {_named(provisional)}."
    if data.gathered and not data.adds_categories:
        count = number(len(data.gathered))
        yield f"{count} yang terkecil tidak digambar; semuanya ada di tabel."
    if data.unit_read:
        yield UNIT_READ


def _provisional(found: Frame) -> list[str]:
    """Names of what is provisional: the period where the axis is time, else the category."""
    rows = [row for row in found.rows if found.table.status(row) is CellStatus.PROVISIONAL]
    axis = found.series if found.series.periods else found.axis
    return list(dict.fromkeys(axis.name(row) for row in rows))


def _withheld(found: Frame) -> list[str]:
    """Points that are withheld, of names that have other values in the chart: 'Lansia (2020)'."""
    drawn = set(found.values)
    axes, series = {point[0] for point in drawn}, {point[1] for point in drawn}
    closed = [
        point
        for point, rows in found.groups.items()
        if point not in drawn and any(map(found.table.withheld, rows))
    ]
    return [
        f"{thing} ({name})" if thing else name
        for name, thing in closed
        if name in axes and thing in series
    ]


def _left_out(found: Frame, axis: Axis, drawn: Collection[str]) -> Iterator[str]:
    """Names without any value in the chart, each group with its reason."""
    statuses: dict[str, list[CellStatus]] = {}
    for row in found.rows:
        statuses.setdefault(axis.name(row), []).append(found.table.status(row))
    reasons: dict[str, list[str]] = {}
    for name, held in statuses.items():
        if name not in drawn:
            reasons.setdefault(_reason(held), []).append(name)
    for reason, names in reasons.items():
        yield f"Tidak digambar karena {reason}: {_named(names)}."


def _reason(statuses: Sequence[CellStatus]) -> str:
    """Why a name has no value: what stands against most of its rows, if they are not just empty."""
    barred = [status for status in statuses if not status.counts]
    if not barred:
        return _NO_NUMBER
    if len(barred) < len(statuses):
        return "rinciannya tidak lengkap"
    return _REASONS.get(max(barred, key=barred.count), _NO_NUMBER)


def _named(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return enumeration(names)
    return f"{', '.join(names[:MOST_NAMED])}, dan {len(names) - MOST_NAMED} lainnya"
