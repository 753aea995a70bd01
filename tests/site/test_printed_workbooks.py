"""Every workbook of the sites on paper: one page wide, headings repeated, and legible."""

from __future__ import annotations

import datetime
import re
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import server_uji
from agencies import AGENCIES, catalog_of

LISTS = {"Rekap", "Petunjuk"}
"""Sheets that fit on a page or have no headings."""


def sheets(folder: Path) -> list[tuple[Path, Worksheet]]:
    found = [(path, openpyxl.load_workbook(path)) for path in sorted(folder.rglob("*.xlsx"))]
    return [(path, sheet) for path, book in found for sheet in book]


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_sheet_is_set_up_for_paper(slug: str, built: Path) -> None:
    there = sheets(built / slug)
    assert len({path.name for path, _ in there}) > 40
    for path, sheet in there:
        where = (path.name, sheet.title)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, where
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), where
        assert sheet.page_setup.paperSize in (8, 9), where
        footer = sheet.oddFooter
        assert "&P" in f"{footer.left.text}{footer.center.text}{footer.right.text}", where
        assert sheet.print_title_rows or sheet.title in LISTS, where


def test_days_are_days(built: Path) -> None:
    seen = 0
    for slug, dataset in ((own, one) for own in AGENCIES for one in catalog_of(own).datasets):
        columns = [field for field in dataset.main.schema.fields if field.type == "date"]
        if not columns:
            continue
        book = openpyxl.load_workbook(built / slug / "data" / dataset.slug / f"{dataset.slug}.xlsx")
        for field in columns:
            at = dataset.main.schema.position[field.name]
            lines = book["Data"].iter_rows(min_row=2)
            for row, line in zip(dataset.main.rows, lines, strict=False):
                if row[at] is not None and str(row[at]) >= "1900":
                    assert isinstance(line[at].value, datetime.datetime)
                    assert line[at].value.date().isoformat() == row[at]
                    seen += 1
    assert seen


def test_libreoffice_prints_one_of_each_kind(built: Path, tmp_path: Path) -> None:
    """Pages are as many as fit, and words of long cells are all there."""
    site = built / "pontianak"
    most = {
        "ppid/dip.xlsx": 6,
        "ppid/daftar-kerja.xlsx": 8,
        "ppid/monev.xlsx": 12,
        "ppid/register-permohonan.xlsx": 20,
        "ms-keg.xlsx": 12,
        "data/pkh/pkh.xlsx": 14,
    }
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    asked = [str(site / name) for name in most]
    command = [
        server_uji.found("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, *asked], check=True, capture_output=True)
    for name, limit in most.items():
        pdf = tmp_path / Path(name).with_suffix(".pdf").name
        told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
        (pages,) = re.findall(r"^Pages:\s+(\d+)", told.stdout, re.M)
        assert 1 <= int(pages) <= limit, name
    notes = catalog_of("pontianak").by_slug["pkh"].notes
    command = ["pdftotext", "-layout", str(tmp_path / "pkh.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    words = set(printed.split())
    for note in notes:
        assert set(note.reason.split()) <= words, note.name
