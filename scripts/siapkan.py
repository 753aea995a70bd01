#!/usr/bin/env python3
"""Create .venv from a hash-locked requirements file: python3 scripts/siapkan.py requirements.txt

Standard library only, because nothing is installed yet when it runs. Debian ships Python without
`ensurepip` unless python3-venv is installed, so three ways are tried in turn before giving up with
the one command that mends it. Nothing is ever installed outside .venv.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
Command = Sequence[object]


def run(*command: object) -> bool:
    """Run a command, showing its output; True when it succeeded."""
    return subprocess.call([str(part) for part in command]) == 0


def installers() -> Iterator[tuple[Command, Command]]:
    """(command that makes .venv, command that installs into it), the usual way first."""
    if importlib.util.find_spec("ensurepip"):
        yield [sys.executable, "-m", "venv"], [VENV_PYTHON, "-m", "pip", "install"]
    if importlib.util.find_spec("pip"):
        bare = [sys.executable, "-m", "venv", "--without-pip"]
        yield bare, [sys.executable, "-m", "pip", "--python", VENV_PYTHON, "install"]
    if uv := shutil.which("uv"):
        yield (
            [uv, "venv", "--python", sys.executable],
            [uv, "pip", "install", "--python", VENV_PYTHON],
        )


def installer() -> Command | None:
    """The command that installs into .venv, made anew unless it is there; None: no way works."""
    there = VENV_PYTHON.exists() and run(VENV_PYTHON, "-c", "")
    for create, install in installers():
        if there or run(*create, VENV):
            return install
        shutil.rmtree(VENV, ignore_errors=True)
    return None


def main(lock_file: str) -> int:
    """Exit status 0 when .venv holds exactly what the lock file names."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        wanted = ".".join(str(part) for part in OLDEST)
        print(
            f"Python {found} terlalu lama; perlu {wanted} atau lebih baru.\n"
            "Contoh: make site PYTHON=python3.12",
            file=sys.stderr,
        )
        return 1
    print(f"Memasang {lock_file} ke .venv ...", flush=True)
    os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    install = installer()
    if install is None:
        print(
            "Tidak dapat membuat .venv: Python ini tidak punya ensurepip, pip, maupun uv.\n"
            "Perbaiki dengan satu perintah ini (Debian/Ubuntu), lalu ulangi:\n"
            "    sudo apt install python3-venv",
            file=sys.stderr,
        )
        return 1
    locked = ["--quiet", "--require-hashes", "--only-binary", ":all:", "-r", ROOT / lock_file]
    return 0 if run(*install, *locked) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
