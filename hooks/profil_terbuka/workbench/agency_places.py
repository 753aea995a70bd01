"""What a new agency left to its people (`ISI: ...`), in who it is and in its pages."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..importer import Unusable
from ..model.messages import message
from ..read import agency as agencies
from ..read.catalog import DATASETS
from ..read.manuscripts import PAGES, read_manuscripts
from ..read.open_places import MARK, NO_REGION, open_place
from ..system.cache import write_atomically
from ..words.catalogues import text
from ..words.report import paragraph
from .filling import OPEN

_NO_REGION = f'wilayah: "{NO_REGION}"'


@dataclass(frozen=True, slots=True)
class AgencyPlace:
    """One open place: the file it stands in, as people know it, and what belongs there."""

    file: str
    hint: str
    where: str

    @property
    def name(self) -> str:
        """What its field in a form is called.

        >>> AgencyPlace("docs/a/index.md", "kalimat pembuka", "Beranda").name
        'isi:docs/a/index.md:kalimat pembuka'
        """
        return f"isi:{self.file}:{self.hint}"

    @property
    def label(self) -> str:
        """What is to be written, beginning with a capital."""
        return self.hint[:1].upper() + self.hint[1:]

    @property
    def is_long(self) -> bool:
        """Whether more than a line belongs there."""
        return self.file.startswith(f"{PAGES}/")


def agency_places(root: Path, agency: str) -> tuple[AgencyPlace, ...]:
    """Every open place of an agency outside of its datasets, who it is first."""
    return tuple(_places(root, agency))


def _places(root: Path, agency: str) -> Iterator[AgencyPlace]:
    identity = _identity_file(agency)
    written = (root / identity).read_text("utf-8-sig")
    about = text(message("workbench.where-agency"))
    if _NO_REGION in written:
        yield AgencyPlace(identity, text(message("read.hint-region")), about)
    yield from (AgencyPlace(identity, hint, about) for hint in _hints(written))
    for page in read_manuscripts(root, agency)[0]:
        title = str(page.head.get("title") or page.file)
        yield from (AgencyPlace(page.file, hint, title) for hint in _hints(page.text))


def _hints(written: str) -> list[str]:
    return [found[0].removeprefix(MARK).strip() for found in OPEN.finditer(written)]


def _identity_file(agency: str) -> str:
    return f"{DATASETS}/{agency}/{agencies.NAME}"


def fill_agency(root: Path, agency: str, said: Mapping[str, str]) -> None:
    """Write what was said by the names of fields; what was not said stays open.

    Raises Unusable, with nothing written, where the agency could not be read any more.
    """
    told = [
        (place, said[place.name].strip())
        for place in agency_places(root, agency)
        if said.get(place.name, "").strip()
    ]
    files = {place.file: (root / place.file).read_text("utf-8-sig") for place, _ in told}
    for place, value in told:
        files[place.file] = _filled(files[place.file], place, value)
    _prove(root, agency, files.get(_identity_file(agency)))
    for file, written in files.items():
        write_atomically(root / file, written.encode())


def _filled(written: str, place: AgencyPlace, value: str) -> str:
    """The file with the value in its place; in who the agency is, it stands between quotes."""
    if place.is_long:
        return written.replace(open_place(place.hint), "\n".join(value.splitlines()))
    quoted = json.dumps(" ".join(value.split()), ensure_ascii=False)
    if place.hint == text(message("read.hint-region")):
        return written.replace(_NO_REGION, f"wilayah: {quoted}")
    return written.replace(open_place(place.hint), quoted[1:-1])


def _prove(root: Path, agency: str, written: str | None) -> None:
    """Raise Unusable with its findings where who the agency is would not be readable."""
    if written is None:
        return
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside) / agency
        folder.mkdir()
        shutil.copy(root / _identity_file(agency), folder)
        (folder / agencies.NAME).write_text(written, "utf-8")
        found, findings = agencies.read_agency(folder, _identity_file(agency))
    if found is None:
        told = tuple(map(paragraph, findings))
        raise Unusable(message("editing.unreadable", findings=told))


def by_file(places: Sequence[AgencyPlace]) -> tuple[tuple[str, tuple[AgencyPlace, ...]], ...]:
    """Open places by where they stand, in words."""
    groups: dict[str, list[AgencyPlace]] = {}
    for place in places:
        groups.setdefault(place.where, []).append(place)
    return tuple((where, tuple(found)) for where, found in groups.items())
