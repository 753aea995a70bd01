"""Whose names are shown: one rule, to which every place refers that shows or withholds some."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import ppid
from profil_terbuka.model import Dataset
from profil_terbuka.model.messages import message
from profil_terbuka.model.registers import EXEMPT_INFORMATION
from profil_terbuka.words.catalogues import text
from support import ROOT, records

RULE = text(message("ppid.rule-of-names"))
LINK = "ppid/data-pribadi/index.md#nama"
SHOWN = {"kepala-dinas", "tim-penyusun"}
"""Datasets with names of people: who led the agency, who answers for its book."""
OF_INSTITUTIONS = {"fasilitas", "gedung", "karang-taruna", "lks", "panti-asuhan", "puskesos"}
PERSONAL = {"nama", "nama_pengurus"}


def exempt_rows(slug: str) -> list[dict[str, str]]:
    table = ROOT / f"datasets/{slug}/{EXEMPT_INFORMATION}/{EXEMPT_INFORMATION}.csv"
    return records(table.read_bytes())


def named_people(dataset: Dataset) -> bool:
    """Whether it has a column of names that is about no institution."""
    columns = {field.name for table in dataset.tables for field in table.schema.fields}
    return bool(columns & PERSONAL) and dataset.slug not in OF_INSTITUTIONS


@pytest.mark.parametrize("slug", AGENCIES)
def test_names_stand_only_where_the_rule_shows_them(slug: str) -> None:
    assert {item.slug for item in catalog_of(slug).datasets if named_people(item)} <= SHOWN


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_page_states_the_rule(slug: str) -> None:
    notice, _ = ppid.personal_data_pages(catalog_of(slug))
    assert RULE in notice.html
    assert 'id="nama"' in notice.html


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_withheld_name_is_withheld_by_the_rule(slug: str) -> None:
    rows = [row for row in exempt_rows(slug) if row["kolom"] in PERSONAL]
    assert rows
    for row in rows:
        said = f"Aturan nama orang: {RULE[:1].lower()}{RULE[1:]}"
        assert row["alasan"].startswith(said), row["nomor"]


def test_names_are_withheld_on_one_ground_in_every_agency() -> None:
    rows = [row for slug in AGENCIES for row in exempt_rows(slug) if row["kolom"] in PERSONAL]
    assert len({row["dasar_hukum"] for row in rows}) == 1


def test_the_list_of_the_law_recommends_what_the_rule_says() -> None:
    law = records((ROOT / "datasets/acuan/kewajiban/kewajiban.csv").read_bytes())
    (row,) = [row for row in law if row["id"] == "pdp-terap-nama-petugas"]
    assert row["butir"].startswith("Nama petugas lapangan tidak ditayangkan, menurut aturan nama")


@pytest.mark.parametrize("slug", AGENCIES)
def test_no_text_of_an_agency_has_a_basis_of_its_own(slug: str) -> None:
    """Pages that speak of names shown or withheld lead to the rule."""
    speaking = re.compile(r"\b[Nn]ama\b[^.|]{0,60}\b(tidak diterbitkan|tayang|ditahan)\b")
    pages = sorted((ROOT / "docs" / slug).rglob("*.md"))
    found = [path for path in pages if speaking.search(path.read_text("utf-8"))]
    assert {path.parent.name for path in found} >= {"organisasi", "profil", "tentang-buku"}
    for path in found:
        assert LINK in path.read_text("utf-8"), path.relative_to(ROOT)


@pytest.mark.parametrize("slug", AGENCIES)
def test_pages_that_show_names_lead_to_the_rule(slug: str) -> None:
    shows = re.compile(r"\{\{ (?:daftar|tabel): (?:kepala-dinas|tim-penyusun)\b")
    shown = [path for path in pages_of(slug) if shows.search(path.read_text("utf-8"))]
    assert shown
    assert [path for path in shown if LINK not in path.read_text("utf-8")] == []


def pages_of(slug: str) -> list[Path]:
    return sorted((ROOT / "docs" / slug).rglob("*.md"))
