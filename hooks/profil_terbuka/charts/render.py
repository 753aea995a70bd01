"""ChartData becomes pictures: SVG that a page can colour, and complete SVG and PNG files."""

from __future__ import annotations

from html import escape

from ..model.messages import message
from ..model.products import ChartData, Drawing
from ..system.cache import Cache, key
from ..words.catalogues import text
from . import svg
from .remarks import origin, remarks
from .sentences import sentence

VEGA_LITE = "6.4"
PNG_SCALE = 2
KIND = "gambar"
NARROW, WIDE = "sempit", "lebar"


def draw(data: ChartData, cache: Cache) -> Drawing:
    """The pictures of a chart, from the cache when equal data has been drawn before.

    A page gets both widths and shows one. The wide drawing, in fixed colours and with a title, is
    the file to download, as SVG and as PNG.
    """
    finding = data.finding or sentence(data)
    label = f"{data.view.title}. {finding}"
    told = repr(data)
    prefix = f"{data.slug}-{data.view.name}"

    def drawn(width: str) -> str:
        kept = key(__name__, told, width)
        return cache.get(KIND, kept, lambda: _render(data, width, prefix).encode()).decode()

    narrow, wide = drawn(NARROW), drawn(WIDE)
    said = remarks(data)
    unit = (text(message("charts.unit", unit=data.unit)),) if data.unit else ()
    words = svg.Words(data.view.title, finding, label, (*unit, *said, origin(data)))
    whole = svg.picture(wide, words)
    return Drawing(
        data=data,
        sentence=finding,
        inline=f'<div class="grafik-gambar" role="img" aria-label="{escape(label)}">'
        f"{narrow}{wide}</div>",
        svg=whole.encode(),
        png=cache.get(KIND, key(__name__, whole), lambda: _png(whole)),
        remarks=said,
    )


def _render(data: ChartData, width: str, prefix: str) -> str:
    """One drawing from scratch. Altair and vl-convert load here: a warm build never needs them."""
    import vl_convert  # noqa: PLC0415

    from . import look, spec  # noqa: PLC0415

    px = look.NARROW if width == NARROW else look.WIDE
    document = spec.specification(data, px)
    raw = str(vl_convert.vegalite_to_svg(document, vl_version=VEGA_LITE))
    return svg.finish(raw, f"{prefix}-{width}", width)


def _png(picture: str) -> bytes:
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.svg_to_png(picture, scale=PNG_SCALE))
