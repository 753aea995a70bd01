"""The gate at the exit: every file about to be published, whatever program wrote it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..model import Catalog, Role
from ..model.findings import Finding, Place
from ..system.cache import Cache
from ..system.lazily import derived
from .clean import FileReader
from .contents import OF_STRANGERS, Search
from .official import Official
from .scan import in_value

OF_OURS = Search(most_members=sys.maxsize, most_unpacked=sys.maxsize)
"""What an agency's site publishes was made here, or was judged when it came (`check_inputs`): with
a thousand datasets our own archives are large. Of the portal nothing was judged before."""


def published(folder: Path) -> Mapping[str, bytes]:
    """The files of a finished site by address, each read when it is asked for."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    files = {name: path for name, path in found.items() if path.is_file()}
    return derived(files, Path.read_bytes)


def check_outputs(
    files: Mapping[str, bytes], catalogs: Iterable[Catalog], cache: Cache, *, portal: bool = False
) -> Iterator[Finding]:
    """Private data in the paths and contents of `files`; measured values of `catalogs` are none.

    The files are those of an agency's site, or of the portal.
    """
    official, measured = Official.of(), set[str]()
    for catalog in catalogs:
        official = official.joined(Official.in_catalogs(catalog))
        measured.update(_measured(catalog))
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
