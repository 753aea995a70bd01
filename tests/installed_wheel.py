"""The program as another agency has it: a wheel, installed in a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from support import ROOT

SLUG = "dinas-rekaan"
NAME = 'Dinas "Rekaan" Kota X'
BEGIN = ("baru", "--instansi", SLUG, "--nama", NAME, "--wilayah", "61.71")
Done = subprocess.CompletedProcess[str]


def run(folder: Path, *words: str | Path) -> Done:
    """Run a program in a folder; nothing of this repository is in its way."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    called = [str(word) for word in words]
    return subprocess.run(
        called, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def well(done: Done) -> str:
    """What a program has printed that must not fail."""
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def install(folder: Path) -> None:
    """Build the wheel and install it; its libraries are those that the tests run with.

    So it needs no net. Whether the wheel names its libraries is a test of its own.
    """
    hatch = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "roda")
    well(run(ROOT, *hatch))
    (wheel,) = (folder / "roda").glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv/bin/python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index")
    well(run(folder, *pip, "--no-deps", "--disable-pip-version-check", wheel))
    (own,) = (folder / "venv").glob("lib/*/site-packages")
    (own / "pustaka.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
