"""The site's picture for places where links are shared: its name on its colour."""

from __future__ import annotations

import io
from html import escape, unescape

from ..charts.metrics import wrapped
from ..charts.render import CACHED, png_of
from ..model.palette import PAPER, palette
from ..system.cache import Cache, key
from ..web.frame import SHARED_SIZE, Frame

_EDGE = 90
_NAME, _SAID = (68, 80), (32, 44)
"""Size of letters and height of lines, in px."""
_LINES = 3
_COLOURS = 32
_FONTS = "Liberation Sans, Arial, sans-serif"


def shared_picture_of(frame: Frame, summary: str, cache: Cache) -> bytes:
    """A PNG with initials, name and the `summary` of the site (escaped, as the frame's texts)."""
    drawn = shared_drawing(frame, summary)
    return cache.get(CACHED, key(__name__, drawn), lambda: _light(png_of(drawn, scale=1)))


def _light(picture: bytes) -> bytes:
    """The same PNG in a few colours, in which letters still have smooth edges: a tenth of it."""
    from PIL import Image  # noqa: PLC0415  a warm build never needs it

    target = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(_COLOURS).save(target, "PNG", optimize=True)
    return target.getvalue()


def shared_drawing(frame: Frame, summary: str) -> str:
    """The same as SVG."""
    width, height = SHARED_SIZE
    colours = palette(frame.colour).light
    name = _block(unescape(frame.name), _NAME, 330, "700")
    below = 330 + _NAME[1] * len(name)
    said = _block(unescape(summary), _SAID, below + 10, "400")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{_FONTS}" fill="{PAPER}">'
        f'<rect width="{width}" height="{height}" fill="{colours.strong}"/>'
        f'<rect x="{_EDGE}" y="110" width="120" height="120" rx="22" fill="{PAPER}"/>'
        f'<text x="{_EDGE + 60}" y="191" font-size="58" font-weight="700" text-anchor="middle" '
        f'fill="{colours.strong}">{frame.initials}</text>{"".join(name)}{"".join(said)}</svg>'
    )


def _block(text: str, letters: tuple[int, int], top: int, weight: str) -> list[str]:
    """Lines of a text that begin at `top`; what needs more than fit is left out."""
    size, line = letters
    found = wrapped(text, SHARED_SIZE[0] - 2 * _EDGE, size * 1.06)
    shown = found[:_LINES] if text.strip() else []
    if len(found) > _LINES:
        shown[-1] = f"{shown[-1]} \N{HORIZONTAL ELLIPSIS}"
    return [
        f'<text x="{_EDGE}" y="{top + number * line}" font-size="{size}" '
        f'font-weight="{weight}">{escape(said)}</text>'
        for number, said in enumerate(shown)
    ]
