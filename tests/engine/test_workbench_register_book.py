"""The workbook of the registers at the workbench: fetched, brought back, seen, kept."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from profil_terbuka.importer import read_book
from sitting import HOME, Sitting, seated, words
from support import LAW, add_material

BOOK = f"{HOME}register/buku.xlsx"


@pytest.fixture
def desk(data: Path) -> Sitting:
    return seated(add_material(data, *LAW, "dokumen-ppid", "penguasaan-informasi"))


def filled(sitting: Sitting, **cells: object) -> bytes:
    """The workbook as it is fetched, with cells of the sheet of custody filled in."""
    book = openpyxl.load_workbook(io.BytesIO(sitting.see(BOOK).content))
    for place, value in cells.items():
        book["Penguasaan"][place] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def register(data: Path) -> str:
    return (data / "datasets/contoh/penguasaan-informasi/penguasaan-informasi.csv").read_text()


def test_the_page_of_registers_offers_the_workbook(desk: Sitting) -> None:
    assert f'href="{BOOK}"' in desk.see(f"{HOME}register/").text
    answer = desk.see(BOOK)
    assert answer.headers["content-disposition"] == 'attachment; filename="ppid-contoh.xlsx"'


def test_what_changes_is_seen_before_it_is_kept(desk: Sitting, data: Path) -> None:
    before = register(data)
    shown = desk.bring("ppid-contoh.xlsx", filled(desk, F4="10 tahun"), part="register/buku/")
    assert "5 tahun" in words(shown)
    assert "10 tahun" in words(shown)
    assert register(data) == before
    kept = desk.keep(shown)
    assert kept.url.path == f"{HOME}register/"
    assert "Register Penguasaan : 1 baris disimpan." in words(kept)
    assert register(data) == before.replace("Sekretaris Dinas,5 tahun", "Sekretaris Dinas,10 tahun")


def test_what_is_wrong_is_told_and_marked_and_cannot_be_kept(desk: Sitting, data: Path) -> None:
    before = register(data)
    shown = desk.bring("ppid-contoh.xlsx", filled(desk, C4="langit"), part="register/buku/")
    assert shown.status_code == 422
    assert "C4 di lembar Penguasaan : langit tidak ada di daftar pilihannya" in words(shown)
    assert 'value="simpan"' not in shown.text
    marked = desk.see(f"{shown.url.path}perbaikan")
    assert read_book(marked.content, "t.xlsx").grids[0].name == "Perbaikan"
    desk.keep(shown)
    assert register(data) == before


def test_the_workbook_that_is_brought_as_a_table_finds_its_page(desk: Sitting) -> None:
    shown = desk.bring("ppid-contoh.xlsx", filled(desk))
    assert shown.url.path.startswith(f"{HOME}register/buku/")
    assert "tidak ada yang perlu disimpan" in words(shown)


def test_another_file_is_no_workbook_of_registers(desk: Sitting) -> None:
    shown = desk.bring("data.csv", b"Desa;Jumlah\nDadap;5\n", part="register/buku/")
    assert shown.status_code == 422
    assert "bukan buku kerja register" in words(shown)
