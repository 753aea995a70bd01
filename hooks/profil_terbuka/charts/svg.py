"""Vega's SVG made fit for a page, and the same drawing as a complete picture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..model.palette import PAPER, palette
from ..words.language import language
from .metrics import wrapped

EDGE = 4
INK = "currentColor"
PALE = 0.3
"""How opaque a specification says that a doubtful bar is: Vega knows no patterns, so a drawing has
hatching in its place."""

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')
_KEY = re.compile(r'aria-label="(\d+\.\d+)"')
"""A point's key, which `marks.named_mark` has Vega write as the label of its mark."""
_KEPT_KEY = re.compile(r' data-titik="[^"]*"')
_VARIABLE = re.compile(r"var\(--(?:grafik-)?([a-z0-9-]+)\)")
_DOUBTFUL = re.compile(rf'<path [^>]*\sfill-opacity="{PALE}"[^>]*>')
_FILL = re.compile(r'\sfill="(var\(--(?:grafik-)?([a-z0-9-]+)\))"')
_DASHES = re.compile(r'\s(?:fill-opacity|stroke-dasharray)="[^"]*"')
_FILE_INK = "#1f2933"
_FILE_LINE = "#d5dbe1"
_FILE_EDGE = "#768190"
_FILLS = 600.0
"""Px from which on a drawing may grow with its place: one of two bars would become a poster."""
_LEAST_WIDTH = 420.0
"""Px of a file, however narrow its drawing: the words around it need room."""


@dataclass(frozen=True)
class _Type:
    """Size of letters and height of lines, in px."""

    size: int
    line: int
    bold: bool = False


_TITLE, _FOUND, _NOTE = _Type(16, 21, bold=True), _Type(13, 18), _Type(12, 16)
_BOLD = 1.06
"""Bold letters are that much wider."""


def page_svg(svg: str, prefix: str, class_: str) -> str:
    """Vega's SVG with stable ids and a size that follows its container, without needless bytes.

    Vega counts clip and gradient ids up per process and labels its inner groups in English: ids are
    renamed to `<prefix>-<n>`; roles, labels, fonts and empty groups are dropped. The element that
    holds the drawing names it. A mark that is a point keeps its key (`data-titik`). Bars that are
    pale because they are doubtful become hatched, in their own colour.
    """
    svg = re.sub(r"<path [^>]*>", lambda mark: _KEY.sub(r'data-titik="\1"', mark[0]), svg)
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
    body = _hatched(body, prefix)
    width, height = opening.groups()
    if float(width) >= _FILLS:
        class_ = f"{class_} penuh"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik-svg {class_}" aria-hidden="true" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12.5px">{body}'
    )


def _hatched(body: str, prefix: str) -> str:
    """Doubtful bars as an outline around stripes of their colour, on the ground.

    >>> pale = '<path d="M0,0h9v9h-9Z" fill="var(--grafik-1)" fill-opacity="0.3"/>'
    >>> _hatched(pale, "a").partition("</defs>")[2]
    '<path d="M0,0h9v9h-9Z" fill="url(#a-arsir-1)"/>'
    """
    inks: dict[str, str] = {}

    def stripes(mark: re.Match[str]) -> str:
        fill = _FILL.search(mark[0])
        if fill is None:
            return mark[0]
        ink, name = fill.groups()
        inks[name] = ink
        plain = _DASHES.sub("", mark[0])
        return plain.replace(fill[0], f' fill="url(#{prefix}-arsir-{name})"')

    marked = _DOUBTFUL.sub(stripes, body)
    patterns = "".join(_stripes(f"{prefix}-arsir-{name}", ink) for name, ink in inks.items())
    return f"<defs>{patterns}</defs>{marked}" if patterns else marked


def _stripes(id_: str, ink: str) -> str:
    """Slanting stripes, as the explorer draws them (theme/skrip-jelajah/40-gambar.js)."""
    return (
        f'<pattern id="{id_}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--grafik-dasar)"/>'
        f'<rect width="2.4" height="6" fill="{ink}"/></pattern>'
    )


