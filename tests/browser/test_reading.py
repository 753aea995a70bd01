"""What readers came to: names, places and rows are in sight, with and without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from support import OpenPage, Visit, until

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
NO_ICON = "node => getComputedStyle(node, '::before').content"
SEEN_ABOVE = """node => {
  const {left, top, width, height} = node.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
  return top >= 0 && top < innerHeight / 2 && (node.contains(seen) || seen.contains(node));
}"""
"""Whether it stands in the upper half of the window and nothing lies over it."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_nothing_covers_the_letters_of_a_fold(
    media: str, size: dict[str, int], open_page: OpenPage
) -> None:
    page = open_page("pontianak/data/pbi/", java_script_enabled=False, viewport=size)
    page.emulate_media(media=media)  # type: ignore[arg-type]
    folds = page.locator("summary").all()
    assert len(folds) > 5
    assert {fold.evaluate(NO_ICON) for fold in folds} == {"none"}


def named(page: Page) -> Locator:
    return page.locator(":target")


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "place",
    ["tabel", "unduh", "tabel-pbi", "catatan-tanjung-hilir-2022", "pbi.2024.61.71.04.1001"],
)
def test_an_address_leads_to_its_place(
    place: str, size: dict[str, int], scripts: bool, open_page: OpenPage
) -> None:
    page = open_page(
        f"pontianak/data/pbi/#{place}",
        java_script_enabled=scripts,
        viewport=size,
    )
    page.wait_for_load_state("load")
    named(page).wait_for()
    assert arrives(page), named(page).bounding_box()


def arrives(page: Page) -> bool:
    """Scripts may still put something in above: what is named is waited for."""
    for _ in range(40):
        if named(page).evaluate(SEEN_ABOVE):
            return True
        page.wait_for_timeout(100)
    return False


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("palangka-raya/ppid/kepatuhan/", "perki-berkala-kinerja"),
        ("pontianak/data/pbi/", "grafik-pbi-per-kelurahan-angka"),
    ],
    ids=["fold", "tab"],
)
def test_what_folds_a_place_away_is_opened(path: str, place: str, visit: Visit) -> None:
    page = visit(path)
    page.wait_for_load_state("load")
    page.evaluate("place => { location.hash = place; }", place)
    until(page, "place => document.getElementById(place).checkVisibility()", place)
    page = visit(f"{path}#{place}")
    until(page, "place => document.getElementById(place).checkVisibility()", place)


def test_the_closest_name_of_a_row_stays_in_sight(visit: Visit) -> None:
    """Of kecamatan and kelurahan that is the kelurahan, wherever the table is scrolled to."""
    page = visit("pontianak/data/pbi/#pbi.2024.61.71.04.1001", PHONE)
    page.wait_for_load_state("load")
    row = page.locator("tr", has=page.locator(":target"))
    name, other = row.locator("th.nama"), row.locator("th").first
    frame = page.locator(".tabel-gulir", has=page.locator(":target"))
    frame.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    left = frame.bounding_box()["x"]  # type: ignore[index]
    assert name.bounding_box()["x"] - left <= 2  # type: ignore[index]
    assert other.bounding_box()["x"] < left  # type: ignore[index]
    assert re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", name.inner_text())


def test_contacts_begin_with_the_telephone(visit: Visit) -> None:
    page = visit("pontianak/layanan/", PHONE)
    after = page.locator("#siapa-yang-bisa-dihubungi ~ .biasa li").first
    assert re.search(r"\d{6,}", after.inner_text())


def test_a_dataset_is_printed_without_code(open_page: OpenPage) -> None:
    page = open_page("pontianak/data/pkh/")
    page.emulate_media(media="print")
    assert not page.locator(".pakai").is_visible()
    assert page.locator("figure.grafik > details:visible, .tab:visible").count() == 0


def test_a_map_is_printed_with_all_its_rows(open_page: OpenPage) -> None:
    page = open_page("pontianak/data/pkh/", java_script_enabled=False)
    page.emulate_media(media="print")
    box = page.locator(".grafik-tabel .tabel-gulir").first
    assert box.locator("tbody tr").count() == 29
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight")


def test_the_public_list_is_printed_as_a_table_across_the_sheet(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("palangka-raya/ppid/dip/", viewport={"width": 688, "height": 900})
    page.emulate_media(media="print")
    cell = page.locator(".tabel-kartu tbody tr td").first
    assert cell.evaluate("node => getComputedStyle(node).display") == "table-cell"
    printed = page.pdf(prefer_css_page_size=True)
    width, height = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", printed)[0]
    assert float(width) > float(height)


@pytest.mark.parametrize("shouted", ["FOTOCOPY", "SURAT KETERANGAN", "FOTO RUMAH"])
def test_services_are_not_shouted(shouted: str, visit: Visit) -> None:
    page = visit("pontianak/layanan/mengusulkan-masuk-dtks/")
    text = page.locator("article").inner_text()
    assert shouted not in text
    for words in ("Fotokopi kartu keluarga (KK)", "Surat keterangan tidak mampu", "Foto rumah"):
        assert words in text
