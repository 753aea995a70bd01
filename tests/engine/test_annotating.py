"""A file goes back marked: the right cells, their own looks, a list of what to do in front."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from forms import FORM, blank, filled, returned
from profil_terbuka.editing import give_back
from profil_terbuka.editing.year import bring_round, send_back
from profil_terbuka.importer import Receipt, Unusable, read_book
from profil_terbuka.importer.annotating import Annotated, annotated
from profil_terbuka.importer.annotating.marking import AUTHOR, COLOUR
from profil_terbuka.importer.formats.archive import part_names
from sheets import understood
from spreadsheets import WRITERS, packed, saved, with_part, xlsx
from support import add_material, names

Rows = Sequence[Sequence[object]]
HEAD = ["Kelurahan", "Jumlah (orang)"]


def went_back(data: bytes, file: str = "t.xlsx") -> Annotated:
    """A file as it goes back, after nothing was answered."""
    try:
        book = read_book(data, file)
        receipt = understood(book).receipt
    except Unusable as reason:
        book, receipt = None, Receipt(file, obstacles=(reason.said,))
    made = annotated(data, receipt, book)
    assert made
    return made


def opened(made: Annotated) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made.data))


def is_marked(cell: Cell) -> bool:
    return cell.fill.start_color.rgb == f"00{COLOUR}"


def marked(book: openpyxl.Workbook) -> set[str]:
    """The cells of all sheets that are coloured, each of which has a comment, and no other."""
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    coloured = {cell.coordinate for cell in cells if is_marked(cell)}
    assert coloured == {cell.coordinate for cell in cells if cell.comment}
    return coloured


def listed(book: openpyxl.Workbook) -> list[tuple[object, ...]]:
    """The lines of the list below its headings: number, what, sheet, cell, what to do."""
    return [tuple(cell.value for cell in row) for row in book["Perbaikan"].iter_rows(min_row=4)]


def merged(rows: Rows, area: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(rows)))
    book.active.merge_cells(area)
    return saved(book)


MANY = [["A", "1.245"], ["B", "2.500"], ["C", "3.111"], ["D", "4.222"], ["E", "5.333"]]
FAULTS: Mapping[str, tuple[bytes, set[str]]] = {
    "rumus-rusak": (xlsx([HEAD, ["A", 1], ["B", "#REF!"], ["C", 3], ["D", 4]]), {"B3"}),
    "bukan-angka": (xlsx([HEAD, ["A", 1], ["B", "entah"], ["C", 3], ["D", 4]]), {"B3"}),
    "dua-cara": (xlsx([HEAD, ["A", "1.234,5"], ["B", "1,234.5"]]), {"B2", "B3"}),
    "lebih-dari-tiga": (
        xlsx([["Kelurahan", "Laju"], *MANY]),
        {"B2", "B3", "B4", "B5", "B6"},
    ),
    "sel-gabung": (merged([HEAD, ["A", 1], ["B", 5], ["C", None]], "B3:B4"), {"B3"}),
    "tanpa-judul": (
        xlsx([["Kelurahan", None, "Jumlah"], ["A", "x", 1], ["B", "y", 2], ["C", "z", 3]]),
        {"B2"},
    ),
    "jumlah-berbeda": (
        xlsx([HEAD, ["A", 1], ["B", 2], ["Jumlah", 4]]),
        {"B4"},
    ),
    "rumus-belum-dihitung": (xlsx([HEAD, ["A", 1], ["B", "=B2*2"]]), {"B3"}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_cells_that_are_meant_are_marked_and_no_other(name: str) -> None:
    data, cells = FAULTS[name]
    assert marked(opened(went_back(data))) == cells


@pytest.mark.parametrize("name", FAULTS)
def test_each_marked_cell_is_listed_with_a_way_to_it(name: str) -> None:
    data, cells = FAULTS[name]
    book = opened(went_back(data))
    links = [row[3].hyperlink for row in book["Perbaikan"].iter_rows(min_row=4)]
    own = book.worksheets[1].title
    assert {link.location for link in links if link} >= {f"'{own}'!{cell}" for cell in cells}


def test_the_list_stands_in_front_and_is_open() -> None:
    book = opened(went_back(FAULTS["bukan-angka"][0]))
    assert (book.sheetnames[0], book.active.title) == ("Perbaikan", "Perbaikan")


def test_the_list_says_what_to_do_and_how_to_answer() -> None:
    (line,) = listed(opened(went_back(FAULTS["bukan-angka"][0])))
    number, what, sheet, cell, mend = line
    assert (number, sheet, cell) == (1, "Sheet", "B3")
    assert what == (
        "Kolom “Jumlah (orang)” berisi angka, tetapi sel B3 bukan bilangan (“entah”). "
        "Perbaiki di Excel, atau pilih:"
    )
    assert "sel itu dikosongkan: angkanya tidak tersedia" in str(mend)
    assert "JAWAB" not in str(mend)


def test_the_comment_says_it_at_the_cell() -> None:
    comment = opened(went_back(FAULTS["sel-gabung"][0])).worksheets[1]["B3"].comment
    assert comment.author == AUTHOR
    assert "Merge & Center" in comment.text


def test_what_is_to_be_mended_comes_before_what_is_to_be_decided() -> None:
    rows = [[*HEAD, "Laju"], ["A", 1, "1,2"], ["B", "#REF!", "entah"], ["C", 3, "1,1"]]
    book = opened(went_back(xlsx([*rows, ["D", 4, "2,2"]])))
    numbered = [line[1] for line in listed(book) if line[0]]
    assert str(numbered[0]).startswith("Ada rumus yang rusak")


def test_a_name_nobody_knows_is_marked_where_it_stands(data: Path) -> None:
    add_material(data, "penduduk")
    rows = [["Kecamatan", "Jumlah"], ["Utara", 41], ["Selatann", 18], ["Timur", 23]]
    sheet = xlsx(rows)
    book = read_book(sheet, "penduduk-2025.xlsx")
    brought = returned(data, "penduduk", sheet)
    assert brought.receipt.questions
    made = annotated(sheet, brought.receipt, book)
    assert made
    assert "A3" in marked(opened(made))


# Forms


def test_a_faulty_form_is_marked_on_its_own_sheet(data: Path) -> None:
    form = filled(blank(data, "penerima"), {"D2": "12 orang", "D3": -4, "D4": 3})
    made = annotated(
        form, returned(data, "penerima", form).receipt, read_book(form, "penerima-2025.xlsx")
    )
    assert made
    book = opened(made)
    assert marked(book) == {"D2", "D3"}
    assert is_marked(book[FORM]["D2"])
    assert {line[2] for line in listed(book)} == {FORM}


def test_blanks_of_a_form_are_marked_as_to_be_filled_in(data: Path) -> None:
    form = filled(blank(data, "penerima"), {"D2": 12})
    made = annotated(
        form, returned(data, "penerima", form).receipt, read_book(form, "penerima-2025.xlsx")
    )
    assert made
    book = opened(made)
    assert marked(book) == {"D3", "D4"}
    assert not book[FORM]["D3"].protection.locked


def test_faulty_forms_of_a_round_go_back_in_one_zip(data: Path, tmp_path: Path) -> None:
    add_material(data, "penduduk")
    whole = filled(blank(data, "penerima"), {"D2": 1, "D3": 2, "D4": 3})
    faulty = filled(blank(data, "penduduk"), {"D2": "entah", "D3": 2, "D4": 3})
    source = tmp_path / "isian.zip"
    source.write_bytes(packed({"a/penerima-2025.xlsx": whole, "a/penduduk-2025.xlsx": faulty}))
    target = send_back(source, bring_round(data, "contoh", source, {}))
    assert target == tmp_path / "isian-perbaikan.zip"
    assert part_names(target.read_bytes()) == {"a/penduduk-2025.xlsx"}


# Their own workbook


def dressed() -> bytes:
    """A workbook with looks of its own, a remark of somebody's, and a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rekap"
    for row in [HEAD, ["A", 1], ["B", "entah"], ["C", 3], ["D", 4]]:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True, color="FF00FF00")
    sheet["B3"].font = Font(italic=True)
    sheet["A2"].fill = PatternFill("solid", start_color="FF123456")
    sheet["B3"].comment = Comment("tanya Bu Kades", "staf")
    sheet.column_dimensions["A"].width = 33
    sheet["D9"].number_format = "0.00"
    book.create_sheet("Lain")["A1"] = "catatan"
    return saved(book)


