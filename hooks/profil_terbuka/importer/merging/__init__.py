"""Rows of a file come into a dataset that is there already, by its key."""

from .incoming import Incoming, IncomingRow
from .merge import Change, Merge, merged_rows
from .published import published

__all__ = ["Change", "Incoming", "IncomingRow", "Merge", "merged_rows", "published"]
