"""What a chart says of itself, in Indonesian: level, change, extremes, share."""

from __future__ import annotations

from collections.abc import Sequence

from ..amounts import percentage, quantity, shift_clause
from ..chart_sentences import (
    FEW,
    ChartFacts,
    CourseFacts,
    ExtremeFacts,
    LevelFacts,
    Number,
    Peaks,
    Ranking,
    SpendingFacts,
    TimelineFacts,
    UnsureFacts,
    Values,
)
from .dates import moment
from .labels import UNIT_READ
from .numbers import enumeration, number

_DAYS_A_MONTH = 30.4375
_SUPERLATIVES = {
    Ranking.MONEY: ("terbesar", "terkecil"),
    Ranking.LEVEL: ("tertinggi", "terendah"),
    Ranking.COUNT: ("terbanyak", "paling sedikit"),
}


def sentence(facts: ChartFacts) -> str:
    """The facts in one or two sentences; the first is a headline."""
    if isinstance(facts, TimelineFacts):
        return _timeline(facts)
    if isinstance(facts, CourseFacts):
        return _course(facts)
    if isinstance(facts, UnsureFacts):
        return _nothing_sure(facts)
    if isinstance(facts, SpendingFacts):
        return _spending(facts)
    return _levels(facts)


def with_unit_read(text: str, unit: str) -> str:
    """'20 orang (satuan bacaan kami)'; inside of brackets '(20 orang, satuan bacaan kami)'."""
    before, found, after = text.partition(f" {unit}")
    if not found:
        return text
    inside = before.count("(") > before.count(")")
    mark = f", {UNIT_READ}" if inside else f" ({UNIT_READ})"
    return f"{before}{found}{mark}{after}"


def _course(facts: CourseFacts) -> str:
    """'Penerima pada 2024: 60 orang, naik 20 % dari 2023. Tertinggi ...'."""
    when, value = facts.newest
    level = f"{facts.subject} pada {when}: {quantity(value, facts.unit)}"
    change = ""
    if facts.earlier:
        before, old = facts.earlier
        change = shift_clause(value, old, before, facts.unit)
    return f"{level}{_clause(change)}.{_peaks(facts.peaks, facts.unit)}"


def _peaks(peaks: Peaks | None, unit: str) -> str:
    """' Tertinggi 644 jiwa pada 2019, terendah 52 jiwa pada 2022.'"""
    if peaks is None:
        return ""
    top, bottom = (_names(names, "periode") for names in (peaks.top, peaks.bottom))
    doubted = " (tanpa nilai yang diragukan)" if peaks.doubted else ""
    return (
        f" Tertinggi {quantity(peaks.most, unit)} pada {top}, "
        f"terendah {quantity(peaks.least, unit)} pada {bottom}{doubted}."
    )


def _nothing_sure(facts: UnsureFacts) -> str:
    if facts.over_time:
        return f"{facts.subject}: semua nilai diragukan; lihat catatan mutu."
    if not facts.names:
        return f"{facts.subject}: angkanya tidak lengkap; lihat tabel."
    if len(facts.names) == 1:
        when = f" {facts.when}" if facts.when else ""
        return f"Nilai {facts.names[0]}{when} diragukan."
    opening = f"Pada {facts.when} semua" if facts.when else "Semua"
    return f"{opening} nilai diragukan; lihat catatan mutu."


def _spending(facts: SpendingFacts) -> str:
    """'Pada 2024, anggaran Rp15,4 miliar; terpakai Rp14,6 miliar (94,4 %).'"""
    percent = percentage(facts.spent, facts.granted, facts.unit)
    share = f" ({percent})" if percent else ""
    spent = f"terpakai {quantity(facts.spent, facts.unit)}{share}"
    return _capital(
        f"{_opening(facts.when)}anggaran {quantity(facts.granted, facts.unit)}; {spent}."
    )


def _levels(facts: LevelFacts) -> str:
    """'Pada 2024, terbanyak A ...', or with the sum of all of them as a sentence before that."""
    extremes, total = _extremes(facts.extremes, facts.unit), facts.extremes.total
    if facts.sides:
        both = _enumerated(facts.sides, facts.unit)
        return f"{_capital(_opening(facts.when) + both)}. {_capital(extremes)}"
    if total is None or not facts.extremes.earlier_when:
        return _capital(_opening(facts.when) + extremes)
    change = ""
    if facts.earlier_total is not None:
        before = facts.extremes.earlier_when
        change = shift_clause(total, facts.earlier_total, before, facts.unit)
    level = f"{facts.subject} pada {facts.when} seluruhnya {quantity(total, facts.unit)}"
    return f"{level}{_clause(change)}. {_capital(extremes)}"


