"""The workbook of the registers: out, filled in well and badly, back; faults at their cells."""

from __future__ import annotations

import datetime
import io
import shutil
import tempfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from profil_terbuka.editing import registers
from profil_terbuka.editing.giving_back import marked
from profil_terbuka.importer import Unusable, read_book
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text
from support import BASE, LAW, ROOT, add_material

TODAY = datetime.date(2026, 11, 30)
KEPT = (
    "dokumen-ppid",
    "pernyataan-ppid",
    "informasi-dikecualikan",
    "serta-merta",
    "penguasaan-informasi",
)
Filled = dict[str, dict[str, object]]
DOCUMENT = {
    "B{}": "Rencana kerja 2027",
    "C{}": "Rencana setahun.",
    "D{}": "https://contoh.example.go.id/renja-2027.pdf",
    "E{}": datetime.date(2026, 11, 20),
    "G{}": "ya",
    "I{}": "Ya",
    "M{}": "setiap-saat",
}


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency with its registers, and what the law asks."""
    return add_material(data, *LAW, *KEPT)


@cache
def blank() -> bytes:
    """The workbook of that agency: the same for all tests."""
    with tempfile.TemporaryDirectory() as aside:
        root = Path(shutil.copytree(BASE, Path(aside) / "repo"))
        return registers.workbook_bytes(add_material(root, *LAW, *KEPT), "contoh", TODAY)


def filled(data: bytes, cells: Filled) -> bytes:
    """The workbook with cells filled in as Excel would keep them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet, values in cells.items():
        for place, value in values.items():
            book[sheet][place] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def back(root: Path, data: bytes) -> registers.BroughtRegisters:
    book = read_book(data, "ppid-contoh.xlsx")
    return registers.bring_registers(root, "contoh", book, Cache(root / ".cache"), TODAY)


def obstacles(root: Path, cells: Filled) -> list[str]:
    return [text(said) for said in back(root, filled(blank(), cells)).receipt.obstacles]


def first_free(root: Path) -> int:
    """The first row of documents below those that the register has."""
    return len(lines(root, "dokumen-ppid")) + 3


def document(root: Path, **changed: object) -> Filled:
    row = first_free(root)
    cells = {place.format(row): value for place, value in {**DOCUMENT, **changed}.items()}
    return {"Dokumen": cells}


def label(name: str) -> str:
    """How the list of choices names an obligation."""
    choices = openpyxl.load_workbook(io.BytesIO(blank()), read_only=True)["Pilihan"]
    shown = [str(cell) for row in choices.iter_rows(values_only=True) for cell in row if cell]
    return next(words for words in shown if words.endswith(f" [{name}]"))


def lines(root: Path, slug: str) -> list[str]:
    return (root / f"datasets/contoh/{slug}/{slug}.csv").read_text("utf-8").splitlines()


def test_what_comes_back_unchanged_changes_nothing(desk: Path) -> None:
    assert back(desk, blank()).changes == ()
    assert back(desk, blank()).receipt.obstacles == ()


@pytest.mark.parametrize("agency", ["pontianak", "palangka-raya"])
def test_the_registers_of_both_agencies_come_back_as_they_are(agency: str, tmp_path: Path) -> None:
    data = registers.workbook_bytes(ROOT, agency, TODAY)
    book = read_book(data, f"ppid-{agency}.xlsx")
    found = registers.bring_registers(ROOT, agency, book, Cache(tmp_path), TODAY)
    assert (found.changes, found.receipt.obstacles) == ((), ())


def test_a_new_document_gets_the_next_number_and_the_names_it_fulfils(desk: Path) -> None:
    before = lines(desk, "dokumen-ppid")
    brought = back(
        desk, filled(blank(), document(desk, **{"N{}": label("perki-ss-renstra-renja")}))
    )
    assert brought.receipt.obstacles == ()
    registers.keep_registers(brought, "Isian rekaan.", TODAY)
    after = lines(desk, "dokumen-ppid")
    assert after[: len(before)] == before
    number = len(before)
    assert after[-1] == (
        f"{number},Rencana kerja 2027,Rencana setahun.,https://contoh.example.go.id/renja-2027.pdf,"
        "2026-11-20,,cetak daring,,,,setiap-saat,perki-ss-renstra-renja,,,,,,"
    )


