"""What producers hand on: frozen values between charts, downloads, pages and the site."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from . import CellStatus, Period, View
from .geo import Boundaries
from .messages import Message

DOSSIER = "-dosir.html"
"""Ends the name of a dataset's dossier: one file that holds all of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """One bar of a timeline: dates as the table has them ('2022-10'); no `end`: still going on."""

    name: str
    detail: str
    start: str
    end: str | None


@dataclass(frozen=True, slots=True)
class Region:
    """One area of a map; `value` is None where there is no valid one, and `status` tells why."""

    code: str
    name: str
    district: str
    """The kecamatan it belongs to; '' for a kecamatan itself."""
    value: int | float | None
    status: CellStatus
    tile: tuple[int, int] | None
    """Column and row in the grid of tiles."""
    count: int | float | None = None
    base: int | float | None = None
    """What a rate (`value`) was made of: `count` in `base`; both None where `value` is a count."""


@dataclass(frozen=True)
class Choropleth:
    """What a map shows: every area of one level, the largest value first, and their outlines."""

    boundaries: Boundaries
    kind: str
    """What the areas are called: 'kelurahan'."""
    regions: tuple[Region, ...]
    parts: tuple[str, str] | None = None
    """Units of `count` and `base` where the values are rates."""


@dataclass(frozen=True)
class ChartData:
    """The numbers of one chart.

    `values[c][s]` belongs to category c and series s; None where there is no valid value. Without
    series there is one, named ''.
    """

    slug: str
    view: View
    source: str
    unit: str
    axis_title: str
    axis_is_year: bool
    series_is_year: bool
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[int | float | None, ...], ...]
    additive: bool
    """Whether the values of a year are parts of one whole (the book prints their sum)."""
    doubtful: tuple[tuple[str, str], ...]
    """(category, series) of each doubtful value; it carries a star."""
    excluded: tuple[str, ...]
    """Categories or series left out because none of their values is valid."""
    breaks: tuple[tuple[str, str], ...] = ()
    """(series, category): the step to that period cannot be read as development."""
    groups: tuple[str, ...] = ()
    """Where each category belongs, in the order of `categories`; empty where nobody asks."""
    spans: tuple[Span, ...] = ()
    """A timeline's bars in order of their start; it has neither categories nor values."""
    map: Choropleth | None = None
    """The areas of a map; its categories are the same areas in the same order."""
    finding: str = ""
    """What the chart says, where it is already known; '' lets the numbers speak."""
    edition: str = ""
    """Version and date of the dataset's edition; '' where the numbers come from several."""
    publisher: str = ""
    """Who publishes the dataset."""
    caveats: tuple[str, ...] = ()
    """Sentences about the numbers that must stand beside every picture of them."""
    voids: tuple[tuple[str, str], ...] = ()
    """(category, series) of every point the table knows of, without a value that may be drawn."""
    invalid: tuple[tuple[str, str], ...] = ()
    """(category, series) of each point without a value because what is printed is not valid."""
    when: str = ""
    """The one period that all values are of; '' where they are of several, or of none."""
    axis_periods: tuple[Period, ...] = ()
    """Of the categories, in their order; empty where the axis is no time."""
    series_periods: tuple[Period, ...] = ()
    """Of the series, in their order; empty where they are no time."""
    axis_labels: tuple[str, ...] = ()
    """Short names of the categories for an axis, where they have some."""
    adds_categories: bool = False
    """Whether the values of all categories make a sum together."""
    adds_series: bool = False
    """Whether the values of all series make a sum together."""
    gathered: tuple[tuple[str, tuple[int | float | None, ...]], ...] = ()
    """Categories that are drawn together as the last one, with their own values."""
    broken_series: tuple[tuple[str, str], ...] = ()
    """(category, series): the same as `breaks` where the series are periods."""
    uneven: tuple[tuple[str, str], ...] = ()
    """(thing, period): the step to that period is between sums of different things."""
    totals: tuple[str, ...] = ()
    """Names of categories and series that hold others of them."""
    ratio: bool = False
    """Whether the values add up to nothing: percentages, indices, means."""
    comparable: bool = True
    """Whether values of different periods may be compared at all (a break without a period)."""
    series_title: str = ""
    """What the series are called: 'Jenis kelamin'."""
    unit_read: bool = False
    """Whether the unit is our reading, because the source prints none."""

    def label(self, category: str) -> str:
        """The category as it is written at the axis, with a star where its only value has one."""
        short = dict(zip(self.categories, self.axis_labels, strict=False))
        name = short.get(category, category)
        return f"{name}{self.star(category, '')}" if self.series == ("",) else name

    def star(self, category: str, series: str) -> str:
        """'*' for a doubtful value."""
        return "*" if (category, series) in self.doubtful else ""

    def key(self, category: str, series: str) -> str:
        """A short name of a point, by the places of its category and series: '3.0'."""
        return f"{self.categories.index(category)}.{self.series.index(series)}"

    def points(self) -> Iterator[tuple[str, str, int | float]]:
        """(category, series, value) of every valid value."""
        for category, row in zip(self.categories, self.values, strict=True):
            for name, value in zip(self.series, row, strict=True):
                if value is not None:
                    yield category, name, value


