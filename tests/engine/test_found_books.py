"""Every kind of file an office has becomes a Book that says what people see, or a refusal."""

from __future__ import annotations

import datetime
import io
import struct
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from profil_terbuka.importer import Unusable, formats
from profil_terbuka.importer.formats import archive, open_book, read_book, read_pasted
from profil_terbuka.importer.grid import Book, MergedArea, SheetCell
from profil_terbuka.words.catalogues import text as sentence
from spreadsheets import (
    WRITERS,
    Rows,
    html,
    mht_of,
    ods_of,
    packed,
    saved,
    shared_xlsx,
    with_part,
    xls,
    xlsx,
)
from support import MATERIAL

OLD = MATERIAL / "impor"
SHEET = "xl/worksheets/sheet1.xml"


def shown(book: Book, at: int = 0) -> list[list[str]]:
    """What a sheet shows."""
    return [[cell.shown for cell in row] for row in book.grids[at].rows]


def only_cell(data: bytes) -> SheetCell:
    """The one cell of the one sheet."""
    ((row,),) = [grid.rows for grid in read_book(data, "t").grids]
    (cell,) = row
    return cell


def told(book: Book) -> list[str]:
    return [sentence(line) for line in book.told]


def refusal(data: bytes, name: str = "t.xlsx") -> str:
    """Why a file is refused."""
    with pytest.raises(Unusable) as refused:
        read_book(data, name)
    return str(refused.value)


# What a file is, its bytes say


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("name", ["t.xlsx", "t.csv", "tanpa-akhiran"])
def test_a_file_is_known_by_its_bytes(ending: str, name: str) -> None:
    book = read_book(WRITERS[ending]([["Desa", "Jumlah"], ["Dadap", 5]]), name)
    assert shown(book) == [["Desa", "Jumlah"], ["Dadap", "5"]]
    assert book.file == name


@pytest.mark.parametrize("ending", WRITERS)
def test_cells_know_where_they_stand(ending: str) -> None:
    rows: Rows = [["Desa", "Jumlah"], [None, None], ["Dadap", 5]]
    grid = read_book(WRITERS[ending](rows), "t").grids[0]
    assert grid.rows[2][1].place == "B3"


# Numbers as they are seen


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        (1 / 3, "General", SheetCell(number=Decimal("0.333333333333333"))),
        (9.299999999999997, "General", SheetCell(number=Decimal("9.3"))),
        (3201010101010001, "0", SheetCell(number=Decimal("3201010101010001"))),
        (1e21, "General", SheetCell(number=Decimal(10) ** 21)),
        (0.125, "0.0%", SheetCell(number=Decimal("12.5"), mark="%")),
        (0.07, "0%;[Red]-0%", SheetCell(number=Decimal(7), mark="%")),
        (12.5, '0.00"%"', SheetCell(number=Decimal("12.5"), mark="%")),
        (12.5, r"0.00\%", SheetCell(number=Decimal("12.5"), mark="%")),
        (1500, '"Rp"#,##0', SheetCell(number=Decimal(1500), mark="Rp")),
        (1500, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-', SheetCell(number=Decimal(1500), mark="Rp")),
        (1500, "[$Rp-421]#,##0.00", SheetCell(number=Decimal(1500), mark="Rp")),
        (1500, "[$IDR] #,##0", SheetCell(number=Decimal(1500), mark="Rp")),
        (1234567, '#,##0," ribu"', SheetCell(number=Decimal(1234567))),
        (5, '0" harp"', SheetCell(number=Decimal(5))),
        (7, "0000", SheetCell("0007")),
        (7.5, "0000", SheetCell(number=Decimal("7.5"))),
        (-7, "0000", SheetCell(number=Decimal(-7))),
        (True, "General", SheetCell("true")),
        ("#REF!", "General", SheetCell("#REF!")),
        (datetime.date(2024, 1, 31), "dd/mm/yyyy", SheetCell("2024-01-31", dated=True)),
        (datetime.date(2024, 1, 31), "[$-421]dd mmmm yyyy;@", SheetCell("2024-01-31", dated=True)),
        (datetime.date(1900, 1, 31), "d/m/yyyy", SheetCell("1900-01-31", dated=True)),
        (datetime.date(2024, 1, 1), "yyyy", SheetCell(number=Decimal(2024))),
        (datetime.datetime(2024, 1, 31), "d/m/yy h:mm", SheetCell("2024-01-31", dated=True)),
        (datetime.datetime(2024, 1, 31, 8, 30), "d/m/yy h:mm", SheetCell("2024-01-31 08:30")),
        (datetime.datetime(2024, 1, 31, 8, 30), "d/m/yy", SheetCell("2024-01-31", dated=True)),
        (datetime.time(8, 30), "h:mm", SheetCell("08:30")),
        (datetime.timedelta(hours=30), "[h]:mm:ss", SheetCell("30:00")),
        (-1, "dd/mm/yyyy", SheetCell(number=Decimal(-1))),
    ],
)
def test_a_cell_of_excel_is_what_its_format_shows(
    value: object, style: str, expected: SheetCell
) -> None:
    assert only_cell(xlsx([[value]], {"A1": style})) == expected