def _extremes(facts: ExtremeFacts, unit: str) -> str:
    """'terbanyak A (20 orang, 71,4 %), paling sedikit B (1 orang).', ties named together."""
    values, kind = facts.sure, facts.kind or "kategori"
    if len(values) <= FEW:
        return f"{_each(values, unit)}{_silent(facts)}."
    most, least = max(values.values()), min(values.values())
    among = f"di antara {len(values)} {kind} yang angkanya pasti, " if facts.unsure else ""
    if most == least:
        return f"{among or 'semuanya '}sama: masing-masing {quantity(most, unit)}."
    high, low = _SUPERLATIVES[facts.ranking]
    top = [name for name, value in values.items() if value == most]
    told = f"{among}{high} {_names(top, kind)} ({_top(facts, top, unit)})"
    if facts.unsure:  # the one nobody knows may be less
        return f"{told}."
    bottom = [name for name, value in values.items() if value == least]
    return f"{told}, {low} {_names(bottom, kind)} ({_amount(bottom, least, unit)})."


def _each(values: Values, unit: str) -> str:
    """'A 4 orang dan B 5 orang', or of one the name and the value."""
    if len(values) > 1 and len(set(values.values())) == 1:
        shared = quantity(next(iter(values.values())), unit)
        return f"{enumeration(list(values))} sama: masing-masing {shared}"
    if len(values) == 1:
        name, value = next(iter(values.items()))
        return f"{name}: {quantity(value, unit)}" if name else quantity(value, unit)
    return _enumerated(list(values.items()), unit)


def _enumerated(values: Sequence[tuple[str, Number]], unit: str) -> str:
    """'A 4 orang dan B 5 orang'."""
    return enumeration([f"{name} {quantity(value, unit)}" for name, value in values])


def _silent(facts: ExtremeFacts) -> str:
    """'; angka B tidak ada, angka C diragukan': what else there is besides the sure values."""
    parts = []
    if facts.missing:
        parts.append(f"angka {_names(facts.missing, 'lainnya')} tidak ada")
    if facts.doubtful:
        parts.append(f"angka {_names(facts.doubtful, 'lainnya')} diragukan")
    return f"; {', '.join(parts)}" if parts else ""


def _amount(names: Sequence[str], value: Number, unit: str) -> str:
    each = "masing-masing " if len(names) > 1 else ""
    return f"{each}{quantity(value, unit)}"


def _top(facts: ExtremeFacts, top: Sequence[str], unit: str) -> str:
    """'20 orang, 71,4 %' or '6 dari 19 orang' of a whole, else with the change; not of a tie."""
    value, total = facts.sure[top[0]], facts.total
    amount = _amount(top, value, unit)
    if len(top) > 1:
        return amount
    if total is not None and total >= value:
        percent = percentage(value, total, unit)
        few = f"{number(value)} dari {quantity(total, unit)}"
        return f"{amount}, {percent}" if percent else few
    if top[0] not in facts.earlier:
        return amount
    change = shift_clause(value, facts.earlier[top[0]], facts.earlier_when, unit)
    return f"{amount}{_clause(change)}"


def _names(names: Sequence[str], kind: str) -> str:
    """A few names as they are, many as their count: '6 kelurahan'."""
    return enumeration(list(names)) if len(names) <= FEW else f"{number(len(names))} {kind}"


def _timeline(facts: TimelineFacts) -> str:
    """'5 masa tercatat sejak 17 Maret 2015. Masa terlama ...: A (3 tahun 6 bulan). ...'"""
    told = [f"{facts.count} masa tercatat sejak {moment(facts.first)}."]
    if facts.longest:
        names = enumeration(facts.longest)
        told.append(f"Masa terlama yang sudah selesai: {names} ({_length(facts.longest_days)}).")
    if facts.going:
        going = enumeration([f"{name} sejak {moment(start)}" for name, start in facts.going])
        told.append(f"Masih berjalan menurut sumber: {going}.")
    if facts.gaps:
        gaps = enumeration([f"antara {moment(a)} dan {moment(b)}" for a, b in facts.gaps])
        told.append(f"Tidak ada yang tercatat {gaps}.")
    return " ".join(told)


def _length(days: int) -> str:
    """About how long so many days are: '3 tahun 6 bulan', '3 bulan', '12 hari'."""
    months = round(days / _DAYS_A_MONTH)
    if months < 1:
        return f"{days} hari"
    years, rest = divmod(months, 12)
    told = (f"{years} tahun" if years else "", f"{rest} bulan" if rest else "")
    return " ".join(filter(None, told))


def _opening(when: str) -> str:
    return f"Pada {when}, " if when else ""


def _clause(text: str) -> str:
    return f", {text}" if text else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
