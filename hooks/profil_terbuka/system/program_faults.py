"""A fault of the program itself as a finding: one agency waits, the others are published."""

from __future__ import annotations

import traceback
from pathlib import Path

from ..model import codes
from ..model.findings import Finding, Place
from ..read import hygiene
from .cache import write_atomically

FOLDER = "kesalahan-program"


def kept(problem: BaseException, cache: Path, part: str, file: str) -> Finding:
    """The finding about `problem`, whose traceback is kept below the folder `cache`.

    `part` names what could not be finished (an agency's slug), `file` is where people look for it.
    """
    target = cache / FOLDER / f"{part}.txt"
    told = "".join(traceback.format_exception(problem))
    write_atomically(target, hygiene.visible(told).encode("utf-8"))
    message = (
        "Program berhenti di sini karena kesalahannya sendiri. "
        f"Rinciannya di {cache.name}/{FOLDER}/{target.name}."
    )
    return Finding(codes.PROGRAM_FAILED, Place(file), message)
