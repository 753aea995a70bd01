"""ChartData becomes pictures: SVG that a page can colour, and complete SVG and PNG files."""

from __future__ import annotations

import os
import re
from functools import cache as remembered
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..cache import Cache, digest
from ..products import ChartData, Drawing
from .summary import sentence

VEGA_LITE = "6.4"
PNG_SCALE = 2
KIND = "gambar"


def draw(data: ChartData, cache: Cache) -> Drawing:
    """The pictures of a chart, from the cache when equal data has been drawn before."""
    text = data.finding or sentence(data)
    label = f"{data.view.title}. {text}"
    prefix = f"{data.slug}-{data.view.name}"

    def picture(kind: str) -> bytes:
        key = digest(_recipe(), kind, repr(data))
        return cache.get(KIND, key, lambda: _render(data, kind))

    return Drawing(
        data=data,
        sentence=text,
        inline=finish(picture("inline").decode(), prefix, label),
        svg=finish(picture("svg").decode(), prefix, label).encode(),
        png=picture("png"),
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


@remembered
def _recipe() -> str:
    """Everything but the data that a picture depends on: this package's code and its tools."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return digest(version("altair"), version("vl-convert-python"), VEGA_LITE, *code)


def _render(data: ChartData, kind: str) -> bytes:
    """One picture from scratch. Altair and vl-convert load here: a warm build never needs them."""
    # Vega formats times in the machine's zone; its JavaScript engine reads TZ when it starts.
    os.environ["TZ"] = "UTC"
    import vl_convert  # noqa: PLC0415

    from .spec import FILE, NUMBER_LOCALE, PAGE, TIME_LOCALE, specification  # noqa: PLC0415

    inline = kind == "inline"
    spec = specification(data, PAGE if inline else FILE, titled=not inline)
    options: dict[str, Any] = {
        "vl_version": VEGA_LITE,
        "format_locale": NUMBER_LOCALE,
        "time_format_locale": TIME_LOCALE,
    }
    if kind == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=PNG_SCALE, **options))
    return str(vl_convert.vegalite_to_svg(spec, **options)).encode()
