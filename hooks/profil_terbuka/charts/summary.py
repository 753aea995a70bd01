"""Plain Indonesian about a chart, written from its numbers: level, change, extremes, share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ..model import ViewKind
from ..products import ChartData
from ..wording import change, date, enumeration, moment, number
from .terms import days, gaps

_DAYS_A_MONTH = 30.4375
FEW = 3
"""Up to so many values are simply named."""

Values = Mapping[str, int | float]


def sentence(data: ChartData) -> str:
    """What the newest year says, or all categories together where there is no year.

    A timeline tells how many terms there are, the longest, the last, and when none is recorded.
    """
    if data.spans:
        return _terms(data)
    return _numbers(data)


def _numbers(data: ChartData) -> str:
    years = _years(data)
    if not years:
        totals = {
            name: _sum(value for value in row if value is not None)
            for name, row in zip(data.categories, data.values, strict=True)
            if any(value is not None for value in row)
        }
        return f"{_sides(data)}{_capital(_extremes(totals, data, {}))}"
    newest = max(years)
    values, before = years[newest], _comparable(data, years, newest)
    if not data.additive or len(values) < 2:
        return f"Pada {newest}, {_extremes(values, data, before)}"
    level = f"{number(_sum(values.values()))} {data.unit}"
    whole = before if before.keys() == values.keys() else {}
    change = _change(_sum(values.values()), _sum(whole.values()), newest)
    return f"Pada {newest} seluruhnya {level}{change}. {_capital(_extremes(values, data, {}))}"


def _sides(data: ChartData) -> str:
    """'Laki-laki 12 orang dan Perempuan 20 orang. ' where both sides are known throughout."""
    if data.view.kind is not ViewKind.DIVERGING_BAR or any(None in row for row in data.values):
        return ""
    sums = {name: _sum(row[at] or 0 for row in data.values) for at, name in enumerate(data.series)}
    told = enumeration([f"{name} {number(value)} {data.unit}" for name, value in sums.items()])
    return f"Jumlah yang digambar: {told}. "


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
    holes = gaps(data.spans)
    if holes:
        told = enumeration([f"{date(str(a))} sampai {date(str(b))}" for a, b in holes])
        parts.append(f"Tidak ada yang tercatat antara {told}.")
    return " ".join(parts)


def _length(count: int) -> str:
    """About how long so many days are: '3 tahun 6 bulan', '3 bulan', '12 hari'."""
    months = round(count / _DAYS_A_MONTH)
    if months < 1:
        return f"{count} hari"
    years, rest = divmod(months, 12)
    words = (f"{years} tahun" if years else "", f"{rest} bulan" if rest else "")
    return " ".join(filter(None, words))


def _sum(values: Iterable[int | float]) -> int | float:
    """The sum without the noise of binary fractions: 0.1 + 0.2 is 0.3."""
    total = sum((Decimal(str(value)) for value in values), start=Decimal(0))
    return int(total) if total == int(total) else float(total)


def _years(data: ChartData) -> dict[int, Values]:
    """The valid values by year and name; empty where a chart has no year beside its names."""
    found: dict[int, dict[str, int | float]] = {}
    if data.series_is_year:
        for category, year, value in data.points():
            found.setdefault(int(year), {})[category] = value
    elif data.axis_is_year and data.series != ("",):
        for year, name, value in data.points():
            found.setdefault(int(year), {})[name] = value
    return dict(found)


def _comparable(data: ChartData, years: Mapping[int, Values], newest: int) -> Values:
    """The values of the year before, unless it is missing or anything in either is doubtful."""
    doubtful = set(data.doubtful)
    if data.axis_is_year and doubtful & {str(newest), str(newest - 1)}:
        return {}
    before = years.get(newest - 1, {})
    return {name: value for name, value in before.items() if name not in doubtful}


def _change(new: float, old: float, year: int) -> str:
    """', naik 26,9 % dari 2023'; '' without a year to compare with, or across a break."""
    told = change(new, old, year - 1)
    return f", {told}" if told else ""


def _extremes(values: Values, data: ChartData, before: Values) -> str:
    """'terbanyak A (20 orang, naik ...), paling sedikit B (1 orang).', ties named together."""
    most, least = max(values.values()), min(values.values())
    unit = data.unit
    if len(values) == 1:
        return f"{next(iter(values))}: {number(most)} {unit}."
    if most == least:
        return f"semuanya sama: {number(most)} {unit}."
    if len(values) <= FEW:
        return (
            enumeration([f"{name} {number(value)} {unit}" for name, value in values.items()]) + "."
        )
    top = [name for name, value in values.items() if value == most]
    bottom = [name for name, value in values.items() if value == least]
    share = f", {number(round(100 * most / _sum(values.values()), 1))} %" if data.additive else ""
    newest = max((int(year) for year in _years(data)), default=0)
    step = _change(most, before.get(top[0], 0), newest) if len(top) == 1 else ""
    return (
        f"terbanyak {enumeration(top)} ({number(most)} {unit}{share}{step}), "
        f"paling sedikit {enumeration(bottom)} ({number(least)} {unit})."
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
