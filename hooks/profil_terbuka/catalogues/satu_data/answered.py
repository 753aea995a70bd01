"""How far the forms of Statistics Indonesia are filled in, each as it is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Catalog
from .activity import activity_sections
from .form_book import FormSection
from .indicator_form import indicator_sections
from .indicators import indicators_of
from .table import variable_fields
from .variables import variables_of


@dataclass(frozen=True, slots=True)
class AnsweredForm:
    """How many fields a form has, and how many of them nobody has filled in."""

    asked: int
    open: int


@dataclass(frozen=True, slots=True)
class AnsweredForms:
    """The forms for the activity (MS-Keg), its variables (MS-Var) and indicators (MS-Ind)."""

    activity: AnsweredForm
    variables: AnsweredForm
    indicators: AnsweredForm


def answered_forms(catalog: Catalog) -> AnsweredForms:
    """All three of an agency; without statistics there are no variables, and nothing is asked."""
    variables = variables_of(catalog)
    fields = [told for one in variables for told in variable_fields(one, catalog).values()]
    return AnsweredForms(
        activity=_form(activity_sections(catalog, variables)),
        variables=AnsweredForm(len(fields), sum(not told for told in fields)),
        indicators=_form(indicator_sections(indicators_of(catalog), catalog)),
    )


def _form(sections: Iterable[FormSection]) -> AnsweredForm:
    entries = [entry for section in sections for entry in section.entries]
    return AnsweredForm(len(entries), sum(not entry.told for entry in entries))
