"""The desk's pages of the real agencies, and the command that tells what is due."""

from __future__ import annotations

import csv
import datetime
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from profil_terbuka import ppid
from profil_terbuka.ppid.status import State
from profil_terbuka.read import catalog, manuscripts
from profil_terbuka.web import markup
from support import ROOT, Run, change

AGENCIES = catalog.agency_slugs(ROOT)
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
                assert anchor in markup.read(file.read_text("utf-8")).ids, (row["id"], link)


@pytest.mark.parametrize("slug", AGENCIES)
def test_page_shows_every_obligation_with_the_evidence_of_the_table(built: Path, slug: str) -> None:
    html = (built / slug / "ppid/kepatuhan/index.html").read_text("utf-8")
    for row in table(built / slug / "ppid/kepatuhan.csv"):
        start = html.index(f'id="{row["id"]}"')
        card = html[start : html.find('<li class="butir-', start)]
        assert f">{row['keadaan']}<" in card, row["id"]
        assert row["dasar"] in unescape(card)
        for link in row["bukti"].split():
            assert f'href="../../{link}"' in card, (row["id"], link)


@pytest.mark.parametrize("slug", AGENCIES)
def test_what_is_missing_comes_first(built: Path, slug: str) -> None:
    html = (built / slug / "ppid/kepatuhan/index.html").read_text("utf-8")
    headings = re.findall(r'<h2 id="([a-z-]+)"', html)
    assert headings[0] == "kurang"
    missing = [
        row for row in table(built / slug / "ppid/kepatuhan.csv") if row["keadaan"] == "Belum ada"
    ]
    assert len(missing) > 50
    assert all(row["perlu_diterbitkan"] and row["biasanya_dipegang"] for row in missing)


@pytest.mark.parametrize("slug", AGENCIES)
def test_books_alone_are_late_on_periodic_information(slug: str) -> None:
    found = catalog.load(ROOT, slug).catalog
    assert found
    written, _ = manuscripts.read_manuscripts(ROOT, slug)
    openness = ppid.assess(found, written, None, datetime.date(2026, 11, 22))
    assert openness
    assert openness.judged["perki-ss-org-statistik"].state is State.LATE
    assert openness.judged["perki-berkala-keuangan-neraca"].state is State.MISSING
    assert openness.counts[State.NIL] == openness.counts[State.NOT_APPLICABLE] == 0


@pytest.mark.parametrize("slug", AGENCIES)
def test_no_score_and_no_article_that_nobody_verified(built: Path, slug: str) -> None:
    for page in PAGES:
        html = (built / slug / "ppid" / page / "index.html").read_text("utf-8")
        text = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
        assert not re.search(r"\b(skor|predikat|informatif)\b", text, re.IGNORECASE)
        assert not re.search(r"14/2008 Pasal (12|13|18|19|22|36|37|38)\b", text)
        assert not re.search(r"\d ?%", text)


@pytest.mark.parametrize("slug", AGENCIES)
def test_every_dataset_with_rows_is_in_the_list(built: Path, slug: str) -> None:
    found = catalog.load(ROOT, slug).catalog
    assert found
    links = {row["tautan"] for row in table(built / slug / "ppid/dip.csv")}
    registers = {"dokumen-ppid", "pernyataan-ppid", "informasi-dikecualikan"}
    filled = {item.slug for item in found.datasets if any(one.rows for one in item.tables)}
    assert {f"data/{name}/" for name in filled - registers} <= links
    assert not {f"data/{name}/" for name in registers} & links


def test_menu_and_footer_lead_to_the_desk(built: Path) -> None:
    for slug in AGENCIES:
        html = (built / slug / "profil/index.html").read_text("utf-8")
        assert html.count('href="../ppid/"') == 2


@pytest.fixture
def desk(project: Path) -> Path:
    """The invented agency with reference packages and one dated page."""
    for folder in sorted((ROOT / "tests/bahan/acuan").iterdir()):
        shutil.copytree(folder, project / "datasets/acuan" / folder.name)
    change(
        project / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban: [perki-berkala-profil-alamat]\nkeadaan: 2026-11-01\n",
    )
    return project


def test_command_fails_a_year_later_and_tells_why(desk: Path, run: Run) -> None:
    now = run("kepatuhan.py", "--strict", "--tanggal", "2026-11-22")
    assert now.returncode == 0, now.stderr
    assert "perki-ss-renstra-renja" in now.stdout
    later = run("kepatuhan.py", "--strict", "--tanggal", "2027-11-22")
    assert later.returncode == 1
    assert "Terlambat (1):\n- perki-berkala-profil-alamat:" in later.stdout
    assert "Perbarui: informasi 1 November 2026." in later.stdout
    assert run("kepatuhan.py", "--tanggal", "2027-11-22").returncode == 0


def test_command_refuses_what_it_does_not_know(desk: Path, run: Run) -> None:
    assert run("kepatuhan.py", "dinas-lain").returncode == 2
    assert run("kepatuhan.py", "--tanggal", "22-11-2026").returncode == 2


def test_recording_keeps_the_list_for_the_next_comparison(desk: Path, run: Run) -> None:
    assert run("bangun.py").returncode == 0
    assert run("catat.py").returncode == 0
    kept = desk / "datasets/contoh/dip.json"
    assert kept.read_bytes() == (desk / "site/contoh/ppid/dip.json").read_bytes()
    change(desk / "docs/contoh/index.md", "title: Beranda\n", "title: Depan\n")
    again = run("bangun.py")
    assert again.returncode == 0, again.stderr
    html = (desk / "site/contoh/ppid/dip/index.html").read_text("utf-8")
    assert "Keterangannya berubah (1)" in html
    assert "<li>Depan</li>" in html


def test_titles_of_pages_cannot_break_out(desk: Path, run: Run) -> None:
    hostile = 'title: "<b onclick>&amp;</b>"\n'
    change(desk / "docs/contoh/index.md", "title: Beranda\n", hostile)
    done = run("bangun.py")
    assert done.returncode == 0, done.stderr
    for page in PAGES:
        html = (desk / "site/contoh/ppid" / page / "index.html").read_text("utf-8")
        assert "<b onclick" not in html
    listed = table(desk / "site/contoh/ppid/dip.csv")
    assert listed[0]["jenis"] == "<b onclick>&amp;</b>"
