"""The parts of stacked bars: what is above zero grows upwards, what is below downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from .look import SMALL, Amounts
from .metrics import text_width

_MARGIN = 4


def net_label() -> str:
    """Names the sum of parts of which some are below zero: 'selisih'."""
    return text(message("charts.net"))


@dataclass(frozen=True)
class BarPart:
    """One series' part of a category's bar, from `low` to `high`."""

    category: str
    series: str
    value: int | float
    low: int | float
    high: int | float

    @property
    def middle(self) -> float:
        """Where its value stands."""
        return (self.low + self.high) / 2

    def written(self, scale: Amounts, data: ChartData, along: float, across: float = 0) -> str:
        """Its value where the part has room for it, else ''.

        `along` is px for each unit along the bar; `across` the px across a standing bar, 0 for
        one that lies.
        """
        label = scale.text(self.value) + data.star(self.category, self.series)
        long, wide = abs(self.value) * along, text_width(label, SMALL)
        fits = long >= SMALL + 2 and wide + 2 <= across if across else wide + _MARGIN <= long
        return label if fits else ""


def parts_of(data: ChartData) -> list[BarPart]:
    """Every known value as a part, by category, those of one sign on top of each other.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> data = invented_chart(
    ...     "tahun, jenis, jumlah (orang)",
    ...     (2024, "Masuk", 40),
    ...     (2024, "Lahir", 10),
    ...     (2024, "Keluar", -15),
    ...     kind="batang-bertumpuk",
    ...     series="jenis",
    ... )
    >>> [(part.series, part.low, part.high) for part in parts_of(data)]
    [('Masuk', 0, 40), ('Lahir', 40, 50), ('Keluar', -15, 0)]
    """
    found = []
    for name, row in zip(data.categories, data.values, strict=True):
        up: int | float = 0
        down: int | float = 0
        for series, value in zip(data.series, row, strict=True):
            if value is None:
                continue
            if value < 0:
                found.append(BarPart(name, series, value, down + value, down))
                down += value
            else:
                found.append(BarPart(name, series, value, up, up + value))
                up += value
    return found


def far_ends(parts: Sequence[BarPart]) -> list[int | float]:
    """All the ends of the parts: what a scale must reach."""
    return [end for part in parts for end in (part.low, part.high)]


def totals(data: ChartData) -> dict[str, int | float]:
    """Category -> sum of its parts, without the noise of binary fractions.

    A category with a part that may not be drawn has no sum: it would pass for the whole.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> rows = ((2023, "A", 3), (2023, "B", 4), (2024, "A", 5), (2024, "B", None))
    >>> asked = {"kind": "batang-bertumpuk", "series": "jenis"}
    >>> totals(invented_chart("tahun, jenis, jumlah (orang)", *rows, **asked))
    {'2023': 7}
    """
    void = {name for name, series in data.voids if series in data.series}
    found: dict[str, int | float] = {}
    for name, row in zip(data.categories, data.values, strict=True):
        known = [Decimal(str(value)) for value in row if value is not None]
        exact = sum(known, start=Decimal(0))
        if known and name not in void:
            found[name] = int(exact) if exact == int(exact) else float(exact)
    return found


def mixed(data: ChartData) -> bool:
    """Whether a bar has parts on both sides of zero, so that its sum is a difference."""
    return any(
        any((value or 0) > 0 for value in row) and any((value or 0) < 0 for value in row)
        for row in data.values
    )
