"""The sentence beside a chart: what a reader would tell a friend."""

from __future__ import annotations

from ..model import ViewKind
from ..model.products import ChartData
from ..words.chart_sentences import chart_sentence
from .facts import number_facts, timeline_facts


def sentence(data: ChartData) -> str:
    """The headline of a chart, and what else its numbers say."""
    if data.spans:
        return chart_sentence(timeline_facts(data))
    completing = data.view.kind is ViewKind.DIVERGING_BAR
    return chart_sentence(number_facts(data, completing), data.unit if data.unit_read else "")