def test_looks_of_their_own_stay() -> None:
    sheet = opened(went_back(dressed()))["Rekap"]
    assert (sheet["A1"].font.bold, sheet["A1"].font.color.rgb) == (True, "FF00FF00")
    assert sheet["A2"].fill.start_color.rgb == "FF123456"
    assert sheet["B3"].font.italic
    assert sheet.column_dimensions["A"].width == 33


def test_their_own_comment_stays_above_ours() -> None:
    comment = opened(went_back(dressed()))["Rekap"]["B3"].comment
    assert comment.text.startswith("tanya Bu Kades\n")


def test_other_sheets_stay() -> None:
    book = opened(went_back(dressed()))
    assert book.sheetnames == ["Perbaikan", "Rekap", "Lain"]
    assert book["Lain"]["A1"].value == "catatan"


def test_formulas_stay_formulas() -> None:
    sheet = opened(went_back(FAULTS["rumus-belum-dihitung"][0])).worksheets[1]
    assert sheet["B3"].value == "=B2*2"


def with_macros(data: bytes) -> bytes:
    """The workbook as Excel keeps one that holds macros."""
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    macros = "application/vnd.ms-office.vbaProject"
    part = f'<Override PartName="/xl/vbaProject.bin" ContentType="{macros}"/>'
    typed = with_part(
        data,
        "[Content_Types].xml",
        lambda xml: xml.replace(plain, kind).replace("</Types>", f"{part}</Types>"),
    )
    with_file = io.BytesIO(typed)
    with zipfile.ZipFile(with_file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"makro rekaan")
    return with_file.getvalue()


