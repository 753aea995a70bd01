"""Figure block, citation, embedded pages, dossier and cards, of the invented agency."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from profil_terbuka import pipeline
from profil_terbuka.citation import cite_dataset
from profil_terbuka.model import Catalog
from profil_terbuka.privacy.contents import searchable_parts
from profil_terbuka.privacy.pieces import Piece
from profil_terbuka.publish import verify
from profil_terbuka.read import catalog
from profil_terbuka.references import Unresolved
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import EmbedPage, embedded, markup
from profil_terbuka.web.assets import BARE_STYLE, TELL_HEIGHT, standalone_style
from profil_terbuka.web.cards import card
from profil_terbuka.words import numbers
from profil_terbuka.words.sentences import first_sentence
from support import BASE, page_of, written


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Written:
    """The invented agency's site as values."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return written(pipeline.examine(BASE, "contoh", cache), cache)


def text(made: pipeline.Written, name: str) -> str:
    return made.files[f"data/penerima/{name}"].decode()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pada 2024 seluruhnya 2.120 orang. Terbanyak A.", ("2.120 orang", "Terbanyak A.")),
        ("Terbanyak A (12,5 %). Paling sedikit B.", ("(12,5 %)", "Paling sedikit B.")),
        ("Terbanyak Yayasan St. Maria (5 anak).", ("St. Maria (5 anak)", "")),
    ],
)
def test_the_first_sentence_heads_a_figure(sentence: str, expected: tuple[str, str]) -> None:
    head, rest = first_sentence(sentence)
    assert head.endswith(expected[0])
    assert rest == expected[1]


# Citation


def test_a_citation_names_source_edition_and_address(made: pipeline.Written) -> None:
    dataset, agency = made.drawn.catalog.datasets[0], made.drawn.catalog.agency
    cited = cite_dataset(dataset, replace(agency, site_url="https://data.example.id/"))
    assert (
        cited.text
        == "Dinas Contoh, “Penerima bantuan per kecamatan”, data 2022\N{EN DASH}2024, edisi 1.0.0 "
        "(2 Januari 2026). Sumber: Buku Profil Dinas Contoh, bagian “TABEL PENERIMA”."
    )
    assert cited.address == "https://data.example.id/data/penerima/"
    alone = cite_dataset(dataset, replace(agency, site_url=None))
    assert (alone.address, alone.absolute) == ("data/penerima/", False)


def test_the_figure_quotes_its_sentence_and_offers_its_files(made: pipeline.Written) -> None:
    block = made.exhibits["penerima/per-kecamatan"]
    drawing = made.drawn.drawings["penerima"][0]
    assert block.count(first_sentence(drawing.sentence)[0]) >= 2  # heading and citation
    for name, size in (("svg", len(drawing.svg)), ("png", len(drawing.png))):
        assert f"per-kecamatan.{name}" in block
        assert numbers.size(size) in block
    assert "sematan/per-kecamatan/" in block
    assert "&lt;iframe src=&#34;" in block


# Embedded pages and dossier


def test_embedded_pages_stand_alone(made: pipeline.Written) -> None:
    assert text(made, "sematan/index.html") != text(made, "sematan/per-kecamatan/index.html")
    for name, home in (("sematan/", "../"), ("sematan/per-kecamatan/", "../../")):
        page = text(made, f"{name}index.html")
        links = markup.read_markup(page).links
        fetched = [link.target for link in links if link.fetched and link.target != "data:,"]
        assert {target.replace("../", "") for target in fetched} == {BARE_STYLE, TELL_HEIGHT}
        assert f"{home}#grafik-penerima-per-kecamatan" in {link.target for link in links}
        assert page.count("<script") == 1
    light, _, dark = standalone_style("#123456").partition("prefers-color-scheme: dark")
    for variable in ("--grafik-1:", "--md-default-fg-color:", "--fokus:"):
        assert variable in light
        assert variable in dark


def test_an_embedded_chart_that_cannot_be_drawn_any_more_is_a_table(made: pipeline.Written) -> None:
    dataset = made.drawn.catalog.by_slug["penerima"]
    pages = embedded(dataset, made.drawn.catalog.agency, (), EmbedPage(charts=False))
    page = pages["sematan/per-kecamatan/index.html"].decode()
    assert "<svg" not in page
    assert all(row[0] in page for row in dataset.main.cells)
    assert f"Edisi terbaru: {dataset.version}" in page


def test_a_dossier_holds_the_published_tables(made: pipeline.Written) -> None:
    page = text(made, "penerima-dosir.html")
    found = dict(re.findall(r'href="(data:text/csv[^"]*)" download="([^"]*)"', page))
    carried = {name: unquote_to_bytes(link.partition(",")[2]) for link, name in found.items()}
    names = ("penerima.csv", "penerima-total.csv", "catatan.csv")
    tables = {name: made.files[f"data/penerima/{name}"] for name in names}
    assert carried == tables
    for link in markup.read_markup(page).links:
        assert link.target.startswith(("#", "data:", "https://"))
        assert not link.fetched or link.target == "data:,"
    assert "<script" not in page


def test_dossiers_are_listed_with_their_size(made: pipeline.Written) -> None:
    assert "penerima-dosir.html" in page_of(made, "data/penerima/").html


def test_the_privacy_gate_reads_what_a_page_carries() -> None:
    table = base64.b64encode(b"nama,ho\nUtara,0812-0000-0000")
    page = b'<a href="data:text/csv;base64,%s" download="x.csv">x</a>' % table
    pieces = [item for item in searchable_parts("a.html", page) if isinstance(item, Piece)]
    assert ("0812-0000-0000", 2, "ho", "data.csv") in [
        (item.text, item.row, item.column, item.member) for item in pieces
    ]


@pytest.mark.parametrize(
    ("page", "target", "allowed"),
    [
        ("data/a/a-dosir.html", "data:text/csv;charset=utf-8,x%0A1%0A", True),
        ("data/a/a-dosir.html", "data:text/html,x", False),
        ("data/a/b-dosir.html", "data:text/csv;charset=utf-8,x%0A1%0A", False),
        ("data/a/index.html", "data:text/csv;charset=utf-8,x%0A1%0A", False),
    ],
)
def test_only_a_dossier_may_carry_tables(
    page: str, target: str, allowed: bool, tmp_path: Path
) -> None:
    file = tmp_path / "situs" / page
    file.parent.mkdir(parents=True)
    file.write_text(f'<!doctype html><a href="{target}">x</a>', "utf-8")
    found = verify.verify(tmp_path / "situs", {}, {}, Cache(tmp_path / "cache"))
    assert bool(found) is not allowed


# Cards


def test_a_card_tells_figure_unit_and_change() -> None:
    html = card("penerima", ["tahun=2024", "label=penerima & lain"], base())
    assert 'href="akar:/data/penerima/"' in html
    assert ">2.120 " in html
    assert "Penerima &amp; lain" in html
    assert "naik 6,5 % dari 2023" in html
    assert html.count("<svg") == html.count('aria-hidden="true"') == 1


def base() -> Catalog:
    found = catalog.load(BASE, "contoh").catalog
    assert found is not None
    return found


@pytest.mark.parametrize("options", [[], ["label="], ["label=a", "label=b"]])
def test_a_card_needs_a_label(options: list[str]) -> None:
    with pytest.raises(Unresolved, match="label="):
        card("penerima", ["tahun=2024", *options], base())
