"""How a test writes a file of each kind that can be imported: rows of values to bytes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape

import openpyxl
import xlsxwriter

Rows = Sequence[Sequence[object]]


def xlsx(rows: Rows, styles: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet; `styles` are number formats by place."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for place, style in (styles or {}).items():
        book.active[place].number_format = style
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook of openpyxl."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def shared_xlsx(rows: Rows) -> bytes:
    """A workbook whose texts lie in a part of their own, as Excel keeps them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Data")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return file.getvalue()


def xls(rows: Rows) -> bytes:
    """The same as Excel 2 kept it: bare records, nothing around them."""
    records = [_record(0x09, struct.pack("<HH", 2, 0x10))]
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HH3x", at, column)
            if isinstance(value, str):
                text = value.encode("cp1252")
                records.append(_record(0x04, place + bytes([len(text)]) + text))
            elif isinstance(value, int | float):
                records.append(_record(0x03, place + struct.pack("<d", value)))
    return b"".join([*records, _record(0x0A, b"")])


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def ods(rows: Rows) -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    cells = ("".join(map(_ods_cell, row)) for row in rows)
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return ods_of(f'<table:table table:name="Data">{lines}</table:table>')


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        text = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"


def ods_of(tables: str, styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument spreadsheet with these tables and automatic styles."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {spaces}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    listed = f"<manifest>{manifest}</manifest>"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": listed})


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            plain = name == "mimetype"  # so that it can be read without unpacking (ODF)
            archive.writestr(name, content, zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED)
    return file.getvalue()


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """An office file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return packed(parts | {name: change(parts[name].decode())})


def html(rows: Rows) -> bytes:
    """A web page with one table, as applications export it; its cells are text."""
    cells = ("".join(f"<td>{escape(_written(value))}</td>" for value in row) for row in rows)
    lines = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<html><body><table>{lines}</table></body></html>".encode()


def mht(rows: Rows) -> bytes:
    """The same in one file with all that belongs to it."""
    return mht_of(html(rows))


def mht_of(page: bytes) -> bytes:
    """A page as the only part of a web archive."""
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=sela\r\n\r\n"
        b"--sela\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page + b"\r\n--sela--\r\n"
    )


def csv(rows: Rows) -> bytes:
    """Text with commas."""
    return "".join(",".join(map(_written, row)) + "\n" for row in rows).encode()


def _written(value: object) -> str:
    return "" if value is None else str(value)


WRITERS: Mapping[str, Callable[[Rows], bytes]] = {
    ".xlsx": xlsx,
    ".xls": xls,
    ".ods": ods,
    ".mht": mht,
    ".html": html,
    ".csv": csv,
}
"""By how such a file is usually called."""
