"""Cards of key figures (`{{ kartu: pkh tahun=2024 label="keluarga penerima" }}`)."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..model import Catalog
from ..model.messages import message
from ..references import Trend, Unresolved, key_figure, trend
from ..words.catalogues import text
from ..words.dates import years
from .fragments import render

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
WIDTH, HEIGHT, EDGE = 96, 28, 3
"""Of a sparkline, in its own units; the edge keeps its last point inside."""


def card(target: str, options: list[str], catalog: Catalog) -> str:
    """One card as a list item: figure, unit, label, a small line of the years, change in words.

    `label=` says what is counted; the other options choose the figure as in `angka`. Unresolved
    where one of them is wrong.
    """
    label, chosen = _label(options)
    _same_year(label, chosen)
    found = key_figure(target, chosen, catalog)
    line = trend(target, chosen, catalog)
    return render(
        "kartu",
        slug=target.partition("/")[0],
        figure=found,
        label=label,
        told=_told(line) if line else "",
        line=Markup(sparkline(line)) if line else "",  # noqa: S704  numbers only
    )


def _label(options: list[str]) -> tuple[str, list[str]]:
    labels = [option for option in options if option.startswith("label=")]
    if len(labels) != 1 or not labels[0].removeprefix("label=").strip():
        raise Unresolved(message("references.card-without-label"))
    return labels[0].removeprefix("label=").strip(), [
        option for option in options if option not in labels
    ]


def _same_year(label: str, chosen: list[str]) -> None:
    """Refuse a label that names another year than the figure is of."""
    named = set(_YEAR.findall(label))
    years = {year for option in chosen for year in _YEAR.findall(option.partition("=")[2])}
    if named and years and not years <= named:
        told, asked = ", ".join(sorted(named)), ", ".join(sorted(years))
        raise Unresolved(message("references.label-of-other-year", told=told, asked=asked))


def _told(line: Trend) -> str:
    """The change in words, or which years the line shows."""
    if line.change:
        return line.change
    told = years(line.start, line.start + len(line.values) - 1)
    return text(message("web.broken-series", years=told)) if line.broken else told


def sparkline(line: Trend) -> str:
    """The years as a small line from zero, with gaps where a year is missing or the series breaks.

    Its last point is marked. It says nothing to screen readers: the words beside it do.
    """
    top = max(value for value in (1, *line.values) if value is not None)
    step = (WIDTH - 2 * EDGE) / max(len(line.values) - 1, 1)

    def place(index: int, value: float) -> tuple[str, str]:
        return _short(EDGE + step * index), _short(
            HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * value / top
        )

    drawn = []
    for run in line.runs:
        points = [place(*point) for point in run]
        if len(points) == 1:
            drawn.append(f'<circle cx="{points[0][0]}" cy="{points[0][1]}" r="1.5"/>')
        else:
            drawn.append(f'<polyline points="{" ".join(",".join(point) for point in points)}"/>')
    x, y = place(*line.runs[-1][-1])
    return (
        f'<svg class="kartu-garis" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
        f'focusable="false"><path d="M0 {HEIGHT - EDGE}H{WIDTH}"/>{"".join(drawn)}'
        f'<circle cx="{x}" cy="{y}" r="{EDGE}"/></svg>'
    )


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
