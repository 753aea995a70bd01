"""What is being done, told to those who wait: each step that takes longer than a second.

Stages say what they begin (`begin`); whether anybody is told is decided at the edge (`told`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from ..model.messages import Message
from ..words.catalogues import text

PATIENCE = 1.0
"""Seconds after which somebody who sees nothing wonders whether anything happens."""


class _Waiting:
    """One step at a time, told by `say` once it has lasted so many seconds."""

    def __init__(self, say: Callable[[str], object], patience: float) -> None:
        self._say, self._patience = say, patience
        self._timer: Timer | None = None

    def begin(self, step: Message) -> None:
        """The step before is done; this one takes its time from now."""
        self.end()
        self._timer = Timer(self._patience, self._say, [text(step)])
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """Nothing is being done any more."""
        if self._timer is not None:
            self._timer.cancel()


_WAITING: list[_Waiting] = []
"""Who waits; nobody, unless a command runs in a terminal."""


@contextmanager
def told(say: Callable[[str], object], patience: float = PATIENCE) -> Iterator[None]:
    """Have steps that take long told by `say`, a sentence each, within the block."""
    waiting = _Waiting(say, patience)
    _WAITING.append(waiting)
    try:
        yield
    finally:
        waiting.end()
        _WAITING.remove(waiting)


def begin(step: Message) -> None:
    """Say what is done from now on, until the next step begins.

    >>> from ..model.messages import message
    >>> begin(message("commands.doing-read", agency="dinas-x"))  # nobody waits: nothing is told
    """
    for waiting in _WAITING:
        waiting.begin(step)
