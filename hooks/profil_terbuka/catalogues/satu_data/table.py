"""metadata-sdi.csv: the columns of Satu Data Indonesia, a row for each dataset and column.

A row is a dataset, a variable or another column (`jenis`). A field of a variable that nobody has
told says so, and who has to; of other columns these fields are empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...comparison import concepts
from ...model import Agency, Catalog, Dataset, Field, Source, Table
from ...model.messages import message
from ...system.canonical import csv_text
from ...words.catalogues import text
from ...words.labels import FREQUENCY, ROLE, SUBJECT, TYPE, yes_no
from ..entries import CatalogueEntry
from .said import confirmed, next_release, or_open, producers
from .validation import rules_text
from .variables import (
    SdiVariable,
    VariableKind,
    classification,
    code_list,
    measure_text,
    question,
    time_reference,
    unit_text,
    variables_of,
)

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
    "peran",
    "nama_variabel",
    "keterangan_kolom",
    "referensi_pemilihan",
    "referensi_waktu",
    "kode_referensi",
    "kalimat_pertanyaan",
    "rilis_pertama",
    "rilis_berikutnya",
    "unit_penguasa",
)
"""Programs read them by name; new ones are added at the end for those that count."""
_Row = dict[str, str]


def metadata(catalog: Catalog, entries: Sequence[CatalogueEntry]) -> bytes:
    """The file's bytes."""
    known: dict[str, list[SdiVariable]] = {}
    for variable in variables_of(catalog):
        known.setdefault(variable.dataset.slug, []).append(variable)
    titles = {concept.name: concept.title for concept in concepts(catalog.reference)}
    rows = [
        row
        for item in entries
        for row in _rows(item, known.get(item.dataset.slug, []), titles, catalog)
    ]
    return csv_text(COLUMNS, [[row.get(column, "") for column in COLUMNS] for row in rows])


def _rows(
    item: CatalogueEntry,
    variables: Sequence[SdiVariable],
    titles: Mapping[str, str],
    catalog: Catalog,
) -> Iterator[_Row]:
    common = _common(item)
    yield {**common, **_dataset(item, variables, titles)}
    known = {(one.table.name, one.field.name): one for one in variables}
    for table in item.dataset.tables:
        for field in table.schema.fields:
            row = {**common, **_column(field, table, item.dataset, catalog)}
            variable = known.get((table.name, field.name))
            yield {**row, **_variable(variable, catalog)} if variable else row


def _common(item: CatalogueEntry) -> _Row:
    dataset = item.dataset
    coverage = dataset.coverage
    return {
        "dataset": dataset.slug,
        "produsen_data": producers(dataset, item.agency),
        "walidata": steward(item.agency),
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
        "rilis_pertama": item.issued,
        "rilis_berikutnya": next_release(dataset),
        "unit_penguasa": or_open(_holder(dataset, item.agency), item.agency.name),
    }


def _holder(dataset: Dataset, agency: Agency) -> str:
    """The unit that holds the data, as the descriptor or instansi.yml says (`dip.penguasa`)."""
    return dataset.custody.holder or agency.custody.holder


def steward(agency: Agency) -> str:
    """`walidata`: as the agency says, or that it has not been settled and by whom it has to be."""
    return confirmed(agency, "steward") or text(message("sdi.steward-open"))


def _source(source: Source) -> str:
    said = message("catalogues.source-in-row", source=source.title, section=source.section)
    return text(said)


def _dataset(
    item: CatalogueEntry, variables: Sequence[SdiVariable], titles: Mapping[str, str]
) -> _Row:
    dataset = item.dataset
    meant = [titles.get(one.concept, "") for one in dataset.comparables if one.equal]
    measures = [one for one in variables if one.kind is VariableKind.MEASURE]
    return {
        "jenis": "dataset",
        "nama": dataset.slug,
        "judul": item.title,
        "konsep": _enumerated(meant) or _enumerated([one.concept for one in measures]),
        "definisi": dataset.description,
        "klasifikasi": SUBJECT[dataset.subject],
        "ukuran": _enumerated([measure_text(one) for one in measures]),
        "satuan": _enumerated([unit_text(one) for one in measures]),
    }


def _column(field: Field, table: Table, dataset: Dataset, catalog: Catalog) -> _Row:
    return {
        "jenis": "kolom",
        "tabel": table.name,
        "nama": field.name,
        "judul": field.title,
        "definisi": field.description,
        "klasifikasi": "; ".join(str(value) for value in field.constraints.enum),
        "satuan": field.unit or "",
        "tipe_data": TYPE[field.type],
        "aturan_validasi": rules_text(field, table, dataset, catalog),
        "peran": ROLE[field.role],
        "keterangan_kolom": field.description,
    }


def _variable(variable: SdiVariable, catalog: Catalog) -> _Row:
    who = producers(variable.dataset, catalog.agency)
    asked = variable_fields(variable, catalog)
    return {"jenis": "variabel", **{key: or_open(told, who) for key, told in asked.items()}}


def variable_fields(variable: SdiVariable, catalog: Catalog) -> _Row:
    """What the form of variables (MS-Var) asks of one that only people can tell; '' is open."""
    return {
        "konsep": variable.concept,
        "definisi": variable.definition,
        "klasifikasi": classification(variable, catalog),
        "ukuran": measure_text(variable),
        "satuan": unit_text(variable),
        "nama_variabel": variable.name,
        "referensi_pemilihan": variable.basis,
        "referensi_waktu": time_reference(variable, catalog),
        "kode_referensi": code_list(variable, catalog),
        "kalimat_pertanyaan": question(catalog.agency),
    }


def _enumerated(texts: Sequence[str]) -> str:
    return "; ".join(filter(None, dict.fromkeys(texts)))
