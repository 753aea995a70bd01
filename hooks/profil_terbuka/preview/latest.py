"""The newest site there is: made once for each state of the files, whoever asks first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from .making import Faulty, LaidOut
from .watching import Watch


@dataclass(frozen=True)
class PreviewEdition:
    """What the files said in a `state`, and the seconds that it took to make."""

    state: str
    shown: LaidOut | Faulty
    seconds: float


class Latest:
    """What `watch` sees, made by `make`; each new edition is told to `tell`.

    Whoever asks while an edition is made waits for it: nobody is given one that is older than the
    files were when they asked.
    """

    def __init__(
        self,
        watch: Watch,
        make: Callable[[], LaidOut | Faulty],
        tell: Callable[[PreviewEdition], object],
    ) -> None:
        self.watch = watch
        self._make, self._tell = make, tell
        self._one_at_a_time = threading.Lock()
        self._edition: PreviewEdition | None = None

    def edition(self) -> PreviewEdition:
        """The site as the files are now."""
        with self._one_at_a_time:
            known = self._edition
            if known is not None and known.state == self.watch.look():
                return known
            state, began = self.watch.settled(), time.monotonic()
            made = PreviewEdition(state, self._make(), time.monotonic() - began)
            self._edition = made
            self._tell(made)
            return made
