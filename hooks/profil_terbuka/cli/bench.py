"""Open the workbench in the browser: make meja

Serves it on this machine alone (127.0.0.1), prints its address with the key, opens the browser
unless told not to, and ends with Ctrl+C.
"""

from __future__ import annotations

import argparse
import socket
import sys
import threading
import webbrowser

import uvicorn

from ..model.messages import message
from ..system import clock
from ..words.catalogues import text
from ..workbench import open_workbench, workbench_app
from .command import Command

HOST = "127.0.0.1"


def _listening(port: int) -> socket.socket:
    """A socket on this machine alone; 0: on any free port."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two programs share a port
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((HOST, port))
    return made


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    port = text(message("commands.option-port"))
    made.add_argument("--pintu", type=int, default=0, help=port)
    quiet = text(message("commands.option-no-browser"))
    made.add_argument("--tanpa-peramban", action="store_true", help=quiet)


def _run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; exit status 2 where the port is taken or the day is none."""
    try:
        clock.check_clock()
        bound = _listening(options.pintu)
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    except OSError:
        print(text(message("commands.port-taken", port=str(options.pintu))), file=sys.stderr)
        return 2
    bench = open_workbench(options.akar, bound.getsockname()[1])
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


COMMAND = Command(_options, _run)
