"""Plain Indonesian about a chart, written from its numbers: level, change, extremes, share.

The first sentence is the headline: what a reader would tell a friend.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import ViewKind
from ..model.aggregation import exact_sum
from ..model.products import ChartData
from ..model.units import is_money
from ..words.amounts import percentage, quantity, shift_clause
from ..words.dates import moment
from ..words.labels import unit_is_reading
from ..words.numbers import enumeration, number
from .levels import Levels, Number, Values, adds_up, course, newest
from .terms import days, gaps

_DAYS_A_MONTH = 30.4375
FEW = 3
"""Up to so many values, or names that share one, are simply named."""
_SPENT = re.compile(r"realisasi\b", re.IGNORECASE)
_GRANTED = re.compile(r"(anggaran|pagu)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"[(,:]| menurut | per | tahun |\s[12]\d{3}")
"""Where a title goes on to unit, place and time."""


def sentence(data: ChartData) -> str:
    """What the newest period says, or all categories where there is no time.

    A timeline tells how many terms there are, the longest, the last, and when none is recorded.
    """
    if data.spans:
        return _terms(data)
    text = _course(data) if data.axis_periods and data.series == ("",) else _levels(data)
    return _with_reading(text, data.unit) if data.unit_read and data.unit else text


def _with_reading(text: str, unit: str) -> str:
    """The text with a mark behind its first unit: that the unit is our reading."""
    before, found, after = text.partition(f" {unit}")
    if not found:
        return text
    inside = before.count("(") > before.count(")")
    return (
        f"{before}{found}{f', {unit_is_reading()}' if inside else f' ({unit_is_reading()})'}{after}"
    )


def _course(data: ChartData) -> str:
    """A single series over time: its newest value and change, then its highest and lowest."""
    sure = {when: value for when, value, certain in course(data) if certain}
    if not sure:
        return f"{_subject(data)}: semua nilai diragukan; lihat catatan mutu."
    when = list(sure)[-1]
    at = data.categories.index(when)
    earlier = data.categories[at - 1] if at else ""
    told = ""
    broken = {*data.breaks, *data.uneven}
    if data.comparable and earlier in sure and ("", when) not in broken:
        told = shift_clause(sure[when], sure[earlier], earlier, data.unit)
    level = f"{_subject(data)} pada {when}: {quantity(sure[when], data.unit)}"
    return f"{level}{f', {told}' if told else ''}.{_peaks(sure, data)}"


def _subject(data: ChartData) -> str:
    """What the chart is about, from the beginning of its title: 'Korban bencana alam'."""
    return _TITLE_END.split(data.view.title, maxsplit=1)[0].strip()


def _peaks(sure: Values, data: ChartData) -> str:
    """' Tertinggi 644 jiwa pada 2019, terendah 52 jiwa pada 2022.' of three periods or more."""
    most, least = max(sure.values()), min(sure.values())
    if len(sure) < FEW or most == least or data.breaks or data.uneven or not data.comparable:
        return ""
    top, bottom = (
        _names([when for when, value in sure.items() if value == bound], "periode")
        for bound in (most, least)
    )
    doubted = " (tanpa nilai yang diragukan)" if data.doubtful else ""
    return (
        f" Tertinggi {quantity(most, data.unit)} pada {top}, "
        f"terendah {quantity(least, data.unit)} pada {bottom}{doubted}."
    )


def _levels(data: ChartData) -> str:
    levels = newest(data)
    if not levels.sure:
        return _nothing_sure(levels, data)
    if spent := _spent(levels, data.unit):
        return spent
    opening = f"Pada {levels.when}, " if levels.when else ""
    total = levels.total if adds_up(data) and len(levels.sure) > 1 else None
    if sides := _sides(data):
        return f"{_capital(opening + sides)}. {_capital(_extremes(levels, data, total))}"
    if total is None or not levels.earlier_when:
        return _capital(opening + _extremes(levels, data, total))
    told = ""
    if levels.earlier_total is not None:
        told = shift_clause(total, levels.earlier_total, levels.earlier_when, data.unit)
    level = f"{_subject(data)} pada {levels.when} seluruhnya {quantity(total, data.unit)}"
    told = f", {told}" if told else ""
    return f"{level}{told}. {_capital(_extremes(levels, data, total))}"


def _nothing_sure(levels: Levels, data: ChartData) -> str:
    """A period of which no value can be relied on; a chart without any has not got this far."""
    if not levels.all:
        return f"{_subject(data)}: angkanya tidak lengkap; lihat tabel."
    opening = f"Pada {levels.when} semua" if levels.when else "Semua"
    if len(levels.all) == 1:
        opening = f"Nilai {next(iter(levels.all))}" + (f" {levels.when}" if levels.when else "")
        return f"{opening} diragukan."
    return f"{opening} nilai diragukan; lihat catatan mutu."


def _spent(levels: Levels, unit: str) -> str:
    """'Pada 2024, anggaran Rp15,4 miliar; terpakai Rp14,6 miliar (94,4 %).'; '' if not that."""
    granted = [name for name in levels.sure if _GRANTED.match(name)]
    spent = [name for name in levels.sure if _SPENT.match(name)]
    if len(levels.sure) != 2 or not is_money(unit) or not granted or not spent:
        return ""
    whole, part = levels.sure[granted[0]], levels.sure[spent[0]]
    percent = percentage(part, whole, unit)
    opening = f"Pada {levels.when}, " if levels.when else ""
    told = f"terpakai {quantity(part, unit)}{f' ({percent})' if percent else ''}"
    return _capital(f"{opening}anggaran {quantity(whole, unit)}; {told}.")


def _sides(data: ChartData) -> str:
    """'Laki-laki 12 orang dan Perempuan 20 orang' where both sides are known throughout."""
    both = data.view.kind is ViewKind.DIVERGING_BAR and data.adds_categories
    partial = data.voids or data.excluded or any(None in row for row in data.values)
    if not both or data.doubtful or data.axis_periods or partial:
        return ""
    sums = {
        name: exact_sum(row[at] or 0 for row in data.values) for at, name in enumerate(data.series)
    }
    return enumeration([f"{name} {quantity(value, data.unit)}" for name, value in sums.items()])


def _extremes(levels: Levels, data: ChartData, total: Number | None) -> str:
    """'terbanyak A (20 orang, 71,4 %), paling sedikit B (1 orang).', ties named together."""
    values, unit = levels.sure, data.unit
    if len(values) <= FEW:
        return f"{_each(values, unit)}{_silent(levels)}."
    most, least = max(values.values()), min(values.values())
    kind = _kind(data)
    among = f"di antara {len(values)} {kind} yang angkanya pasti, " if levels.unsure else ""
    if most == least:
        return f"{among or 'semuanya '}sama: masing-masing {quantity(most, unit)}."
    high, low = _superlatives(values, data)
    top = [name for name, value in values.items() if value == most]
    told = f"{among}{high} {_names(top, kind)} ({_top(levels, top, total, unit)})"
    if levels.unsure:  # the one nobody knows may be less
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
    return enumeration([f"{name} {quantity(value, unit)}" for name, value in values.items()])


def _silent(levels: Levels) -> str:
    """'; angka B tidak ada, C diragukan': what else there is besides the sure values."""
    doubtful = [name for name in levels.all if name not in levels.sure]
    parts = []
    if levels.missing:
        parts.append(f"angka {_names(levels.missing, 'lainnya')} tidak ada")
    if doubtful:
        parts.append(f"angka {_names(doubtful, 'lainnya')} diragukan")
    return f"; {', '.join(parts)}" if parts else ""


def _kind(data: ChartData) -> str:
    """What the names are called: 'kelurahan', 'jenis PPKS'."""
    over_series = bool(data.axis_periods) and data.series != ("",)
    title = data.series_title if over_series else data.axis_title
    return title[:1].lower() + title[1:] if title else "kategori"


def _superlatives(values: Values, data: ChartData) -> tuple[str, str]:
    """Words for the most and the least: of money, of things counted, of anything else."""
    if is_money(data.unit):
        return "terbesar", "terkecil"
    if data.ratio or min(values.values()) < 0:
        return "tertinggi", "terendah"
    return "terbanyak", "paling sedikit"


def _amount(names: Sequence[str], value: Number, unit: str) -> str:
    each = "masing-masing " if len(names) > 1 else ""
    return f"{each}{quantity(value, unit)}"


def _top(levels: Levels, top: Sequence[str], total: Number | None, unit: str) -> str:
    """'20 orang, 71,4 %' or '6 dari 19 orang' of a whole, else with the change; not of a tie."""
    value = levels.sure[top[0]]
    amount = _amount(top, value, unit)
    if len(top) > 1:
        return amount
    if total is not None and total >= value:
        percent = percentage(value, total, unit)
        few = f"{number(value)} dari {quantity(total, unit)}"
        return f"{amount}, {percent}" if percent else few
    if top[0] not in levels.earlier:
        return amount
    told = shift_clause(value, levels.earlier[top[0]], levels.earlier_when, unit)
    return f"{amount}, {told}" if told else amount


def _names(names: Sequence[str], kind: str) -> str:
    """A few names as they are, many as their count: '6 kelurahan'."""
    return enumeration(list(names)) if len(names) <= FEW else f"{number(len(names))} {kind}"


def _terms(data: ChartData) -> str:
    """'5 masa tercatat sejak 17 Maret 2015. Terlama A (3 tahun 6 bulan). ...'"""
    parts = [f"{len(data.spans)} masa tercatat sejak {moment(data.spans[0].start)}."]
    ended = [(days(span.start, span.end), span) for span in data.spans if span.end]
    if len(ended) > 1:
        longest = max(length for length, _ in ended)
        names = enumeration([span.name for length, span in ended if length == longest])
        parts.append(f"Masa terlama yang sudah selesai: {names} ({_length(longest)}).")
    going = [f"{span.name} sejak {moment(span.start)}" for span in data.spans if not span.end]
    if going:
        parts.append(f"Masih berjalan menurut sumber: {enumeration(going)}.")
    holes = [f"antara {moment(a)} dan {moment(b)}" for a, b in gaps(data.spans)]
    if holes:
        parts.append(f"Tidak ada yang tercatat {enumeration(holes)}.")
    return " ".join(parts)


def _length(count: int) -> str:
    """About how long so many days are: '3 tahun 6 bulan', '3 bulan', '12 hari'."""
    months = round(count / _DAYS_A_MONTH)
    if months < 1:
        return f"{count} hari"
    years, rest = divmod(months, 12)
    words = (f"{years} tahun" if years else "", f"{rest} bulan" if rest else "")
    return " ".join(filter(None, words))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
