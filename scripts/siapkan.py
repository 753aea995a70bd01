#!/usr/bin/env python3
"""Make .venv what a requirements file says: python3 scripts/siapkan.py requirements.txt

Runs before every command and does nothing when all is in place. What an interruption, a new system
Python or a copied folder left behind is made anew. Standard library only, because nothing is
installed yet when it runs. Debian ships Python without `ensurepip` unless python3-venv is
installed, so three ways are tried in turn before giving up with the one command that mends it.
Nothing is ever installed outside .venv.

Its sentences stand here and not in the catalogues of words: what reads those is not installed yet.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WHEELS = "roda"
"""The folder in which a repository keeps the program itself, if nobody else offers it."""
PROGRAM = re.compile(r"profil-terbuka\b")
OLDEST = (3, 11)
STAMPS = {"requirements.txt": ".ok", "requirements-dev.txt": ".ok-dev"}
"""In .venv: what has been installed to the end."""
TROUBLE = {
    errno.ENOSPC: "Disk penuh",
    errno.EACCES: "Tidak punya izin",
    errno.EPERM: "Tidak diizinkan",
    errno.EROFS: "Disk hanya dapat dibaca",
    errno.ENOENT: "Tidak ada",
}
Command = Sequence[object]
_LOOK = """
from importlib.metadata import distributions

def there(file):
    path = file.locate()
    if not path.exists():
        return file.suffix == ".pyc"
    return file.size is None or path.stat().st_size == file.size

for one in distributions():
    if one.files is None or not all(map(there, one.files)):
        print(one.metadata["Name"])
"""
"""Names the libraries of which a file is missing or has another size than was installed."""


def run(*command: object) -> bool:
    """Run a command, showing its output; True when it succeeded."""
    return subprocess.call([str(part) for part in command]) == 0


def answer(*command: object) -> str | None:
    """What a command prints; None when it fails or cannot be started."""
    try:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def fault() -> str:
    """Why the .venv that is there cannot be used; '' when it can, or when there is none."""
    if not os.path.lexists(VENV):
        return ""
    found = answer(VENV_PYTHON, "-c", "import sys; print(*sys.version_info[:2], sep='.')")
    if found is None:
        return "Python di dalamnya tidak dapat dijalankan"
    if tuple(map(int, found.split("."))) < OLDEST:
        return f"Python di dalamnya {found}, terlalu lama"
    if found != (made_with := version_made_with()):
        return f"dibuat dengan Python {made_with}, sekarang Python {found}"
    return ""


def version_made_with() -> str:
    """The Python that .venv was made with: '3.12'; its libraries are for that one."""
    try:
        told = (VENV / "pyvenv.cfg").read_text("utf-8", errors="replace")
    except OSError:
        return "yang tidak diketahui"
    named = re.search(r"^version(?:_info)?\s*=\s*([0-9]+\.[0-9]+)", told, re.MULTILINE)
    return named[1] if named else "yang tidak diketahui"


def stamp_of(lock_file: str) -> tuple[Path, str]:
    """The file that says what has been installed, and what it says when that is all of it."""
    seal = hashlib.sha256((ROOT / lock_file).read_bytes()).hexdigest()
    return VENV / STAMPS[lock_file], f"{seal} {version_made_with()}\n"


def ready(lock_file: str) -> bool:
    """Whether everything in the lock file was installed here, to the end."""
    stamp, wanted = stamp_of(lock_file)
    try:
        return stamp.read_text("utf-8") == wanted
    except (OSError, ValueError):
        return False


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
    """The command that installs into .venv, made anew unless it is there; None: no way works.

    An interrupted set-up leaves one without pip, into which some of the ways cannot install.
    """
    if VENV_PYTHON.exists():
        for _, install in installers():
            if answer(*install[:-1], "--help") is not None:
                return install
    for create, install in installers():
        clear(VENV)
        if run(*create, VENV):
            return install
    clear(VENV)
    return None


def clear(path: Path) -> None:
    """Remove a folder, a link or a file, if it is there."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def installed(lock_file: str) -> bool | None:
    """Install what the lock file names; None when no way to make .venv works."""
    install = installer()
    if install is None:
        return None
    return run(*install, "--quiet", *asked(lock_file)) and whole()


def asked(lock_file: str) -> Iterator[object]:
    """What the installer is asked for: nothing without a hash, but where the program alone is named
    with its version. Wheels that lie in the repository go before those from elsewhere."""
    lines = (ROOT / lock_file).read_text("utf-8").splitlines()
    named = [line for line in lines if line.strip() and not line.startswith("#")]
    if not named or not all(PROGRAM.match(line) for line in named):
        yield "--require-hashes"
    if (ROOT / WHEELS).is_dir():
        yield from ("--find-links", ROOT / WHEELS)
    yield from ("--only-binary", ":all:", "-r", ROOT / lock_file)


def whole() -> bool:
    """Whether all libraries are there with all their files: a cut-off installation is not told
    from a finished one by the installers, which look at names alone."""
    return answer(VENV_PYTHON, "-c", _LOOK) == ""


def installed_anew(lock_file: str) -> bool | None:
    """The same in a new .venv; the old one comes back when that fails as well."""
    aside = VENV.with_name(f"{VENV.name}.lama")
    clear(aside)
    VENV.rename(aside)
    done = installed(lock_file)
    if done:
        clear(aside)
    else:
        clear(VENV)
        aside.rename(VENV)
    return done


def set_up(lock_file: str) -> bool | None:
    """Install, if need be into a .venv made anew; None when no way to make one works."""
    if reason := fault():
        print(f".venv tidak dapat dipakai ({reason}): dibuat ulang.", flush=True)
        clear(VENV)
    fresh = not VENV.exists()
    print(f"Memasang {lock_file} ke .venv ...", flush=True)
    done = installed(lock_file)
    if done is False and not fresh:
        print("Pemasangan gagal: dicoba sekali lagi dengan .venv yang baru.", flush=True)
        done = installed_anew(lock_file)
    return done


def main(lock_file: str) -> int:
    """Exit status 0 when .venv holds exactly what the lock file names."""
    if ready(lock_file) and not fault():
        return 0
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        wanted = ".".join(str(part) for part in OLDEST)
        print(
            f"Python {found} terlalu lama; perlu {wanted} atau lebih baru.\n"
            "Contoh: make site PYTHON=python3.12",
            file=sys.stderr,
        )
        return 1
    os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    done = set_up(lock_file)
    if done is None:
        print(
            "Tidak dapat membuat .venv: Python ini tidak punya ensurepip, pip, maupun uv.\n"
            "Perbaiki dengan satu perintah ini (Debian/Ubuntu), lalu ulangi:\n"
            "    sudo apt install python3-venv",
            file=sys.stderr,
        )
    elif not done:
        print(
            "Pemasangan gagal; sebabnya di atas. Periksa sambungan internet dan ruang disk, lalu "
            "ulangi perintah yang sama.",
            file=sys.stderr,
        )
    else:
        stamp, wanted = stamp_of(lock_file)
        stamp.write_text(wanted, "utf-8")
    return 0 if done else 1


def trouble(problem: OSError) -> str:
    """What the system refused, as a sentence."""
    reason = TROUBLE.get(problem.errno or 0, "Disk atau sistem menolak")
    where = f": {problem.filename}" if problem.filename else ""
    return f"{reason}{where}. Perbaiki, lalu ulangi perintah yang sama."


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit("\nDihentikan. Perintah yang sama melanjutkannya kapan saja.")
    except OSError as problem:
        sys.exit(trouble(problem))
