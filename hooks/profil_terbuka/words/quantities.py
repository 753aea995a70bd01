"""Amounts under their old names, until nobody imports them any more."""

from __future__ import annotations

from ..model.aggregation import exact_sum as added
from ..model.units import is_money, is_percent
from .amounts import FEW_CASES, quantity
from .amounts import amount_and_unit as parts
from .amounts import percentage as share
from .amounts import shift_clause as change
from .labels import unit_is_reading

READ = unit_is_reading()

__all__ = [
    "FEW_CASES",
    "READ",
    "added",
    "change",
    "is_money",
    "is_percent",
    "parts",
    "quantity",
    "share",
]