def test_days_are_counted_since_1904_where_the_workbook_says_so() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2024, 1, 31)
    assert only_cell(saved(book)) == SheetCell("2024-01-31", dated=True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1" t="d"><v>2024-01-31T00:00:00</v></c>', SheetCell("2024-01-31", dated=True)),
        ('<c r="A1" t="d"><v>10:15:00</v></c>', "10:15:00"),
        ('<c r="A1" t="inlineStr"><is><r><t>Kota </t></r><r><t>A</t></r></is></c>', "Kota A"),
        ('<c r="A1" t="str"><f>A2</f><v>Baik</v></c>', "Baik"),
        ('<c r="A1" t="str"><v>a_x000A_b</v></c>', "a\nb"),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', SheetCell(number=Decimal(2))),
        ("<c><v>2</v></c>", SheetCell(number=Decimal(2))),
    ],
)
def test_values_are_read_however_they_are_kept(cell: str, expected: SheetCell | str) -> None:
    row = f'<sheetData><row r="1">{cell}</row></sheetData>'
    data = with_part(xlsx([[]]), SHEET, lambda part: part.replace("<sheetData></sheetData>", row))
    assert only_cell(data) == (SheetCell(expected) if isinstance(expected, str) else expected)


def test_text_of_several_looks_is_one_text() -> None:
    book = openpyxl.Workbook()
    bold = TextBlock(InlineFont(b=True), "Kota ")
    book.active["A1"] = CellRichText(bold, "Contoh")
    assert only_cell(saved(book)) == SheetCell("Kota Contoh")


# Sheets of workbooks


def test_what_is_merged_or_hidden_in_a_workbook_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Judul", None, None], ["a", 1, 2], ["b", 3, 4]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A9:C9")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Rahasia").append(["x"])
    book["Rahasia"].sheet_state = "veryHidden"
    first, second = read_book(saved(book), "t.xlsx").grids
    assert first.merged == (MergedArea(0, 0, 0, 2),)
    assert (first.hidden_rows, first.hidden_columns) == ({1}, {1})
    assert (first.hidden, second.hidden, second.name) == (False, True, "Rahasia")


def test_a_chart_sheet_is_none() -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Grafik", 0).add_chart(openpyxl.chart.BarChart())
    book.active = 1
    book["Sheet"].append(["a"])
    assert [grid.name for grid in read_book(saved(book), "t.xlsx").grids] == ["Sheet"]


def test_cells_that_only_have_a_look_are_none() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.active["F9"].font = Font(bold=True)
    assert shown(read_book(saved(book), "t.xlsx")) == [["a"]]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("xl/_rels/workbook.xml.rels", 'Target="/xl/worksheets', 'Target="worksheets'),
        (SHEET, ' r="1"', ""),
        (SHEET, ' r="A1"', ""),
        ("xl/styles.xml", "<fonts", "<fonts broken='ya'"),
    ],
    ids=["alamat", "baris", "sel", "rupa"],
)
def test_what_other_programs_write_otherwise_is_read(name: str, before: str, after: str) -> None:
    def change(part: str) -> str:
        assert before in part
        return part.replace(before, after)

    assert shown(read_book(with_part(xlsx([["a", "b"]]), name, change), "t.xlsx")) == [["a", "b"]]


