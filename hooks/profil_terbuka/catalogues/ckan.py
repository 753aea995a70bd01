"""ckan.zip: every dataset ready to be put into a CKAN portal, for a walidata without harvester.

By `unggah.py`, which needs nothing but Python, by ckanapi (`datasets.jsonl`), or by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Agency
from ..model.messages import message
from ..system.canonical import json_text, zip_bytes
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
    packages = {item.dataset.slug: _package(item) for item in entries}
    lines = (json.dumps(package, ensure_ascii=False) for package in packages.values())
    inside = {
        "BACA-SAYA.txt": _readme(agency, entries).encode(),
        "datasets.jsonl": "".join(f"{line}\n" for line in lines).encode(),
        "unggah.py": _uploader().encode(),
    }
    for item in entries:
        slug, known = item.dataset.slug, bool(agency.site_url)
        listed = [_resource(offer, known) for offer in item.offers]
        inside[f"{slug}/dataset.json"] = json_text(packages[slug])
        inside[f"{slug}/resources.json"] = json_text(listed)
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
    package = {
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
    }
    # An empty list would tell CKAN to delete what is there.
    links = {"resources": [_resource(offer, known) for offer in item.offers]} if known else {}
    return {**package, **links}


def _resource(offer: Offer, known: bool) -> dict[str, Any]:
    """A file as CKAN describes it; `known` tells whether it can be linked."""
    return {
        "name": offer.title,
        "description": offer.name,
        **({"url": offer.address} if known else {}),
        "format": offer.format.name,
        "mimetype": offer.format.media_type,
        "size": offer.bytes,
        "hash": f"sha256:{offer.sha256}",
    }


_UPLOADER_WORDS = {
    "about": message("catalogues.upload-about"),
    "dataset": message("catalogues.upload-dataset"),
    "portal": message("catalogues.upload-portal"),
    "token": message("catalogues.upload-token"),
    "organisation": message("catalogues.upload-organisation"),
    "files": message("catalogues.upload-files"),
    "sent": message("catalogues.upload-sent", name="{name}", title="{title}"),
    "refused": message("catalogues.upload-refused", name="{name}", problem="{problem}"),
}
_WORDS = "WORDS: Mapping[str, str] = {}"


def _uploader() -> str:
    """The program that uploads, with its words."""
    source = Path(__file__).with_name("ckan_uploader.py").read_text("utf-8")
    words = {name: text(said) for name, said in _UPLOADER_WORDS.items()}
    if _WORDS not in source:
        raise LookupError(_WORDS)
    return source.replace(_WORDS, f"{_WORDS.removesuffix('{}')}{json.dumps(words, indent=4)}")


def _readme(agency: Agency, entries: Sequence[CatalogueEntry]) -> str:
    title = text(message("catalogues.ckan-title", agency=agency.name))
    linked, unlinked = message("catalogues.files-are-links"), message("catalogues.files-to-upload")
    known = bool(agency.site_url)
    catalogue = f"{agency.root}catalog.ttl" if known else "catalog.ttl"
    said = message(
        "catalogues.ckan-readme",
        title=title,
        line="=" * len(title),
        slug=agency.slug,
        files=linked if known else unlinked,
        catalogue=catalogue,
        datasets="\n".join(f"{item.dataset.slug} : {item.title}" for item in entries),
    )
    return text(said)