def svg_size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing by `page_svg`, in px.

    >>> svg_size('<svg class="sempit" width="344" height="260.5" viewBox="0 0 344 260.5">')
    (344.0, 260.5)
    """
    opening = _SIZE.match(svg)
    if opening is None:
        raise ValueError("not a finished drawing")
    return float(opening[1]), float(opening[2])


def _rounded(tag: re.Match[str]) -> str:
    """A tag (never the text between tags) with coordinates to a tenth of a pixel."""
    return re.sub(r"\d+\.\d{2,}", lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), tag[0])


@dataclass(frozen=True)
class PictureWords:
    """What stands around a drawing in a file: title and finding above it, notes below.

    `label` is the text for those who do not see it.
    """

    title: str
    finding: str
    label: str
    notes: Sequence[str]


def complete_picture(svg: str, words: PictureWords, colour: str) -> str:
    """A drawing by `page_svg` as a file of its own: fixed colours, and all a reader must know.

    `colour` is the publisher's, as `#rrggbb`.
    """
    own_width, height = svg_size(svg)
    width = max(own_width, _LEAST_WIDTH)
    titles = _lines((words.title,), width, _TITLE, 8)
    found = _lines((words.finding,), width, _FOUND, titles.bottom + 2)
    top = found.bottom + 10
    notes = _lines(words.notes, width, _NOTE, top + height + 6)
    whole = notes.bottom + 8
    body = _KEPT_KEY.sub("", svg[svg.index(">") + 1 : svg.rindex("</svg>")])
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(words.label)}" '
        f'width="{width:g}" height="{whole:g}" viewBox="0 0 {width:g} {whole:g}" '
        f'lang="{language()}" font-family="Liberation Sans, Arial, sans-serif" font-size="12.5px">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
        f'{titles.svg}{found.svg}<g transform="translate(0,{top:g})">{body}</g>{notes.svg}</svg>'
    )
    return fixed_colours(drawing, colour)


def fixed_colours(drawn: str, colour: str) -> str:
    """A drawing, or its specification, in colours of its own where it asked for the page's.

    >>> fixed_colours('fill="var(--grafik-1)" stroke="currentColor"', "#0b5c8a")
    'fill="#0b5c8a" stroke="#1f2933"'
    """
    fixed = _file_colours(colour)
    return _VARIABLE.sub(lambda found: fixed[found[1]], drawn.replace(INK, _FILE_INK))


def _file_colours(colour: str) -> Mapping[str, str]:
    """What a page's variables (`--<name>`, `--grafik-<name>`) are where no page sets any: light."""
    light = palette(colour).light
    return {
        "dasar": PAPER,
        "garis": _FILE_LINE,
        "garis-kuat": _FILE_EDGE,
        "rona": light.faded,
        **{str(place): shade for place, shade in enumerate(light.series, start=1)},
        **{f"tahun-{place}": shade for place, shade in enumerate(light.years, start=1)},
    }


@dataclass(frozen=True)
class _Block:
    """Lines of text, and where they end in px from the top."""

    svg: str
    bottom: float


def _lines(texts: Sequence[str], width: float, type_: _Type, top: float) -> _Block:
    """Each text on as many lines as it needs, from `top` on."""
    room = width - 2 * EDGE - 8
    size = type_.size * (_BOLD if type_.bold else 1)
    every = [part for text in texts for part in wrapped(text, room, size)]
    drawn = "".join(
        _text(part, top + (number + 0.75) * type_.line, type_) for number, part in enumerate(every)
    )
    return _Block(drawn, top + len(every) * type_.line)


def _text(line: str, y: float, type_: _Type) -> str:
    weight = ' font-weight="bold"' if type_.bold else ""
    return (
        f'<text x="{EDGE + 4}" y="{y:g}" font-size="{type_.size}px"{weight} fill="{_FILE_INK}">'
        f"{escape(line)}</text>"
    )
