"""An agency's catalogue in DCAT-AP 3, as harvesters read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Catalog
from ..model.document_files import PublicDocument
from ..model.messages import message
from ..model.products import Measurement
from ..words.catalogues import text
from .circumstances import book, file_format, frequency, licence, period, provenance, subject
from .documents import document_identifier, document_nodes
from .entries import CatalogueEntry, Offer
from .graph import Node, node, rdf_address, unique
from .parties import contact_nodes, contributors, location, publisher, region
from .quality import criterion, measurement
from .vocabulary import (
    DATA_PACKAGE,
    INDONESIAN,
    PUBLIC,
    SHA256,
    STABLE,
    media_type,
)

_PACKAGED = (".zip", "datapackage.json")
"""What is, or describes, a whole data package."""

_ROLES = {
    "dct:creator": "creator",
    "dct:rightsHolder": "rightsHolder",
    "dct:contributor": "dataCurator",
}

Quality = Mapping[str, tuple[Measurement, ...]]


def graph(
    catalog: Catalog,
    entries: Sequence[CatalogueEntry],
    quality: Quality,
    documents: Sequence[PublicDocument],
) -> tuple[Node, ...]:
    """Every node of the catalogue, the catalogue itself first."""
    return unique(_all(catalog, entries, quality, documents))


def _all(
    catalog: Catalog,
    entries: Sequence[CatalogueEntry],
    quality: Quality,
    documents: Sequence[PublicDocument],
) -> Iterator[Node]:
    agency = catalog.agency
    home = region(agency.region, catalog)
    dates = [item.edited for item in entries]
    terms = {
        "dct:title": text(message("catalogues.catalogue-title", publisher=agency.name)),
        "dct:description": text(message("catalogues.catalogue-of-agency", agency=agency.name)),
        "dct:publisher": publisher(agency)["@id"],
        "foaf:homepage": agency.root,
        "dct:language": INDONESIAN,
        "dct:issued": min((item.issued for item in entries), default=""),
        "dct:modified": max(dates, default=""),
        "dct:license": licence(entries[0].dataset)["@id"] if entries else "",
        "dct:spatial": location(home, agency)["@id"],
        "dcat:themeTaxonomy": f"{agency.root}data/#subjek",
        "dcat:dataset": [item.identifier for item in entries],
        "dcat:resource": [document_identifier(item, agency) for item in documents],
    }
    yield node(f"{agency.root}catalog.jsonld#catalog", "dcat:Catalog", terms)
    for item in entries:
        yield from _dataset(item, quality.get(item.dataset.slug, ()))
    for document in documents:
        yield from document_nodes(document, agency)
    yield publisher(agency)
    yield from contact_nodes(agency)
    yield location(home, agency)
    subjects = text(message("catalogues.subjects-of-agency", agency=agency.name))
    yield node(f"{agency.root}data/#subjek", "skos:ConceptScheme", {"dct:title": subjects})
    pages = [agency.root, rdf_address(agency.website) if agency.website else ""]
    yield from (node(page, "foaf:Document", {}) for page in pages if page)
    # Addresses of authorities carry no words of ours: harvesters would keep these instead.
    yield node(INDONESIAN, "dct:LinguisticSystem", {})
    yield node(PUBLIC, "dct:RightsStatement", {})
    stable = text(message("catalogues.stays-available"))
    yield node(STABLE, "skos:Concept", {"skos:prefLabel": stable})  # which DCAT-AP wants
    yield node(DATA_PACKAGE, "dct:Standard", {"dct:title": {"@value": "Data Package 2.0"}})


def _dataset(item: CatalogueEntry, measured: tuple[Measurement, ...]) -> Iterator[Node]:
    dataset, agency = item.dataset, item.agency
    parties = {term: contributors(dataset, agency, role) for term, role in _ROLES.items()}
    books = [book(source, item) for source in dataset.sources]
    qualities = [measurement(one, item) for one in measured]
    terms = {
        **_terms(item),
        **{term: _addresses(group) for term, group in parties.items()},
        "dct:temporal": period(item),
        "prov:wasDerivedFrom": _addresses(books),
        "dqv:hasQualityMeasurement": _addresses(qualities),
        "dcat:distribution": [f"{offer.address}#distribution" for offer in item.offers],
    }
    yield node(item.identifier, "dcat:Dataset", terms)
    for offer in item.offers:
        yield from _distribution(offer, item)
    for group in (*parties.values(), books, qualities):
        yield from group
    for one in measured:
        yield from criterion(one, item)
    yield from (subject(item), frequency(dataset), location(item.place, agency))
    yield from (licence(dataset), provenance(item), node(item.folder, "foaf:Document", {}))


def _terms(item: CatalogueEntry) -> dict[str, object]:
    """What is said of a dataset once."""
    dataset, agency = item.dataset, item.agency
    return {
        "dct:identifier": f"{agency.slug}/{dataset.slug}",
        "dct:title": item.title,
        "dct:description": dataset.description,
        "dcat:keyword": list(item.tags),
        "dcat:theme": subject(item)["@id"],
        "dct:publisher": publisher(agency)["@id"],
        "dcat:contactPoint": contact_nodes(agency)[0]["@id"],
        "dct:issued": item.issued,
        "dct:modified": item.edited,
        "dcat:version": dataset.version,
        "dct:language": INDONESIAN,
        "dct:accrualPeriodicity": frequency(dataset)["@id"],
        "dct:spatial": location(item.place, agency)["@id"],
        "dcat:landingPage": item.folder,
        "dct:accessRights": PUBLIC,
        "dct:license": licence(dataset)["@id"],
        "dct:provenance": provenance(item)["@id"],
    }


def _addresses(nodes: Iterable[Node]) -> list[object]:
    return list(dict.fromkeys(one["@id"] for one in nodes))


def _distribution(offer: Offer, item: CatalogueEntry) -> Iterator[Node]:
    kind = offer.format
    checksum = f"{offer.address}#sha256"
    described = f"{item.folder}{offer.described}" if offer.described else ""
    about = message(
        "catalogues.distribution", title=item.title, offer=offer.title, format=kind.name
    )
    terms = {
        "dct:title": offer.title,
        "dct:description": text(about),
        "dcat:accessURL": item.folder,
        "dcat:downloadURL": offer.address,
        "dcat:mediaType": media_type(kind.media_type),
        "dct:format": file_format(kind, item.agency)["@id"],
        "dct:license": licence(item.dataset)["@id"],
        "dct:modified": item.edited,
        "dct:language": INDONESIAN,
        "dcat:byteSize": offer.bytes,
        "spdx:checksum": checksum,
        "dcatap:availability": STABLE,
        "dct:conformsTo": DATA_PACKAGE if offer.name.endswith(_PACKAGED) else "",
        "foaf:page": described,
    }
    yield node(f"{offer.address}#distribution", "dcat:Distribution", terms)
    value = {"spdx:algorithm": SHA256, "spdx:checksumValue": offer.sha256}
    yield node(checksum, "spdx:Checksum", value)
    # By this label CKAN finds its own name of the format: without it, people would read addresses.
    label = {"rdfs:label": kind.media_type}
    yield node(media_type(kind.media_type), "dct:MediaType", label)
    yield file_format(kind, item.agency)
    if described:
        yield node(described, "foaf:Document", {})