def test_a_changed_row_keeps_its_number(desk: Path) -> None:
    brought = back(desk, filled(blank(), {"Penguasaan": {"F4": "10 tahun"}}))
    assert [(item.column, item.old, item.new) for item in brought.changes[0].merge.changed] == [
        ("retensi", "5 tahun", "10 tahun")
    ]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("E{}", "kemarin", "bukan tanggal"),
        ("G{}", "mungkin", "tulis `ya` bila ada"),
        ("M{}", "setiap saat", "tidak ada di daftar pilihannya. Mungkin maksudnya `setiap-saat`."),
        ("N{}", "Rencana", "tidak ada di daftar pilihannya"),
        ("A{}", 99, "Nomor 99 tidak ada di register"),
        ("D{}", "renja tahun ini", "renja tahun ini"),
        ("C{}", "Hubungi 0812-0000-0000", "telepon"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    desk: Path, column: str, value: object, said: str
) -> None:
    row = first_free(desk)
    found = obstacles(desk, document(desk, **{column: value}))
    assert len(found) == 1
    assert found[0].startswith(f"`{column.format(row)}` di lembar `Dokumen`: ")
    assert said in found[0]


def test_what_must_be_filled_in_is_told_with_its_column(desk: Path) -> None:
    row = first_free(desk)
    found = obstacles(desk, document(desk, **{"B{}": None, "E{}": None}))
    assert [line.split(" di")[0] for line in found] == [f"`B{row}`", f"`E{row}`"]


def test_nothing_is_written_where_one_sheet_is_wrong(desk: Path) -> None:
    wrong = {**document(desk), "Penguasaan": {"C4": "langit"}}
    brought = back(desk, filled(blank(), wrong))
    assert brought.changes == ()
    assert len(brought.receipt.obstacles) == 1


def test_the_workbook_goes_back_with_its_faults_marked(desk: Path) -> None:
    row = first_free(desk)
    data = filled(blank(), document(desk, **{"E{}": "kemarin"}))
    made = marked(data, "ppid-contoh.xlsx", back(desk, data).receipt)
    assert made is not None
    sheet = openpyxl.load_workbook(io.BytesIO(made.data))["Dokumen"]
    commented = [cell.coordinate for line in sheet.iter_rows() for cell in line if cell.comment]
    assert commented == [f"E{row}"]


def test_a_register_that_is_not_kept_yet_begins_with_its_first_row(data: Path) -> None:
    add_material(data, *LAW)
    made = registers.workbook_bytes(data, "contoh", TODAY)
    brought = back(data, filled(made, {"Penguasaan": {"E4": "Sekretaris", "F4": "5 tahun"}}))
    registers.keep_registers(brought, "Isian rekaan.", TODAY)
    assert lines(data, "penguasaan-informasi")[1:] == ["1,,,,Sekretaris,5 tahun"]
    assert not (data / "datasets/contoh/dokumen-ppid").exists()


def test_a_row_that_was_taken_out_stays_and_is_told(desk: Path) -> None:
    gone = {f"{letter}4": None for letter in "ABCDEF"}
    brought = back(desk, filled(blank(), {"Penguasaan": gone}))
    assert brought.changes == ()
    assert any("1 baris register tidak ada lagi" in text(step) for step in brought.receipt.steps)


def test_the_workbook_of_another_agency_is_refused(desk: Path) -> None:
    book = read_book(registers.workbook_bytes(ROOT, "pontianak", TODAY), "ppid.xlsx")
    with pytest.raises(Unusable, match="pontianak"):
        registers.bring_registers(desk, "contoh", book, Cache(desk / ".cache"), TODAY)


def test_changes_are_told_row_by_row_with_their_cells(desk: Path) -> None:
    cells: Filled = {"Penguasaan": {"F4": "10 tahun", "D7": "Bidang Rekaan", "E7": "Kepala Bidang"}}
    told = [text(said) for said in back(desk, filled(blank(), cells)).receipt.changes]
    assert told == [
        "Lembar `Penguasaan` baris 7: baris baru, Bidang Rekaan, Kepala Bidang.",
        "`F4` di lembar `Penguasaan`: `Jangka waktu penyimpanan` 5 tahun menjadi 10 tahun.",
    ]
