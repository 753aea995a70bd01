"""The office's own folder: registers and letters are about people, and lie nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..importer.reasons import Unusable
from ..model import Catalog
from ..model.messages import message
from ..pipeline import CACHE
from ..ppid import empty_registers
from ..read.catalog import load
from ..system.cache import Cache, write_atomically
from ..words.report import paragraph

FOLDER = "PPID"
REGISTER = "register-permohonan.xlsx"


@dataclass(frozen=True, slots=True)
class LaidRegister:
    """Where the register lies, and whether it is new there."""

    file: Path
    new: bool


def office_folder(root: Path, agency: str, said: str = "") -> Path:
    """The folder that was named, or else one below the home folder of whoever works here.

    Raises Unusable for one within the repository: what lies there is published some day.
    """
    folder = Path(said).expanduser() if said else Path.home() / FOLDER / agency
    if folder.resolve().is_relative_to(root.resolve()):
        raise Unusable(message("editing.folder-in-repository", folder=str(folder)))
    return folder


def office_catalog(root: Path, agency: str) -> Catalog:
    """What an agency publishes; raises Unusable where it cannot be read."""
    loaded = load(root, agency)
    if loaded.catalog is None:
        findings = tuple(map(paragraph, loaded.findings))
        raise Unusable(message("editing.unreadable", findings=findings))
    return loaded.catalog


def blank_register(root: Path, agency: str) -> bytes:
    """The workbook; raises Unusable where the law's periods are not known."""
    made = empty_registers(office_catalog(root, agency), Cache(root / CACHE))
    if not made:
        raise Unusable(message("editing.no-periods"))
    return next(iter(made.values()))


def lay_register(root: Path, agency: str, folder: Path) -> LaidRegister:
    """Lay the blank workbook into a folder; one that is there already is never written over."""
    file = folder / REGISTER
    if file.exists():
        return LaidRegister(file, new=False)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(file, blank_register(root, agency))
    return LaidRegister(file, new=True)
