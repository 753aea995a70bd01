"""The explorer of a dataset's page: choices, address, keyboard, files, and what it refuses."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from axe import violations
from playwright.sync_api import Locator, Page, expect

from support import OpenPage, Visit

PKH = "pontianak/data/pkh/"
MOST_SCRIPT = 15_000
MOST_ON_THE_PAGE = 1_000
"""Bytes after gzip: of the explorer's script, and of what each page carries for it."""
NONE = "\N{EN DASH}"
NARROW = {"width": 360, "height": 800}


def opened(page: Page) -> Page:
    """A page whose explorer stands there with its picture or table."""
    page.locator("#jelajahi.terbuka .jelajah-kaki a").wait_for()
    return page


def explored(visit: Visit, choices: str, path: str = PKH, **more: Any) -> Page:
    return opened(visit(f"{path}?{choices}#jelajahi", **more))


def title(page: Page) -> Locator:
    return page.locator(".jelajah-judul")


def choose(page: Page, label: str, option: str) -> None:
    page.locator("#jelajahi").get_by_label(label, exact=True).select_option(label=option)


@contextmanager
def saved(page: Page, name: str, folder: Path) -> Iterator[Path]:
    with page.expect_download() as waiting:
        page.locator(".jelajah-kaki").get_by_role("button", name=name).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    yield path


def test_it_is_opened_by_a_button_and_says_what_it_shows(visit: Visit) -> None:
    page = visit(PKH)
    page.get_by_role("button", name="Buka penjelajah").click()
    opened(page)
    expect(title(page)).to_be_focused()
    expect(title(page)).to_have_text(
        "Pontianak Utara terbanyak di setiap tahun yang angkanya pasti"
    )
    assert page.url.endswith("?lihat=garis#jelajahi")
    assert page.problems == []  # type: ignore[attr-defined]


def test_choices_are_shared_by_address_and_undone_by_the_back_button(
    visit: Visit, open_page: OpenPage
) -> None:
    page = explored(visit, "lihat=garis")
    choose(page, "Tempat", "Pontianak Utara")
    choose(page, "Bandingkan dengan", "Pontianak Barat")
    said = "Pada 2024, Pontianak Utara 3.395 KPM dan Pontianak Barat 2.525 KPM"
    expect(title(page)).to_have_text(said)
    assert page.url.endswith("?lihat=garis&pilih=pontianak-utara&banding=pontianak-barat#jelajahi")
    other = opened(open_page(page.url.partition("/pontianak/")[2].join(("pontianak/", ""))))
    expect(title(other)).to_have_text(said)
    page.go_back()
    expect(title(page)).to_have_text(
        "Pontianak Utara pada 2024: 3.395 KPM, naik 7 % dari 2023".replace(" %", "\u00a0%")
    )
    page.go_back()
    expect(title(page)).to_have_text(
        "Pontianak Utara terbanyak di setiap tahun yang angkanya pasti"
    )


