"""What stays as long as the bench stands open: the repository, the secrets, what is under way."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..editing import ServiceCounts
from ..model.messages import Message
from ..pipeline import CACHE
from ..system.cache import Cache
from .errands import Errands
from .intakes import Intakes

FOLDER = "meja"
"""Below the cache: files that were brought and are not kept yet."""


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Workbench:
    """An open workbench: one person, one repository, one address on this machine.

    `key` opens it once, in the address that the terminal shows; `cookie` is what the browser has
    from then on; `seal` stands in every form, so that no other page can send one.
    """

    root: Path
    port: int
    intakes: Intakes
    errands: Errands = field(default_factory=Errands)
    key: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    seal: str = field(default_factory=_secret)
    writing: threading.Lock = field(default_factory=threading.Lock)
    """Held by whoever changes the repository."""
    counted: dict[str, ServiceCounts] = field(default_factory=dict)
    """Counts of a year that were seen and are not kept yet."""
    _untold: list[Message] = field(default_factory=list)

    @property
    def cookie_name(self) -> str:
        """Cookies know no ports: each bench has one of its own."""
        return f"meja-{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The only names under which it answers: others come from a page that guessed the port."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    @property
    def first_address(self) -> str:
        """The address that opens it."""
        return f"http://127.0.0.1:{self.port}/masuk?kunci={self.key}"

    def cache(self) -> Cache:
        """The cache of the repository, with counts of its own."""
        return Cache(self.root / CACHE)

    def tell(self, said: Iterable[Message]) -> None:
        """Say something on the next page that is shown."""
        self._untold.extend(said)

    def told(self) -> tuple[Message, ...]:
        """What was to be said, once."""
        found = tuple(self._untold)
        self._untold.clear()
        return found


def open_workbench(root: Path, port: int) -> Workbench:
    """A workbench for the repository at `root`; what an earlier one left behind is cleared away."""
    intakes = Intakes(root / CACHE / FOLDER)
    intakes.clear()
    return Workbench(root, port, intakes)
