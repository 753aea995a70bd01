"""The search index of the real agencies."""

from __future__ import annotations

from pathlib import Path

from agencies import AGENCIES, catalog_of
from profil_terbuka.publish import search


def test_a_built_site_has_the_index_and_the_page(built: Path) -> None:
    for folder in (built, *(built / slug for slug in AGENCIES)):
        assert (folder / "pagefind" / "pagefind-entry.json").is_file()
        page = (folder / "cari" / "index.html").read_text("utf-8")
        assert "memerlukan JavaScript" in page
        assert 'href="../data/"' in page
        assert not (folder / "search").exists()


def test_every_address_in_the_index_is_there(built: Path) -> None:
    for slug in AGENCIES:
        for record in search.records(catalog_of(slug)):
            path, _, anchor = record.address.partition("#")
            html = (built / slug / path / "index.html").read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in html, record.address
