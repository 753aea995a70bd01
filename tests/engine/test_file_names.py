"""A file that is named by somebody's number is refused before anything is made of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from profil_terbuka.editing.sending import open_sending
from profil_terbuka.importer import Unusable, open_book, read_book
from profil_terbuka.words.catalogues import text

TABLE = b"Desa;Jumlah\nDadap;5\nNangka;7\n"
PRIVATE = {
    "nik": ("Rekawati 9901010101010001.csv", "9901010101010001"),
    "telepon": ("daftar 0812-0000-0000.csv", "0812-0000-0000"),
    "surel": ("rekawati@contoh.id.csv", "rekawati@contoh"),
    "bergaris-bawah": ("daftar_0812-0000-0000_baru.csv", "0812-0000-0000"),
}


@pytest.mark.parametrize(("name", "secret"), PRIVATE.values(), ids=PRIVATE)
def test_a_name_with_somebodys_number_is_refused_and_not_told(name: str, secret: str) -> None:
    with pytest.raises(Unusable) as refused:
        read_book(TABLE, name)
    assert "Ganti nama berkasnya" in text(refused.value.said)
    assert secret not in text(refused.value.said)


def test_it_is_refused_where_the_file_is_not_there_either(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        open_book(tmp_path / "daftar 0812-0000-0000.csv")
    assert "0812-0000-0000" not in text(refused.value.said)


def test_one_such_file_among_others_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "isian.zip", "w") as archive:
        archive.writestr("isian/daftar 0812-0000-0000.csv", TABLE)
    with pytest.raises(Unusable) as refused:
        open_sending(tmp_path / "isian.zip")
    assert "0812-0000-0000" not in text(refused.value.said)


@pytest.mark.parametrize(
    "name", ["pbi-2025.csv", "rekap 2024-01-02 (final) rev2.csv", "Jl. Rekaan No. 3.csv"]
)
def test_other_names_are_read(name: str) -> None:
    assert read_book(TABLE, name).file == name
