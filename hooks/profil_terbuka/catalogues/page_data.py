"""schema.org markup of dataset pages and front pages, as search engines for data ask for it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Agency, Catalog, Field, Role
from ..model.messages import message
from ..model.products import Download
from ..words.catalogues import text
from .entries import CatalogueEntry, Offer, entry
from .parties import CoveredRegion, creators, email, telephone

_SHORTEST, _LONGEST = 50, 5000
"""Characters Google accepts as a description."""
_UNSAFE = re.compile(r"[<>&\u2028\u2029]|\{(?=\{)")


def markup(
    dataset_slug: str,
    catalog: Catalog,
    offered: tuple[Download, ...],
    files: Mapping[str, bytes],
) -> str:
    """The script element for a dataset's page; `files` are those of its folder, by name.

    Without an address of the site, files are named relative to the page.
    """
    item = entry(catalog.by_slug[dataset_slug], catalog, offered, files)
    return _script(_document(item))


def agency_markup(agency: Agency) -> str:
    """The same for the front page of an agency: who it is, and that there is a catalogue."""
    organisation = _organisation(agency.name, agency)
    publisher = {**organisation, "address": agency.address, "@id": f"{agency.root}#penerbit"}
    catalogue = {
        "@type": "DataCatalog",
        "@id": f"{agency.root}#katalog",
        "name": text(message("catalogues.data-of-agency", agency=agency.name)),
        "description": text(message("catalogues.catalogue-of-agency", agency=agency.name)),
        "url": f"{agency.root}data/",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "publisher": {"@id": publisher["@id"]},
    }
    return _script({"@context": "https://schema.org/", "@graph": [publisher, catalogue]})


def portal_markup(name: str, root: str, agencies: Sequence[tuple[str, str]]) -> str:
    """The same for the portal; `agencies` are names and addresses of the sites below it."""
    publisher = {"@type": "Organization", "@id": f"{root}#penerbit", "name": name, "url": root}
    parts = [
        {
            "@type": "DataCatalog",
            "name": text(message("catalogues.data-of-agency", agency=one)),
            "url": address,
        }
        for one, address in agencies
    ]
    catalogue = {
        "@type": "DataCatalog",
        "@id": f"{root}#katalog",
        "name": text(message("catalogues.catalogue-title", publisher=name)),
        "description": text(message("catalogues.catalogue-of-portal")),
        "url": f"{root}data/",
        "inLanguage": "id",
        "publisher": {"@id": publisher["@id"]},
        "hasPart": parts,
    }
    return _script({"@context": "https://schema.org/", "@graph": [publisher, catalogue]})


def _script(told: Mapping[str, Any]) -> str:
    document = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Nothing in the data may end the script, begin a comment, or look like a reference of ours.
    inert = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
    return f'<script type="application/ld+json">{inert}</script>\n'


def _document(item: CatalogueEntry) -> dict[str, Any]:
    dataset, agency = item.dataset, item.agency
    known = bool(agency.site_url)
    catalogue = {
        "@type": "DataCatalog",
        "name": text(message("catalogues.data-of-agency", agency=agency.name)),
    }
    terms = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": item.identifier if known else None,
        "url": item.folder if known else None,
        "name": item.title,
        "description": _description(item),
        "identifier": f"{agency.slug}/{dataset.slug}",
        "keywords": list(item.tags),
        "inLanguage": "id",
        "version": dataset.version,
        "datePublished": item.issued,
        "dateModified": item.edited,
        "isAccessibleForFree": True,
        "license": dataset.licences[0].path,
        "creator": [_organisation(name, agency) for name in creators(dataset)],
        "publisher": _organisation(agency.name, agency),
        "isBasedOn": [_book(source.title, source.path) for source in dataset.sources],
        "temporalCoverage": _years(item),
        "spatialCoverage": _place(item.place),
        "includedInDataCatalog": {**catalogue, "url": agency.root} if known else catalogue,
        "variableMeasured": _measures(item),
        "distribution": [_download(offer, item, known) for offer in item.offers],
    }
    return {key: value for key, value in terms.items() if value not in (None, [])}


def _description(item: CatalogueEntry) -> str:
    told = " ".join(item.dataset.description.split())
    if len(told) < _SHORTEST:
        said = message(
            "catalogues.description-with-source",
            description=told,
            agency=item.agency.name,
            sources=tuple(source.title for source in item.dataset.sources),
        )
        told = text(said)
    return told[:_LONGEST]


def _organisation(name: str, agency: Agency) -> dict[str, str]:
    if name != agency.name:
        return {"@type": "Organization", "name": name}
    terms = {
        "name": name,
        "url": agency.website,
        "email": email(agency),
        "telephone": telephone(agency),
    }
    return {"@type": "GovernmentOrganization", **{k: v for k, v in terms.items() if v}}


def _book(title: str, path: str | None) -> dict[str, str]:
    return {"@type": "Book", "name": title, **({"url": path} if path else {})}


def _years(item: CatalogueEntry) -> str | None:
    start, end = item.dataset.coverage.start, item.dataset.coverage.end
    if start is None or end is None:
        return None
    return str(start) if start == end else f"{start}/{end}"


def _place(place: CoveredRegion) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Place", "name": place.name, "identifier": place.code}
    if place.box:
        west, south, east, north = place.box
        box = f"{south} {west} {north} {east}"
        found["geo"] = {"@type": "GeoShape", "box": box}
    return found


def _measures(item: CatalogueEntry) -> list[dict[str, str]]:
    """Each measured variable once: tables of totals repeat those of their details."""
    found: dict[str, Field] = {}
    for table in item.dataset.tables:
        for field in table.schema.with_role(Role.MEASURE):
            found.setdefault(field.name, field)
    return [
        {
            "@type": "PropertyValue",
            "name": field.title,
            "description": field.description,
            **({"unitText": field.unit} if field.unit else {}),
        }
        for field in found.values()
    ]


def _download(offer: Offer, item: CatalogueEntry, known: bool) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": offer.title,
        "contentUrl": offer.address if known else offer.name,
        "encodingFormat": offer.format.media_type,
        "contentSize": f"{offer.bytes} B",
        "sha256": offer.sha256,
    }
