"""Catalogues: what other programs read to find, understand and check the data.

`produce` and `portal` write them, `dataset_files` and `markup` what belongs to one dataset; `check`
reads a finished site back as those programs would.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Catalog
from ..model.products import Download
from . import ckan, pod, sdi
from .dcat import Quality, graph
from .entries import entry
from .graph import jsonld, turtle
from .page_data import markup
from .portal import Published, portal
from .tabular import dataset_files
from .verdict import check

__all__ = ["Published", "check", "dataset_files", "markup", "portal", "produce"]


def produce(
    catalog: Catalog,
    offered: Mapping[str, tuple[Download, ...]],
    files: Mapping[str, bytes],
    quality: Quality,
) -> dict[str, bytes]:
    """The catalogues of an agency's site, by address below its root.

    `offered` are the downloads of each dataset and `quality` its measurements, by slug; `files` are
    those of the site, by address.
    """
    entries = [
        entry(dataset, catalog, offered[dataset.slug], below(files, dataset.slug))
        for dataset in catalog.datasets
    ]
    root = catalog.agency.root
    nodes = graph(catalog, entries, quality)
    return {
        "catalog.jsonld": jsonld(nodes),
        "catalog.ttl": turtle(nodes),
        pod.NAME: pod.data_json(entries, root),
        sdi.NAME: sdi.metadata(catalog, entries),
        ckan.NAME: ckan.bundle(catalog.agency, entries, files),
    }


def below(files: Mapping[str, bytes], slug: str) -> dict[str, bytes]:
    """The files of a dataset's folder, by name."""
    folder = f"data/{slug}/"
    return {
        name.removeprefix(folder): data for name, data in files.items() if name.startswith(folder)
    }
