"""What surrounds a dataset: licence, subject, frequency, years, and where it comes from."""

from __future__ import annotations

from urllib.parse import quote

from ..model import Dataset, Source
from ..words.labels import FREQUENCY, SUBJECT
from .entries import Entry
from .graph import Node, address, node
from .vocabulary import FREQUENCIES


def licence(dataset: Dataset) -> Node:
    """The first licence: DCAT-AP allows one. CKAN knows it by its title, without a language."""
    licence = dataset.licences[0]
    terms = {"dct:title": {"@value": licence.title}, "dct:identifier": licence.name}
    return node(address(licence.path), "dct:LicenseDocument", terms)


def subject(item: Entry) -> Node:
    """What the dataset is about; its address is the catalogue page's part about it."""
    label = SUBJECT[item.dataset.subject]
    catalogue = f"{item.agency.root}data/"
    terms = {"skos:prefLabel": label, "skos:inScheme": f"{catalogue}#subjek"}
    return node(f"{catalogue}#{label.lower().replace(' ', '-')}", "skos:Concept", terms)


def frequency(dataset: Dataset) -> Node:
    """How often it is renewed."""
    label = FREQUENCY[dataset.frequency].capitalize()
    return node(FREQUENCIES[dataset.frequency], "dct:Frequency", {"rdfs:label": label})


def period(item: Entry) -> tuple[Node, ...]:
    """The years covered; nothing where there are none."""
    if item.period is None:
        return ()
    start, end = item.period
    terms = {"dcat:startDate": start, "dcat:endDate": end}
    return (node(f"{item.folder}#kurun", "dct:PeriodOfTime", terms),)


def provenance(item: Entry) -> Node:
    """Where in the book it stands."""
    told = [
        f"{source.title}, bagian “{source.section}”"
        + (f", baris {source.lines}" if source.lines else "")
        for source in item.dataset.sources
    ]
    label = {"rdfs:label": f"Disalin dari {'; '.join(told)}."}
    return node(f"{item.folder}#asal", "dct:ProvenanceStatement", label)


def book(source: Source, item: Entry) -> Node:
    """An edition of the book; datasets out of the same one share it."""
    own = f"{item.agency.root}#buku-{quote(f'{source.title} {source.version}', safe='')}"
    terms = {"dct:title": source.title, "dcat:version": source.version}
    return node(address(source.path) if source.path else own, "prov:Entity", terms)