def test_a_strict_workbook_is_read() -> None:
    spaces = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "relationships",
    }
    data = shared_xlsx([["a", 0.5]])
    for name in ("xl/workbook.xml", SHEET, "xl/sharedStrings.xml", "xl/styles.xml"):
        for space, strict in spaces.items():
            whole = f"http://purl.oclc.org/ooxml/{strict}"
            data = with_part(data, name, lambda part, a=space, b=whole: part.replace(a, b))
    assert shown(read_book(data, "t.xlsx")) == [["a", "0.5"]]


def test_a_workbook_is_found_wherever_its_archive_keeps_it() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def reference(kind: str, target: str) -> str:
        item = f'<Relationship Id="a" Type="{office}/{kind}" Target="{target}"/>'
        return f"<Relationships>{item}</Relationships>"

    sheets = f'<sheets xmlns:r="{office}"><sheet name="Data" r:id="a"/></sheets>'
    cells = "<sheetData><row><c><v>7</v></c></row></sheetData>"
    data = packed(
        {
            "[Content_Types].xml": "<Types><Override ContentType='spreadsheetml'/></Types>",
            "_rels/.rels": reference("officeDocument", "buku.xml"),
            "_rels/buku.xml.rels": reference("worksheet", "lembar.xml"),
            "buku.xml": f'<workbook xmlns="{main}">{sheets}</workbook>',
            "lembar.xml": f'<worksheet xmlns="{main}">{cells}</worksheet>',
        }
    )
    assert shown(read_book(data, "t.xlsx")) == [["7"]]


def test_a_stray_cell_far_away_is_named() -> None:
    book = openpyxl.Workbook()
    for _ in range(300):
        book.active.append(["a"])
    book.active["XFD7"] = "x"
    said = refusal(saved(book))
    assert "isinya sampai sel `A300`, `XFD7`" in said
    assert "tekan Ctrl+End" in said


# Formulas without a value


def test_formulas_that_nothing_worked_out_are_refused_by_place() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Jumlah", "=1+1"])
    said = refusal(saved(book))
    assert "rumus yang belum dihitung (`B1` di lembar `Sheet`)" in said
    assert "Buka di Excel, tunggu" in said


def test_the_zero_that_a_program_wrote_for_the_time_is_no_value() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_formula("A1", "=1+1")
        sheet.write_formula("A2", "=1+2", value=3)
    said = refusal(file.getvalue())
    assert "(`A1` di lembar `Data`)" in said


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    row = '<sheetData><row r="1"><c r="A1" t="str"><f>A9</f><v></v></c></row></sheetData>'
    data = with_part(xlsx([[]]), SHEET, lambda part: part.replace("<sheetData></sheetData>", row))
    assert refusal(data) == "t.xlsx kosong: tidak ada sel yang berisi di lembar mana pun."


def test_an_old_workbook_whose_formulas_are_all_empty_is_refused() -> None:
    assert "rumus yang belum dihitung" in refusal((OLD / "rumus.xls").read_bytes())


def test_a_formula_of_opendocument_without_a_value_is_refused_by_place() -> None:
    row = '<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>'
    data = ods_of(f'<table:table table:name="Data">{row}</table:table>')
    assert "(`A1` di lembar `Data`)" in refusal(data)


# Old workbooks


def test_an_old_workbook_shows_what_excel_shows() -> None:
    book = open_book(OLD / "ciri.xls")
    assert shown(book)[1:] == [
        ["0101", "Dadap", "12.5", "1500", "2024-01-31", "2024-01-31 08:30", "true"],
        ["0102", "Duku", "50", "250", "2024-02-01", "2024-02-01", "false"],
        ["Gabung", "", "9.3", "", "", "", ""],
    ]
    row = book.grids[0].rows[1]
    assert [(cell.mark, cell.dated) for cell in row[2:5]] == [
        ("%", False),
        ("Rp", False),
        ("", True),
    ]


def test_what_is_merged_or_hidden_in_an_old_workbook_is_told() -> None:
    first, second = open_book(OLD / "ciri.xls").grids
    assert first.merged == (MergedArea(3, 0, 3, 1),)
    assert (first.hidden_rows, first.hidden_columns) == ({2}, {3})
    assert (first.hidden, second.hidden) == (False, True)