@dataclass(frozen=True)
class Drawing:
    """One chart, drawn.

    `inline` goes into a page: a narrow and a wide drawing of which CSS shows one, in the page's
    colours. `svg` and `png` are complete pictures with title, source and remarks. `remarks` must
    stand beside `inline`.
    """

    data: ChartData
    sentence: str
    inline: str
    sizes: tuple[tuple[float, float], ...]
    """Width and height in px of each drawing in `inline`."""
    svg: bytes
    png: bytes
    remarks: tuple[str, ...] = ()
    specification: bytes = b""
    """What Vega-Lite draws it of, as JSON; b"" of what another program draws."""

    @property
    def files(self) -> dict[str, bytes]:
        """The picture as files, by name."""
        name = self.data.view.name
        specified = {f"{name}.vl.json": self.specification} if self.specification else {}
        return {f"{name}.svg": self.svg, f"{name}.png": self.png, **specified}

    @property
    def png_size(self) -> tuple[int, int]:
        """Width and height of the PNG, which its first chunk tells."""
        width, height = struct.unpack(">II", self.png[16:24])
        return width, height


@dataclass(frozen=True, slots=True)
class FileFormat:
    """`name` is what people and CKAN call it; `authority` the EU's code, where it has one."""

    name: str
    media_type: str
    authority: str = ""


CSV = FileFormat("CSV", "text/csv", "CSV")
JSON = FileFormat("JSON", "application/json", "JSON")
ZIP = FileFormat("ZIP", "application/zip", "ZIP")
SVG = FileFormat("SVG", "image/svg+xml", "SVG")
PNG = FileFormat("PNG", "image/png", "PNG")
VEGA_LITE = FileFormat("Vega-Lite", "application/vnd.vegalite.v6+json", "JSON")


@dataclass(frozen=True, slots=True)
class Download:
    """One line of a download list: `rows` is None where a file holds more than one table.

    `table` names the one table that the file holds, if it holds no more. `more` tells that only
    some readers want it, `about` what its title does not say.
    """

    name: str
    title: str
    bytes: int
    format: FileFormat
    rows: int | None = None
    table: str = ""
    more: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Explorer:
    """What the explorer of a dataset's page loads (JSON); b'' where there is nothing to explore.

    `too_long` are the titles of tables that have too many figures for it.
    """

    data: bytes = b""
    too_long: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A named measure of quality; `dimension` is that of W3C's Data Quality Vocabulary."""

    name: str
    title: Message
    definition: Message
    dimension: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a criterion found: a number or yes/no, the same in words, and whether it is enough.

    `met` is None where the criterion only informs.
    """

    criterion: Criterion
    value: int | float | bool
    text: str
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that the list of a page's parts leads to; the title is escaped."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture shown where somebody shares a page; size in px, `alt` is escaped."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says about itself to browsers and search engines; '' where it says nothing.

    Addresses are relative to the site's root, the description is escaped.
    """

    description: str = ""
    feed: str = ""
    """Of the page's own editions."""
    package: str = ""
    """The data package that the page is about."""
    modified: str = ""
    picture: SharedPicture | None = None
    """The page's own; else the site's is shown."""
    embed: str = ""
    """Tells programs how to embed the page's chart (oEmbed)."""
    citation: tuple[tuple[str, str], ...] = ()
    """What reference managers read: names and escaped texts."""
    target: str = ""
    """Where a page that has moved leads to."""
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term: what it is called, its meaning, and further remarks, each with its column's title.

    `anchor` is its place on the page that explains it.
    """

    anchor: str
    text: str
    meaning: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class GeneratedPage:
    """A page that a template has written; `html` is what stands in its article.

    `address` ends with a slash and is relative to the site's root; the title is escaped.
    """

    address: str
    title: str
    html: str
    sections: tuple[Section, ...]
    head: PageHead

    @property
    def path(self) -> str:
        """Where a hand-written page of this address would lie: 'data/pbi/index.md'."""
        return f"{self.address}index.md"
