"""Packages of fixed form: the desk's pages read these columns, whoever keeps the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model import Catalog, Field, Table, codes
from ...model.findings import Finding, Place
from ...model.messages import Message, message
from ...model.registers import (
    CUSTODY,
    DESK_DOCUMENTS,
    DESK_STATEMENTS,
    EXEMPT_INFORMATION,
    LEGAL_CORRECTIONS,
    URGENT_ANNOUNCEMENTS,
)
from ...read.suggestions import suggestion

SERVICE_REPORT = "layanan-informasi"

_Column = tuple[str, bool]
"""Type, and whether a value must stand in every row."""
POINTS = (
    "potensi_bahaya",
    "pihak_terdampak",
    "prosedur_evakuasi",
    "cara_menghindari",
    "cara_mendapat_bantuan",
    "pihak_mengumumkan",
    "tata_cara_pengumuman",
    "upaya_penanggulangan",
)
"""What every urgent announcement must say."""
COUNTS = (
    "permintaan",
    "dikabulkan_seluruhnya",
    "dikabulkan_sebagian",
    "ditolak",
    "keberatan",
    "sengketa",
)
CHAPTERS = ("kebijakan", "pelaksanaan", "rincian_sengketa", "kendala", "tindak_lanjut")
"""What a yearly report says besides its counts."""

_COLUMNS: Mapping[str, Mapping[str, _Column]] = {
    EXEMPT_INFORMATION: {
        "informasi": ("string", True),
        "dataset": ("string", False),
        "kolom": ("string", False),
        "dasar_hukum": ("string", True),
        "dasar_terverifikasi": ("string", True),
        "alasan": ("string", True),
        "uji_konsekuensi_tanggal": ("date", False),
        "uji_konsekuensi_nomor": ("string", False),
        "berlaku_sampai": ("date", False),
        "status": ("string", True),
    },
    URGENT_ANNOUNCEMENTS: {
        "judul": ("string", True),
        "jenis": ("string", True),
        "mulai": ("date", True),
        "berakhir": ("date", False),
        **dict.fromkeys(POINTS, ("string", True)),
    },
    DESK_DOCUMENTS: {
        "nomor": ("integer", True),
        "judul": ("string", True),
        "ringkasan": ("string", True),
        "alamat": ("string", False),
        "tanggal": ("date", True),
        "tempat": ("string", False),
        "bentuk": ("string", True),
        "penguasa": ("string", False),
        "penanggung_jawab": ("string", False),
        "retensi": ("string", False),
        "kategori": ("string", True),
        "kewajiban": ("string", False),
        "sebagian": ("string", False),
    },
    DESK_STATEMENTS: {
        "nomor": ("integer", True),
        "kewajiban": ("string", True),
        "pernyataan": ("string", True),
        "tahun": ("year", False),
        "tanggal": ("date", False),
        "oleh": ("string", False),
        "alasan": ("string", False),
    },
    CUSTODY: {
        "nomor": ("integer", True),
        "informasi": ("string", False),
        "bagian": ("string", False),
        "penguasa": ("string", False),
        "penanggung_jawab": ("string", False),
        "retensi": ("string", False),
    },
    LEGAL_CORRECTIONS: {
        "nomor": ("integer", True),
        "kewajiban": ("string", True),
        "kolom": ("string", True),
        "isi": ("string", True),
        "oleh": ("string", True),
        "tanggal": ("date", True),
        "alasan": ("string", True),
    },
    SERVICE_REPORT: {
        "tahun": ("year", True),
        **dict.fromkeys(COUNTS, ("integer", True)),
        "rata_hari_kerja": ("number", False),
        "alasan_penolakan": ("string", False),
        **dict.fromkeys(CHAPTERS, ("string", False)),
    },
}

_OPTIONAL: Mapping[str, Mapping[str, str]] = {
    EXEMPT_INFORMATION: {
        "konsekuensi_dibuka": "string",
        "konsekuensi_ditutup": "string",
        "ditetapkan_oleh": "string",
        "ditetapkan_tanggal": "date",
    },
    URGENT_ANNOUNCEMENTS: {"jam_mulai": "string", "jam_berakhir": "string"},
    DESK_DOCUMENTS: {
        "berkas": "string",
        "pengenal": "string",
        "diperiksa_oleh": "string",
        "diperiksa_tanggal": "date",
        "sidik_diperiksa": "string",
    },
}
"""Types of columns that a package may have besides."""


def desk_table(catalog: Catalog, slug: str) -> Table | None:
    """The main table of one of these packages; None when it is missing or of another form."""
    dataset = catalog.by_slug.get(slug)
    if dataset is None or any(_faults(dataset.main, slug)):
        return None
    return dataset.main


def misshapen_packages(catalog: Catalog) -> Iterator[Finding]:
    """Columns that a package of fixed form lacks, or has of another kind."""
    for slug in _COLUMNS:
        if dataset := catalog.by_slug.get(slug):
            for said in _faults(dataset.main, slug):
                yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), said)


def _faults(main: Table, slug: str) -> Iterator[Message]:
    for name, (kind, required) in _COLUMNS[slug].items():
        if name in main.schema:
            yield from _unlike(main.schema[name], slug, kind, required)
        else:
            hint = suggestion(name, main.schema.position)
            yield message("ppid.column-lacking", package=slug, column=name, hint=hint)
    for name, kind in _OPTIONAL.get(slug, {}).items():
        if name in main.schema:
            yield from _unlike(main.schema[name], slug, kind, required=False)


def _unlike(field: Field, slug: str, kind: str, required: bool) -> Iterator[Message]:
    """Whether a column is of another kind, or may be empty where it must not."""
    if field.type != kind:
        yield message(
            "ppid.column-type", package=slug, column=field.name, kind=kind, found=field.type
        )
    elif required and not field.constraints.required:
        yield message("ppid.column-optional", package=slug, column=field.name)
