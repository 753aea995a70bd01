"""What a spreadsheet would run is told from what only looks like it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka.downloads.package import notes_bytes
from profil_terbuka.read import catalog
from profil_terbuka.read.formulas import formulas_in_document, formulas_in_table, is_formula, quoted
from profil_terbuka.words import catalogues as words


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        " =1+1",
        "@SUM(A1)",
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "-A1",
        "- pada tahun itu",
        "--1+1",
        "+62-561-0000",
        "-5/2",
        "+(1)",
        "\t=1",
        "\uff1d1+1",
        "\uff20A1",
    ],
)
def test_runs(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "--",
        "-5",
        "-1.234,5",
        "+3",
        "-5%",
        "+62 561 0000",
        "a=1",
        "1+1",
        "-5 orang",
        "\u2013 a",
    ],
)
def test_is_only_shown(text: str) -> None:
    assert not is_formula(text)


def test_quotation_marks_only_where_needed() -> None:
    assert (quoted("@dinas"), quoted("-5")) == ("“@dinas”", "-5")


def test_every_text_of_a_document_is_looked_through() -> None:
    document = {
        "title": "=1",
        "aturan": [{"hubungan": "="}],
        "resources": [{"schema": {"fields": [{"name": "jumlah", "title": "+1+1"}]}}],
    }
    messages = [
        words.text(finding.message).partition(": ")[0]
        for finding in formulas_in_document(document, "x")
    ]
    assert messages == ["`title`", "kolom `jumlah` → `title`"]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_published_tables_are_read_cell_by_cell(delimiter: str) -> None:
    text = f'a{delimiter}b\n"x{delimiter} -y"{delimiter}-5\n1{delimiter}"=1+""a"""\n'
    assert [finding.place.row for finding in formulas_in_table(text, "x.csv")] == [3]


def test_what_a_note_quotes_is_not_run(data: Path) -> None:
    dataset = next(one for one in catalog.load(data, "contoh").catalog.datasets if one.notes)
    note = replace(dataset.notes[0], printed="@dinas")
    table = notes_bytes(replace(dataset, notes=(note,))).decode()
    assert next(csv.DictReader(io.StringIO(table)))["tercetak"] == "“@dinas”"
