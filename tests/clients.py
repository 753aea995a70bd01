"""Programs of others as they read what is published, each in a Python environment of its own.

CKAN and udata pin hundreds of libraries, other ones than ours. What of them reads a catalogue is
locked in tests/klien/<name>.txt and is installed once into .venv/klien/<name>, where it stays.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from filelock import FileLock

from support import ROOT

LOCKS = ROOT / "tests" / "klien"
INSTALLED = ROOT / ".venv" / "klien"


def client_folder(name: str) -> Path:
    """The environment of a client ('ckan'), made where it is not as its lock says."""
    lock, folder = LOCKS / f"{name}.txt", INSTALLED / name
    seal, whole = hashlib.sha256(lock.read_bytes()).hexdigest(), folder / "utuh"
    INSTALLED.mkdir(exist_ok=True)
    with FileLock(INSTALLED / f"{name}.kunci"):
        if not whole.exists() or whole.read_text() != seal:
            venv = [sys.executable, "-m", "venv", "--clear", str(folder)]
            subprocess.run(venv, check=True)
            pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
            subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", str(lock)], check=True)
            whole.write_text(seal)
    return folder


def read_by(name: str, *arguments: str | Path) -> Any:
    """What the client's program tests/klien/<name>.py says of a catalogue."""
    program = [client_folder(name) / "bin" / "python", "-P", LOCKS / f"{name}.py", *arguments]
    done = subprocess.run(list(map(str, program)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)
