"""Timelines: one bar a term, its name above it, the time nobody is recorded for left visible."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from ...model.messages import Message, message
from ...model.products import ChartData, Span
from ...words.catalogues import text
from ...words.dates import moment
from .. import vega as alt
from ..facts import timeline_facts
from ..kind import ChartKind, Guide, Keys
from ..look import EDGE, FAINT, INK, SERIES, SMALL, TEXT, inline_rows, js
from ..metrics import text_width, wrapped
from ..render import VegaPictures
from ..terms import first_day, gaps, last_day, prepare_terms

_HEAD = 20
_LINE = 14
_BAR = 12
_AFTER = 12
_STRIDES = (1, 2, 5, 10, 20, 50, 100)
"""Every so many years one is named below the plot."""
_DAYS_A_YEAR = 365.25
_OPEN = 0.06
"""What an open end gets of the whole time: no clock says how long it has lasted."""


def timeline_bars(data: ChartData, width: int) -> Any:
    """Bars along the years, one row each, in order of their start."""
    plot = width - 2 * EDGE - text_width("2020", TEXT)
    known = [_number(first_day(span.start)) for span in data.spans]
    known += [_number(last_day(span.end)) for span in data.spans if span.end]
    low, high = min(known), max(known)
    if any(span.end is None for span in data.spans):
        high += max((high - low) * _OPEN, 0.5)
    years = _years(low, high, plot)
    first, last = min(low, years[0]), max(high, years[-1])
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    ratio = plot / (scale.domain[1] - scale.domain[0])
    rows, names, height = _rows(data.spans, plot, scale.domain[0], high, ratio)
    axis = alt.Axis(
        title=None,
        values=years,
        labelExpr=f"{js({str(year): str(year) for year in years})}[datum.value]",
        domain=False,
        ticks=False,
        labelFlush=False,
        orient="bottom",
    )
    x = alt.X("mulai:Q", scale=scale, axis=axis)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    bars = alt.Chart(inline_rows(rows), width=plot, height=height).encode(
        x=x, x2=alt.X2("selesai:Q"), y=y
    )
    labels = alt.Chart(inline_rows(names)).encode(y=y, text=alt.Text("teks:N"))
    layers = [
        *_holes(data.spans, scale, ratio, height),
        bars.mark_bar(orient="horizontal", size=_BAR, color=SERIES[0], minBandSize=3),
    ]
    kinds: tuple[tuple[bool, Literal["bold", "normal"], float], ...] = (
        (True, "bold", TEXT),
        (False, "normal", SMALL),
    )
    for name, weight, size in kinds:
        mark = labels.transform_filter(f"datum.nama === {js(name)}")
        mark = mark.mark_text(align="left", fontWeight=weight, fontSize=size)
        layers.append(mark.encode(x=alt.X("x:Q", scale=scale)))
    open_ends = [row for row in rows if row["terbuka"]]
    if open_ends:
        arrow = alt.Chart(inline_rows(open_ends)).mark_point(
            shape="triangle-right", filled=True, size=150, color=SERIES[0], opacity=1
        )
        layers.append(arrow.encode(x=alt.X("selesai:Q", scale=scale), y=y))
    return alt.layer(*layers)


def span_label(span: Span) -> str:
    """Both ends in words with an en dash between them; an open end is 'sekarang'."""
    return f"{moment(span.start)} \N{EN DASH} {_end_of(span)}"


def _end_of(span: Span) -> str:
    return moment(span.end) if span.end else text(message("charts.until-now"))


def _number(day: date | None) -> float:
    """A day as a year with a fraction."""
    if day is None:
        raise ValueError("a span without a date")
    return day.year + (day - date(day.year, 1, 1)).days / _DAYS_A_YEAR


def _years(low: float, high: float, plot: float) -> list[int]:
    """Years to name below the plot, as many as have room."""
    first, last = int(low), int(-(-high // 1))
    room = text_width("2020", TEXT) + 14
    step = next(step for step in _STRIDES if (last - first) / step * room <= plot)
    return list(range(first, last + 1, step))


def _rows(
    terms: tuple[Span, ...], plot: float, low: float, high: float, ratio: float
) -> tuple[list[dict[str, object]], list[dict[str, object]], float]:
    """The bars, the texts above them, and the height of it all in px."""
    bars: list[dict[str, object]] = []
    texts: list[dict[str, object]] = []
    at = 4.0
    for span in terms:
        start = _number(first_day(span.start))
        end = _number(last_day(span.end)) if span.end else high
        lines = [(line, True) for line in wrapped(span.name, plot, TEXT)]
        about = ", ".join(filter(None, (span_label(span), span.detail)))
        parts = [about] if text_width(about, SMALL) <= plot / 2 else [span_label(span), span.detail]
        lines += [(line, False) for part in parts if part for line in wrapped(part, plot, SMALL)]
        longest = max(text_width(line, TEXT if name else SMALL) for line, name in lines)
        # A text that would run over the right edge begins further left.
        x = min(start, low + max(plot - longest, 0) / ratio)
        for line, name in lines:
            texts.append({"teks": line, "nama": name, "x": x, "y": at + _LINE / 2})
            at += _LINE
        bars.append(
            {"mulai": start, "selesai": end, "y": at + 3 + _BAR / 2, "terbuka": not span.end}
        )
        at += 3 + _BAR + _AFTER
    return bars, texts, at


def _holes(terms: tuple[Span, ...], scale: alt.Scale, ratio: float, height: float) -> list[Any]:
    """A band over the time between two terms in which none is recorded."""
    found = [
        {"mulai": _number(last_day(before)), "selesai": _number(first_day(after))}
        for before, after in gaps(terms)
    ]
    if not found:
        return []
    x = alt.X("mulai:Q", scale=scale)
    band = alt.Chart(inline_rows(found)).mark_rect(color=FAINT, opacity=0.55)
    layers = [band.encode(x=x, x2=alt.X2("selesai:Q"))]
    label = text(message("charts.nobody-recorded"))
    need = text_width(label, SMALL) + 4
    named = [
        {"x": (hole["mulai"] + hole["selesai"]) / 2, "teks": label}
        for hole in found
        if (hole["selesai"] - hole["mulai"]) * ratio >= need
    ]
    if named:
        words = alt.Chart(inline_rows(named)).mark_text(
            fontSize=SMALL, fontStyle="italic", color=INK
        )
        layers.append(
            words.encode(
                x=alt.X("x:Q", scale=scale), y=alt.value(height - 8), text=alt.Text("teks:N")
            )
        )
    return layers


def _remarks(data: ChartData) -> Iterator[Message]:
    if data.excluded:
        yield message("charts.start-not-recorded", names=data.excluded)


KIND = ChartKind(
    name="garis-waktu",
    keys=Keys(
        needs=("mulai", "selesai"),
        own={"mulai": {"$ref": "#/$defs/kolom"}, "selesai": {"$ref": "#/$defs/kolom"}},
    ),
    guide=Guide(message("charts.timeline-use"), message("charts.timeline-ask")),
    prepare=prepare_terms,
    facts=timeline_facts,
    remarks=_remarks,
    pictures=VegaPictures(timeline_bars),
)
