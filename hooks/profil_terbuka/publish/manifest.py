"""What a finished site consists of, so that anybody can check a copy or rebuild it: two files.

SHA256SUMS is for `sha256sum -c`; bukti-terbit.json also says from what the site was made.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import sqlite3
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from ..model.messages import message
from ..model.release import VERSION
from ..system import revision
from ..words.catalogues import text

SUMS = "SHA256SUMS"
PROOF = "bukti-terbit.json"
STAGED = "pratayang"
"""The key by which a site says that it only shows what waits for its day."""
TOOLS = (
    "mkdocs",
    "mkdocs-material",
    "frictionless",
    "pandas",
    "altair",
    "vl-convert-python",
    "XlsxWriter",
    "pyarrow",
    "rdflib",
    "pagefind",
)
"""Libraries whose version shows in the bytes of a site."""


def is_staged(folder: Path) -> bool:
    """Whether the finished site in a folder says that it shows what waits for its day."""
    try:
        return STAGED in json.loads((folder / PROOF).read_bytes())
    except (OSError, ValueError, TypeError):  # of a site that says nothing of itself
        return False


def seal(
    folder: Path, root: Path, inputs: Iterable[str], day: datetime.date, *, staged: bool = False
) -> dict[str, bytes]:
    """Both files for the site in `folder`, made for the `day` of publication.

    `inputs` are the paths below the repository `root` from which this site is made, folders or
    files; each gets one hash over the names and contents of its files. One that is `staged` says
    so: it is never published.
    """
    seals = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    files = {
        name: {"bytes": path.stat().st_size, "sha256": _sha256(path)}
        for name, path in seals.items()
        if path.is_file() and name not in (SUMS, PROOF)
    }
    document = {
        "keterangan": text(message("publish.about-proof")),
        "tanggal": day.isoformat(),
        **({STAGED: True} if staged else {}),
        "komit": revision.commit(root),
        "alat": _versions(),
        "masukan": {name: _whole(root / name) for name in inputs if (root / name).exists()},
        "berkas": files,
    }
    proof = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    told = {name: str(item["sha256"]) for name, item in files.items()}
    told[PROOF] = hashlib.sha256(proof).hexdigest()
    return {PROOF: proof, SUMS: sums(told)}


def seal_of_whole(folder: Path) -> str | None:
    """The hash of SHA256SUMS in a finished site; None where a file was altered, added or lost."""
    try:
        told = (folder / SUMS).read_bytes()
        there = (path for path in folder.rglob("*") if path.is_file())
        files = [path for path in there if path != folder / SUMS]
        seals = {path.relative_to(folder).as_posix(): _sha256(path) for path in files}
    except OSError:
        return None
    return hashlib.sha256(told).hexdigest() if sums(seals) == told else None


def sums(seals: Mapping[str, str]) -> bytes:
    """SHA-256 by address as the lines that `sha256sum -c` reads.

    >>> sums({"b.csv": "00", "a.csv": "ff"})
    b'ff  a.csv\\n00  b.csv\\n'
    """
    return "".join(f"{seals[name]}  {name}\n" for name in sorted(seals)).encode()


def _versions() -> dict[str, str]:
    own = {
        "profil-terbuka": VERSION,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    return own | {name: metadata.version(name) for name in TOOLS}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _whole(path: Path) -> str:
    """One hash of a file, or of a folder: over its files' names and hashes, in order of names."""
    if path.is_file():
        return f"sha256:{_sha256(path)}"
    inside = {
        item.relative_to(path).as_posix(): _sha256(item)
        for item in path.rglob("*")
        if item.is_file() and "__pycache__" not in item.parts
    }
    return f"sha256:{hashlib.sha256(sums(inside)).hexdigest()}"
