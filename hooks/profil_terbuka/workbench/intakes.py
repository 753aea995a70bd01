"""Files that were brought to the bench and are not kept yet: each in a folder of its own."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..importer import dataset_slug, spoken_title

_ZIP = ".zip"
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Intake:
    """A file on its way into a dataset, and what the person has said about it so far."""

    name: str
    agency: str
    file: str
    """What the person calls it; never part of a path."""
    stored: Path
    slug: str
    new: bool
    """Whether a dataset is to be made; False: the rows come into one that is there."""
    title: str = ""
    unit: str = ""
    subject: str = "statistik"
    answers: Mapping[str, str] = field(default_factory=dict)
    named: bool = False
    """For a package: whether `slug` goes before the name that it has itself."""

    @property
    def pasted(self) -> bool:
        """Whether it was pasted and not dropped as a file."""
        return not self.file


class Intakes:
    """The intakes by name, below one folder that is nobody else's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_name: dict[str, Intake] = {}

    def add(self, agency: str, file: str, data: bytes, slug: str = "") -> Intake:
        """Take a file in; `slug` is the dataset it belongs to, '' for a new one."""
        name = secrets.token_urlsafe(12)
        shown = file_name(file)
        stem = Path(shown).stem
        own = slug or dataset_slug(stem) or "tabel"
        folder = self._folder / name
        folder.mkdir(parents=True)
        stored = folder / f"{own}{_ZIP if shown.lower().endswith(_ZIP) else ''}"
        stored.write_bytes(data)
        title = spoken_title(stem.replace("-", " "))
        made = Intake(name, agency, shown, stored, own, new=not slug, title=title)
        self._by_name[name] = made
        return made

    def get(self, agency: str, name: str) -> Intake | None:
        """The intake of an agency by its name."""
        found = self._by_name.get(name)
        return found if found is not None and found.agency == agency else None

    def change(self, intake: Intake, **said: object) -> Intake:
        """The intake with what was said about it."""
        changed = replace(intake, **said)  # type: ignore[arg-type]
        self._by_name[intake.name] = changed
        return changed

    def replace_file(self, intake: Intake, file: str, data: bytes) -> Intake:
        """The same intake with a mended file: what was answered stays."""
        made = self.add(intake.agency, file, data, intake.slug)
        said = {
            name: getattr(intake, name)
            for name in ("new", "title", "unit", "subject", "answers", "named")
        }
        self.drop(intake)
        return self.change(made, **said)

    def drop(self, intake: Intake) -> None:
        """Forget an intake and delete its file."""
        self._by_name.pop(intake.name, None)
        shutil.rmtree(intake.stored.parent, ignore_errors=True)

    def clear(self) -> None:
        """Delete the files of all intakes, also those of a bench that was closed hard."""
        self._by_name.clear()
        shutil.rmtree(self._folder, ignore_errors=True)


def file_name(told: str) -> str:
    """The name of a file without any folder, as it may be shown.

    >>> file_name("C:\\\\Data\\\\penduduk.xlsx"), file_name("../../etc/passwd")
    ('penduduk.xlsx', 'passwd')
    """
    last = told.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if letter.isprintable())
    return " ".join(seen.split())[-_LONGEST_SHOWN:]
