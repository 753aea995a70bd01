"""The shapes of an agency's region, for all its explorers: loaded with the first map."""

from __future__ import annotations

from html import escape

from ..charts.maps.pictures import boundary_notice
from ..charts.maps.shapes import WIDTH, is_border_of, line_path, plane, ring_path
from ..model.geo import Boundaries, outline
from ..model.messages import message
from ..words.catalogues import text

OUTLINES = "aset/peta-wilayah.svg"
_DISTRICT = 3


def outlines_svg(known: Boundaries) -> bytes:
    """A path for each area, named by its code, then the lines between districts.

    Its description is what must stand beside every map.
    """
    paper = plane(known.borders)
    rings = {area.code: outline(area.code, known.borders) for area in known.areas}
    areas = (
        f'<path id="{escape(code)}" d="{ring_path(found, paper.at)}"/>'
        for code, found in rings.items()
    )
    strong = (line for line in known.borders if is_border_of(line, _DISTRICT))
    lines = "".join(line_path(line.points, paper.at) for line in strong)
    told = f"{boundary_notice()} {text(message('charts.boundaries-from', source=known.source))}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {paper.height:g}" '
        f'fill="none" stroke="#4b5665"><desc>{escape(told)}</desc>'
        f'<g>{"".join(areas)}</g><path d="{lines}"/></svg>\n'
    ).encode()
