"""data.json: the catalogue as Project Open Data v1.1 has it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from ..model.messages import message
from ..words.catalogues import text
from .entries import CatalogueEntry, Offer
from .parties import email

NAME = "data.json"
_FREQUENCIES = {
    "harian": "R/P1D",
    "mingguan": "R/P1W",
    "bulanan": "R/P1M",
    "triwulanan": "R/P3M",
    "semesteran": "R/P6M",
    "tahunan": "R/P1Y",
    "dua-tahunan": "R/P2Y",
    "tiga-tahunan": "R/P3Y",
    "lima-tahunan": "R/P5Y",
    "sepuluh-tahunan": "R/P10Y",
    "sewaktu-waktu": "irregular",
    "tidak-tentu": "irregular",
}
"""What is published once has no frequency here."""

_Json = dict[str, Any]


def data_json(entries: Sequence[CatalogueEntry], root: str) -> bytes:
    """The catalogue of the site at `root`."""
    return _document([_dataset(item) for item in entries], root)


def merged_data_json(published: Iterable[bytes], root: str, alike: Collection[str] = ()) -> bytes:
    """One catalogue out of several; of titles that are `alike` each tells its agency."""
    listed = [item for data in published for item in json.loads(data)["dataset"]]
    return _document([_told_apart(item, alike) for item in listed], root)


def title_of_agency(title: str, agency: str) -> str:
    """A dataset's title where another agency has the same.

    >>> title_of_agency("Dokumen informasi publik", "Dinas Rekaan")
    'Dokumen informasi publik (Dinas Rekaan)'
    """
    return text(message("catalogues.title-of-agency", title=title, agency=agency))


def _told_apart(item: _Json, alike: Collection[str]) -> _Json:
    if item["title"] not in alike:
        return item
    return {**item, "title": title_of_agency(item["title"], item["publisher"]["name"])}


def _document(datasets: Sequence[_Json], root: str) -> bytes:
    """A catalogue of these datasets."""
    document = {
        "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
        "@id": f"{root}{NAME}",
        "@type": "dcat:Catalog",
        "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
        "describedBy": "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
        "dataset": datasets,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(item: CatalogueEntry) -> _Json:
    dataset, agency = item.dataset, item.agency
    mail = email(agency)
    terms = {
        "@type": "dcat:Dataset",
        "identifier": item.identifier,
        "title": item.title,
        "description": dataset.description,
        "keyword": list(item.tags),
        "modified": item.edited,
        "issued": item.issued,
        "publisher": {"@type": "org:Organization", "name": agency.name},
        "contactPoint": {
            "@type": "vcard:Contact",
            "fn": agency.name,
            **({"hasEmail": f"mailto:{mail}"} if mail else {}),
        },
        "accessLevel": "public",
        "license": dataset.licences[0].path,
        "language": ["id"],
        "spatial": item.place.name,
        "temporal": "/".join(item.period) if item.period else None,
        "accrualPeriodicity": _FREQUENCIES.get(dataset.frequency),
        "landingPage": item.folder,
        "describedBy": f"{item.folder}datapackage.json",
        "describedByType": "application/vnd.datapackage+json",
        "theme": [dataset.subject],
        "distribution": [_distribution(offer, item) for offer in item.offers],
    }
    return {key: value for key, value in terms.items() if value is not None}


def _distribution(offer: Offer, item: CatalogueEntry) -> _Json:
    described = {
        "describedBy": f"{item.folder}{offer.described}",
        "describedByType": "application/csvm+json",
    }
    return {
        "@type": "dcat:Distribution",
        "title": offer.title,
        "downloadURL": offer.address,
        "mediaType": offer.format.media_type,
        "format": offer.format.name,
        **(described if offer.described else {}),
    }
