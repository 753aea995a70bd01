"""Rows of a file come into a dataset that is there already, by its key."""

from .following import following_totals
from .incoming import Incoming, IncomingRow
from .into import Renewal, into, told_changes
from .merge import CellChange, Merge, amended_rows, merged_rows
from .office import fitted
from .returned import returned_forms

__all__ = [
    "CellChange",
    "Incoming",
    "IncomingRow",
    "Merge",
    "Renewal",
    "amended_rows",
    "fitted",
    "following_totals",
    "into",
    "merged_rows",
    "returned_forms",
    "told_changes",
]
