"""The desk's pages of the real agencies, and the command that tells what is due."""

from __future__ import annotations

import csv
import datetime
import re
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import ppid
from profil_terbuka.ppid import ObligationState
from profil_terbuka.read import manuscripts
from profil_terbuka.web import markup
from support import ROOT

PAGES = ("", "dip/", "kepatuhan/", "monev/")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_evidence_link_arrives(built: Path, slug: str) -> None:
    """Nothing is claimed that the site does not show: each page and each place on it is there."""
    listed = [row for row in table(built / slug / "ppid/kepatuhan.csv") if row["bukti"]]
    assert listed
    for row in listed:
        for link in row["bukti"].split():
            path, anchor = urldefrag(link)
            file = built / slug / (f"{path}index.html" if path.endswith("/") else path)
            assert file.is_file(), (row["id"], link)
            if anchor:
                assert anchor in markup.read_markup(file.read_text("utf-8")).ids, (row["id"], link)


@pytest.mark.parametrize("slug", AGENCIES)
def test_page_shows_every_obligation_with_the_evidence_of_the_table(built: Path, slug: str) -> None:
    html = (built / slug / "ppid/kepatuhan/index.html").read_text("utf-8")
    for row in table(built / slug / "ppid/kepatuhan.csv"):
        start = html.index(f'id="{row["id"]}"')
        card = html[start : html.find('<li class="butir-', start)]
        assert f">{row['keadaan']}<" in card, row["id"]
        assert row["dasar"] in unescape(card)
        assert row["tingkat_bukti"] in unescape(card)
        for link in row["bukti"].split():
            assert f'href="../../{link}"' in card, (row["id"], link)


@pytest.mark.parametrize("slug", AGENCIES)
def test_what_is_missing_comes_first(built: Path, slug: str) -> None:
    html = (built / slug / "ppid/kepatuhan/index.html").read_text("utf-8")
    headings = re.findall(r'<h2 id="([a-z-]+)"', html)
    assert headings[:2] == ["kurang", "terlambat"]
    missing = [
        row for row in table(built / slug / "ppid/kepatuhan.csv") if row["keadaan"] == "Belum ada"
    ]
    assert len(missing) > 40
    assert all(row["perlu_diterbitkan"] and row["biasanya_dipegang"] for row in missing)


@pytest.mark.parametrize("slug", AGENCIES)
def test_books_alone_are_late_on_what_is_of_a_time(slug: str) -> None:
    found = catalog_of(slug)
    written, _ = manuscripts.read_manuscripts(ROOT, slug)
    openness = ppid.assess_openness(found, written, None, datetime.date(2026, 11, 22))
    assert openness
    assert openness.judged["perki-berkala-keuangan-lra"].state is ObligationState.LATE
    assert openness.judged["perki-berkala-keuangan-neraca"].state is ObligationState.MISSING
    assert openness.documents_in(ObligationState.NIL) == ()
    assert openness.documents_in(ObligationState.NOT_APPLICABLE) == ()


@pytest.mark.parametrize("slug", AGENCIES)
@pytest.mark.parametrize("page", ["", "kepatuhan/"])
def test_pages_state_three_counts_of_documents(built: Path, slug: str, page: str) -> None:
    html = (built / slug / "ppid" / page / "index.html").read_text("utf-8")
    said = re.findall(
        r"<li><b>([^<]+)</b>: (?:\d+ dari|belum satu pun dari) (\d+) dokumen terpenuhi", html
    )
    assert [title for title, _ in said] == [
        "Wajib diumumkan",
        "Wajib tersedia setiap saat",
        "Praktik baik",
    ]
    assert "butir yang wajib diumumkan" not in html


@pytest.mark.parametrize("slug", AGENCIES)
def test_no_score_and_no_article_that_nobody_verified(built: Path, slug: str) -> None:
    for page in PAGES:
        html = (built / slug / "ppid" / page / "index.html").read_text("utf-8")
        text = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
        assert not re.search(r"\b(skor|predikat|informatif)\b", text, re.IGNORECASE)
        assert not re.search(r"14/2008 Pasal (12|13|18|19|22|38)\b", text)
        assert not re.search(r"\d ?%", text)


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_dataset_with_rows_is_in_the_list(built: Path, slug: str) -> None:
    found = catalog_of(slug)
    links = {row["tautan"] for row in table(built / slug / "ppid/dip.csv")}
    registers = {
        "dokumen-ppid",
        "pernyataan-ppid",
        "informasi-dikecualikan",
        "penguasaan-informasi",
        "koreksi-kewajiban",
    }
    filled = {item.slug for item in found.datasets if any(one.rows for one in item.tables)}
    assert {f"data/{name}/" for name in filled - registers} <= links
    assert not {f"data/{name}/" for name in registers} & links


def test_menu_and_footer_lead_to_the_desk(built: Path) -> None:
    for slug in AGENCIES:
        html = (built / slug / "profil/index.html").read_text("utf-8")
        assert html.count('href="../ppid/"') == 2
