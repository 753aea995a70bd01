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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def run(*command: object) -> bool:
    """Run a command, showing its output; True when it succeeded."""
    return subprocess.call([str(part) for part in command]) == 0


def create_environment() -> list[object] | None:
    """Make .venv and return the command that installs into it, or None when no way works."""
    if importlib.util.find_spec("ensurepip") and run(sys.executable, "-m", "venv", "--clear", VENV):
        return [VENV_PYTHON, "-m", "pip", "install"]
    shutil.rmtree(VENV, ignore_errors=True)
    bare = [sys.executable, "-m", "venv", "--without-pip", VENV]
    if importlib.util.find_spec("pip") and run(*bare):
        return [sys.executable, "-m", "pip", "--python", VENV_PYTHON, "install"]
    uv = shutil.which("uv")
    if uv and run(uv, "venv", "--python", sys.executable, VENV):
        return [uv, "pip", "install", "--python", VENV_PYTHON]
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
    install = create_environment()
    if install is None:
        print(
            "Tidak dapat membuat .venv: Python ini tidak punya ensurepip, pip, maupun uv.\n"
            "Perbaiki dengan satu perintah ini (Debian/Ubuntu), lalu ulangi:\n"
            "    sudo apt install python3-venv",
            file=sys.stderr,
        )
        return 1
    quiet = ["--quiet"] if os.environ.get("CI") else []
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", ROOT / lock_file]
    return 0 if run(*install, *quiet, *locked) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
