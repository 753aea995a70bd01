"""Specifications become pictures: SVG that a page can colour, and SVG and PNG files."""

from __future__ import annotations

import json
import os
import re
from html import escape
from importlib.metadata import version
from typing import Any

from ..cache import Cache, digest
from ..products import ChartData, Drawing
from .spec import FILE, NUMBER_LOCALE, PAGE, TIME_LOCALE, specification
from .summary import sentence

# Vega formats times in the machine's zone; a site must not depend on where it is built.
os.environ["TZ"] = "UTC"

import vl_convert as vlc  # reads TZ when its JavaScript engine starts

VEGA_LITE = "6.4"
PNG_SCALE = 2
KIND = "gambar"
_LOCALE: dict[str, Any] = {
    "vl_version": VEGA_LITE,
    "format_locale": NUMBER_LOCALE,
    "time_format_locale": TIME_LOCALE,
}


def draw(data: ChartData, cache: Cache) -> Drawing:
    """Render a chart, or take the pictures of an equal specification from the cache."""
    page = specification(data, PAGE, titled=False)
    file = specification(data, FILE, titled=True)
    text = sentence(data)
    label = f"{data.view.title}. {text}"
    prefix = f"{data.slug}-{data.view.name}"
    return Drawing(
        data=data,
        sentence=text,
        inline=finish(_svg(page, cache), prefix, label),
        svg=finish(_svg(file, cache), prefix, label).encode(),
        png=_png(file, cache),
    )


def finish(svg: str, prefix: str, label: str) -> str:
    """Vega's SVG with stable ids, one accessible name, and a size that follows its container.

    Vega counts clip and gradient ids up per process, names no language, and labels its inner groups
    in English: ids are renamed to `<prefix>-<n>` and every inner role and aria label is dropped.
    """
    svg = re.sub(r'\s(?:role|aria-[a-z]+|pointer-events)="[^"]*"', "", svg)
    svg = re.sub(r'\sfont-family="[^"]*"', "", svg)
    for number, old in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg))):
        svg = svg.replace(f'id="{old}"', f'id="{prefix}-{number}"')
        svg = svg.replace(f"url(#{old})", f"url(#{prefix}-{number})")
    opening = re.match(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>', svg)
    if opening is None:
        raise ValueError("vl-convert wrote an SVG without width and height")
    width, height = opening.groups()
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafik-svg" role="img" '
        f'aria-label="{escape(label)}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif">'
    )
    return head + svg[opening.end() :].rstrip()


def _svg(spec: dict[str, object], cache: Cache) -> str:
    def make() -> bytes:
        svg: str = vlc.vegalite_to_svg(spec, **_LOCALE)
        return svg.encode()

    return cache.get(KIND, _key("svg", spec), make).decode()


def _png(spec: dict[str, object], cache: Cache) -> bytes:
    def make() -> bytes:
        png: bytes = vlc.vegalite_to_png(spec, scale=PNG_SCALE, **_LOCALE)
        return png

    return cache.get(KIND, _key(f"png{PNG_SCALE}", spec), make)


def _key(format_: str, spec: dict[str, object]) -> str:
    return digest(
        format_, version("vl-convert-python"), json.dumps([spec, _LOCALE], sort_keys=True)
    )
