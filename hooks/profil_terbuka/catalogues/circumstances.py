"""What surrounds a dataset: licence, subject, frequency, years, and where it comes from."""

from __future__ import annotations

from urllib.parse import quote

from ..model import Dataset, Source
from ..model.messages import Message, message
from ..words.catalogues import text
from ..words.labels import FREQUENCY, SUBJECT
from .entries import CatalogueEntry
from .graph import Node, node, rdf_address
from .vocabulary import FREQUENCIES


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
    label = FREQUENCY[dataset.frequency].capitalize()
    return node(FREQUENCIES[dataset.frequency], "dct:Frequency", {"rdfs:label": label})


def period_nodes(item: CatalogueEntry) -> tuple[Node, ...]:
    """The years covered; nothing where there are none."""
    if item.period is None:
        return ()
    start, end = item.period
    terms = {"dcat:startDate": start, "dcat:endDate": end}
    return (node(f"{item.folder}#kurun", "dct:PeriodOfTime", terms),)


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
