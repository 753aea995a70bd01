"""What must be said of what is drawn: doubtful, missing, broken; and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset
from ..model.messages import NOTHING, Message, message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.dates import date
from ..words.numbers import enumeration

_FEW = 3
"""So many names are told; more are counted."""


def bar_remarks(data: ChartData) -> Iterator[Message]:
    """Of bars: a category without any value says so itself, one value among others does not.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> rows = (("A", 2023, 3), ("A", 2024, 5), ("B", 2024, 4))
    >>> asked = {"kind": "batang-berkelompok", "series": "tahun"}
    >>> data = invented_chart("jenis, tahun, jumlah (orang)", *rows, **asked)
    >>> [text(remark) for remark in bar_remarks(data)]
    ['Tanda \u2013: tidak ada angka yang dapat digambar.']
    """
    yield from doubtful_values(data, message("charts.doubtful-bars"))
    yield from broken_series(data)
    if data.series != ("",) and any(_dashed(data)):
        yield message("charts.dash-for-missing")


def _dashed(data: ChartData) -> Iterator[bool]:
    """Of each missing value of a category that has others, whether a dash stands for it."""
    for name, row in zip(data.categories, data.values, strict=True):
        for series, value in zip(data.series, row, strict=True):
            if value is None:
                yield (name, series) not in data.invalid


def stack_remarks(data: ChartData) -> Iterator[Message]:
    """Of bars that are cut into parts: where one is missing there is no sum."""
    yield from doubtful_values(data, message("charts.doubtful-bars"))
    yield from broken_series(data)
    lacking = dict.fromkeys(name for name, series in data.voids if series in data.series)
    if lacking:
        yield message("charts.no-sum", names=tuple(lacking))


def line_remarks(data: ChartData) -> Iterator[Message]:
    """Of lines, which have gaps."""
    yield from doubtful_values(data, message("charts.doubtful-points"))
    yield from broken_series(data)
    if any(None in row for row in data.values):
        yield message("charts.gap-in-line")


def doubtful_values(data: ChartData, look: Message) -> Iterator[Message]:
    """How doubtful values can be told from the others, where there are some."""
    if data.doubtful:
        yield message("charts.doubtful-value", look=look)


def broken_series(data: ChartData) -> Iterator[Message]:
    """Where a series must not be read as one development."""
    if data.breaks:
        yield message("charts.broken-series", when=_breaks(data))


def shows_counts(data: ChartData) -> bool:
    """Whether the values grow with the number of people; rates and shares do not."""
    return not data.ratio


def _breaks(data: ChartData) -> tuple[Message | str, ...]:
    """'2020 (A dan B)', '2022 (C)'; the period alone where there is one series."""
    found: list[Message | str] = []
    for when in dict.fromkeys(sorted(year for _, year in data.breaks)):
        names = tuple(series for series, broken_at in data.breaks if broken_at == when and series)
        many = message("charts.so-many-series", count=len(names))
        series = names if len(names) <= _FEW else many
        found.append(message("charts.broken-in", when=when, series=series) if names else when)
    return tuple(found)


def origin(data: ChartData) -> str:
    """'Sumber: Buku. Data: Dinas, edisi 1.0.0 (22 November 2026).' as far as it is known."""
    edition = message("charts.edition", edition=data.edition) if data.edition else NOTHING
    by = tuple(filter(None, (data.publisher, text(edition))))
    published = message("charts.published", by=by) if by else NOTHING
    return text(message("charts.origin", source=data.source, published=published))


def edition_of(dataset: Dataset) -> str:
    """'1.0.0 (22 November 2026)'."""
    return f"{dataset.version} ({date(dataset.created)})"


def publisher_of(dataset: Dataset) -> str:
    """Those who made the dataset, by their role in it."""
    return enumeration([item.title for item in dataset.contributors if "creator" in item.roles])
