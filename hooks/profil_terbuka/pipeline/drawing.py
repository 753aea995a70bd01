"""Draws the charts of a large agency before its site is made, in processes of their own.

Whoever has drawn holds two hundred megabytes as long as it lives. Here those processes have ended
before anything else needs memory, and each processor draws.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ..charts import draw_chart
from ..model.products import ChartData
from ..system.cache import Cache, Key

MANY = 100
"""From so many charts on it is worth the seconds that a process needs to begin."""
_AT_ONCE = 10
_ASKED = 5
"""Of so many charts it is looked whether they have been drawn before."""


def draw_beforehand(shown: Sequence[ChartData], cache: Cache, jobs: int, colour: str) -> None:
    """Draw what is new among many charts into the cache, in as many processes as `jobs`;
    `colour` is the agency's.

    What fails is left to who draws it next, who can say why.
    """
    if len(shown) < MANY or not _mostly_new(shown, cache, colour):
        return
    batches = [shown[start : start + _AT_ONCE] for start in range(0, len(shown), _AT_ONCE)]
    # Forked processes hang in the library that draws, so each starts anew.
    with (
        suppress(BrokenProcessPool),  # killed, mostly for want of memory
        ProcessPoolExecutor(jobs, get_context("spawn")) as pool,
    ):
        for made in pool.map(partial(_draw_into, cache.folder, colour), batches):
            for kind, count in made.items():
                cache.made[kind] = cache.made.get(kind, 0) + count


def _draw_into(folder: Path, colour: str, shown: Sequence[ChartData]) -> dict[str, int]:
    """How many of each kind were made."""
    cache = Cache(folder)
    for data in shown:
        _try_to_draw(data, cache, colour)
    return cache.made


def _try_to_draw(data: ChartData, cache: Cache, colour: str) -> None:
    try:
        draw_chart(data, cache, colour)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # libraries in Rust panic past Exception
        return


def _mostly_new(shown: Sequence[ChartData], cache: Cache, colour: str) -> bool:
    """Whether most of a few of them, taken from all over, were never drawn."""
    asked = shown[:: len(shown) // _ASKED]
    kept = _OnlyKept(cache.folder)
    return sum(not _is_kept(data, kept, colour) for data in asked) * 2 > len(asked)


def _is_kept(data: ChartData, kept: _OnlyKept, colour: str) -> bool:
    try:
        draw_chart(data, kept, colour)
    except _NeverMade:
        return False
    return True


class _NeverMade(Exception):
    """The cache has no such result."""


class _OnlyKept(Cache):
    """A cache for which nothing is made."""

    def get(self, kind: str, key: Key, make: Callable[[], bytes]) -> bytes:
        """What is kept; _NeverMade where there is nothing."""
        data = self.kept(kind, key)
        if data is None:
            raise _NeverMade
        return data
