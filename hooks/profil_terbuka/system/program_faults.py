"""A fault of the program itself as a finding: one agency waits, the others are published."""

from __future__ import annotations

import traceback
from pathlib import Path

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import message
from ..read import hygiene
from .cache import write_atomically

FOLDER = "kesalahan-program"


def kept_fault(problem: BaseException, cache: Path, part: str, file: str) -> Finding:
    """The finding about `problem`, whose traceback is kept below the folder `cache`.

    `part` names what could not be finished (an agency's slug), `file` is where people look for it.
    """
    target = cache / FOLDER / f"{part}.txt"
    told = "".join(traceback.format_exception(problem))
    write_atomically(target, hygiene.visible(told).encode("utf-8"))
    said = message("system.program-failed", file=f"{cache.name}/{FOLDER}/{target.name}")
    return Finding(codes.PROGRAM_FAILED, Place(file), said)
