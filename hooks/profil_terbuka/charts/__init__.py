"""Charts: a declared View becomes numbers, a sentence, and pictures (for the page and as files)."""

from .data import prepare
from .render import draw

__all__ = ["draw", "prepare"]
