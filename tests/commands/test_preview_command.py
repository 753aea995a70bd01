"""`make serve` as staff run it: it says where to look, ends with Ctrl+C, and minds a busy port."""

from __future__ import annotations

import signal
import socket
from pathlib import Path
from urllib.request import urlopen

import programs
from support import Run


def test_it_says_where_to_look_and_ends_with_ctrl_c(published: Path) -> None:
    process = programs.start(published, "pratinjau.py", "contoh", "--pintu", "0")
    assert process.stdout
    told = ""
    while "http://" not in told:
        told = process.stdout.readline()
        assert told, process.communicate()
    with urlopen(told.strip()) as reply:
        assert "Dinas Contoh" in reply.read().decode()
    process.send_signal(signal.SIGINT)
    ended = programs.finish(process)
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout.endswith("Pratinjau ditutup.\n")


def test_a_busy_port_is_one_sentence(published: Path, run_again: Run) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        ended = run_again("pratinjau.py", "contoh", "--pintu", str(busy.getsockname()[1]))
    assert ended.returncode == 2
    (said,) = ended.stderr.splitlines()
    assert "tidak dapat dipakai" in said
    assert "make serve PINTU=8001" in said


def test_a_port_that_is_none_is_one_sentence(published: Path, run_again: Run) -> None:
    ended = run_again("pratinjau.py", "contoh", "--pintu", "99999")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1


def test_a_wrong_day_is_one_sentence(published: Path, run_again: Run) -> None:
    ended = run_again("pratinjau.py", "contoh", TANGGAL="kemarin")
    assert ended.returncode == 1
    assert "TANGGAL=kemarin" in ended.stderr
    assert "Traceback" not in ended.stderr
