#!/usr/bin/env python3
"""Preview one agency while people work on it: make serve

Serves its site on this machine alone (127.0.0.1) and renews it whenever a file is saved; while the
files are faulty each page tells what is wrong. Ends with Ctrl+C.
"""

import argparse
import signal
import sys
import threading
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import chosen, finished  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.pipeline import CACHE  # noqa: E402
from profil_terbuka.preview import (  # noqa: E402
    Faulty,
    LaidOut,
    Latest,
    PreviewedAgency,
    PreviewEdition,
    PreviewServer,
    Watch,
    home,
)
from profil_terbuka.system import addresses, clock, progress  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402

PORT = 8000
"""As `mkdocs serve` has it: the address that staff know."""


class Telling:
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


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(description=text(message("commands.preview")))
    agency = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=agency)
    port = text(message("commands.option-port"))
    made.add_argument("--pintu", type=int, default=PORT, help=port)
    return made


def main() -> int:
    """Serve until Ctrl+C; exit status 2 where the port is taken or something was not said."""
    options = parser().parse_args()
    clock.check_clock()
    addresses.check_address()
    slug = chosen(ROOT, options.instansi, "make serve INSTANSI={}")
    source = PreviewedAgency(ROOT, slug, Cache(ROOT / CACHE))
    latest = Latest(Watch(ROOT, slug), source.made, Telling())
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


if __name__ == "__main__":
    sys.exit(finished(main))
