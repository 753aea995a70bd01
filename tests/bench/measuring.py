"""What one command costs: seconds of work of all its processes, seconds on the clock, memory.

Work is what counts where others use the machine as well. Of memory the system tells the most that
one process held, never the sum of those that ran side by side: for a site that is Python, or the
search's own program where that is larger. What a process of the measuring itself held before it
began a command is in it too; that is why nothing large is loaded here.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MB = 1024
"""Kilobytes, in which Linux tells memory."""


@dataclass(frozen=True)
class Cost:
    """`cpu`: seconds of user and system, children included; `wall`: seconds; `peak`: MB of the
    largest process. `status` is the exit status; `cut`: it was ended by the limit of time."""

    cpu: float
    wall: float
    peak: float
    status: int
    cut: bool = False


def measured(
    command: Sequence[str | Path],
    folder: Path,
    log: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command in a folder to its end or for so many seconds; what it tells goes to `log`."""
    with log.open("wb") as told:
        begun = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        ended = threading.Event()
        limit = threading.Timer(seconds, _end, (process.pid, ended))
        limit.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:  # whoever stops the measuring stops what it measures
            _end(process.pid, ended)
            raise
        finally:
            limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begun
    cpu = used.ru_utime + used.ru_stime
    return Cost(cpu, wall, used.ru_maxrss / _MB, process.returncode, ended.is_set())


def _end(leader: int, ended: threading.Event) -> None:
    """End a command and all that it began; they are a session of their own."""
    ended.set()
    with suppress(ProcessLookupError):  # it has just ended by itself
        os.killpg(leader, signal.SIGKILL)
