"""What the head of a dataset's page tells reference managers and harvesters of literature."""

from __future__ import annotations

from ..model import Agency, Dataset
from .record import CitedWork, dataset_record

_DATASET = "dataset"


def citation_head(dataset: Dataset, agency: Agency) -> tuple[tuple[str, str], ...]:
    """Pairs of name and content for `<meta>`, the same as the citation files say."""
    return head_of_record(dataset_record(dataset, agency))


def head_of_record(record: CitedWork) -> tuple[tuple[str, str], ...]:
    """Highwire's tags (Google Scholar, Mendeley), Dublin Core's, and Zotero's kind of item.

    The publisher is the author in Dublin Core alone: readers of `citation_author` would part its
    name into surname and given names.
    """
    licence = record.licences[0].path if record.licences else ""
    pairs = (
        ("citation_title", record.title),
        ("citation_publisher", record.publisher),
        ("citation_publication_date", record.issued.replace("-", "/")),
        ("citation_language", "id"),
        ("citation_keywords", "; ".join(record.keywords)),
        ("citation_public_url", record.address),
        ("z:itemType", _DATASET),
        ("DC.title", record.title),
        ("DC.creator", record.publisher),
        ("DC.publisher", record.publisher),
        ("DC.date", record.issued),
        ("DC.type", "Dataset"),
        ("DC.language", "id"),
        ("DC.identifier", record.address),
        ("DC.source", record.note),
        ("DC.rights", licence),
        ("DCTERMS.hasVersion", record.version),
    )
    return tuple((name, " ".join(said.split())) for name, said in pairs if said)
