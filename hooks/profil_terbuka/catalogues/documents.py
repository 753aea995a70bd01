"""Documents beside the datasets, as harvesters read them: each with its one file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Agency
from ..model.document_files import DOCUMENT_PAGES, PublicDocument
from .graph import Node, node, rdf_address
from .parties import publisher
from .vocabulary import INDONESIAN, PUBLIC, SHA256, STABLE, file_type, media_type

_PDF = "application/pdf"


def document_identifier(document: PublicDocument, agency: Agency) -> str:
    """The address that stands for a document, which is neither its file nor the page about it."""
    return f"{agency.root}{document.address}#dokumen"


def document_nodes(document: PublicDocument, agency: Agency) -> Iterator[Node]:
    """A document is a resource of the catalogue and no dataset: it holds no table."""
    address = f"{agency.root}{document.address}"
    page = f"{agency.root}{DOCUMENT_PAGES}"
    distribution = f"{address}#distribution"
    terms = {
        "dct:identifier": f"{agency.slug}/{DOCUMENT_PAGES}{document.slug}",
        "dct:title": document.title,
        "dct:description": document.summary,
        "dct:publisher": publisher(agency)["@id"],
        "dct:issued": document.date,
        "dct:language": INDONESIAN,
        "dct:accessRights": PUBLIC,
        "dcat:landingPage": page,
        "foaf:page": rdf_address(document.link) if "://" in document.link else "",
        "dcat:distribution": [distribution],
    }
    yield node(document_identifier(document, agency), "dcat:Resource", terms)
    yield from _file_nodes(document, address, distribution, page)
    pages = [page, terms["foaf:page"]]
    yield from (node(str(one), "foaf:Document", {}) for one in pages if one)


def _file_nodes(
    document: PublicDocument, address: str, distribution: str, page: str
) -> Iterator[Node]:
    checksum = f"{address}#sha256"
    terms = {
        "dct:title": document.title,
        "dct:description": document.summary,
        "dcat:accessURL": page,
        "dcat:downloadURL": address,
        "dcat:mediaType": media_type(_PDF),
        "dct:format": file_type("PDF"),
        "dct:issued": document.date,
        "dct:language": INDONESIAN,
        "dcat:byteSize": document.file.size,
        "spdx:checksum": checksum,
        "dcatap:availability": STABLE,
    }
    yield node(distribution, "dcat:Distribution", terms)
    value = {"spdx:algorithm": SHA256, "spdx:checksumValue": document.file.sha256}
    yield node(checksum, "spdx:Checksum", value)
    yield node(media_type(_PDF), "dct:MediaType", {"rdfs:label": _PDF})
    yield node(file_type("PDF"), "dct:MediaTypeOrExtent", {})