def test_sectors_that_go_round_in_circles_are_refused() -> None:
    """xlrd alone would follow them for ever."""
    data = bytearray((OLD / "ciri.xls").read_bytes())
    (table,) = struct.unpack_from("<I", data, 76)
    place = (table + 1) * 512
    struct.pack_into("<I", data, place, 0)  # the first sector of the workbook follows itself
    assert "berkas Excel lama (.xls) yang rusak" in refusal(bytes(data))


# OpenDocument


def ods_cell(attributes: str, paragraphs: str = "") -> bytes:
    row = f"<table:table-row><table:table-cell {attributes}>{paragraphs}</table:table-cell>"
    return ods_of(f"<table:table>{row}</table:table-row></table:table>")


@pytest.mark.parametrize(
    ("attributes", "paragraphs", "expected"),
    [
        ('office:value-type="float" office:value="9.299999999999997"', "9,3", Decimal("9.3")),
        ('office:value-type="float" office:value="7"', "0007", "0007"),
        ('office:value-type="float" office:value="12.5"', "12,5%", (Decimal("12.5"), "%")),
        ('office:value-type="percentage" office:value="0.125"', "12,5%", (Decimal("12.5"), "%")),
        ('office:value-type="percentage" office:value="0.125"', "", (Decimal("12.5"), "%")),
        ('office:value-type="float" office:value="1500"', "Rp 1.500", (Decimal(1500), "Rp")),
        (
            'office:value-type="currency" office:currency="IDR" office:value="1500"',
            "1.500",
            (Decimal(1500), "Rp"),
        ),
        ('office:value-type="boolean" office:boolean-value="true"', "BENAR", "true"),
        ('office:value-type="time" office:time-value="PT08H30M00S"', "08:30", "08:30"),
        (
            'office:value-type="date" office:date-value="2024-01-31T08:30:00"',
            "31/1/24 08:30",
            "2024-01-31 08:30",
        ),
        ('office:value-type="date" office:date-value="2024-01-01"', "2024", Decimal(2024)),
        ('office:value-type="string" office:string-value="A"', "", "A"),
        ('office:value-type="string"', "a</text:p><text:p>b<text:s/>c", "a\nb c"),
        (
            'office:value-type="string"',
            "<office:annotation><text:p>catatan</text:p></office:annotation>a",
            "a",
        ),
    ],
)
def test_a_cell_of_opendocument_is_what_it_shows(
    attributes: str, paragraphs: str, expected: Decimal | str | tuple[Decimal, str]
) -> None:
    cell = only_cell(ods_cell(attributes, f"<text:p>{paragraphs}</text:p>" if paragraphs else ""))
    if isinstance(expected, tuple):
        assert (cell.number, cell.mark) == expected
    else:
        assert (cell.text if isinstance(expected, str) else cell.number) == expected


def test_a_day_of_opendocument_is_dated() -> None:
    data = ods_cell(
        'office:value-type="date" office:date-value="2024-01-31"', "<text:p>31/1</text:p>"
    )
    assert only_cell(data) == SheetCell("2024-01-31", dated=True)


def test_a_comment_beside_a_text_is_none_of_it() -> None:
    note = "<office:annotation><text:p>catatan</text:p></office:annotation><text:p>a</text:p>"
    assert only_cell(ods_cell('office:value-type="string"', note)) == SheetCell("a")


LETTER = '<table:table-cell office:value-type="string"{0}><text:p>x</text:p></table:table-cell>'


def test_what_opendocument_repeats_is_there_as_often() -> None:
    row = f'<table:table-row table:number-rows-repeated="2">{LETTER.format("")}'
    row += LETTER.format(' table:number-columns-repeated="2"') + "</table:table-row>"
    data = ods_of(f"<table:table>{row}</table:table>")
    assert shown(read_book(data, "t.ods")) == [["x", "x", "x"], ["x", "x", "x"]]


def test_a_million_empty_rows_and_columns_are_nothing() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = f"<table:table-row>{LETTER.format('')}{empty}</table:table-row>"
    rows += f'<table:table-row table:number-rows-repeated="1048575">{empty}</table:table-row>'
    assert shown(read_book(ods_of(f"<table:table>{rows}</table:table>"), "t.ods")) == [["x"]]


