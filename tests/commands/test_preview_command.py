"""`make serve` as staff run it: it says where to look, ends with Ctrl+C, and minds a busy port."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import programs
from support import Run, change


def begun(project: Path) -> tuple[subprocess.Popen[str], str]:
    """The preview, and the address that it says."""
    process = programs.start(project, "pratinjau.py", "contoh", "--pintu", "0")
    assert process.stdout
    told = ""
    while "http://" not in told:
        told = process.stdout.readline()
        assert told, process.communicate()
    return process, told.strip()


def interrupted(process: subprocess.Popen[str]) -> programs.Done:
    process.send_signal(signal.SIGINT)
    return programs.finish(process)


def test_it_says_where_to_look_and_ends_with_ctrl_c(published: Path) -> None:
    process, address = begun(published)
    with urlopen(address) as reply:
        assert "Dinas Contoh" in reply.read().decode()
    ended = interrupted(process)
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout.endswith("Pratinjau ditutup.\n")


def test_a_fault_is_told_in_the_terminal_too(published: Path) -> None:
    process, address = begun(published)
    change(published / "datasets/contoh/penerima/penerima.csv", "Utara,1240,", "Utara,banyak,")
    with pytest.raises(HTTPError, match="500"):
        urlopen(address)
    ended = interrupted(process)
    assert "penerima.csv, baris 5, kolom `jumlah`" in ended.stderr
    assert "Pratinjau menunggu perbaikan" in ended.stdout


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
