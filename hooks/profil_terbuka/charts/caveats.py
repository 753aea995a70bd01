"""What a reader of a picture alone must know: doubts, gaps, what is left out and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..continuity import breaks_about, incomparable
from ..model import CellStatus, Dataset
from ..products import ChartData
from ..wording import date, enumeration, moment, number
from .axes import Axis
from .frame import Frame

MOST_NAMED = 5
DOUBT = "* Ada nilai yang diragukan."
UNIT_READ = "Satuan menurut pembacaan kami; buku tidak mencetaknya."
_REASONS = {
    CellStatus.INVALID: "tidak sahih",
    CellStatus.WITHHELD: "dirahasiakan",
    CellStatus.NOT_APPLICABLE: "tidak berlaku",
}
_NO_NUMBER = "tidak ada angkanya"


def edition(dataset: Dataset) -> str:
    """'edisi 1.1.0 (22 November 2026)'."""
    return f"edisi {dataset.version} ({date(dataset.created)})"


def caveats(found: Frame, data: ChartData, dataset: Dataset) -> Iterator[str]:
    """Sentences without which the numbers of a chart mislead, the gravest first."""
    if data.doubtful:
        yield DOUBT
    for place, axis in enumerate((found.axis, found.series)):
        drawn = {point[place] for point in found.values}
        yield from _left_out(found, axis, drawn)
    yield from _broken(found, dataset, [step for _, step in (*data.breaks, *data.broken_series)])
    rule = incomparable(dataset, found.table, found.rows)
    if rule and (data.axis_periods or data.series_periods):
        yield f"Antarwaktu tidak sebanding: {rule.why.rstrip('.')}."
    if data.gathered and not data.adds_categories:
        count = number(len(data.gathered))
        yield f"{count} yang terkecil tidak digambar; semuanya ada di tabel."
    if data.unit_read:
        yield UNIT_READ


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


def _broken(found: Frame, dataset: Dataset, steps: Sequence[str]) -> Iterator[str]:
    """Each period at which a series breaks, with what the descriptor says of it."""
    rules = [rule for rule, _ in breaks_about(dataset, found.table, found.rows) if rule.since]
    told = {moment(rule.since): rule.why.rstrip(".") for rule in rules}
    for step in dict.fromkeys(steps):
        why = f": {told[step]}" if step in told else ""
        yield f"Deret terputus pada {step}{why}."
