"""metadata-sdi.csv: the columns of Satu Data Indonesia, a row for each dataset and variable.

Only what the descriptors state; what they do not say stays empty for the agency to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ..comparison import concepts
from ..model import Catalog, Dataset, Field, Table
from ..system.canonical import csv_text
from ..words.labels import FREQUENCY, SUBJECT, TYPE
from .entries import Entry
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
_LIMITS = {
    "minimum": "paling kecil",
    "maximum": "paling besar",
    "minLength": "panjang paling sedikit",
    "maxLength": "panjang paling banyak",
    "pattern": "pola",
}


def metadata(catalog: Catalog, entries: Sequence[Entry]) -> bytes:
    """The file's bytes."""
    titles = {concept.name: concept.title for concept in concepts(catalog.reference)}
    rows = [row for item in entries for row in _rows(item, titles)]
    return csv_text(COLUMNS, [[row.get(column, "") for column in COLUMNS] for row in rows])


def _rows(item: Entry, titles: Mapping[str, str]) -> Iterator[dict[str, str]]:
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


def _common(item: Entry) -> dict[str, str]:
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
        "sumber": "; ".join(f"{one.title}, bagian {one.section}" for one in dataset.sources),
        "dapat_diakses_umum": "ya",
        "alamat": item.folder if item.agency.site_url else "",
    }


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
    rules = ["wajib diisi"] if limits.get("required") else []
    rules += ["tidak boleh berulang"] if limits.get("unique") else []
    rules += [f"{word} {limits[key]}" for key, word in _LIMITS.items() if key in limits]
    return "; ".join(rules)