def test_a_million_filled_rows_are_refused_before_they_fill_the_memory() -> None:
    row = f'<table:table-row table:number-rows-repeated="1048575">{LETTER.format("")}'
    row += LETTER.format(' table:number-columns-repeated="9"') + "</table:table-row>"
    data = ods_of(f'<table:table table:name="Data">{row}</table:table>')
    assert "lembar `Data`: isinya sampai sel `J1048575`" in refusal(data)


def test_what_is_merged_or_hidden_in_opendocument_is_told() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    wide = LETTER.format(' table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    rows = f"<table:table-row>{wide}</table:table-row>"
    rows += f'<table:table-row table:visibility="filter">{LETTER.format("")}</table:table-row>'
    rows += f"<table:table-row>{LETTER.format('') * 2}</table:table-row>"
    unseen = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta2">{unseen}</style:style>'
    secret = f'<table:table table:style-name="ta2">{rows}</table:table>'
    data = ods_of(f"<table:table>{columns}{rows}</table:table>{secret}", style)
    first, second = read_book(data, "t.ods").grids
    assert first.merged == (MergedArea(0, 0, 0, 1),)
    assert (first.hidden_rows, first.hidden_columns) == ({1}, {1})
    assert (first.hidden, second.hidden) == (False, True)


# Text


@pytest.mark.parametrize(
    ("encoding", "lead", "said"),
    [
        ("utf-8", b"", []),
        ("utf-8-sig", b"", []),
        ("utf-16", b"", ["UTF-16"]),
        ("utf-16-le", b"", ["UTF-16"]),
        ("utf-16-be", b"", ["UTF-16"]),
        ("utf-16-be", b"\xfe\xff", ["UTF-16"]),
        ("cp1252", b"", ["Windows-1252"]),
    ],
)
def test_text_is_read_in_whatever_encoding(encoding: str, lead: bytes, said: list[str]) -> None:
    book = read_book(lead + "Desa;Luas (km²)\r\nDadap;5\r\n".encode(encoding), "t.csv")
    assert shown(book) == [["Desa", "Luas (km²)"], ["Dadap", "5"]]
    assert [line.split(",")[0] for line in told(book)] == [f"Dibaca sebagai {it}" for it in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1,5\t2;3\n", [["a", "b"], ["1,5", "2;3"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ('"a;b",c\n"d;e",f\n', [["a;b", "c"], ["d;e", "f"]]),
        ('a,"b\nc"\n1,2\n', [["a", "b\nc"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a\0,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("sep=;\na,b;c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
        ("sep=^\na^c\n1^2\n", [["a", "c"], ["1", "2"]]),
        ('a,b\n5" pipa,2\n', [["a", "b"], ['5" pipa', "2"]]),
    ],
)
def test_cells_are_parted_by_what_parts_the_table(text: str, expected: list[list[str]]) -> None:
    assert shown(read_book(text.encode(), "t.csv")) == expected


@pytest.mark.parametrize("lines", [1, 2])
def test_commas_of_a_letterhead_part_no_table(lines: int) -> None:
    text = "Kota A, Provinsi B\n" * lines + "a;b\nx;1,5\ny;2,5\n"
    assert shown(read_book(text.encode(), "t.csv"))[-1] == ["y", "2,5"]


def test_the_separator_is_told_where_another_would_part_as_well() -> None:
    book = read_book(b"Desa;Nilai\nDadap;1,5\nDuku;2,5\n", "t.csv")
    assert told(book) == ["Kolom dipisahkan oleh titik koma (;), bukan oleh koma (,)."]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,2\n"x,3\n4,5\n', 3),
        ('a,b\n"x\ny",2\n"z"w,3\n', 4),
        ('sep=,\na,b\n"x,3\n', 3),
    ],
)
def test_quotes_without_a_pair_are_named_by_line(text: str, line: int) -> None:
    assert f"tidak dapat dibaca mulai baris {line}: ada tanda kutip" in refusal(text.encode())


@pytest.mark.parametrize(
    ("text", "rows", "row"),
    [
        ("Desa,Nilai\nDadap,1,5\nDuku,2,5\n", "baris 2", "Dadap,1,5"),
        ("Desa,Nilai\nDadap,2\nDuku,2,5\n", "baris 3", "Duku,2,5"),
        ("Judul\n\nDesa,A,B\nDadap,1,5,2,25\n", "baris 4", "Dadap,1,5,2,25"),
        ("Nilai\n1,5\n2,5\n", "baris 2", "1,5"),
        ("Desa,Nilai\nDadap,1,234\n", "baris 2", "Dadap,1,234"),
    ],
)
def test_commas_that_parted_figures_are_refused(text: str, rows: str, row: str) -> None:
    said = refusal(text.encode(), "t.csv")
    assert f"t.csv, {rows}: koma di dalam angka ikut memisahkan kolom (`{row}` menjadi" in said


@pytest.mark.parametrize(
    "text",
    [
        "Dinas A\nDesa,2022,2023\nDadap,10,20\n",
        "Kota A, Provinsi B\nNo,Desa,L,P\n1,Dadap,10,20\n",
        "Desa,Jumlah\n,2022,2023\nDadap,10,20\n",
        "Desa,Jumlah\nDadap,5\n\nTahun,L,P\n2023,10,20\n",
        "Desa,2023\nBagian utara\nDadap,5\nBagian selatan\nDuku,7\n",
    ],
    ids=["kop", "kop-berkoma", "kepala-bertingkat", "dua-tabel", "bagian"],
)
def test_lines_of_other_widths_are_no_parted_figures(text: str) -> None:
    assert read_book(text.encode(), "t.csv").grids[0].filled


def test_lines_wider_than_most_are_told() -> None:
    book = read_book(b"Desa,Jumlah\nDadap,5\nDuku,7\nSumber: A, B, dan C\n", "t.csv")
    assert told(book) == [
        "Isi baris 4 terbagi menjadi lebih dari 2 sel, lebih banyak daripada kebanyakan baris. "
        "Bila pemisah kolom di situ termasuk kalimat, apit kalimatnya dengan tanda kutip."
    ]


# Web pages


def page(body: str) -> Book:
    return read_book(f"<html><body>{body}</body></html>".encode(), "t.xls")


def test_every_table_of_a_page_is_a_sheet() -> None:
    one, other = "<table><tr><td>a</table>", "<table><caption>Desa</caption><tr><th>b</table>"
    book = page(f"{one}<table></table>{other}")
    assert [grid.name for grid in book.grids] == ["Tabel 1", "Desa"]
    assert shown(book, 1) == [["b"]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td>1.234", SheetCell("1.234")),
        ("<td> a\n b<br>c", SheetCell("a b\nc")),
        (
            "<td>a<script>x()</script><span style='display:none'>y<span>z</span></span>b",
            SheetCell("ab"),
        ),
        ("<td>R&amp;D&nbsp;2", SheetCell("R&D 2")),
        ('<td x:num="0.125">12,5%', SheetCell(number=Decimal("12.5"), mark="%")),
        ('<td x:num="12.5">12,5%', SheetCell(number=Decimal("12.5"), mark="%")),
        ('<td x:num="1500">Rp 1.500', SheetCell(number=Decimal(1500), mark="Rp")),
        ('<td x:num="7">0007', SheetCell("0007")),
        ("<td x:num>12", SheetCell(number=Decimal(12))),
        ('<td x:num="45322">31/01/2024', SheetCell("31/01/2024")),
        ('<td sdval="1234.5">1.234,50', SheetCell(number=Decimal("1234.5"))),
        (
            '<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234.5}">1.234,50',
            SheetCell(number=Decimal("1234.5")),
        ),
    ],
)
def test_a_cell_of_a_page_is_what_it_shows(cell: str, expected: SheetCell) -> None:
    assert only_cell(f"<table><tr>{cell}</table>".encode()) == expected


def test_spans_of_a_page_are_merged_cells() -> None:
    body = "<tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f"
    grid = page(f"<table>{body}</table>").grids[0]
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["a", "b", "", "c"],
        ["", "d", "e", "f"],
    ]
    assert set(grid.merged) == {MergedArea(0, 0, 1, 0), MergedArea(0, 1, 0, 2)}


