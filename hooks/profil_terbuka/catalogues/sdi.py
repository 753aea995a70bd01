"""metadata-sdi.csv: the columns of Satu Data Indonesia, a row for each dataset and variable.

Only what the descriptors state; what they do not say stays empty for the agency to fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from ..comparison import concepts
from ..model import Catalog, Dataset, Field, Source, Table
from ..model.messages import Message, message
from ..system.canonical import csv_text
from ..words.catalogues import text
from ..words.labels import FREQUENCY, SUBJECT, TYPE, yes_no
from .entries import CatalogueEntry
from .parties import creators

NAME = "metadata-sdi.csv"
COLUMNS = (
    "jenis",
    "dataset",
    "tabel",
    "nama",
    "judul",
    "konsep",
    "definisi",
    "klasifikasi",
    "ukuran",
    "satuan",
    "tipe_data",
    "aturan_validasi",
    "produsen_data",
    "walidata",
    "frekuensi",
    "tahun_awal",
    "tahun_akhir",
    "kode_wilayah",
    "wilayah",
    "tanggal_pembaruan",
    "versi",
    "lisensi",
    "kata_kunci",
    "sumber",
    "dapat_diakses_umum",
    "alamat",
)
_LIMITS: Mapping[str, Callable[[str], Message]] = {
    "minimum": lambda limit: message("catalogues.at-least", limit=limit),
    "maximum": lambda limit: message("catalogues.at-most", limit=limit),
    "exclusiveMinimum": lambda limit: message("catalogues.above", limit=limit),
    "exclusiveMaximum": lambda limit: message("catalogues.below", limit=limit),
    "minLength": lambda limit: message("catalogues.shortest", limit=limit),
    "maxLength": lambda limit: message("catalogues.longest", limit=limit),
    "pattern": lambda limit: message("catalogues.pattern", limit=limit),
}
"""Constraints of a column, and how each is told."""


def metadata(catalog: Catalog, entries: Sequence[CatalogueEntry]) -> bytes:
    """The file's bytes."""
    titles = {concept.name: concept.title for concept in concepts(catalog.reference)}
    rows = [row for item in entries for row in _dataset_rows(item, titles)]
    return csv_text(COLUMNS, [[row.get(column, "") for column in COLUMNS] for row in rows])


def _dataset_rows(item: CatalogueEntry, titles: Mapping[str, str]) -> Iterator[dict[str, str]]:
    dataset = item.dataset
    common = _common(item)
    meant = (titles.get(one.concept, "") for one in dataset.comparables if one.equal)
    yield {
        **common,
        "jenis": "dataset",
        "nama": dataset.slug,
        "judul": item.title,
        "konsep": _enumerated(meant),
        "definisi": dataset.description,
        "klasifikasi": SUBJECT[dataset.subject],
    }
    for table in dataset.tables:
        for field in table.schema.fields:
            yield {**common, **_variable(field, table, dataset, titles)}


def _common(item: CatalogueEntry) -> dict[str, str]:
    dataset = item.dataset
    coverage = dataset.coverage
    return {
        "dataset": dataset.slug,
        "produsen_data": "; ".join(creators(dataset)),
        "frekuensi": FREQUENCY[dataset.frequency],
        "tahun_awal": str(coverage.start or ""),
        "tahun_akhir": str(coverage.end or ""),
        "kode_wilayah": coverage.region,
        "wilayah": item.place.name,
        "tanggal_pembaruan": item.edited,
        "versi": dataset.version,
        "lisensi": "; ".join(licence.name for licence in dataset.licences),
        "kata_kunci": "; ".join(dataset.keywords),
        "sumber": "; ".join(map(_source, dataset.sources)),
        "dapat_diakses_umum": yes_no(True),
        "alamat": item.folder if item.agency.site_url else "",
    }


def _source(source: Source) -> str:
    said = message("catalogues.source-in-row", source=source.title, section=source.section)
    return text(said)


def _variable(
    field: Field, table: Table, dataset: Dataset, titles: Mapping[str, str]
) -> dict[str, str]:
    meant = (
        titles.get(one.concept, "")
        for one in dataset.comparables
        if one.equal and one.table == table.name and field.name in (one.measure, one.counted)
    )
    return {
        "jenis": "variabel",
        "tabel": table.name,
        "nama": field.name,
        "judul": field.title,
        "konsep": _enumerated(meant),
        "definisi": field.description,
        "klasifikasi": "; ".join(str(value) for value in field.constraints.enum),
        "satuan": field.unit or "",
        "tipe_data": TYPE[field.type],
        "aturan_validasi": _rules(field, table, dataset),
    }


def _enumerated(texts: Iterator[str]) -> str:
    return "; ".join(filter(None, dict.fromkeys(texts)))


def _rules(field: Field, table: Table, dataset: Dataset) -> str:
    """The constraints of a column in words."""
    resources = cast(list[dict[str, Any]], dataset.descriptor["resources"])
    resource = next(one for one in resources if one["name"] == table.name)
    described = next(one for one in resource["schema"]["fields"] if one["name"] == field.name)
    limits = described.get("constraints", {})
    rules = [told(str(limits[key])) for key, told in _LIMITS.items() if key in limits]
    if limits.get("unique"):
        rules.insert(0, message("catalogues.must-not-repeat"))
    if limits.get("required"):
        rules.insert(0, message("catalogues.must-be-filled"))
    return text(message("catalogues.rules", rules=tuple(rules)))
