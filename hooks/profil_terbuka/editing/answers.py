"""Answers are kept, so that the next file of the same shape needs none."""

from __future__ import annotations

from pathlib import Path

from ..importer import Answers, of_agency, read_answers, written_answers
from ..importer.merging import is_about_this_file
from ..read.catalog import ANSWERS
from ..system.cache import write_atomically
from .target import Target


def kept_answers(target: Target) -> Answers:
    """What was answered before: for the agency, and for this dataset."""
    return _lasting({**_read(target.home / ANSWERS), **_read(target.folder / ANSWERS)}, target)


def keep_answers(target: Target, answers: Answers) -> None:
    """Write answers down: those about names of regions for the whole agency."""
    answers = _lasting(answers, target)
    shared = of_agency(answers)
    own = {name: value for name, value in answers.items() if name not in shared}
    for folder, said in ((target.home, shared), (target.folder, own)):
        if said:
            file = folder / ANSWERS
            write_atomically(file, written_answers({**_read(file), **said}).encode())


def _lasting(answers: Answers, target: Target) -> Answers:
    """The answers that hold for the next file as well: which year one is about is asked anew."""
    if target.dataset is None:
        return answers
    main = target.dataset.main
    return {name: value for name, value in answers.items() if not is_about_this_file(name, main)}


def _read(file: Path) -> Answers:
    return read_answers(file.read_text("utf-8-sig"), file.name) if file.is_file() else {}
