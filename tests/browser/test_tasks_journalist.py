"""What a journalist comes for (T3, T4): a sum that is right, a number with its doubt."""

from __future__ import annotations

import json
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
