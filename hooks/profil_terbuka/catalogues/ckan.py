"""ckan.zip: every dataset ready to be put into a CKAN portal, for a walidata without harvester."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Agency
from ..system.canonical import zip_bytes
from ..words.labels import FREQUENCY, SUBJECT
from .entries import Entry, Offer
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


def bundle(agency: Agency, entries: Sequence[Entry], files: Mapping[str, bytes]) -> bytes:
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


def _name(item: Entry) -> str:
    """CKAN's name of a dataset; one portal holds those of many agencies."""
    return f"{item.agency.slug}-{item.dataset.slug}"[:100]


def _package(item: Entry) -> dict[str, Any]:
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
        "name": _name(item),
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


_README = """{title}
{line}

Paket ini untuk mengunggah data ke portal CKAN (misalnya portal Satu Data kota) bila portal itu
belum memanen katalog sendiri. Bila sudah, cukup berikan alamat catalog.jsonld kepada pengelolanya.

Isi
---
Satu folder untuk satu dataset:
  dataset.json : keterangan dataset, siap untuk package_create
  *.csv *.xlsx : berkas datanya

Cara pakai
----------
1. Buat organisasi bernama "{slug}" di portal, atau ganti "owner_org" di tiap dataset.json.
2. Buat token API di halaman profil Anda, lalu untuk tiap folder:

   curl -H "Authorization: TOKEN" -H "Content-Type: application/json" \\
        --data @NAMA/dataset.json https://PORTAL/api/3/action/package_create

3. {files}

   curl -H "Authorization: TOKEN" -F package_id={slug}-NAMA -F name="JUDUL" \\
        -F upload=@NAMA/NAMA.csv https://PORTAL/api/3/action/resource_create

Untuk memperbarui dataset yang sudah ada, pakai package_update dengan berkas yang sama.

Dataset
-------
{datasets}
"""
_LINKED = "Berkas sudah tercatat sebagai tautan ke situs ini. Untuk menyimpannya di portal:"
_UNLINKED = "Situs ini belum beralamat, jadi unggah berkasnya satu per satu:"


def _readme(agency: Agency, entries: Sequence[Entry]) -> str:
    title = f"Data terbuka {agency.name} untuk CKAN"
    return _README.format(
        title=title,
        line="=" * len(title),
        slug=agency.slug,
        files=_LINKED if agency.site_url else _UNLINKED,
        datasets="\n".join(f"{item.dataset.slug} : {item.title}" for item in entries),
    )
