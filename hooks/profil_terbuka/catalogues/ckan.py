"""ckan.zip: every dataset ready to be put into a CKAN portal, for a walidata without harvester."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Agency
from ..model.messages import message
from ..system.canonical import zip_bytes
from ..words.catalogues import text
from ..words.labels import FREQUENCY, SUBJECT
from .entries import CatalogueEntry, Offer
from .parties import creators, email

NAME = "ckan.zip"
_LICENCES = {
    "CC-BY-4.0": "cc-by",
    "CC-BY-SA-4.0": "cc-by-sa",
    "CC0-1.0": "cc-zero",
    "ODbL-1.0": "odc-odbl",
    "PDDL-1.0": "odc-pddl",
}
"""Licences that CKAN comes with, by their Open Definition identifier."""
_OTHER = "other-open"
_CARRIED = frozenset({"CSV", "XLSX"})
"""Formats that the bundle holds as files; the others are links."""
_UNDATED = "1980-01-01"


def bundle(agency: Agency, entries: Sequence[CatalogueEntry], files: Mapping[str, bytes]) -> bytes:
    """The bundle's bytes; `files` are those of the site, by address below its root."""
    inside = {"BACA-SAYA.txt": _readme(agency, entries).encode()}
    for item in entries:
        slug = item.dataset.slug
        document = json.dumps(_package(item), ensure_ascii=False, indent=1)
        inside[f"{slug}/dataset.json"] = f"{document}\n".encode()
        for offer in item.offers:
            if offer.format.name in _CARRIED:
                inside[f"{slug}/{offer.name}"] = files[f"data/{slug}/{offer.name}"]
    return zip_bytes(inside, max((item.dataset.created for item in entries), default=_UNDATED))


def _ckan_name(item: CatalogueEntry) -> str:
    """CKAN's name of a dataset; one portal holds those of many agencies."""
    return f"{item.agency.slug}-{item.dataset.slug}"[:100]


def _package(item: CatalogueEntry) -> dict[str, Any]:
    """What CKAN's package_create takes, in fields that every CKAN has."""
    dataset, agency = item.dataset, item.agency
    known = bool(agency.site_url)
    extras = {
        "identifier": item.identifier if known else "",
        "frequency": FREQUENCY[dataset.frequency],
        "issued": item.issued,
        "modified": item.edited,
        "language": "id",
        "theme": SUBJECT[dataset.subject],
        "spatial_text": item.place.name,
        "spatial_code": item.place.code,
        "temporal_start": item.period[0] if item.period else "",
        "temporal_end": item.period[1] if item.period else "",
        "source": "; ".join(source.title for source in dataset.sources),
    }
    return {
        "name": _ckan_name(item),
        "title": item.title,
        "notes": dataset.description,
        "owner_org": agency.slug,
        "private": False,
        "license_id": _LICENCES.get(dataset.licences[0].name, _OTHER),
        "author": "; ".join(creators(dataset)),
        "maintainer": agency.name,
        "maintainer_email": email(agency),
        "url": item.folder if known else "",
        "version": dataset.version,
        "tags": [{"name": tag} for tag in item.tags],
        "extras": [{"key": key, "value": value} for key, value in extras.items() if value],
        "resources": [_resource(offer) for offer in item.offers] if known else [],
    }


def _resource(offer: Offer) -> dict[str, Any]:
    return {
        "name": offer.title,
        "description": offer.name,
        "url": offer.address,
        "format": offer.format.name,
        "mimetype": offer.format.media_type,
        "size": offer.bytes,
        "hash": f"sha256:{offer.sha256}",
    }


def _readme(agency: Agency, entries: Sequence[CatalogueEntry]) -> str:
    title = text(message("catalogues.ckan-title", agency=agency.name))
    linked, unlinked = message("catalogues.files-are-links"), message("catalogues.files-to-upload")
    said = message(
        "catalogues.ckan-readme",
        title=title,
        line="=" * len(title),
        slug=agency.slug,
        files=linked if agency.site_url else unlinked,
        datasets="\n".join(f"{item.dataset.slug} : {item.title}" for item in entries),
    )
    return text(said)