def test_an_address_that_is_not_known_is_told(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=atlantis")
    expect(page.locator(".jelajah-tolak")).to_contain_text("tidak dikenal (pilih)")


def test_the_chosen_line_is_solid_the_compared_dashed_the_others_thin(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=pontianak-utara&banding=pontianak-barat")
    chosen, compared = page.locator("path.j-pilih"), page.locator("path.j-banding")
    assert chosen.get_attribute("stroke-width") == "3"
    assert chosen.get_attribute("stroke-dasharray") is None
    assert compared.get_attribute("stroke-dasharray")
    assert page.locator("path.j-lain").count() == 4
    texts = page.locator(".jelajah-gambar text").all_text_contents()
    assert {"Pontianak Utara 3.395", "Pontianak Barat 2.525"} <= set(texts)


def test_an_invalid_year_is_a_gap_with_its_name(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=pontianak-utara")
    assert "tidak sahih" in page.locator(".jelajah-gambar text").all_text_contents()
    line = page.locator("path.j-pilih").get_attribute("d") or ""
    assert re.fullmatch(r"M[\d. ]+M[\d. ]+L[\d. ]+L[\d. ]+", line), line
    page.locator("#jelajahi").get_by_role("tab", name="Tabel").click()
    row = page.locator(".jelajah-tabel tr", has_text="Pontianak Utara")
    assert row.locator("td").all_text_contents()[3] == f"{NONE} tidak sahih"


def test_a_district_shows_its_villages_and_doubtful_ones_are_hatched(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=pontianak-utara")
    parts = page.locator(".jelajah-rinci")
    expect(parts.locator("h4")).to_have_text("Kelurahan di Pontianak Utara, 2024")
    bars = parts.locator("rect.j-ragu")
    assert bars.count() == 4
    assert all("url(#" in (bars.nth(n).get_attribute("fill") or "") for n in range(4))
    assert "1.228*" in parts.locator("text").all_text_contents()
    expect(parts).to_contain_text("* diragukan")


def test_what_is_not_known_for_sure_is_not_called_the_largest(visit: Visit) -> None:
    page = explored(visit, "lihat=batang&rinci=kelurahan&tahun=2024")
    expect(title(page)).to_have_text("KPM PKH menurut kelurahan, 2024")
    expect(page.locator(".jelajah-catatan")).to_contain_text("20 angka diragukan pada 2024.")
    note = page.locator(".jelajah-catatan a").first.get_attribute("href") or ""
    assert page.locator(note).count() == 1


def test_shares_are_told_where_parts_make_a_sound_whole(visit: Visit) -> None:
    page = explored(visit, "lihat=batang&tahun=2024&hitung=bagian")
    texts = page.locator(".jelajah-gambar text").all_text_contents()
    shares = [float(text.split("\u00a0")[0].replace(",", ".")) for text in texts if "%" in text]
    assert len(shares) == 6
    assert abs(sum(shares) - 100) < 0.5
    assert page.locator(".jelajah-tolak").is_hidden()


@pytest.mark.parametrize(
    ("path", "choices", "why"),
    [
        (
            PKH,
            "lihat=batang&rinci=kelurahan&tahun=2024&hitung=bagian",
            "ada rincian yang diragukan",
        ),
        (
            "pontianak/data/anggaran-realisasi/",
            "lihat=garis&hitung=bagian",
            "rencana dan pelaksanaan",
        ),
        ("palangka-raya/data/ppks-data/", "lihat=batang&hitung=bagian", "bertumpang tindih"),
    ],
    ids=["diragukan", "anggaran", "tumpang tindih"],
)
def test_shares_are_refused_in_words(path: str, choices: str, why: str, visit: Visit) -> None:
    page = explored(visit, choices, path)
    notice = page.locator(".jelajah-tolak")
    expect(notice).to_contain_text("Bagian dari jumlah tidak dihitung")
    expect(notice).to_contain_text(why)
    assert not any("%" in text for text in page.locator(".jelajah-gambar text").all_text_contents())


def test_an_index_begins_at_a_hundred_in_its_base_year(visit: Visit) -> None:
    page = explored(visit, "lihat=tabel&pilih=pontianak-utara&hitung=indeks&dasar=2020")
    row = page.locator(".jelajah-tabel tr", has_text="Pontianak Utara")
    assert row.locator("td").all_text_contents()[-1] == "100"
    expect(page.locator(".jelajah-definisi")).to_contain_text("indeks, 2020 = 100")


def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    page = explored(visit, "lihat=garis")
    page.get_by_label("Tempat", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(title(page)).to_contain_text("Pontianak Selatan")
    expect(page.get_by_label("Tempat", exact=True)).to_be_focused()
    page.get_by_role("tab", name="Garis").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Batang")).to_be_focused()
    expect(page.get_by_role("tab", name="Batang")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#jelajahi [role=status]")).to_contain_text("Pontianak Selatan pada 2024")


def test_the_file_of_what_is_seen_holds_what_is_seen(visit: Visit, tmp_path: Path) -> None:
    page = explored(visit, "lihat=tabel&rinci=kelurahan&pilih=pontianak-utara")
    heads = page.locator(".jelajah-tabel thead th").all_text_contents()
    lines = page.locator(".jelajah-tabel tbody tr")
    seen = {
        (line.locator("th").inner_text(), year): cell.replace(".", "")
        for line in lines.all()
        for year, cell in zip(heads[1:], line.locator("td").all_text_contents(), strict=True)
    }
    with saved(page, "CSV", tmp_path) as path:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert list(rows[0]) == ["kelurahan", "kode_kelurahan", "tahun", "jumlah", "satuan", "status"]
    told = {(row["kelurahan"], row["tahun"]): (row["jumlah"], row["status"]) for row in rows}
    assert told.keys() == seen.keys()
    for key, (value, status) in told.items():
        shown = seen[key]
        if value:
            assert shown.removesuffix(" diragukan") == value
            assert shown.endswith("diragukan") == (status == "u")
        else:
            assert shown.startswith(NONE)


@pytest.mark.parametrize(
    "view", ["lihat=garis", "lihat=batang&tahun=2024", "lihat=peta&tahun=2024"]
)
def test_a_picture_by_itself_tells_its_source(view: str, visit: Visit, tmp_path: Path) -> None:
    page = explored(visit, view)
    headline = title(page).inner_text()
    if "peta" in view:
        page.locator(".jelajah-gambar path[d]").nth(5).wait_for()
    with saved(page, "Gambar SVG", tmp_path) as path:
        drawing = ElementTree.parse(path).getroot()
    said = " ".join(drawing.itertext())
    for words in headline.split():
        assert words in said
    assert "Buku Profil Dinas Sosial Kota Pontianak Tahun 2024" in said
    assert "var(" not in path.read_text("utf-8")


def test_a_picture_is_saved_as_png(visit: Visit, tmp_path: Path) -> None:
    page = explored(visit, "lihat=garis")
    with saved(page, "Gambar PNG", tmp_path) as path:
        assert path.read_bytes().startswith(b"\x89PNG")
    assert page.problems == []  # type: ignore[attr-defined]


def test_the_map_comes_with_its_warning(visit: Visit) -> None:
    page = explored(visit, "lihat=peta&rinci=kelurahan&tahun=2023")
    page.locator(".jelajah-gambar path title").first.wait_for(state="attached")
    assert page.locator(".jelajah-gambar path title").count() == 29
    legend = page.locator(".jelajah-legenda")
    expect(legend).to_contain_text("Warna menunjukkan jumlah, bukan perbandingan dengan penduduk")
    expect(legend).to_contain_text("Batas indikatif")


def test_without_script_there_is_the_figure_and_no_dead_control(open_page: OpenPage) -> None:
    page = open_page(f"{PKH}?lihat=garis#jelajahi", java_script_enabled=False)
    assert page.locator("#jelajahi").is_hidden()
    assert page.locator("figure.grafik svg:visible").count()


def test_words_alone_have_no_explorer(visit: Visit) -> None:
    assert visit("pontianak/data/bidang/").locator("#jelajahi").count() == 0


def test_before_and_after_a_revision_are_never_added_up(visit: Visit) -> None:
    page = explored(visit, "lihat=garis", "palangka-raya/data/anggaran/")
    options = page.get_by_label("Tahap").locator("option").all_text_contents()
    assert options == ["Sebelum perubahan", "Setelah perubahan"]
    expect(title(page)).to_contain_text("(Sebelum perubahan)")


@pytest.mark.parametrize("view", ["lihat=garis", "lihat=batang&tahun=2024", "lihat=tabel"])
def test_it_is_accessible_and_fits_a_phone(view: str, visit: Visit) -> None:
    page = explored(visit, f"{view}&pilih=pontianak-utara", viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size(NARROW)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_text_keeps_its_size_on_a_phone(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=pontianak-utara", viewport=NARROW)
    sizes = page.locator("#jelajahi svg text").evaluate_all(
        "texts => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)"
        " * text.getScreenCTM().a)"
    )
    assert min(sizes) >= 12


def test_it_is_drawn_anew_for_another_width(visit: Visit) -> None:
    page = explored(visit, "lihat=garis", viewport={"width": 900, "height": 800})
    wide = page.locator(".jelajah-gambar svg").get_attribute("width")
    page.set_viewport_size(NARROW)
    expect(page.locator(".jelajah-gambar svg")).not_to_have_attribute("width", wide or "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper_the_choice_stands_without_its_controls(visit: Visit) -> None:
    page = explored(visit, "lihat=garis&pilih=pontianak-utara")
    page.emulate_media(media="print")
    assert page.locator(".jelajah-gambar svg").is_visible()
    assert page.locator(".jelajah-kendali").is_hidden()
    assert page.locator(".jelajah-kaki").is_hidden()
    page.emulate_media(media="screen")


def test_it_breaks_no_policy(open_page: OpenPage, guarded: str) -> None:
    page = open_page(f"{PKH}?lihat=peta&tahun=2024#jelajahi", address=guarded)
    opened(page)
    page.locator(".jelajah-gambar path title").first.wait_for(state="attached")
    assert page.problems == []  # type: ignore[attr-defined]


def test_it_is_light(built: Path) -> None:
    assets = built / "pontianak/aset"
    script = len(gzip.compress((assets / "jelajah.js").read_bytes(), 6))
    assert script <= MOST_SCRIPT
    page = (built / PKH / "index.html").read_text("utf-8")
    section = page.partition('<section id="jelajahi"')[2].partition("</section>")[0]
    opener = (assets / "situs.js").read_text("utf-8").rpartition('getElementById("jelajahi")')[2]
    assert 0 < len(gzip.compress(f"{section}{opener[:700]}".encode(), 6)) <= MOST_ON_THE_PAGE
