"""Charts: a declared View becomes numbers, a sentence, and pictures (for the page and as files)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Dataset, View
from ..model.findings import Finding
from ..model.palette import PORTAL
from ..model.products import ChartData, Drawing
from ..system.cache import Cache
from ..words.catalogues import text
from ..words.chart_sentences import chart_sentence
from .kind import Beside
from .kinds import KINDS, kind_of
from .remarks import edition_of, publisher_of

__all__ = ["draw_chart", "guide", "prepare_chart", "remarks_on", "sentence_of"]


def prepare_chart(
    view: View, dataset: Dataset, others: Iterable[Dataset] = ()
) -> ChartData | Finding:
    """The numbers a view asks for, or why it cannot be drawn.

    A map finds its boundaries among the `others`, and the population it divides by.
    """
    found = kind_of(view).prepare(view, dataset, tuple(others))
    if isinstance(found, Finding):
        return found
    return replace(found, edition=edition_of(dataset), publisher=publisher_of(dataset))


def draw_chart(data: ChartData, cache: Cache, colour: str = PORTAL) -> Drawing:
    """The pictures of a chart or a map, from the cache when equal data has been drawn before.

    `colour` is that of the publisher, as `#rrggbb`: of files, which no page colours.
    """
    beside = Beside(data.finding or sentence_of(data), remarks_on(data), colour)
    return kind_of(data.view).pictures.draw(data, beside, cache)


def sentence_of(data: ChartData) -> str:
    """What a chart says: its headline, and what else its numbers tell."""
    facts = kind_of(data.view).facts(data)
    return chart_sentence(facts, data.unit if data.unit_read else "")


def remarks_on(data: ChartData) -> tuple[str, ...]:
    """Sentences that must stand beside every picture: of what is drawn, and of its numbers."""
    drawn = map(text, kind_of(data.view).remarks(data))
    return tuple(dict.fromkeys((*drawn, *data.caveats)))


def guide() -> tuple[tuple[str, str, str], ...]:
    """Each kind for the staff guide: its name, what it is good for, what it asks for."""
    return tuple((kind.name, text(kind.guide.use), text(kind.guide.asks)) for kind in KINDS)
