"""Python's search for unused cycles of objects, put off while a large file is taken in."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Put the search off within the block, or the function so decorated.

    Each search walks over all values there are. While hundreds of thousands of cells are made, none
    of which points to another, it finds nothing and takes a quarter of the time.

    >>> with collector_at_rest():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
