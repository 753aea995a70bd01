"""Titles and descriptions may tell no other years than the rows they stand above."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from ...model import Dataset
from ...model.findings import Code, Finding, Place
from ...model.messages import NOTHING, Message, Told, message
from ...words.dates import years
from ..coverage_years import held_years
from ..kind import DatasetCheck
from ..views import drawn_years

CODE = Code("judul-tidak-cocok", area="check")
LONGEST_SHOWN = 90
"""So many letters of a title are told in a message."""
_YEAR = r"(?:19|20)\d{2}"
_RANGE = re.compile(
    rf"\b({_YEAR})\s*(?:[-\u2013\u2014]|sampai(?:\s+dengan)?|hingga|s\.?\s?/?\s?d\.?)\s*({_YEAR})\b"
)
_LAW = re.compile(r"\b(nomor|no\.?)\s*\d+\s*(tahun\s*)?\d{4}|\b\d+/\d{4}\b", re.IGNORECASE)
"""'Nomor 24 Tahun 2011': the year of a law is not that of the data."""
_MENTION = re.compile(rf"\b{_YEAR}\b")

Held = Collection[int]
"""The years of the rows that a text stands above."""


class _Heading(NamedTuple):
    """A title or description, where it stands, and the years below it."""

    where: Told
    text: str
    held: Held
    judge: Callable[[str, Held], bool]
    filtering: Message = NOTHING
    """Another way to mend it."""


def titles_fit(dataset: Dataset) -> Iterator[Finding]:
    """Years in titles and descriptions are those of the rows they stand above."""
    for heading in _headings(dataset):
        if heading.judge(heading.text, heading.held):
            yield _contradiction(dataset, heading)


def _headings(dataset: Dataset) -> Iterator[_Heading]:
    held = held_years(dataset)
    yield _Heading("`title`", dataset.title, held, _title_is_wrong)
    yield _Heading("`description`", dataset.description, held, _description_is_wrong)
    for table in dataset.tables:
        title, description = (
            message("check.key-of-table", key=key, table=table.name)
            for key in ("title", "description")
        )
        yield _Heading(title, table.title, table.years(), _title_is_wrong)
        yield _Heading(description, table.description, table.years(), _description_is_wrong)
    for view in dataset.views:
        if view.measure:
            where = message("check.title-of-chart", chart=view.name)
            drawn, filtering = drawn_years(view, dataset), message("check.or-filter-rows")
            yield _Heading(where, view.title, drawn, _title_is_wrong, filtering)


def _title_is_wrong(text: str, held: Held) -> bool:
    """A title that names years names the first and the last; of one year that one.

    >>> _title_is_wrong("Penerima PKH 2021-2024", {2021, 2022, 2024})
    False
    >>> _title_is_wrong("Penerima PKH 2021-2023", {2021, 2022, 2024})
    True
    >>> _title_is_wrong("Penerima PKH 2024", {2021, 2024})
    True
    >>> _title_is_wrong("Penerima menurut UU Nomor 13 Tahun 2011", {2024})
    False
    """
    named = sorted(int(found) for found in _MENTION.findall(_LAW.sub("", text)))
    if not named or not held:
        return False
    if len(named) == 1 and len(set(held)) > 1 and "sejak" not in text.lower():
        return True
    return named[-1] != max(held) or (len(named) > 1 and named[0] != min(held))


def _description_is_wrong(text: str, held: Held) -> bool:
    """A span of years that begins with the data ends with them, if the text names no later one.

    >>> _description_is_wrong("Data 2021 sampai 2023.", {2021, 2022, 2024})
    True
    >>> _description_is_wrong("Data 2021 sampai 2023, tanpa 2024.", {2021, 2022, 2024})
    False
    """
    spans = [(int(start), int(end)) for start, end in _RANGE.findall(text)]
    if not held or not spans:
        return False
    ends = [end for start, end in spans if start == min(held)]
    told = max(int(found) for found in _MENTION.findall(text))
    return bool(ends) and max(held) not in ends and told == max(ends)


def _contradiction(dataset: Dataset, heading: _Heading) -> Finding:
    span = years(min(heading.held), max(heading.held))
    said = message(
        "check.title-tells-other-years",
        where=heading.where,
        years=span,
        title=_cut(heading.text),
    )
    mend = message("check.mend-title", years=span, filtering=heading.filtering)
    return Finding(CODE, Place(dataset.file), said, mend)


def _cut(text: str) -> str:
    whole = len(text) <= LONGEST_SHOWN
    return text if whole else f"{text[: LONGEST_SHOWN - 1]}\N{HORIZONTAL ELLIPSIS}"


CHECK = DatasetCheck((CODE,), titles_fit)
