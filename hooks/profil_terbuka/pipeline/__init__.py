"""Puts the parts together: a repository and an agency in, everything to publish out, as values."""

from .assembling import Site, assemble
from .checking import Checked, check

__all__ = ["CACHE", "Checked", "Site", "assemble", "check"]

CACHE = ".cache"
"""Folder of the cache, below the repository's root."""