def test_what_a_page_does_not_show_is_hidden() -> None:
    rows = "<tr><td>a<td style='display:none'>b<tr hidden><td>c<td style='display: none'>d"
    grid = page(f"<table>{rows}<tr><td>e</table>").grids[0]
    assert (grid.hidden_rows, grid.hidden_columns) == ({1}, {1})


def test_a_table_within_a_cell_is_a_sheet_of_its_own() -> None:
    book = page("<table><tr><td>Kop<table><tr><td>a<td>b</table>surat</table>")
    assert [shown(book, at) for at in (0, 1)] == [[["Kopsurat"]], [["a", "b"]]]


def test_a_page_says_itself_of_which_letters_it_is() -> None:
    data = '<meta charset="windows-1252"><table><tr><td>km²</table>'.encode("cp1252")
    assert (only_cell(data).text, told(read_book(data, "t"))) == ("km²", [])


def test_a_page_with_its_parts_in_one_file_is_read() -> None:
    assert shown(read_book(mht_of("<table><tr><td>km²<td>5</table>".encode()), "t.xls")) == [
        ["km²", "5"]
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"Desa\tJumlah\r\nDadap\t5\r\n",
        b"Desa,Jumlah\nDadap,5\n",
        html([["Desa", "Jumlah"], ["Dadap", 5]]),
        b"Version:0.9\r\nStartHTML:00000097\r\n" + html([["Desa", "Jumlah"], ["Dadap", 5]]),
        b'<meta name="generator" content="Sheets"/><style>td{}</style>'
        + html([["Desa", "Jumlah"], ["Dadap", 5]]),
    ],
    ids=["tab", "csv", "html", "windows", "sheets"],
)
def test_what_is_pasted_is_read(data: bytes) -> None:
    assert shown(read_pasted(data)) == [["Desa", "Jumlah"], ["Dadap", "5"]]


