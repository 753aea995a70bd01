"""Catalogues: what other programs read to find, understand and check the data.

`catalogue_files` and `portal` write them, `csvw_files` and `markup` what belongs to one dataset;
`check_catalogues` reads a finished site back as those programs would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Catalog
from ..model.document_files import PublicDocument
from ..model.products import Download
from ..system.lazily import derived
from . import ckan, datasette, pod
from .croissant import NAME as CROISSANT
from .croissant import croissant
from .dcat import Quality, graph
from .entries import CatalogueEntry, entry
from .graph import Node, jsonld, turtle
from .page_data import agency_markup, markup, portal_markup
from .portal import PublishedCatalogue, portal
from .rdf_xml import rdf_xml
from .satu_data import activity, indicator_form, table
from .tabular import csvw_files
from .verdict import check_catalogues

__all__ = [
    "CROISSANT",
    "PublishedCatalogue",
    "agency_markup",
    "catalogue_files",
    "check_catalogues",
    "croissant",
    "csvw_files",
    "markup",
    "portal",
    "portal_markup",
]


@dataclass(frozen=True)
class _Holdings:
    """What an agency has to offer: as entries, and as the nodes of a graph.

    `files` are those of the site, by address.
    """

    catalog: Catalog
    entries: Sequence[CatalogueEntry]
    nodes: Sequence[Node]
    files: Mapping[str, bytes]


_FORMATS: Mapping[str, Callable[[_Holdings], bytes]] = {
    "catalog.jsonld": lambda held: jsonld(held.nodes),
    "catalog.ttl": lambda held: turtle(held.nodes),
    "catalog.rdf": lambda held: rdf_xml(held.nodes),
    pod.NAME: lambda held: pod.data_json(held.entries, held.catalog.agency.root),
    table.NAME: lambda held: table.metadata(held.catalog, held.entries),
    activity.NAME: lambda held: activity.activity_book(held.catalog, held.entries),
    indicator_form.NAME: lambda held: indicator_form.indicator_book(held.catalog),
    ckan.NAME: lambda held: ckan.bundle(held.catalog.agency, held.entries, held.files),
}
"""Each kind of catalogue by its address: a module that writes it, and its line here."""


def catalogue_files(
    catalog: Catalog,
    offered: Mapping[str, tuple[Download, ...]],
    files: Mapping[str, bytes],
    quality: Quality,
    documents: Sequence[PublicDocument] = (),
) -> Iterator[tuple[str, bytes]]:
    """The catalogues of an agency's site, each with its address below its root.

    `offered` are the downloads of each dataset and `quality` its measurements, by slug; `files` are
    those of the site, by address; `documents` are published beside the datasets.
    """
    folders = by_dataset(files)
    entries = [
        entry(dataset, catalog, offered[dataset.slug], folders[dataset.slug])
        for dataset in catalog.datasets
    ]
    held = _Holdings(catalog, entries, graph(catalog, entries, quality, documents), files)
    yield from ((name, write(held)) for name, write in _FORMATS.items())
    if datasette.DATABASE in files:
        described = datasette.datasette_metadata(catalog.agency, files[datasette.DATABASE])
        yield datasette.NAME, described


def by_dataset(files: Mapping[str, bytes]) -> Mapping[str, Mapping[str, bytes]]:
    """The files of each dataset's folder, by slug and name.

    >>> found = by_dataset({"data/pbi/v/1.0.0/pbi.csv": b"1", "index.html": b""})
    >>> list(found), dict(found["pbi"])
    (['pbi'], {'v/1.0.0/pbi.csv': b'1'})
    """
    found: dict[str, dict[str, str]] = {}
    for address in files:
        folder, _, rest = address.partition("/")
        slug, below, name = rest.partition("/")
        if folder == "data" and below:
            found.setdefault(slug, {})[name] = address
    return {slug: derived(names, files.__getitem__) for slug, names in found.items()}
