"""Vega's SVG made fit for a page, and the same drawing as a complete picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from .metrics import wrapped

EDGE = 4
INK = "currentColor"

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')
_VARIABLE = re.compile(r"var\(--grafik-([a-z0-9-]+)\)")
_FILE = {
    "dasar": "#ffffff",
    "garis": "#d5dbe1",
    "1": "#0b5c8a",
    "2": "#c2571a",
    "3": "#2e7d4f",
    "4": "#8a3c8f",
    "5": "#8c6d00",
    "6": "#b3261e",
    "7": "#4a5a6a",
    "8": "#00736f",
    "tahun-1": "#5f98b9",
    "tahun-2": "#4587ab",
    "tahun-3": "#2d759b",
    "tahun-4": "#17628a",
    "tahun-5": "#0b4f75",
    "tahun-6": "#083c5a",
    "tahun-7": "#062a40",
}
"""The page's colours (theme/gaya/00-warna.css) for a picture that no page colours."""
_FILE_INK = "#1f2933"
_TITLE, _TITLE_LINE = 16, 21
_NOTE, _NOTE_LINE = 12, 16


def finish(svg: str, prefix: str, class_: str) -> str:
    """Vega's SVG with stable ids and a size that follows its container, without needless bytes.

    Vega counts clip and gradient ids up per process and labels its inner groups in English: ids are
    renamed to `<prefix>-<n>`; roles, labels, fonts and empty groups are dropped. The element that
    holds the drawing names it.
    """
    svg = re.sub(r'\s(?:role|aria-[a-z]+|pointer-events|class)="[^"]*"', "", svg)
    svg = re.sub(r'\sfont-family="[^"]*"|\s(?:fill-)?opacity="1"', "", svg)
    svg = re.sub(r"<[^>]*>", _rounded, svg)
    svg = svg.replace(' fill="none" stroke="none"', "").replace(' font-size="12.5px"', "")
    svg = svg.replace("translate(0,0)", "").replace(' transform=""', "")
    for number, old in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg))):
        svg = svg.replace(f'id="{old}"', f'id="{prefix}-{number}"')
        svg = svg.replace(f"url(#{old})", f"url(#{prefix}-{number})")
    opening = _SIZE.match(svg)
    if opening is None:
        raise ValueError("vl-convert wrote an SVG without width and height")
    body = svg[opening.end() :].rstrip()
    before = None
    while before != body:
        before, body = body, re.sub(r"<g(?:\stransform=\"[^\"]*\")?></g>|<g/>", "", body)
    width, height = opening.groups()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik-svg {class_}" aria-hidden="true" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12.5px">{body}'
    )


def _rounded(tag: re.Match[str]) -> str:
    """A tag (never the text between tags) with coordinates to a tenth of a pixel."""
    return re.sub(r"\d+\.\d{2,}", lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), tag[0])


def picture(svg: str, title: str, label: str, notes: Sequence[str]) -> str:
    """A drawing by `finish` as a file of its own: fixed colours, title above, notes below."""
    opening = re.match(r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>', svg)
    if opening is None:
        raise ValueError("not a finished drawing")
    width, height = float(opening[1]), float(opening[2])
    width = max(width, 420.0)
    heads = wrapped(title, width - 2 * EDGE - 8, _TITLE * 1.06)
    feet = [line for note in notes for line in wrapped(note, width - 2 * EDGE - 8, _NOTE)]
    top = 8 + len(heads) * _TITLE_LINE + 8
    bottom = 6 + len(feet) * _NOTE_LINE + 8
    whole = top + height + bottom
    texts = [
        _text(line, 8 + (number + 0.75) * _TITLE_LINE, _TITLE, bold=True)
        for number, line in enumerate(heads)
    ]
    texts += [
        _text(line, top + height + 6 + (number + 0.75) * _NOTE_LINE, _NOTE)
        for number, line in enumerate(feet)
    ]
    body = svg[opening.end() : svg.rindex("</svg>")]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(label)}" '
        f'width="{width:g}" height="{whole:g}" viewBox="0 0 {width:g} {whole:g}" lang="id" '
        f'font-family="Liberation Sans, Arial, sans-serif" font-size="12.5px">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(texts)}'
        f'<g transform="translate(0,{top})">{body}</g></svg>'
    )
    drawing = drawing.replace(INK, _FILE_INK)
    return _VARIABLE.sub(lambda found: _FILE[found[1]], drawing)


def _text(line: str, y: float, size: int, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{EDGE + 4}" y="{y:g}" font-size="{size}px"{weight} fill="{_FILE_INK}">'
        f"{escape(line)}</text>"
    )
