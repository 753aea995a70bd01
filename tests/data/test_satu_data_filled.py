"""What Satu Data Indonesia asks of both agencies' data: how much of it is told, and by what."""

from __future__ import annotations

import csv
import io
from functools import cache

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.catalogues.entries import CatalogueEntry
from profil_terbuka.catalogues.parties import region
from profil_terbuka.catalogues.satu_data import activity, table
from profil_terbuka.catalogues.satu_data.form_book import FormEntry
from profil_terbuka.catalogues.satu_data.indicators import indicators_of
from profil_terbuka.catalogues.satu_data.variables import variables_of
from profil_terbuka.model import Role
from profil_terbuka.read.meanings import meanings

OPEN = "belum"
COUNTS = {"pontianak": (97, 15), "palangka-raya": (109, 20)}
"""Rows of variables, and indicators: of some 350 columns each, so that nobody counts them all."""
ALL_TOLD = (
    "konsep",
    "definisi",
    "klasifikasi",
    "ukuran",
    "satuan",
    "aturan_validasi",
    "referensi_pemilihan",
    "referensi_waktu",
    "kode_referensi",
    "rilis_berikutnya",
)
LEAST_ANSWERED = 25
"""Of the 66 questions about the activity: the others only the agency can answer."""


@cache
def rows_of(slug: str) -> list[dict[str, str]]:
    known = catalog_of(slug)
    entries = [
        CatalogueEntry(item, known.agency, region(item.coverage.region, known), ())
        for item in known.datasets
    ]
    return list(csv.DictReader(io.StringIO(table.metadata(known, entries).decode())))


def variables(slug: str) -> list[dict[str, str]]:
    return [row for row in rows_of(slug) if row["jenis"] == "variabel"]


@pytest.mark.parametrize("slug", AGENCIES)
def test_variables_are_counted_honestly(slug: str) -> None:
    known = catalog_of(slug)
    assert (len(variables(slug)), len(indicators_of(known))) == COUNTS[slug]
    columns = sum(len(one.schema.fields) for item in known.datasets for one in item.tables)
    assert len(rows_of(slug)) == len(known.datasets) + columns


@pytest.mark.parametrize("slug", AGENCIES)
@pytest.mark.parametrize("column", ALL_TOLD)
def test_every_variable_tells(slug: str, column: str) -> None:
    lacking = [
        (row["tabel"], row["nama"])
        for row in variables(slug)
        if not row[column] or row[column].startswith(OPEN)
    ]
    assert lacking == []


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_measure_is_a_variable_or_said_to_be_none(slug: str) -> None:
    known = catalog_of(slug)
    told = {(one.dataset.slug, one.table.name, one.field.name) for one in variables_of(known)}
    spoken_of = meanings(known.reference)
    for dataset in known.datasets:
        for one in dataset.tables:
            for field in one.schema.with_role(Role.MEASURE):
                place = (dataset.slug, one.name, field.name)
                assert place in told or (slug, *place) in spoken_of


@pytest.mark.parametrize("slug", AGENCIES)
def test_whatever_is_spoken_of_is_there(slug: str) -> None:
    known = catalog_of(slug)
    there = {
        (slug, item.slug, one.name, field.name)
        for item in known.datasets
        for one in item.tables
        for field in one.schema.fields
    }
    own = {place for place in meanings(known.reference) if place[0] == slug}
    assert own
    assert own <= there


def test_every_meaning_is_used() -> None:
    reference = catalog_of(AGENCIES[0]).reference
    package = next(item for item in reference if item.slug == "variabel")
    used = set(package.table("variabel-kolom").column("variabel"))
    assert set(package.main.column("variabel")) == used


@pytest.mark.parametrize("slug", AGENCIES)
def test_what_can_be_told_of_the_activity_is_told(slug: str) -> None:
    known = catalog_of(slug)
    sections = activity.activity_sections(known, variables_of(known))
    entries: list[FormEntry] = [entry for section in sections for entry in section.entries]
    assert len(entries) == 66
    assert sum(bool(entry.told) for entry in entries) >= LEAST_ANSWERED


def test_the_steward_of_each_city_is_what_its_agency_says() -> None:
    told = {slug: {row["walidata"] for row in rows_of(slug)} for slug in AGENCIES}
    assert told["pontianak"] == {
        "Dinas Komunikasi dan Informatika Kota Pontianak (belum dibenarkan instansi)"
    }
    assert told["palangka-raya"] == {"belum ditetapkan; pemerintah daerah yang menetapkan walidata"}
