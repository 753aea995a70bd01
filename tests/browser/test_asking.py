"""The information officer's pages in a browser: dates for any day, forms on paper, the banner."""

from __future__ import annotations

import csv
import datetime
import functools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from announcements import TABLE, add_register
from profil_terbuka.ppid.law.workdays import WorkCalendar, work_calendar
from profil_terbuka.read import catalog
from profil_terbuka.words import dates
from programs import run, well
from support import ROOT, OpenPage, Serve, Visit, change

PAGE = "pontianak/ppid/permohonan/"
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")


@functools.cache
def known() -> WorkCalendar:
    found = {dataset.slug: dataset.main for dataset in catalog.reference(ROOT)}
    return work_calendar(found["libur-nasional"])


def in_words(day: datetime.date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {dates.date(day.isoformat())}"


def answers(page: Page, day: str) -> list[str]:
    page.get_by_label("Permintaan diterima pada tanggal").fill(day)
    return page.locator(".hitung output").all_inner_texts()


def test_the_script_counts_like_the_table(open_page: OpenPage) -> None:
    page = open_page(PAGE, timezone_id="Pacific/Honolulu")
    day = datetime.date(2025, 12, 1)
    while day < datetime.date(2026, 10, 25):
        expected = [in_words(known().after(day, count).day) for count in (10, 17, 40)]
        assert answers(page, day.isoformat()) == expected
        day += datetime.timedelta(days=5)
    assert page.problems == []  # type: ignore[attr-defined]


def test_the_script_says_which_holidays_it_does_not_know(visit: Visit) -> None:
    page = visit(PAGE)
    first, second, _ = answers(page, "2026-12-21")
    assert first == "Rabu, 6 Januari 2027 atau sesudahnya (hari libur 2027 belum diisi)"
    assert "2027" in second
    for nonsense in ("", "1999-01-01"):
        assert answers(page, nonsense) == ["\N{EN DASH}"] * 3


def test_each_calculator_answers_for_itself(visit: Visit) -> None:
    page = visit("palangka-raya/ppid/keberatan/")
    page.get_by_label("Tanggapan tertulis atasan PPID diterima pemohon pada tanggal").fill(
        "2026-06-05"
    )
    found = page.locator(".hitung output").all_inner_texts()
    assert found == [
        *["\N{EN DASH}"] * 3,
        in_words(known().after(datetime.date(2026, 6, 5), 14).day),
        "\N{EN DASH}",
    ]


def test_without_script_there_is_a_table(open_page: OpenPage) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    expect(page.get_by_label("Permintaan diterima pada tanggal")).to_be_hidden()
    assert (
        page.get_by_role("region", name="Tenggat menurut hari kejadian").locator("tr").count() > 10
    )


@pytest.mark.parametrize("form", ["formulir-permohonan", "formulir-keberatan"])
def test_a_form_prints_on_one_sheet(open_page: OpenPage, form: str) -> None:
    page = open_page(f"pontianak/ppid/{form}/")
    page.emulate_media(media="print")
    for hidden in (".kepala", ".kaki", "h1", ".ppid-lain", ".hanya-layar"):
        assert page.locator(hidden).locator("visible=true").count() == 0, hidden
    assert page.get_by_text("tanda tangan").first.is_visible()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_a_form_takes_nothing_in(visit: Visit) -> None:
    page = visit("pontianak/ppid/formulir-permohonan/")
    assert page.locator("article").locator("form, input, textarea, select, button").count() == 0


@pytest.fixture
def flooded(project: Path) -> Path:
    """The invented agency's site while an announcement runs, built by itself."""
    add_register(project)
    table = project / TABLE
    change(table, "2024-11-20,2024-11-25", "2024-12-30,2025-01-03")
    rows = list(csv.reader(table.read_text("utf-8").splitlines()))
    rows[1][0] = "Banjir <b>rekaan</b> & angin"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    well(run(project, "-m mkdocs", "build", "-q", INSTANSI="contoh"))
    return project / "site" / "contoh"


def test_every_page_carries_the_announcement(
    open_page: OpenPage, flooded: Path, serve: Serve
) -> None:
    page = open_page("data/", address=serve(flooded))
    page.clock.install(time="2025-01-01T00:00:00Z")
    page.reload()
    banner = page.get_by_role("region", name="Pengumuman serta merta")
    expect(banner).to_contain_text("Banjir <b>rekaan</b> & angin")
    expect(banner).to_contain_text("mulai 30 Desember 2024 sampai 3 Januari 2025")
    banner.get_by_role("link").click()
    expect(page.locator("section:target h3")).to_have_text("Banjir <b>rekaan</b> & angin")
    assert page.problems == []  # type: ignore[attr-defined]
    without = [path for path in flooded.rglob("index.html") if "sematan" not in path.parts]
    assert all('class="pengumuman"' in path.read_text("utf-8") for path in without)
