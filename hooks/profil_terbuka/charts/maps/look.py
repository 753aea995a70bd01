"""What both drawings of a map share: colours, patterns, and what is said about an area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ...model import CellStatus
from ...model.messages import message
from ...model.palette import PAPER, palette
from ...model.products import ChartData, Region
from ...words.catalogues import text
from ...words.labels import CELL_STATUS
from ...words.numbers import number
from .classes import MOST, Band, class_of


@dataclass(frozen=True)
class MapColours:
    """Colours of a map: CSS variables where a page sets them, fixed ones in a file."""

    ink: str
    ground: str
    edge: str
    """Lines between areas, and the hatching of those without a value."""
    fills: tuple[str, ...]
    letters: tuple[str, ...]
    """The colour of text on each of the fills."""

    def step(self, index: int, count: int) -> int:
        """The shade of class `index` of `count`: the last is the strongest; a single one, too."""
        return MOST - 1 if count == 1 else round(index * (MOST - 1) / (count - 1))


PAGE = MapColours(
    ink="currentColor",
    ground="var(--grafik-dasar)",
    edge="var(--peta-tepi)",
    fills=tuple(f"var(--peta-{n})" for n in range(1, MOST + 1)),
    letters=tuple(f"var(--peta-huruf-{n})" for n in range(1, MOST + 1)),
)


def file_palette(colour: str) -> MapColours:
    """The fixed colours of a file: shades of the publisher's own `colour`."""
    light = palette(colour).light
    return MapColours(
        ink="#1f2933", ground=PAPER, edge="#5b6b79", fills=light.ramp, letters=light.letters
    )


@dataclass(frozen=True)
class Look:
    """How one map is drawn: its classes, its colours, and the beginning of its ids."""

    bands: Sequence[Band]
    palette: MapColours
    prefix: str

    def shade(self, region: Region) -> int | None:
        """The shade of an area; None without a valid value."""
        if region.value is None:
            return None
        return self.palette.step(class_of(region.value, self.bands), len(self.bands))

    def fill(self, region: Region) -> str:
        """Its colour, or the hatching."""
        shade = self.shade(region)
        return self.hatching if shade is None else self.palette.fills[shade]

    @property
    def hatching(self) -> str:
        """The pattern of areas without a value."""
        return f"url(#{self.prefix}-kosong)"

    @property
    def dots(self) -> str:
        """The pattern over doubtful values."""
        return f"url(#{self.prefix}-ragu)"

    def patterns(self) -> str:
        """The definitions both patterns need; once a page, for ids are unique."""
        edge, ground = self.palette.edge, self.palette.ground
        return (
            f'<defs><pattern id="{self.prefix}-kosong" width="6" height="6" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<path fill="{ground}" d="M0 0h6v6H0z"/><path fill="{edge}" d="M0 0h1.6v6H0z"/>'
            f'</pattern><pattern id="{self.prefix}-ragu" width="7" height="7" '
            f'patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.7" fill="{ground}"/>'
            f'<circle cx="2" cy="2" r="1.1" fill="#c2571a"/></pattern></defs>'
        )


def described(region: Region, data: ChartData) -> str:
    """'Desa A, Kecamatan B: 297 KPM (diragukan)' as escaped text."""
    place = f"{region.name}, {region.district}" if region.district else region.name
    if region.value is None:
        return escape(f"{place}: {CELL_STATUS[region.status]}")
    doubt = f" ({CELL_STATUS[region.status]})" if region.status is CellStatus.DOUBTFUL else ""
    return escape(f"{place}: {number(region.value)} {data.unit}{_made_of(region, data)}{doubt}")


def _made_of(region: Region, data: ChartData) -> str:
    """' (297 KPM, 24.100 jiwa)' behind a rate."""
    if data.map is None or data.map.parts is None or region.count is None or region.base is None:
        return ""
    counted, base = data.map.parts
    return f" ({number(region.count)} {counted}, {number(region.base)} {base})"


def map_legend(data: ChartData, look: Look) -> Iterator[tuple[str, str, str]]:
    """(fill, pattern over it or '', text) of every entry that occurs."""
    for index, band in enumerate(look.bands):
        shade = look.palette.step(index, len(look.bands))
        yield look.palette.fills[shade], "", band.text
    regions = data.map.regions if data.map else ()
    if any(region.status is CellStatus.DOUBTFUL and region.value is not None for region in regions):
        yield look.palette.fills[0], look.dots, text(message("charts.doubtful-in-legend"))
    for status in sorted({region.status for region in regions if region.value is None}):
        empty = text(message("charts.no-number-in-legend"))
        label = empty if status is CellStatus.MISSING else CELL_STATUS[status]
        yield look.hatching, "", label
