"""The last stage: a folder with laid-out pages becomes a site that may be published, or does not.

Everything is verified in the folder, so that it is the same whoever wrote the pages there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .. import catalogues, history
from ..model.findings import Finding
from ..privacy import check_outputs, published
from ..render import LayoutPage
from ..system.cache import Cache
from ..system.depot import Depot
from ..system.lazily import united
from . import manifest, programs, search
from .publication import Publication
from .verify import NOT_FOUND, verify

_SEARCHED_BY_RECORDS = ("data/", "cari/")
"""Pages that the index does not read: of a dataset it holds records."""


def finish(
    folder: Path,
    pages: Mapping[str, LayoutPage],
    publication: Publication,
    root: Path,
    cache: Cache,
) -> tuple[Finding, ...]:
    """Index and seal the site in `folder`, then hold it against what it should be.

    `pages` are those that were laid out there, by address; `root` is the repository. A site with
    findings that stop publication must not take its place.
    """
    twins = programs.program_files(pages.values(), publication, cache)
    besides = united(_index(pages, publication, cache), Depot(cache.folder).files(twins))
    write_files(folder, besides)
    inputs, website = publication.inputs, publication.website
    staged = website.staging is not None
    write_files(folder, manifest.seal(folder, root, inputs, website.day, staged=staged))
    made = united(publication.website.files, besides)
    origins = {**publication.origins, NOT_FOUND: NOT_FOUND}
    files = published(folder)
    found = [
        *verify(folder, made, origins, cache, publication.below),
        *check_outputs(files, publication.catalogs, cache, portal=publication.is_portal),
        *catalogues.check_catalogues(files, cache, portal=publication.is_portal),
    ]
    if publication.ledger:
        there = history.published_addresses(files)
        found += history.lost(publication.ledger, there, publication.notices)
    return tuple(found)


def _index(
    pages: Mapping[str, LayoutPage], publication: Publication, cache: Cache
) -> dict[str, bytes]:
    """What the search page loads. What a record leads to is found by its record alone."""
    recorded = {record.address for record in publication.records}
    read = search.webpages(
        (
            pages[url]
            for url in pages
            if not url.startswith(_SEARCHED_BY_RECORDS) and url not in recorded
        ),
        publication.website,
    )
    below = (folder / search.ADDRESS for folder in publication.below.values())
    known = [path.read_bytes() for path in below if path.is_file()]
    return {
        **search.build(read, publication.records, cache),
        search.ADDRESS: search.vocabulary(read, publication.records, known),
    }


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Files by address into a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.write_bytes(data)
        except OSError as problem:
            problem.filename = problem.filename or str(path)  # a full disk does not name the file
            raise
