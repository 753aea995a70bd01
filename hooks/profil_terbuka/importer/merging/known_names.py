"""Names as a table has them: one that is new, but nearly known, is asked about."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from ...model import Field, Role, Table
from ...model.messages import message
from ..questions import Answers, Choice, Question, answer, asked
from .open_matters import OpenMatters

CATEGORY = "kategori"
"""The kind of questions about names."""
NEW = "baru"
_ALIKE = 0.8
_MOST_OFFERED = 4


def known_names(
    table: Table, name: str, texts: Sequence[str], answers: Answers, found: OpenMatters
) -> Sequence[str]:
    """Names as the table writes them; one that is new, but nearly known, is asked about."""
    item = table.schema[name]
    if item.type != "string" or item.role is not Role.DIMENSION:
        return texts
    at = table.schema.position[name]
    known = {_folded(cells[at]): cells[at] for cells in table.cells if cells[at]}
    meant: dict[str, str] = {}
    for text in dict.fromkeys(filter(None, texts)):
        said = _meant(text, known, answers, item, found)
        meant[text] = known.get(_folded(text), said if said and said != NEW else text)
        near = difflib.get_close_matches(_folded(text), list(known), _MOST_OFFERED, _ALIKE)
        if _folded(text) not in known and not said and near:
            names = [known[fold] for fold in near]
            found.questions.append(_which_category(text, item, names))
        elif _folded(text) not in known and not said:
            found.steps.append(message("importer.step-new-name", title=item.title, name=text))
    return [meant.get(text, text) for text in texts]


def _meant(
    text: str, known: Mapping[str, str], answers: Answers, item: Field, found: OpenMatters
) -> str:
    """The name that people say is meant, as the table writes it; '' where they say nothing of it.

    A name that the table has not is a slip of the pen, and no new name.
    """
    said = answer(answers, CATEGORY, text)
    if not said or said == NEW or _folded(text) in known:
        return said
    if _folded(said) not in known:
        question = asked(CATEGORY, text)
        found.obstacles.append(
            message("importer.answer-misfits", question=question, answer=said, title=item.title)
        )
    return known.get(_folded(said), "")


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _which_category(text: str, item: Field, names: Sequence[str]) -> Question:
    choices = [Choice(name, message("importer.choice-category", name=name)) for name in names]
    choices.append(Choice(NEW, message("importer.choice-new-category")))
    return Question(
        asked(CATEGORY, text),
        message("importer.ask-category", name=text, title=item.title, meant=names[0]),
        tuple(choices),
    )