def test_macros_stay() -> None:
    made = went_back(with_macros(FAULTS["bukan-angka"][0]), "t.xlsm")
    assert made.ending == ".xlsm"
    assert "xl/vbaproject.bin" in part_names(made.data)
    assert marked(openpyxl.load_workbook(io.BytesIO(made.data), keep_vba=True)) == {"B3"}


# Other kinds of files, and other ways round


@pytest.mark.parametrize("ending", [".csv", ".ods", ".html", ".xls"])
def test_other_kinds_become_a_workbook_with_the_cells_as_they_were_read(ending: str) -> None:
    rows = [HEAD, ["A", 1], ["B", "entah"], ["C", 3], ["D", 4]]
    made = went_back(WRITERS[ending](rows), f"t{ending}")
    book = opened(made)
    assert made.ending == ".xlsx"
    assert marked(book) == {"B3"}
    assert book.worksheets[1]["A3"].value == "B"


def test_text_never_becomes_a_formula() -> None:
    book = opened(went_back(b"Desa;Jumlah\n=1+1;1\nB;entah\nC;3\nD;4\n", "t.csv"))
    assert (book.worksheets[1]["A2"].data_type, book.worksheets[1]["A2"].value) == ("s", "=1+1")


def test_what_could_not_be_read_at_all_is_listed() -> None:
    book = opened(went_back(b"%PDF-1.7", "t.pdf"))
    assert book.sheetnames == ["Perbaikan"]
    assert "adalah PDF" in str(listed(book)[0][1])


def test_a_file_without_faults_does_not_go_back() -> None:
    data = xlsx([HEAD, ["A", 1], ["B", 2]])
    book = read_book(data, "t.xlsx")
    assert annotated(data, understood(book).receipt, book) is None


def test_sent_again_it_is_read_as_before() -> None:
    made = went_back(FAULTS["bukan-angka"][0])
    again = opened(made)
    again.worksheets[1]["B3"] = 2
    receipt = understood(read_book(saved(again), "t.xlsx")).receipt
    assert not receipt.open
    assert receipt.sheet == "Sheet"


def test_marks_of_an_earlier_time_are_taken_away() -> None:
    first = opened(went_back(FAULTS["bukan-angka"][0]))
    first.worksheets[1]["B3"] = 2
    first.worksheets[1]["B4"] = "entah"
    second = opened(went_back(saved(first)))
    assert marked(second) == {"B4"}
    assert second.sheetnames.count("Perbaikan") == 1


def test_it_lies_beside_the_file_and_never_over_one(tmp_path: Path) -> None:
    source = tmp_path / "data.xlsx"
    source.write_bytes(FAULTS["bukan-angka"][0])
    receipt = understood(read_book(source.read_bytes(), "data.xlsx")).receipt
    written = [give_back(source, receipt), give_back(source, receipt)]
    assert names(tmp_path) == ["data-perbaikan-2.xlsx", "data-perbaikan.xlsx", "data.xlsx"]
    assert written == [tmp_path / "data-perbaikan.xlsx", tmp_path / "data-perbaikan-2.xlsx"]
    assert source.read_bytes() == FAULTS["bukan-angka"][0]
