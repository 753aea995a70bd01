"""A drawing read back: where its bars, texts and lines lie, in px from the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from profil_terbuka.charts.metrics import text_width

_BAR = re.compile(r"M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+Z")
_MOVE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_MARK = re.compile(r"url\(#|var\(--")
_STRIPES = re.compile(r"url\(#(.*)\)")
_ASCENT, _DESCENT = 0.7, 0.05
"""Of figures and capital letters, in parts of the type size."""


@dataclass(frozen=True)
class Box:
    """A bar or a text (`text` is '' for a bar), with its colour; that of its stripes if hatched."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    text: str = ""
    hatched: bool = False

    def meets(self, other: Box, tolerance: float = 0.6) -> bool:
        """Whether the two overlap by more than `tolerance` px in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str


@dataclass(frozen=True)
class Picture:
    """Everything in a drawing that a reader sees."""

    bars: tuple[Box, ...]
    texts: tuple[Box, ...]
    lines: tuple[Line, ...]
    dots: int

    def text(self, wanted: str) -> Box:
        """The one text that reads so."""
        (found,) = [text for text in self.texts if text.text == wanted]
        return found


def read(svg: str) -> Picture:
    """The parts of an SVG by `charts.svg.finish`."""
    bars: list[Box] = []
    texts: list[Box] = []
    lines: list[Line] = []
    dots = 0
    root = ElementTree.fromstring(svg)
    inks = {
        node.get("id", ""): node[-1].get("fill", "")
        for node in root.iter()
        if node.tag.endswith("pattern")
    }
    for node, x, y in _walk(root, 0, 0):
        tag = node.tag.rpartition("}")[2]
        if tag == "text":
            texts += _text(node, x, y)
        elif tag == "line":
            end = (x + float(node.get("x2", 0)), y + float(node.get("y2", 0)))
            lines.append(Line(x, y, *end, node.get("stroke", "")))
        elif tag == "path" and _MARK.match(node.get("fill", "")):
            found = _BAR.fullmatch(node.get("d", ""))
            if found and not node.get("transform"):
                left, top, wide, tall = map(float, found.groups())
                corners = sorted((x + left, x + left + wide)), sorted((y + top, y + top + tall))
                (x1, x2), (y1, y2) = corners
                fill = node.get("fill", "")
                stripes = _STRIPES.match(fill)
                ink = inks[stripes[1]] if stripes else fill
                bars.append(Box(x1, y1, x2, y2, ink, hatched=bool(stripes)))
            else:
                dots += 1
    return Picture(tuple(bars), tuple(texts), tuple(lines), dots)


def _walk(
    node: ElementTree.Element, x: float, y: float
) -> Iterator[tuple[ElementTree.Element, float, float]]:
    moved = _MOVE.search(node.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    yield node, x, y
    for child in node:
        yield from _walk(child, x, y)


def _text(node: ElementTree.Element, x: float, y: float) -> Iterator[Box]:
    """One box for each line of a text."""
    size = float(node.get("font-size", "12.5px").removesuffix("px"))
    parts = [child for child in node if child.tag.endswith("tspan")] or [node]
    for number, part in enumerate(parts):
        words = part.text or ""
        if not words or "rotate" in node.get("transform", ""):
            continue
        wide = text_width(words, size) / 1.03
        left = x - {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0)
        base = y + number * 14
        box = (left, base - size * _ASCENT, left + wide, base + size * _DESCENT)
        yield Box(*box, node.get("fill", ""), words)
