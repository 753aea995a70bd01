"""What the program itself reads from the packages in datasets/acuan: tables and columns by name.

Agencies may add rows, columns, tables and packages. One that lacks what is read here is left out
with a finding, so that no reader has to ask again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import Dataset, codes
from ..model.findings import Finding, Place
from ..model.messages import message
from .suggestions import suggestion

BOUNDARIES = "batas-"
"""Begins the slug of every package of boundaries; its lines stand in `<slug>-garis`."""
_AREAS = "kode nama bujur lintang kolom_petak baris_petak"
_LINES = "kode_kiri kode_kanan garis"
_READ: Mapping[str, Mapping[str, str]] = {
    "indikator-monev": {
        "indikator-monev": "id sumber kelompok butir bukti_di_situs",
        "indikator-monev-kewajiban": "indikator kewajiban",
    },
    "kewajiban": {
        "kewajiban": "id peraturan pasal pasal_terverifikasi kategori butir jenis sifat dokumen "
        "induk frekuensi fakta_tetap berlaku_opd wilayah bukti_di_situs isi_terverifikasi "
        "tingkat_bukti naskah_dibaca tautan_cukup boleh_nihil biasanya_di",
        "kewajiban-dokumen": "dokumen judul",
        "kewajiban-situs": "bagian jenis kewajiban",
    },
    "kolom-dip": {"kolom-dip": "kolom judul"},
    "konsep": {
        "konsep": "konsep judul pengertian penghitung keadaan satuan",
        "konsep-kategori": "konsep kode nama",
    },
    "libur-nasional": {"libur-nasional": "tanggal"},
    "sinonim": {"sinonim": "kata sinonim"},
    "tenggat": {
        "tenggat": "frekuensi sebutan hari_paling_lama dasar mengikat cara_hitung tanggal_tutup",
        "tenggat-hari-kerja": "tahap hari_kerja dihitung_sejak kewajiban",
    },
    "tidak-diterbitkan": {"tidak-diterbitkan": "kata hal jawaban"},
    "variabel": {
        "variabel": "variabel nama konsep definisi isian kode_referensi dasar penyusun",
        "variabel-kolom": "instansi dataset tabel kolom variabel",
    },
    "wilayah": {"wilayah": "kode nama"},
}
_ROWS = {"kolom-dip": ("kolom", ("jenis", "bentuk"))}
"""Column and values without which the table of that package, and what is made of it, is none."""
_REMEDY = message("read.restore-reference")


def lacking(package: Dataset) -> tuple[Finding, ...]:
    """Tables and columns that are read and are not there."""
    return tuple(_lacking(package))


def _lacking(package: Dataset) -> Iterator[Finding]:
    tables = {table.name: table for table in package.tables}
    if package.embargo:
        said, remedy = message("read.reference-waits"), message("read.reference-waits-mend")
        yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(package.file), said, remedy)
    for name, columns in _wanted_tables(package.slug).items():
        if name not in tables:
            said = message("read.reference-lacks-table", table=name)
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(package.file), said, _REMEDY)
            continue
        for column in columns.split():
            if column not in tables[name].schema:
                hint = suggestion(column, tables[name].schema.position)
                said = message("read.reference-lacks-column", table=name, column=column, hint=hint)
                yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(package.file), said, _REMEDY)
    if package.slug in _ROWS and package.slug in tables:
        yield from _without_rows(package, *_ROWS[package.slug])


def _without_rows(package: Dataset, column: str, wanted: Iterable[str]) -> Iterator[Finding]:
    table = package.main
    held = set(table.column(column)) if column in table.schema else set(wanted)
    for value in wanted:
        if value not in held:
            said = message("read.reference-lacks-row", column=column, value=value)
            yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(table.file), said, _REMEDY)


def _wanted_tables(slug: str) -> Mapping[str, str]:
    if slug.startswith(BOUNDARIES):
        return {slug: _AREAS, f"{slug}-garis": _LINES}
    return _READ.get(slug, {})
