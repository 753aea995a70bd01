"""Where a sentence is read: after a command, or at the workbench, which has buttons and no options.

A catalogue may say a sentence otherwise for the workbench: the same `msgid` once more, with
`msgctxt "meja"`. What has no such entry is said alike everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WORKBENCH = "meja"
_READ: ContextVar[str | None] = ContextVar("read", default=None)


def reading_place() -> str | None:
    """The context of the catalogues that goes before the plain one; None where there is none."""
    return _READ.get()


@contextmanager
def read_at(place: str) -> Iterator[None]:
    """Sentences are said for those who read them there, for as long as this lasts.

    >>> with read_at(WORKBENCH):
    ...     reading_place()
    'meja'
    >>> reading_place() is None
    True
    """
    token = _READ.set(place)
    try:
        yield
    finally:
        _READ.reset(token)
