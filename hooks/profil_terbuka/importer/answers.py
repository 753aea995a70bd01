"""Answers as people write them: in impor.yml beside a dataset, or with a command."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from ..model.messages import message
from .questions import Answers
from .reasons import Unusable
from .shaping.regions import REGION


def read_answers(text: str, file: str) -> Answers:
    """The answers in a file; raises Unusable where it is not written as one.

    >>> read_answers("lembar: Data\\ntahun: 2024\\n", "impor.yml")
    {'lembar': 'Data', 'tahun': '2024'}
    """
    try:
        document = yaml.safe_load(text) or {}
    except yaml.YAMLError as problem:
        raise Unusable(message("importer.answers-unreadable", file=file)) from problem
    if not isinstance(document, Mapping):
        raise Unusable(message("importer.answers-unreadable", file=file))
    return {str(name): _plain(value) for name, value in document.items()}


def _plain(value: object) -> str:
    if isinstance(value, bool):  # YAML's yes and no
        return "ya" if value else "tidak"
    return str(value)


def spoken_answers(text: str) -> Answers:
    """The answers given with a command; raises Unusable for what is no 'question=answer'.

    >>> spoken_answers("lembar=Data; desimal Laju (%)=koma")
    {'lembar': 'Data', 'desimal Laju (%)': 'koma'}
    """
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        name, equals, value = part.rpartition("=")
        if not equals or not name.strip() or not value.strip():
            raise Unusable(message("importer.answer-unreadable", answer=part))
        found[name.strip()] = value.strip()
    return found


def written_answers(answers: Answers) -> str:
    """The text of a file of answers; '' where there are none."""
    if not answers:
        return ""
    return yaml.safe_dump(dict(answers), allow_unicode=True, sort_keys=True, width=100)


def of_agency(answers: Answers) -> Answers:
    """The answers that hold for every table of an agency: names of regions."""
    return {name: value for name, value in answers.items() if name.startswith(f"{REGION} ")}
