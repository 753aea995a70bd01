"""ppid/monev/: what assessments ask, with the evidence this site has; no score."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.indicators import Indicator
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.words import state_name
from .desk_page import INDICATORS, desk_page


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """A question, and the obligations that prove it with their states in words."""

    indicator: Indicator
    states: tuple[tuple[Standing, str], ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment and what it asks."""

    title: str
    cards: tuple[IndicatorCard, ...]


@dataclass(frozen=True)
class IndicatorsView:
    """What monev.html shows."""

    openness: Openness
    assessments: tuple[Assessment, ...]


def indicators_page(openness: Openness) -> GeneratedPage:
    """One part for each assessment."""
    sources = dict.fromkeys(item.source for item in openness.indicators)
    assessments = tuple(
        Assessment(
            source, tuple(_card(item) for item in openness.indicators if item.source == source)
        )
        for source in sources
    )
    description = message("ppid.indicators-about")
    view = IndicatorsView(openness, assessments)
    return desk_page(INDICATORS, message("ppid.indicators"), description, view)


def _card(indicator: Indicator) -> IndicatorCard:
    states = tuple((standing, state_name(standing.state)) for standing in indicator.standings)
    return IndicatorCard(indicator, states)
