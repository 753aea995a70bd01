"""Rows of a file come into a dataset that is there already, by its key."""

from .incoming import Incoming, IncomingRow
from .into import Renewal, into
from .merge import Change, Merge, merged_rows
from .office import fitted
from .published import published

__all__ = [
    "Change",
    "Incoming",
    "IncomingRow",
    "Merge",
    "Renewal",
    "fitted",
    "into",
    "merged_rows",
    "published",
]
