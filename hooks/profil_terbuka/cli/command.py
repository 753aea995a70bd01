"""What a subcommand is: the options that it knows, and what it does with them.

`run` is given what was said, with the repository's folder as `akar`, and gives the exit status: 0
done, 1 it cannot be done or people have to decide, 2 something was not said or cannot be meant. A
`Refusal` or an `OSError` that it raises is told by whoever called it (`choosing.exit_status`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand of `profil-terbuka`, without its name (`table.ROWS`)."""

    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
