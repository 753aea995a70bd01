"""Why no package can be made of a table."""

from __future__ import annotations


class Unusable(Exception):
    """The reason, and what to do, in Indonesian."""
