"""What surrounds a dataset: licence, subject, frequency, years, and where it comes from."""

from __future__ import annotations

from urllib.parse import quote

from ..model import Agency, Dataset, Source
from ..model.messages import Message, message
from ..model.products import FileFormat
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .entries import CatalogueEntry
from .graph import Node, blank, node, rdf_address
from .vocabulary import FREQUENCIES, file_type


def licence(dataset: Dataset) -> Node:
    """The first licence: DCAT-AP allows one. CKAN knows it by its title, without a language."""
    licence = dataset.licences[0]
    terms = {"dct:title": {"@value": licence.title}, "dct:identifier": licence.name}
    return node(rdf_address(licence.path), "dct:LicenseDocument", terms)


def subject(item: CatalogueEntry) -> Node:
    """What the dataset is about; its address is the catalogue page's part about it."""
    label = SUBJECT[item.dataset.subject]
    catalogue = f"{item.agency.root}data/"
    terms = {"skos:prefLabel": label, "skos:inScheme": f"{catalogue}#subjek"}
    return node(f"{catalogue}#{label.lower().replace(' ', '-')}", "skos:Concept", terms)


def frequency(dataset: Dataset) -> Node:
    """How often it is renewed."""
    return node(FREQUENCIES[dataset.frequency], "dct:Frequency", {})


def file_format(kind: FileFormat, agency: Agency) -> Node:
    """What a file is: by its address at an authority, or where there is none by name.

    CKAN shows the name of what is called a `dct:IMT`, and takes any other address for a name.
    """
    if kind.authority:
        return node(file_type(kind.authority), "dct:MediaTypeOrExtent", {})
    own = f"{agency.root}#format-{quote(kind.name.lower(), safe='')}"
    return node(own, ["dct:IMT", "dct:MediaTypeOrExtent"], {"rdfs:label": kind.name})


def period(item: CatalogueEntry) -> Node | None:
    """The years covered; None where there are none.

    It has no address: udata would fetch that and look for the years there.
    """
    if item.period is None:
        return None
    start, end = item.period
    return blank("dct:PeriodOfTime", {"dcat:startDate": start, "dcat:endDate": end})


def provenance(item: CatalogueEntry) -> Node:
    """Where in the book it stands."""
    sources = tuple(map(_place_in_source, item.dataset.sources))
    label = {"rdfs:label": text(message("catalogues.copied-from", sources=sources))}
    return node(f"{item.folder}#asal", "dct:ProvenanceStatement", label)


def _place_in_source(source: Source) -> Message:
    if not source.lines:
        return message("catalogues.source-place", source=source.title, section=source.section)
    return message(
        "catalogues.source-lines", source=source.title, section=source.section, lines=source.lines
    )


def book(source: Source, item: CatalogueEntry) -> Node:
    """An edition of the book; datasets out of the same one share it."""
    own = f"{item.agency.root}#buku-{quote(f'{source.title} {source.version}', safe='')}"
    terms = {"dct:title": source.title, "dcat:version": source.version}
    return node(rdf_address(source.path) if source.path else own, "prov:Entity", terms)
