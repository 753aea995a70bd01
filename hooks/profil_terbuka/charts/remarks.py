"""What must stand beside every picture of a chart: caveats in words, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Dataset, ViewKind
from ..model.messages import NOTHING, Message, message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.dates import date
from ..words.numbers import enumeration

_UNSURE = {
    ViewKind.LINE: message("charts.doubtful-points"),
    ViewKind.MAP: message("charts.doubtful-areas"),
}
_FEW = 3
"""So many names are told; more are counted."""


def remarks(data: ChartData) -> tuple[str, ...]:
    """Sentences about what is drawn: doubtful, missing, broken, and scales that do not compare."""
    return tuple(dict.fromkeys((*map(text, _drawn(data)), *data.caveats)))


def _drawn(data: ChartData) -> Iterator[Message]:
    if data.map is not None and is_count(data):
        yield message("charts.colours-show-counts")
    if data.doubtful:
        look = _UNSURE.get(data.view.kind, message("charts.doubtful-bars"))
        yield message("charts.doubtful-value", look=look)
    if data.spans and data.excluded:
        yield message("charts.start-not-recorded", names=data.excluded)
    if data.breaks:
        yield message("charts.broken-series", when=_breaks(data))
    if missing := _missing(data):
        yield missing
    if data.view.own_scale and len(data.series) > 1:
        yield message("charts.own-scales")


def is_count(data: ChartData) -> bool:
    """Whether the values grow with the number of people; rates and shares do not."""
    return not data.ratio


def _breaks(data: ChartData) -> tuple[Message | str, ...]:
    """'2020 (A dan B)', '2022 (C)'; the period alone where there is one series."""
    found: list[Message | str] = []
    for when in dict.fromkeys(sorted(year for _, year in data.breaks)):
        names = tuple(series for series, broken in data.breaks if broken == when and series)
        many = message("charts.so-many-series", count=len(names))
        series = names if len(names) <= _FEW else many
        found.append(message("charts.broken-in", when=when, series=series) if names else when)
    return tuple(found)


def _missing(data: ChartData) -> Message | None:
    """What stands for a missing value where nothing in the drawing says so in words."""
    stacked = data.view.kind is ViewKind.STACKED_BAR
    if stacked or (data.view.kind is ViewKind.HORIZONTAL_BAR and data.series != ("",)):
        void = dict.fromkeys(name for name, series in data.voids if series in data.series)
        return message("charts.no-sum", names=tuple(void)) if void else None
    worded = data.series == ("",) and data.view.kind is not ViewKind.LINE
    if worded or data.map is not None or not any(None in row for row in data.values):
        return None
    if data.view.kind is ViewKind.LINE:
        return message("charts.gap-in-line")
    return message("charts.dash-for-missing")


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
