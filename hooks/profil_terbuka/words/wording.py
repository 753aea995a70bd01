"""The words of before under their old names, until nobody imports them any more."""

from __future__ import annotations

from ..model.calendar_names import DAYS, MONTHS, SHORT_MONTHS
from ..model.periods import PERIOD_EXAMPLES as PERIOD_FORM
from .dates import date, moment, running, short_period, years
from .dates import period_name as period
from .labels import (
    CELL_STATUS,
    CHANGE,
    FREQUENCY,
    NOTE_STATUS,
    ROLE,
    SUBJECT,
    TROUBLE,
    TYPE,
    cell,
    failure,
    trouble,
)
from .numbers import enumeration, number, size

__all__ = [
    "CELL_STATUS",
    "CHANGE",
    "DAYS",
    "FREQUENCY",
    "MONTHS",
    "NOTE_STATUS",
    "PERIOD_FORM",
    "ROLE",
    "SHORT_MONTHS",
    "SUBJECT",
    "TROUBLE",
    "TYPE",
    "cell",
    "date",
    "enumeration",
    "failure",
    "moment",
    "number",
    "period",
    "running",
    "short_period",
    "size",
    "trouble",
    "years",
]
