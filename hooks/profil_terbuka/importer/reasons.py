"""Why no package can be made of a table."""

from __future__ import annotations

from ..words.refusals import Refusal


class Unusable(Refusal):
    """The reason, and what to do."""
