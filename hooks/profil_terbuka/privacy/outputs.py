"""The gate at the exit: every file about to be published, whatever program wrote it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..model import Catalog, Role
from ..model.findings import Finding, Place
from ..system.cache import Cache
from .clean import FileReader
from .contents import OF_STRANGERS, Search
from .official import Official
from .scan import in_value

OF_OURS = Search(most_members=sys.maxsize, most_unpacked=sys.maxsize)
"""What an agency's site publishes was made here, or was judged when it came (`check_inputs`): with
a thousand datasets our own archives are large. Of the portal nothing was judged before."""


class _FilesOnDisk(Mapping[str, bytes]):
    """Files by address, each read when it is asked for: of a site none is held twice."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._paths = paths

    def __getitem__(self, address: str) -> bytes:
        return self._paths[address].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def published(folder: Path) -> Mapping[str, bytes]:
    """The files of a finished site by address."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return _FilesOnDisk({name: path for name, path in found.items() if path.is_file()})


def check_outputs(
    files: Mapping[str, bytes], catalogs: Iterable[Catalog], cache: Cache, *, portal: bool = False
) -> Iterator[Finding]:
    """Private data in the paths and contents of `files`; measured values of `catalogs` are none.

    The files are those of an agency's site, or of the portal.
    """
    known = tuple(catalogs)
    official = Official.in_catalogs(*known)
    measured = frozenset(value for catalog in known for value in _measured(catalog))
    gate, search = ("portal", OF_STRANGERS) if portal else ("agency", OF_OURS)
    reader = FileReader(gate, official, cache, measured, search)
    for file, data in files.items():
        for name in file.split("/"):
            yield from in_value(name, Place(file), official)
        yield from reader.findings(file, data)
    reader.close()


def _measured(catalog: Catalog) -> Iterator[str]:
    """Long numbers that are values of measures, as they stand in the tables."""
    yield from (
        cell
        for dataset in catalog.packages
        for table in dataset.tables
        for field in table.schema.with_role(Role.MEASURE)
        for row in table.cells
        if len(cell := row[table.schema.position[field.name]]) > 8
    )
