"""Work that may take longer than a page should: done aside, with its steps told meanwhile."""

from __future__ import annotations

import contextvars
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..model.messages import Message

PATIENCE = 0.8
"""Seconds that a page waits before it tells that something is still being done."""
_MOST_KEPT = 12

Tell = Callable[[Message], None]
"""How the work says which step it begins."""


@dataclass
class Errand:
    """One piece of work, under way or done; `result` or `problem` is set when it is done."""

    name: str
    steps: list[Message] = field(default_factory=list)
    result: Any = None
    problem: BaseException | None = None
    began: float = field(default_factory=time.monotonic)
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._ended.is_set()

    @property
    def seconds(self) -> int:
        """How long it has taken so far."""
        return int(time.monotonic() - self.began)

    def wait(self, seconds: float = PATIENCE) -> bool:
        """Wait a moment; whether it is done."""
        return self._ended.wait(seconds)

    def outcome(self) -> Any:
        """What came of it; raises what the work raised."""
        if self.problem is not None:
            raise self.problem
        return self.result

    def run(self, work: Callable[[Tell], Any]) -> None:
        """Do it, and keep what comes of it."""
        try:
            self.result = work(self.steps.append)
        except BaseException as problem:  # libraries in Rust panic past Exception
            self.problem = problem
        finally:
            self._ended.set()


class Errands:
    """The errands by name; of those that are done only the latest are remembered.

    >>> errands = Errands()
    >>> errand = errands.begin("sum", lambda tell: 1 + 1)
    >>> errand.wait(5), errand.outcome()
    (True, 2)
    """

    def __init__(self) -> None:
        self._by_name: dict[str, Errand] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, work: Callable[[Tell], Any]) -> Errand:
        """The errand of that name: the one there is, or a new one."""
        with self._lock:
            found = self._by_name.get(name)
            if found is not None:
                return found
            made = self._by_name[name] = Errand(name)
            self._forget()
        # In the context of who asked for it: what it says is read there.
        run = contextvars.copy_context().run
        threading.Thread(target=run, args=(made.run, work), daemon=True).start()
        return made

    def again(self, name: str, work: Callable[[Tell], Any]) -> Errand:
        """A new errand, unless one of that name is under way."""
        with self._lock:
            found = self._by_name.get(name)
            if found is not None and found.done:
                del self._by_name[name]
        return self.begin(name, work)

    def found(self, name: str) -> Errand | None:
        """The errand of that name, where there is one."""
        return self._by_name.get(name)

    def take(self, name: str) -> Errand | None:
        """The errand of that name, which is forgotten if it is done: what came of it is told once.

        >>> errands = Errands()
        >>> errands.begin("sum", lambda tell: 1).wait(5), errands.take("sum").done
        (True, True)
        >>> errands.found("sum") is None
        True
        """
        with self._lock:
            found = self._by_name.get(name)
            if found is not None and found.done:
                del self._by_name[name]
            return found

    def _forget(self) -> None:
        ended = [name for name, errand in self._by_name.items() if errand.done]
        for name in ended[: max(0, len(self._by_name) - _MOST_KEPT)]:
            del self._by_name[name]
