"""What a journalist comes for (T3 to T5c): a sum that is right, a number with its doubt, figures
beside those of others, all that is doubtful, and what has changed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from support import OpenPage, Visit

PKH = "pontianak/data/pkh/"
COPYING = ["clipboard-read", "clipboard-write"]
DOUBTFUL, INVALID, SOUND = (f"pkh.{year}.61.71.05.1004" for year in (2024, 2021, 2022))
"""The rows of Kelurahan Mariana."""
ONE_LINE = 'import pandas; print(pandas.read_csv("{}").groupby("kecamatan").jumlah.sum().to_json())'
BY_DISTRICT = {
    "Pontianak Barat": 2000 + 2319 + 2165 + 2525,
    "Pontianak Kota": 1173 + 1591 + 1518 + 1732,
    "Pontianak Selatan": 423 + 525 + 485 + 677,
    "Pontianak Tenggara": 456 + 477 + 440 + 523,
    "Pontianak Timur": 2120 + 2447 + 2178 + 2489,
    "Pontianak Utara": 2995 + 3258 + 3173 + 3395,
}
"""What the book prints as sums of the districts, without the invalid year 2021."""
with_and_without_scripts = pytest.mark.parametrize(
    "scripts", [True, False], ids=["script", "no-script"]
)


def quoted(page: Page, anchor: str) -> str:
    """The sentence that two clicks copy."""
    page.locator(f'[id="{anchor}"]').click(position={"x": 4, "y": 4})
    strip = page.get_by_role("group", name="Kutipan angka")
    strip.get_by_role("button", name="Salin").click()
    expect(strip.get_by_role("button", name="Tersalin")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_naive_sum_of_the_published_file_is_right(address: str) -> None:
    line = ONE_LINE.format(f"{address}/{PKH}pkh.csv")
    told = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    sums = {name: int(value) for name, value in json.loads(told.stdout).items()}
    assert sums == BY_DISTRICT
    assert sum(sums.values()) == 41_084


@pytest.mark.parametrize(
    ("anchor", "parts"),
    [
        (SOUND, ["Pontianak Kota, Mariana, 2022: 153 KPM. Dinas Sosial Kota Pontianak, “"]),
        (
            DOUBTFUL,
            [
                "Mariana, 2024: 161 KPM (diragukan). Catatan mutu: Agaknya angka-angka ini "
                "tertukar antarkelurahan. Dinas Sosial",
            ],
        ),
        (
            INVALID,
            [
                "Mariana, 2021: bukan angka yang dapat dipakai (tidak sahih); buku mencetak ",
                "Catatan mutu: Ini bukan data PKH: ",
            ],
        ),
    ],
    ids=["sound", "doubtful", "invalid"],
)
def test_two_clicks_copy_a_number_with_all_that_belongs_to_it(
    anchor: str, parts: list[str], open_page: OpenPage, address: str
) -> None:
    page = open_page(f"{PKH}#tabel", permissions=COPYING)
    sentence = quoted(page, anchor)
    for part in parts:
        assert part in sentence
    assert "edisi 1." in sentence
    assert "Sumber: Buku Profil Dinas Sosial Kota Pontianak Tahun 2024, bagian “" in sentence
    assert " teks sumber. " in sentence
    assert sentence.endswith(f"{address}/{PKH}#{anchor}")
    assert page.problems == []  # type: ignore[attr-defined]


def test_what_is_withheld_is_quoted_as_that(visit: Visit) -> None:
    page = visit("palangka-raya/data/ppks-data/#tabel")
    cells = page.locator("td.angka:not([data-n]):has(.status)")
    assert cells.count(), "nothing is withheld any more: choose another dataset"
    cells.first.click(position={"x": 4, "y": 4})
    strip = page.get_by_role("group", name="Kutipan angka").locator(".salinan")
    expect(strip).to_contain_text("tanpa angka (")


def click(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


@with_and_without_scripts
def test_a_topics_figure_leads_to_other_agencies(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("pontianak/organisasi/", java_script_enabled=scripts)
    click(page, "Sandingkan dengan instansi lain")
    page.wait_for_url("**/perbandingan/*/")
    for agency in ("Dinas Sosial Kota Pontianak", "Dinas Sosial Kota Palangka Raya"):
        assert page.get_by_text(agency).first.is_visible()


@pytest.mark.parametrize(
    ("dataset", "equal"),
    [("pontianak/data/pilar-sosial/", True), ("palangka-raya/data/pns-pendidikan/", False)],
    ids=["equal", "unequal"],
)
def test_only_equal_definitions_share_a_chart_and_a_headline(
    visit: Visit, dataset: str, equal: bool
) -> None:
    page = visit(dataset)
    click(page, "Sandingkan dengan instansi lain")
    assert page.locator("figure.grafik").count() == int(equal)
    departs = page.get_by_text("Tidak sama dengan pengertian di atas.")
    assert (departs.count() == 0) == equal
    assert page.problems == []  # type: ignore[attr-defined]


@with_and_without_scripts
def test_what_is_doubtful_or_invalid_is_two_clicks_and_a_file_away(
    open_page: OpenPage, scripts: bool
) -> None:
    page = open_page("pontianak/", java_script_enabled=scripts)
    click(page, "Semua data")
    click(page, "Semua catatan mutu")
    listed = page.locator("table").first.locator("tbody").inner_text()
    assert "PKH" in listed
    assert "PBI" in listed
    file = page.get_by_role("link", name="Semua catatan sebagai CSV").evaluate("link => link.href")
    notes = list(csv.DictReader(page.request.get(file).text().splitlines()))
    assert {"diragukan", "tidak-sahih"} <= {note["status"] for note in notes}
    assert {note["dataset"] for note in notes} >= {"pkh", "pbi"}


@with_and_without_scripts
def test_what_changed_most_is_one_click_away_with_its_caveats(
    open_page: OpenPage, scripts: bool
) -> None:
    page = open_page("pontianak/", java_script_enabled=scripts)
    click(page, "Apa yang berubah")
    assert page.get_by_role("heading", name="2023 ke 2024").first.is_visible()
    first = page.locator("table").first.locator("tbody tr").first
    assert re.search(r"naik|turun", first.inner_text())
    assert page.get_by_text("diragukan, tidak sahih, atau dirahasiakan tidak ikut").is_visible()
    assert page.get_by_role("link", name="Semua perubahan sebagai CSV").is_visible()
