"""Texts that must stop a publication, and texts that must not: tests/pribadi.csv, row by row.

All values are invented: impossible dates, numbers of zeros and nines, people called Fulan.
"""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from profil_terbuka.model.findings import Place
from profil_terbuka.privacy.children import children
from profil_terbuka.privacy.official import Official
from profil_terbuka.privacy.patterns import find
from profil_terbuka.privacy.scan import in_rows, in_value
from profil_terbuka.privacy.spread import spread_numbers
from profil_terbuka.words import catalogues as words
from support import ROOT

with (ROOT / "tests" / "pribadi.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["teks"])
def test_row(row: dict[str, str]) -> None:
    found = {str(hit.kind) for hit in find(row["teks"], in_cell=row["tempat"] == "sel")}
    assert found == ({row["jenis"]} if row["harus"] == "berhenti" else set())


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["harus"] == "berhenti"], ids=lambda row: row["teks"]
)
def test_no_message_tells_more_than_two_signs(row: dict[str, str]) -> None:
    in_cell = row["tempat"] == "sel"
    for finding in in_value(row["teks"], Place("x"), Official.of(), in_cell=in_cell):
        shown = words.text(finding.message).split("`")[1]
        assert sum(map(str.isalnum, shown)) <= 2


def test_both_halves_are_large() -> None:
    counted = Counter(row["harus"] for row in ROWS)
    assert min(counted["berhenti"], counted["lolos"]) >= 100
    assert len({(row["tempat"], row["teks"]) for row in ROWS}) == len(ROWS)


CUT = [
    ([["Fulan", "919999", "310290", "0001"]], (0, 3)),
    ([["9199", "9931", "0290", "0001", "x"]], (0, 3)),
    ([["91999931", "02900001"]], (0, 1)),
    ([["919999", "3102900001"]], (0, 1)),
    ([["a", "91999931"], ["b", "02900001"]], (1, 1)),
    ([["919999"], ["310290"], ["0001"]], (2, 0)),
]
WHOLE = [
    [["617103", "120390", "1234"]],
    [["1112", "1213", "1014", "1015"]],
    [["919999", "310290", "0000"]],
    [["919999", "", "310290", "0001"]],
    [["919999", "350290", "0001"]],
    [["61.71", "0561", "0001"], ["2024", "0002", "0003"]],
    [["12345678", "12345678"], ["23456789", "23456789"]],
    [[], ["0001"]],
]


@pytest.mark.parametrize(("rows", "place"), CUT, ids=str)
def test_a_number_cut_into_neighbouring_cells_is_found(rows, place: tuple[int, int]) -> None:
    (found,) = spread_numbers(rows)
    assert (found.row, found.column) == place
    (*_, finding), *_ = in_rows(rows)
    assert found.figures not in words.text(finding.message)


@pytest.mark.parametrize("rows", WHOLE, ids=str)
def test_neighbouring_figures_are_no_cut_number(rows) -> None:
    assert list(spread_numbers(rows)) == []


CHILDREN = [
    [["nama", "jenis_kasus"], ["Fulan", "Pencabulan"]],
    [["nama", "umur"], ["Fulan Contoh", "12"]],
    [["No", "Nama Lengkap", "Usia", "Kelas"], ["1", "FULAN CONTOH", "9 tahun", "3"]],
    [["inisial", "kasus"], ["F.C.", "ditangani polisi"]],
    [["Nama Anak", "Keterangan"], ["Fulan", "korban kekerasan oleh tetangga"]],
    [["nama_korban", "bentuk"], ["fulanah", "TPPO"]],
    [["anak", "umur", "alamat"], ["Fulan bin Fulan", "7 th", "Utara"]],
    [["klien", "perkara"], ["An. Fulan", "Pencurian"]],
    [["tahun", "nama siswa", "layanan", "alasan"], ["2024", "Fulan", "konseling", "hamil"]],
    [["nama", "jenis kasus", "umur"], ["Fulan", "KDRT", "15"]],
    [["Nama PM", "Diagnosa"], ["Fulanah", "Skizofrenia"]],
    [["usia", "nama"], ["16", "Fulan, S."]],
]
NO_CHILDREN = [
    [["nama_program", "sasaran"], ["Rumah Aman", "anak korban kekerasan"]],
    [["nama", "sasaran"], ["Rehabilitasi Sosial", "anak korban kekerasan"]],
    [["nama_panti", "umur"], ["Panti Contoh", "12"]],
    [["nama", "usia"], ["LKSA Contoh", "12"]],
    [["nama", "umur"], ["Karang Taruna Contoh", "7"]],
    [["kelurahan", "kasus"], ["Contoh Barat", "KDRT"]],
    [["nama", "jenis_kasus", "jumlah"], ["Contoh Barat", "Pencabulan", "3"]],
    [["nama_kelurahan", "jenis_kasus", "jumlah"], ["Contoh Dalam", "TPPO", "4"]],
    [["kecamatan", "umur", "jumlah"], ["Contoh Kota", "12", "40"]],
    [["nama", "jabatan"], ["Fulan Contoh", "Kepala Seksi Korban Kekerasan"]],
    [["nama pelaku", "tugas"], ["Fulan", "Konselor korban kekerasan"]],
    [["nama", "umur"], ["Fulan Contoh", "45"]],
    [["nama", "umur", "pangkat"], ["Fulan Contoh", "56 tahun", "Pembina"]],
    [["anak", "dewasa", "kasus"], ["12", "3", "KDRT"]],
    [["nama kasus", "tahun"], ["Pencabulan", "2024"]],
    [["jenis_kasus", "usia", "jumlah"], ["Pencabulan", "12", "6"]],
    [["korban", "kasus"], ["Perempuan", "KDRT"]],
    [["korban", "kasus"], ["Anak laki-laki", "Pencurian"]],
    [["nama", "kelompok_umur", "jumlah"], ["Contoh Utara", "0-17 tahun", "30"]],
    [["nama_layanan", "usia"], ["Konseling anak", "6 sampai 17 tahun"]],
    [["nama", "umur"], ["Fulan", ""]],
    [["nama"], ["Fulan"]],
    [[], ["Fulan", "12"]],
    [],
]


@pytest.mark.parametrize("rows", CHILDREN, ids=str)
def test_a_child_in_one_column_and_a_case_or_age_in_another(rows) -> None:
    (child,) = children(rows)
    assert child.name == rows[child.row][child.column]
    found = [finding for *_, finding in in_rows(rows)]
    assert [finding.code.name for finding in found] == ["data-pribadi-anak"]
    assert child.name not in words.text(found[0].message)


@pytest.mark.parametrize("rows", NO_CHILDREN, ids=str)
def test_names_of_institutions_places_programmes_and_staff_are_no_children(rows) -> None:
    assert children(rows) == []
