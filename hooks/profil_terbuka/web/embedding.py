"""What another site shows of a chart: the words around it, how high it is, and the code for it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..citation import chart_anchor
from ..model import Agency, Dataset, View
from ..model.messages import message
from ..model.products import Drawing
from ..words.catalogues import text
from ..words.dates import date
from ..words.sentences import first_sentence

UNKNOWN_SITE = "ALAMAT-SITUS"
EMBED_SCRIPT = "aset/sematan.js"
"""For pages of other sites: sets a frame to the height that its content tells."""
NARROWEST = 320
"""CSS px: no frame on a phone is narrower (WCAG 1.4.10)."""
_SIDES = 24
_TITLE, _BODY, _SMALL = (18, 24), (16, 23), (14, 20)
"""Size of letters and height of lines, in px: theme/sematan.css says the same."""
_AROUND = 88
"""Edges, gaps between the parts, and the line that unfolds the table."""
_MAP_COLUMNS, _MAP_GAP, _MAP_WIDEST = 576, 24, 436
"""Where a map and its tiles come to stand side by side, and how wide each of them grows."""
_BROAD_LETTERS = frozenset("mw%&@MW") | {chr(letter) for letter in range(ord("A"), ord("Z") + 1)}
_BROAD, _USUAL = 0.73, 0.54
"""Width of letters in parts of their size; usual sans-serifs run a tenth narrower."""
_MAP_WORDS, _MAP_ORIGIN = 140, 70
"""A map's unit, legend and caption; where its boundaries come from."""


@dataclass(frozen=True, slots=True)
class EmbedFoot:
    """The line below an embedded figure: where it comes from, and which edition is shown."""

    source: str
    edition: str
    whole: str
    """Names the link to everything about the data."""

    @property
    def longest(self) -> str:
        """All of it, as one text."""
        return f"{self.source} {self.edition} {self.whole}"


def embed_foot(dataset: Dataset, agency: Agency, *, pinned: bool, newest: bool) -> EmbedFoot:
    """`pinned`: the frame keeps this edition; else it shows whichever is the `newest`."""
    return EmbedFoot(
        source=text(message("web.embed-source", source=dataset.sources[0].title)),
        edition=_edition(dataset, pinned=pinned, newest=newest),
        whole=text(message("web.embed-whole", agency=agency.name)),
    )


def _edition(dataset: Dataset, *, pinned: bool, newest: bool) -> str:
    if dataset.updated:
        return text(message("web.embed-register", day=date(dataset.updated)))
    told = {"version": dataset.version, "day": date(dataset.created)}
    if not pinned:
        return text(message("web.embed-newest", **told))
    return text(message("web.embed-pinned" if newest else "web.embed-superseded", **told))


def embed_height(drawing: Drawing, foot: str) -> int:
    """Height in CSS px that shows the whole figure in a frame of any width from `NARROWEST` on.

    `foot` is what stands below it. Measured with letters that are broader than those of the fonts
    asked for; browsers hold all embedded pages to it (tests/browser/test_embedding.py).
    """
    heights = (_words(drawing, foot, width) + high for width, high in _drawn(drawing))
    return 10 * math.ceil((_AROUND + max(heights)) / 10)


