"""A number is found whatever carries it into the repository: keys, comments, names, packages."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from profil_terbuka import pipeline
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.report import paragraph
from support import change

NIK = "9199993102900001"
AGENCY = "datasets/contoh"
PAGES = "docs/contoh"
PACKED = base64.b64encode(f"NIK {NIK}".encode()).decode()
END = "{{ grafik: penerima/per-kecamatan }}\n"
Carrier = Callable[[Path], None]


def file(name: str, content: str | bytes) -> Carrier:
    def put(root: Path) -> None:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    return put


def line(text: str) -> Carrier:
    """A line at the end of the page."""
    return lambda root: change(root / PAGES / "index.md", END, f"{END}\n{text}\n")


def edit(name: str, old: str, new: str) -> Carrier:
    return lambda root: change(root / name, old, new)


def packed(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = ""
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def svg(content: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>'


RUNS = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("919999", "310290", "0001"))
CARRIERS = {
    "json-kunci": file(f"{AGENCY}/x.json", json.dumps({NIK: 1})),
    "json-bilangan": file(f"{AGENCY}/x.json", json.dumps([[{"a": int(NIK)}]])),
    "json-pecahan": file(f"{AGENCY}/x.json", f'{{"a": {NIK}.0}}'),
    "json-rusak": file(f"{AGENCY}/x.json", f'{{"a": "{NIK}'),
    "json-lolosan": file(f"{AGENCY}/x.json", r'{"a": "\u0039199993102900001"}'),
    "json-base64": file(f"{AGENCY}/x.json", json.dumps({"a": PACKED})),
    "yaml-komentar": edit(f"{AGENCY}/instansi.yml", "nama:", f"# {NIK}\nnama:"),
    "yaml-pecahan": file(f"{AGENCY}/x.yml", "a: 9.199993102900001e15\n"),
    "teks-gambar": line(f"![{NIK}](x.png)"),
    "judul-tautan": line(f'[x](https://contoh.go.id "{NIK}")'),
    "alamat-tautan": line(f"[x][1]\n\n[1]: https://contoh.go.id/{NIK}"),
    "catatan-kaki": line(f"x[^1]\n\n[^1]: {NIK}"),
    "komentar-html": line(f"<!-- {NIK} -->"),
    "huruf-tebal": line("919999**310290**0001"),
    "garis-miring-terbalik": line(r"919999\-310290\-0001"),
    "tag-di-tengah": line("919999<b>310290</b>0001"),
    "ganti-baris": line("919999<br>310290<br>0001"),
    "entitas": line("&#57;199993102900001"),
    "tabel-markdown": line("| a | b | c |\n|---|---|---|\n| 919999 | 310290 | 0001 |"),
    "kode": line(f"```\n{NIK}\n```"),
    "kepala-halaman": edit(f"{PAGES}/index.md", "title: Beranda", f"title: Beranda {NIK}"),
    "svg-judul": file(f"{PAGES}/x.svg", svg(f"<title>{NIK}</title>")),
    "svg-uraian": file(f"{PAGES}/x.svg", svg(f"<desc>{NIK}</desc>")),
    "svg-terputus": file(
        f"{PAGES}/x.svg", svg("<text><tspan>919999</tspan><tspan>3102900001</tspan></text>")
    ),
    "svg-cdata": file(f"{PAGES}/x.svg", svg(f"<text><![CDATA[{NIK}]]></text>")),
    "csv-kepala": file(f"{AGENCY}/x.csv", f"nama,{NIK}\na,1\n"),
    "csv-utf16": file(f"{AGENCY}/x.csv", f"nik\n{NIK}\n".encode("utf-16")),
    "csv-windows": file(f"{AGENCY}/x.csv", f"n\xe9\n{NIK}\n".encode("cp1252")),
    "csv-titik-koma": file(f"{AGENCY}/x.csv", "a;b;c\n919999;310290;0001\n"),
    "tsv": file(f"{AGENCY}/x.tsv", "a\tb\tc\n919999\t310290\t0001\n"),
    "tanpa-akhiran": file(f"{AGENCY}/catatan", NIK),
    "cadangan": file(f"{AGENCY}/x.csv.bak", NIK),
    "tersembunyi": file(f"{AGENCY}/.x", NIK),
    "nama-berkas": file(f"{AGENCY}/{NIK}.txt", "a"),
    "nama-folder": file(f"{AGENCY}/{NIK}/a.txt", "a"),
    "base64": file(f"{AGENCY}/x.txt", PACKED),
    "berpersen": file(f"{AGENCY}/x.txt", "%39199993102900001"),
    "surel": file(f"{AGENCY}/x.eml", "919999=\n310290=\n0001"),
    "gzip": file(f"{AGENCY}/x.csv.gz", gzip.compress(NIK.encode())),
    "zip": file(f"{AGENCY}/x.zip", packed(a__b=NIK)),
    "xlsx-sel": file(f"{AGENCY}/x.xlsx", workbook(["nik"], [int(NIK)])),
    "xlsx-berdampingan": file(
        f"{AGENCY}/x.xlsx", workbook(["a"] * 3, ["919999", "310290", "0001"])
    ),
    "docx-terputus": file(
        f"{AGENCY}/x.docx", packed(**{"word/document.xml": f"<w:p>{RUNS}</w:p>"})
    ),
    "biner-utf16": file(f"{AGENCY}/x.bin", b"\0\1" + NIK.encode("utf-16-le")),
}


@pytest.mark.parametrize("carrier", CARRIERS.values(), ids=list(CARRIERS))
def test_a_number_is_found_whatever_carries_it(carrier: Carrier, data: Path, cache: Cache) -> None:
    carrier(data)
    found = pipeline.examine(data, "contoh", cache).findings
    assert "data-pribadi-nik" in {finding.code.name for finding in found}
    assert not [finding for finding in found if NIK in paragraph(finding)]


def test_a_child_in_a_forgotten_workbook(data: Path, cache: Cache) -> None:
    file(f"{AGENCY}/x.xlsx", workbook(["nama", "umur"], ["Fulan", 12]))(data)
    found = pipeline.examine(data, "contoh", cache).findings
    assert {finding.code.name for finding in found} == {"data-pribadi-anak"}


FOREIGN = {
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
    "rtf": rb"{\rtf1 \'39199993102900001}",
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(100),
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(100),
    "gz": gzip.compress(NIK.encode())[:12],
}


@pytest.mark.parametrize(("suffix", "content"), FOREIGN.items(), ids=list(FOREIGN))
def test_a_kind_of_file_that_cannot_be_searched_is_refused(
    suffix: str, content: bytes, data: Path, cache: Cache
) -> None:
    file(f"{AGENCY}/x.{suffix}", content)(data)
    found = pipeline.examine(data, "contoh", cache).findings
    assert {finding.code.name for finding in found} == {"berkas-tidak-terperiksa"}
