"""Every note in one list, the filters of the catalogue, the letter that asks for more."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from urllib.parse import unquote

import pytest

from profil_terbuka.check import CheckRecord
from profil_terbuka.model import Catalog, Coverage, InformationDesk, Note, NoteStatus, codes
from profil_terbuka.model.invented import REGION, invented_catalog, invented_dataset, invented_table
from profil_terbuka.reporting.quality_notes import all_notes, all_notes_csv, doubted_datasets
from profil_terbuka.web import notes_page as pages
from profil_terbuka.web.facets import facet_titles, facet_values
from profil_terbuka.web.quality import quality_section
from profil_terbuka.web.request_letter import request_letter


def note(name: str, status: NoteStatus) -> Note:
    return Note(name, "data", status, "=1", "1", f"Alasan {name}.", "Tim", "2026-11-22")


def known(*notes: Note) -> Catalog:
    rows = ((2023, 7, "u"), (2024, 8, "A"))
    table = invented_table("tahun, jumlah (orang), status", *rows)
    return invented_catalog(invented_dataset(table, notes=notes))


GRAVE_LAST = (
    note("a", NoteStatus.KEPT),
    note("b", NoteStatus.DOUBTFUL),
    note("c", NoteStatus.INVALID),
)


def test_the_gravest_notes_come_first() -> None:
    assert [item.note.name for item in all_notes(known(*GRAVE_LAST))] == ["c", "b", "a"]


def test_each_note_leads_to_its_place_on_the_page_of_its_dataset() -> None:
    catalog = known(*GRAVE_LAST)
    html = pages.notes_page(catalog.agency, all_notes(catalog), doubted_datasets(catalog)).html
    assert 'href="../../data/data/#catatan-c"' in html
    assert html.index("Alasan c.") < html.index("Alasan b.") < html.index("Alasan a.")
    assert "1 kumpulan data memuat nilai yang diragukan atau tidak sahih" in html


def test_the_file_holds_all_and_runs_nothing() -> None:
    catalog = known(*GRAVE_LAST)
    data = all_notes_csv(catalog.agency, all_notes(catalog)).decode()
    rows = list(csv.DictReader(io.StringIO(data)))
    assert [row["nama"] for row in rows] == ["c", "b", "a"]
    assert {row["tercetak"] for row in rows} == {"“=1”"}
    assert rows[0]["alamat"].endswith("data/data/#catatan-c")


def test_a_page_has_room_for_so_many_and_counts_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_NOTES", 2)
    catalog = known(*GRAVE_LAST)
    html = pages.notes_page(catalog.agency, all_notes(catalog), ()).html
    assert "Alasan a." not in html
    assert "1 catatan lagi ada di CSV" in html


def test_an_agency_without_notes_says_so() -> None:
    catalog = known()
    html = pages.notes_page(catalog.agency, (), ()).html
    assert "belum disertai catatan mutu" in html
    assert "Tidak ada baris yang ditandai" in html


def test_datasets_are_filtered_by_years_areas_and_state() -> None:
    columns = "tahun, kode_desa, desa, jumlah (orang), status"
    table = invented_table(columns, (2024, f"{REGION}.01.1001", "A", None, "i"))
    dataset = invented_dataset(table, coverage=Coverage(REGION, 2022, 2024))
    assert facet_values(dataset) == [
        ["Statistik"],
        ["2022", "2023", "2024"],
        ["seluruh kabupaten/kota", "menurut kelurahan/desa"],
        ["ada yang tidak sahih"],
    ]
    assert len(facet_titles()) == len(facet_values(dataset))
    assert len(facet_titles(subject=False)) == len(facet_values(dataset, subject=False))


def test_a_dataset_without_years_or_doubts_is_found_all_the_same() -> None:
    plain = invented_dataset(invented_table("desa, keterangan", ("A", "B")))
    assert facet_values(plain)[1:] == [[], ["seluruh kabupaten/kota"], ["tanpa catatan"]]


def test_the_letter_names_the_dataset_and_leaves_the_rest_open() -> None:
    catalog = known()
    agency = replace(catalog.agency, desk=InformationDesk(email="ppid@contoh.test"))
    letter = request_letter(catalog.datasets[0], agency)
    assert "kumpulan data “Data” edisi 1.0.0 (data/data/)" in letter.text
    assert "kumpulan data “Data”" in unquote(letter.address)
    assert letter.address.startswith("mailto:ppid@contoh.test?subject=")
    assert request_letter(catalog.datasets[0], catalog.agency).address == ""


def test_each_check_is_told_with_its_outcome() -> None:
    records = (
        CheckRecord(codes.JUMP, ran=2, passed=2),
        CheckRecord(codes.TOTAL_MISMATCH, ran=2, passed=1, acknowledged=1),
        CheckRecord(codes.UNITS_MIXED, ran=1),
    )
    html = quality_section(known().datasets[0], (), records)
    rows = [row for row in html.split("<tr>") if '<th scope="row">' in row]
    assert "melebihi batas" in rows[0]
    assert "tidak ditemukan" in rows[0]
    assert "ditemukan, dijelaskan oleh catatan mutu" in rows[1]
    assert "<b>ditemukan, belum dijelaskan</b>" in rows[2]
