#!/usr/bin/env python3
"""Open the workbench in the browser: make meja

Serves it on this machine alone (127.0.0.1), prints its address with the key, opens the browser
unless told not to, and ends with Ctrl+C.
"""

import argparse
import socket
import sys
import threading
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import uvicorn  # noqa: E402

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.system import clock  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.workbench import open_workbench, workbench_app  # noqa: E402

HOST = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """A socket on this machine alone; 0: on any free port."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two programs share a port
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((HOST, port))
    return made


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(description=text(message("commands.workbench")))
    port = text(message("commands.option-port"))
    made.add_argument("--pintu", type=int, default=0, help=port)
    quiet = text(message("commands.option-no-browser"))
    made.add_argument("--tanpa-peramban", action="store_true", help=quiet)
    return made


def main() -> int:
    """Serve until Ctrl+C; exit status 2 where the port is taken or the day is none."""
    options = parser().parse_args()
    try:
        clock.check_clock()
        bound = listening(options.pintu)
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    except OSError:
        print(text(message("commands.port-taken", port=str(options.pintu))), file=sys.stderr)
        return 2
    bench = open_workbench(ROOT, bound.getsockname()[1])
    print(text(message("commands.workbench-open", address=bench.first_address)), flush=True)
    if not options.tanpa_peramban:
        threading.Timer(0.5, webbrowser.open, [bench.first_address]).start()
    settings = uvicorn.Config(
        workbench_app(bench), log_level="warning", server_header=False, proxy_headers=False
    )
    try:
        uvicorn.Server(settings).run(sockets=[bound])
    except KeyboardInterrupt:
        pass
    finally:
        bench.intakes.clear()
    print(text(message("commands.workbench-closed")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
