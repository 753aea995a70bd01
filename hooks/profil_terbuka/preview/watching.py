"""Whether anything was saved: told by names, sizes and times of files, which costs milliseconds."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from ..model.timezones import BY_NAME
from ..portal.standing import places_of
from ..read.catalog import DATASETS, REFERENCE
from ..system import clock, stamps
from ..system.cache import digest

SETTLED = 0.05
"""Seconds without a change after which a file counts as saved: programs write in several steps."""
_MOST_LOOKS = 20
"""A file that changes all the time is looked at as it is."""


class Watch:
    """The files that the site of agency `slug` is made of, in the repository `root`.

    A `state` is a text that is another one once any of them has changed, or the day anywhere in the
    country.
    """

    def __init__(self, root: Path, slug: str) -> None:
        self._folders = [root / place for place in (*places_of(slug), f"{DATASETS}/{REFERENCE}")]
        self._seen = ""
        self._news = threading.Condition()

    def look(self) -> str:
        """The state of the files now; whoever waits for another one learns of it."""
        state = self._state()
        with self._news:
            if state != self._seen:
                self._seen = state
                self._news.notify_all()
        return state

    def settled(self) -> str:
        """The state of the files once nobody writes any more."""
        state = self.look()
        for _ in range(_MOST_LOOKS):
            time.sleep(SETTLED)
            if (now := self.look()) == state:
                break
            state = now
        return state

    def other_than(self, state: str, seconds: float) -> str:
        """The state that was seen last, as soon as it is another one; after so many seconds
        whatever it is."""
        with self._news:
            self._news.wait_for(lambda: self._seen not in ("", state), seconds)
            return self._seen

    def _state(self) -> str:
        days = (clock.today(zone).isoformat() for zone in BY_NAME.values())
        try:
            return digest(*days, *map(stamps.state, self._folders))
        except OSError as problem:  # closed to us: the checks will say so
            return digest(*days, repr(problem))
