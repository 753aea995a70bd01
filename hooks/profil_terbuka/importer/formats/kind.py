"""What makes a kind of file: how it is known, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..grid import Book


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that tables come in."""

    ending: str
    """How such files are usually called: '.xlsx'. Only people are told of it."""
    recognises: Callable[[bytes], bool]
    """Whether the bytes are of this kind. Asked in the order of the kinds; the first yes counts."""
    read: Callable[[bytes, str], Book]
    """Bytes and the file's name to a Book; Unusable with the reason. Whatever else it raises says
    that the bytes are damaged."""
