"""Preview one agency while people work on it: make serve

Serves its site on this machine alone (127.0.0.1) and renews it whenever a file is saved; while the
files are faulty each page tells what is wrong. Ends with Ctrl+C.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from functools import partial

from ..model.messages import message
from ..pipeline import CACHE
from ..preview import (
    Faulty,
    LaidOut,
    Latest,
    PreviewedAgency,
    PreviewEdition,
    PreviewServer,
    Watch,
    home,
)
from ..system import addresses, clock, progress
from ..system.cache import Cache
from ..words.catalogues import text
from ..words.report import report
from .choosing import chosen_agency
from .command import Command

PORT = 8000
"""As `mkdocs serve` has it: the address that staff know."""


class _Telling:
    """Tells each edition in the terminal; what was found only when it is something else."""

    def __init__(self) -> None:
        self._found = ""

    def __call__(self, edition: PreviewEdition) -> None:
        """Say what has been found, and whether the site can be seen."""
        shown, seconds = edition.shown, round(edition.seconds, 1)
        found, said = report(shown.findings), message("commands.preview-renewed", seconds=seconds)
        if isinstance(shown, Faulty):
            found = found or shown.said
            said = message("commands.preview-waits", seconds=seconds)
        if found and found != self._found:
            print(found, file=sys.stderr, flush=True)
        self._found = found
        print(text(said), flush=True)


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    agency = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)
    port = text(message("commands.option-port"))
    made.add_argument("--pintu", type=int, default=PORT, help=port)


def _run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; exit status 2 where the port is taken or something was not said."""
    clock.check_clock()
    addresses.check_address()
    slug = chosen_agency(options.akar, options.instansi, "make serve INSTANSI={}")
    source = PreviewedAgency(options.akar, slug, Cache(options.akar / CACHE))
    latest = Latest(Watch(options.akar, slug), source.made, _Telling())
    try:
        server = PreviewServer(latest, options.pintu)
    except (OSError, OverflowError):
        said = message("commands.preview-port", port=str(options.pintu), other=str(PORT + 1))
        print(text(said), file=sys.stderr)
        return 2
    for request in (signal.SIGINT, signal.SIGTERM):  # a shell's background ignores the first
        signal.signal(request, signal.default_int_handler)
    try:
        with progress.told(partial(print, file=sys.stderr, flush=True)):
            first = latest.edition().shown
        folder = "/" if isinstance(first, Faulty) else home(first.website)
        address = f"http://127.0.0.1:{server.port}{folder}"
        print(text(message("commands.preview-open", address=address)), flush=True)
        if isinstance(first, LaidOut):
            threading.Thread(target=first.practise, daemon=True).start()
        server.serve_until_closed()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    print(text(message("commands.preview-closed")))
    return 0


COMMAND = Command(_options, _run)
