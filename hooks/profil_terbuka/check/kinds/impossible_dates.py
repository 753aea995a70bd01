"""Written dates that no calendar has."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ...model import Dataset
from ...model.calendar_names import MONTHS, SHORT_MONTHS
from ...model.findings import Code, Finding, Place
from ...model.messages import Told, message
from ..kind import DatasetCheck
from ..text_cells import text_cells

CODE = Code("tanggal-mustahil", answerable=True, area="check")
_MONTH = {name.lower(): index for index, name in enumerate(MONTHS, start=1)}
_MONTH |= {name.lower(): index for index, name in enumerate(SHORT_MONTHS, start=1)}
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTH)})\s+(\d{{4}})\b", re.IGNORECASE)


def impossible_dates(dataset: Dataset) -> Iterator[Finding]:
    """A written date ('31 Juni 2023') that no calendar has, in a cell, a title or a description."""
    for where, text in _headings(dataset):
        for date in _impossible(text):
            said = message("check.date-impossible-in", where=where, date=date)
            yield Finding(CODE, Place(dataset.file), said, message("check.mend-date"))
    for table in dataset.tables:
        for place, text in text_cells(table, _has_impossible):
            for date in _impossible(text):
                yield Finding(CODE, place, message("check.date-impossible", date=date))


def _headings(dataset: Dataset) -> Iterator[tuple[Told, str]]:
    """The titles and descriptions of a dataset and its tables, with where they stand."""
    yield "`title`", dataset.title
    yield "`description`", dataset.description
    for table in dataset.tables:
        yield message("check.key-of-table", key="title", table=table.name), table.title
        yield message("check.key-of-table", key="description", table=table.name), table.description


def _impossible(text: str) -> Iterator[str]:
    """The dates of a text that no calendar has.

    >>> list(_impossible("dari 30 Juni 2023 sampai 31 Juni 2023, 29 Feb 2023"))
    ['31 Juni 2023', '29 Feb 2023']
    """
    for found in _DATE.finditer(text):
        day, month, year = int(found[1]), _MONTH[found[2].lower()], int(found[3])
        if not _exists(day, month, year):
            yield found[0]


def _has_impossible(text: str) -> bool:
    return any(_impossible(text))


def _exists(day: int, month: int, year: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


CHECK = DatasetCheck((CODE,), impossible_dates)