# Refusals


def container(*streams: str) -> bytes:
    """An old office file with streams of these names in its directory."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


LOCKED_OLD = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0) + struct.pack(
    "<HH6x", 0x2F, 6
)
"""The beginning of an .xls, and the record that says that the rest is encrypted."""


WHOLE_ARCHIVE = packed({"[Content_Types].xml": "spreadsheetml"})
SHIFTED = WHOLE_ARCHIVE[:4] + WHOLE_ARCHIVE[20:]
"""Nothing lies where the list at its end says."""
UNKNOWN = "bukan berkas Excel, CSV, atau halaman web"
XML_WORKBOOK = (
    b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "t.xlsx kosong. Salin atau unduh ulang"),
        (b" \r\n\0", "t.xlsx kosong. Salin atau unduh ulang"),
        (xlsx([[]]), "kosong: tidak ada sel yang berisi"),
        (xls([]), "kosong: tidak ada sel yang berisi"),
        (ods_of("<table:table/>"), "kosong: tidak ada sel yang berisi"),
        (container("EncryptionInfo", "EncryptedPackage"), "Enkripsi dengan Kata Sandi, kosongkan"),
        (LOCKED_OLD, "Enkripsi dengan Kata Sandi, kosongkan"),
        (ods_of("", manifest="<encryption-data/>"), "hilangkan centang “Simpan dengan kata sandi”"),
        (container("Workbook"), "berkas Excel lama (.xls) yang rusak atau terlalu tua"),
        (container("WordDocument"), "dokumen Word"),
        (packed({"[Content_Types].xml": "", "word/document.xml": ""}), "dokumen Word"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "a": ""}), "dokumen Word"),
        (b"{\\rtf1 a}", "tekan Ctrl+C, tempel di lembar Excel kosong"),
        (packed({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "Excel biner (.xlsb)"),
        (packed({"Index/Document.iwa": ""}), "pilih File, Ekspor Ke, Excel"),
        (packed({"data.xlsx": ""}), "pilih Ekstrak Semua"),
        (b"Rar!\x1a\x07", "pilih Ekstrak Semua"),
        (b"%PDF-1.7\n", "adalah PDF"),
        (b"\x89PNG\r\n\x1a\n", "adalah gambar"),
        (b"\xff\xd8\xff\xe0", "adalah gambar"),
        (XML_WORKBOOK, "lembar kerja XML"),
        (b"<?xml version='1.0'?><data><a>1,2</a></data>", UNKNOWN),
        (b'{"a": [1, 2]}', UNKNOWN),
        (b'{"doc_id": "x"}', "hanya berisi alamat lembar Google"),
        (bytes(range(256)) * 4, UNKNOWN),
        (b"<html><frameset></frameset></html>", "halaman web tanpa tabel"),
        (b"Yth. Bapak dan Ibu\ndi tempat\n", "pilih Data, Teks ke Kolom"),
        (xlsx([["a"]])[:-30], "isinya rusak atau terpotong"),
        (SHIFTED, "isinya rusak atau terpotong"),
        (with_part(xlsx([["a"]]), SHEET, lambda part: part[:-9]), "isinya rusak atau terpotong"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_way_out(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_a_workbook_of_pictures_is_told_from_an_empty_one() -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Grafik").add_chart(openpyxl.chart.BarChart())
    assert "hanya berisi gambar atau grafik" in refusal(saved(book))


def test_a_file_that_is_too_large_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(formats, "MOST_BYTES", 3)
    (tmp_path / "t.csv").write_bytes(b"a;b\n")
    with pytest.raises(Unusable, match="lebih besar dari 0 MB"):
        open_book(tmp_path / "t.csv")


def test_an_archive_that_would_fill_the_memory_is_not_unpacked() -> None:
    huge = b"<a>" + b" " * (archive._RATIO_COUNTS_FROM) + b"</a>"
    data = packed({"[Content_Types].xml": "spreadsheetml", "xl/workbook.xml": huge})
    assert "isinya menjadi terlalu besar bila dibongkar" in refusal(data)


def test_entities_that_multiply_are_stopped() -> None:
    levels = "".join(f'<!ENTITY e{at + 1} "{f"&e{at};" * 10}">' for at in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">{levels}]>'
    data = with_part(
        shared_xlsx([["a"]]), "xl/sharedStrings.xml", lambda part: bomb + "<a>&e9;</a>"
    )
    assert "isinya rusak" in refusal(data)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(Unusable) as refused:
        open_book(Path("tidak-ada.xlsx"))
    assert str(refused.value) == (
        "tidak-ada.xlsx tidak dapat dibaca: tidak ada. Periksa nama berkas dan nama foldernya."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="itu folder, bukan berkas"):
        open_book(tmp_path)


# Whatever the bytes are, nobody sees a traceback

WHOLE = [
    *(write([["Desa", "Jumlah"], ["Dadap", 5], ["Duku", 1.5]]) for write in WRITERS.values()),
    (OLD / "ciri.xls").read_bytes(),
]


WORKBOOK = shared_xlsx([["Desa", "Jumlah"], ["Dadap", 5], ["Duku", 1.5]])


def is_book_or_refusal(data: bytes) -> bool:
    try:
        return isinstance(read_book(data, "t"), Book)
    except Unusable as refused:
        return bool(str(refused))


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\x09\x08\x10\0", b"<table>"])
)
def test_any_bytes_are_a_book_or_a_refusal(data: bytes, lead: bytes) -> None:
    assert is_book_or_refusal(lead + data)


@given(st.sampled_from(WHOLE), st.data())
def test_damaged_files_are_a_book_or_a_refusal(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    places = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(places, max_size=8)):
        damaged[at] = value
    assert is_book_or_refusal(bytes(damaged))


@given(
    st.sampled_from(["xl/workbook.xml", SHEET, "xl/styles.xml", "xl/sharedStrings.xml"]), st.data()
)
def test_damaged_parts_are_a_book_or_a_refusal(name: str, data: st.DataObject) -> None:
    """Within a ZIP its checksums would catch most damage before any reader sees it."""

    def change(part: str) -> str:
        at = data.draw(st.integers(0, len(part)))
        upto = data.draw(st.integers(at, min(len(part), at + 20)))
        return part[:at] + data.draw(st.text('0-9<>/"rvA é', max_size=5)) + part[upto:]

    assert is_book_or_refusal(with_part(WORKBOOK, name, change))
