"""Names written where a series ends, in its colour, apart from each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from . import vega as alt
from .look import TEXT, in_px, inline_rows
from .metrics import spread_apart, text_width, wrapped

LINE = 14


@dataclass(frozen=True)
class End:
    """Where a series ends (px from the plot's left upper corner), its name in lines, its colour."""

    lines: Sequence[str]
    colour: str
    x: float
    y: float


def lines_of(name: str, width: float) -> list[str]:
    """A name on lines of at most `width` px."""
    return wrapped(name, width, TEXT)


def widest_line(names: Sequence[Sequence[str]]) -> float:
    """Px that the longest line of bold names takes."""
    return max((text_width(line, TEXT) * 1.07 for own in names for line in own), default=0)


def stacked_height(names: Sequence[Sequence[str]], between: float = 4) -> float:
    """Px that all the names take below each other."""
    return sum(len(own) * LINE + between for own in names)


def written_ends(ends: Sequence[End], start: float, low: float, high: float) -> list[Any]:
    """The names from x = `start` on, between y = `low` and `high`, each with a line to its end."""
    rooms = [len(end.lines) * LINE + 4.0 for end in ends]
    places = spread_apart([end.y for end in ends], rooms, low, high)
    rows = [
        {
            "dari": end.x,
            "ujung": start - 4,
            "y": end.y,
            "y2": at,
            "x": start,
            "atas": at - (len(end.lines) - 1) * LINE / 2,
            "nama": "\n".join(end.lines),
            "warna": end.colour,
        }
        for end, at in zip(ends, places, strict=True)
    ]
    colour = alt.Color("warna:N", scale=None, legend=None)
    base = alt.Chart(inline_rows(rows)).encode(color=colour)
    rule = base.mark_rule(strokeWidth=1, opacity=0.7).encode(
        x=in_px(alt.X, "dari"),
        x2=alt.X2("ujung:Q"),
        y=in_px(alt.Y, "y"),
        y2=alt.Y2("y2:Q"),
    )
    names = base.mark_text(align="left", fontWeight="bold", lineHeight=LINE, lineBreak="\n")
    names = names.encode(
        x=in_px(alt.X, "x"),
        y=in_px(alt.Y, "atas"),
        text=alt.Text("nama:N"),
    )
    return [rule, names]
