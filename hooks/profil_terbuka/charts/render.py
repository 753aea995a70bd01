"""ChartData becomes pictures: SVG that a page can colour, and complete SVG and PNG files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from ..model.messages import message
from ..model.products import ChartData, Drawing
from ..system.cache import Cache, key
from ..words.catalogues import text
from . import svg
from .kind import Beside
from .look import CONFIG, NARROW, WIDE
from .remarks import origin
from .svg import fixed_colours
from .told import told_points

VEGA_LITE = "6.4"
PNG_SCALE = 2
CACHED = "gambar"
"""The kind of result in the cache."""
WIDTHS = {"sempit": NARROW, "lebar": WIDE}
"""Class of a drawing -> about how many px it is wide."""


@dataclass(frozen=True)
class VegaPictures:
    """Pictures by Vega-Lite: `layers` makes an Altair chart about so many px wide of the data.

    A page gets both widths and shows one. The wide drawing, in fixed colours and with a title, is
    the file to download, as SVG and as PNG.
    """

    layers: Callable[[ChartData, int], Any]

    def draw(self, data: ChartData, beside: Beside, cache: Cache) -> Drawing:
        """The pictures, from the cache when equal data has been drawn before."""
        label = f"{data.view.title}. {beside.finding}"
        told = repr(data)
        prefix = f"{data.slug}-{data.view.name}"
        maker = self.layers.__module__

        def drawn(width: str) -> str:
            kept = key(maker, told, width)
            return cache.get(CACHED, kept, lambda: self.svg(data, width, prefix).encode()).decode()

        narrow, wide = map(drawn, WIDTHS)
        unit = (text(message("charts.unit", unit=data.unit)),) if data.unit else ()
        notes = (*unit, *beside.remarks, origin(data))
        words = svg.PictureWords(data.view.title, beside.finding, label, notes)
        whole = svg.complete_picture(wide, words, beside.colour)
        return Drawing(
            data=data,
            sentence=beside.finding,
            inline=f'<div class="grafik-gambar" role="img" aria-label="{escape(label)}"'
            f"{_points(data)}>{narrow}{wide}</div>",
            sizes=(svg.svg_size(narrow), svg.svg_size(wide)),
            svg=whole.encode(),
            png=cache.get(CACHED, key(__name__, whole), lambda: png_of(whole)),
            remarks=beside.remarks,
            specification=cache.get(
                CACHED, key(maker, told, "vl", repr(beside)), lambda: self.published(data, beside)
            ),
        )

    def published(self, data: ChartData, beside: Beside) -> bytes:
        """The Vega-Lite specification as a file: its data within, in colours of its own.

        `usermeta` holds what stands beside the picture; Vega-Lite leaves it alone.
        """
        drawn = self.specification(data, WIDTHS["lebar"])
        words = {
            "title": data.view.title,
            "description": beside.finding,
            "usermeta": {
                "slug": data.slug,
                "grafik": data.view.name,
                "satuan": data.unit,
                "asal": origin(data),
                "keterangan": list(beside.remarks),
            },
        }
        own = {name: value for name, value in drawn.items() if name != "$schema"}
        document = {"$schema": drawn["$schema"], **words, **own}
        told = json.dumps(document, ensure_ascii=False, indent=1)
        return fixed_colours(told, beside.colour).encode() + b"\n"

    def svg(self, data: ChartData, width: str, prefix: str) -> str:
        """One drawing for a page, from scratch; ids in it begin with `prefix`."""
        import vl_convert  # noqa: PLC0415  a warm build never needs it

        document = self.specification(data, WIDTHS[width])
        raw = str(vl_convert.vegalite_to_svg(document, vl_version=VEGA_LITE))
        return svg.page_svg(raw, f"{prefix}-{width}", width)

    def specification(self, data: ChartData, width: int, validated: bool = False) -> dict[str, Any]:
        """The Vega-Lite specification of a drawing, in the page's colours.

        Altair's own check of every part takes longer than the drawing; tests do it (`validated`).
        """
        from altair.utils.schemapi import debug_mode  # noqa: PLC0415

        with debug_mode(validated):
            document: dict[str, Any] = self.layers(data, width).to_dict(validate=validated)
        return {**document, "config": CONFIG}


def _points(data: ChartData) -> str:
    """The attribute that holds what is said of each point, for the script that reads them out."""
    told = json.dumps(dict(told_points(data)), ensure_ascii=False, separators=(",", ":"))
    return f" data-baca='{escape(told, quote=False).replace(chr(39), '&#39;')}'"


def png_of(picture: str, scale: float = PNG_SCALE) -> bytes:
    """A complete picture as PNG, `scale` times as many px wide."""
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.svg_to_png(picture, scale=scale))
