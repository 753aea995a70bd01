"""ppid/monev/: what assessments ask, document by document, with the evidence there is; no score."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..desk.asked_documents import DocumentStanding, documents_of
from ..desk.indicators import Indicator
from ..desk.openness import Openness
from ..law.obligations import ObligationCategory
from ..law.words import category_name, demand_name, state_name
from .desk_page import INDICATORS, desk_page


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of a sheet: what is asked, the document that answers it, and how that stands.

    Without a document (None) a site cannot show it, or it only asks how things are done; then
    `expected` tells what would show it, if anything does.
    """

    anchor: str
    """Where the question stands; '' on the further lines of one question."""
    question: str
    group: str
    document: DocumentStanding | None
    state: str
    expected: str


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """One sheet of an assessment, in its own order."""

    title: str
    lines: tuple[AnswerLine, ...]
    asks: bool = True
    """Whether it has questions of its own, besides the documents."""


@dataclass(frozen=True)
class IndicatorsView:
    """What monev.html shows."""

    openness: Openness
    sheets: tuple[AnswerSheet, ...]


def indicators_page(openness: Openness) -> GeneratedPage:
    """All documents by the kind of information, then one sheet for each assessment."""
    sources = dict.fromkeys(item.source for item in openness.indicators)
    asked = (
        AnswerSheet(
            source,
            tuple(
                line
                for item in openness.indicators
                if item.source == source
                for line in _lines(item, openness)
            ),
        )
        for source in sources
    )
    view = IndicatorsView(openness, (_by_kind(openness), *asked))
    description = message("ppid.indicators-about")
    return desk_page(INDICATORS, message("ppid.indicators"), description, view)


def _by_kind(openness: Openness) -> AnswerSheet:
    """Every document once: by the group of its first obligation, as assessors count kinds."""
    order = list(ObligationCategory)
    found = sorted(openness.documents, key=lambda item: order.index(_category(item)))
    lines = (
        AnswerLine(
            anchor="",
            question="",
            group=f"{category_name(_category(item))}; {demand_name(item.demand).lower()}",
            document=item,
            state=state_name(item.state),
            expected="",
        )
        for item in found
    )
    return AnswerSheet(text(message("ppid.sheet-by-kind")), tuple(lines), asks=False)


def _category(item: DocumentStanding) -> ObligationCategory:
    return ObligationCategory(item.standings[0].obligation.category)


def _lines(item: Indicator, openness: Openness) -> tuple[AnswerLine, ...]:
    """A line for each document that answers the question; one without where none does."""
    documents = documents_of(openness.law, item.standings) or (None,)
    return tuple(
        AnswerLine(
            anchor=item.name if number == 0 else "",
            question=item.question,
            group=item.group,
            document=document,
            state=state_name(document.state) if document else "",
            expected=item.expected,
        )
        for number, document in enumerate(documents)
    )