def _drawn(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """Widths at which something changes, and how high the drawing is there."""
    narrowest = NARROWEST - _SIDES
    if drawing.data.map:
        yield from _map_heights(drawing.sizes)
        return
    for width, height in drawing.sizes:
        yield narrowest, height * min(1, narrowest / width)
        yield max(width, narrowest), height


def _map_heights(sizes: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """On a phone the tiles stand alone, where there are some; further up both, side by side."""
    shapes = [height / width for width, height in sizes]
    alone = _MAP_WORDS + (_MAP_ORIGIN if len(shapes) == 1 else 0)
    for width in (NARROWEST - _SIDES, _MAP_WIDEST):
        yield width, alone + width * shapes[-1]
    yield _MAP_COLUMNS, _MAP_WORDS + _MAP_ORIGIN + _MAP_WIDEST * max(shapes)


def _words(drawing: Drawing, foot: str, width: float) -> int:
    head, rest = first_sentence(drawing.sentence)
    remarks = " ".join((*drawing.remarks, text(message("web.embed-notes"))))
    written = (
        (head, _TITLE),
        (rest, _BODY),
        (drawing.data.view.title, _SMALL),
        (remarks if drawing.remarks else "", _SMALL),
        (foot, _SMALL),
    )
    return sum(line * lines_needed(said, width / size) for said, (size, line) in written)


def lines_needed(said: str, width: float) -> int:
    """How many lines a text needs at most; `width` in parts of the size of its letters.

    >>> wide, narrow = 20, 6
    >>> lines_needed("Terbanyak Utara", wide), lines_needed("Terbanyak Utara", narrow)
    (1, 2)
    """
    count, used = 0, math.inf
    for word in said.split():
        long = sum(_BROAD if letter in _BROAD_LETTERS else _USUAL for letter in f"{word} ")
        if used + long > width:
            count, used = count + 1, 0.0
        used += long
    return count


@dataclass(frozen=True, slots=True)
class EmbedOffer:
    """A chart for other sites: its bare page below the site's root, and code to copy.

    `code` shows whichever edition is the newest, `pinned` this one for good.
    """

    path: str
    height: int
    code: str
    pinned: str


def offer_embed(drawing: Drawing, dataset: Dataset, agency: Agency) -> EmbedOffer:
    """Both codes for a chart of the dataset.

    Without an address of its own the site is named by a word to replace: the reader's browser
    knows the address, and theme/skrip/salin.js puts it there.
    """
    root = site_root(agency)
    view, folder = drawing.data.view, f"data/{dataset.slug}/"
    height = _height_of_editions(drawing, dataset, agency)

    def code(path: str) -> str:
        return embed_code(f"{root}{path}", f"{root}{EMBED_SCRIPT}", view.title, height)

    live = f"{folder}sematan/{view.name}/"
    pinned = f"{folder}v/{dataset.version}/sematan/{view.name}/"
    return EmbedOffer(live, height, code(live), code(pinned))


def _height_of_editions(drawing: Drawing, dataset: Dataset, agency: Agency) -> int:
    """The same for both codes, and still enough when a newer edition is told of."""
    later = embed_foot(dataset, agency, pinned=True, newest=False)
    return embed_height(drawing, later.longest)


def site_root(agency: Agency) -> str:
    """The address of the site, or the word that stands for it."""
    return agency.root if agency.site_url else f"https://{UNKNOWN_SITE}/"


def embed_code(address: str, script: str, title: str, height: int) -> str:
    """HTML for another site: the frame, and a script that makes it as high as its content.

    The frame is whole without the script as well.

    >>> print(embed_code("https://a.id/x/", "https://a.id/aset/sematan.js", "Warga", 420))
    <iframe src="https://a.id/x/" title="Warga" width="100%" height="420" style="border:0" \
loading="lazy"></iframe>
    <script src="https://a.id/aset/sematan.js" async></script>
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" '
        f'height="{height}" style="border:0" loading="lazy"></iframe>\n'
        f'<script src="{escape(script)}" async></script>'
    )


OEMBED_WIDTH = 700
"""Px that a program may leave for a chart; it fits narrower places as well."""
_DAY = 86_400


def oembed_name(view: View) -> str:
    """The file beside a dataset's page that tells programs how to embed one of its charts."""
    return f"{view.name}.oembed.json"


def oembed_file(drawing: Drawing, dataset: Dataset, agency: Agency) -> bytes:
    """The answer of an oEmbed provider (https://oembed.com), which programs fetch as a file.

    Its addresses are whole; without one of its own the site has the reserved name.
    """
    view, folder = drawing.data.view, f"{agency.root}data/{dataset.slug}/"
    height = _height_of_editions(drawing, dataset, agency)
    page, script = f"{folder}sematan/{view.name}/", f"{agency.root}{EMBED_SCRIPT}"
    width, tall = drawing.png_size
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": agency.name,
        "author_url": f"{folder}#{chart_anchor(dataset.slug, view.name)}",
        "provider_name": agency.name,
        "provider_url": agency.root,
        "cache_age": _DAY,
        "html": embed_code(page, script, view.title, height),
        "width": OEMBED_WIDTH,
        "height": height,
        "thumbnail_url": f"{folder}{view.name}.png",
        "thumbnail_width": width,
        "thumbnail_height": tall,
    }
    return f"{json.dumps(answer, ensure_ascii=False, indent=1)}\n".encode()
