"""The faulty and unfinished forms of a round go back in one ZIP, each marked at its cells."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from ...system.cache import write_atomically
from ...system.canonical import zip_bytes
from ..giving_back import free_name, marked
from .homeward import ReturnedForm, ReturnedRound

_MOMENT = "2000-01-01T00:00:00"
"""Equal files are equal bytes, whenever they are packed."""


def send_back(source: Path, round_: ReturnedRound) -> Path | None:
    """Write the ZIP beside the one that came; None where all forms are whole and right."""
    data = marked_round(round_)
    if data is None:
        return None
    target = free_name(source.parent, source.stem, ".zip")
    write_atomically(target, data)
    return target


def marked_round(round_: ReturnedRound) -> bytes | None:
    """The ZIP itself; None where all forms are whole and right."""
    files: dict[str, bytes] = {}
    for form in round_.forms:
        files |= _marked(form)
    return zip_bytes(files, _MOMENT) if files else None


def _marked(form: ReturnedForm) -> dict[str, bytes]:
    """A form by its own name, so that it is known again when it comes back."""
    path = PurePosixPath(form.file.name)
    made = marked(form.file.data, path.name, form.receipt)
    return {str(path.with_suffix(made.ending)): made.data} if made else {}
