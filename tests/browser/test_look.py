"""The frame and the page of a dataset as readers meet them: what is seen first, and how much."""

from __future__ import annotations

import pytest
from benches import drawn_whole
from playwright.sync_api import Page, ViewportSize, expect

from support import OpenPage, Visit

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
PKH = "pontianak/data/pkh/"
LONGEST = {"desk": 3500, "phone": 6000}
"""Px of a dataset's page with its folds closed; it was 8,900 and 11,300."""


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return dict(found)


@pytest.mark.parametrize("path", ["pontianak/", PKH, "palangka-raya/profil/"])
def test_the_whole_menu_is_seen_on_a_phone(path: str, visit: Visit) -> None:
    page = visit(path, PHONE)
    entries = page.locator(".menu a")
    assert entries.all_inner_texts() == ["Layanan", "Angka", "Data", "Profil", "PPID"]
    places = [entry.bounding_box() for entry in entries.all()]
    assert len({place["y"] for place in places if place}) == 1
    assert all(place and 0 <= place["x"] <= 360 - place["width"] for place in places)


def test_the_parts_below_an_entry_are_shown_on_each_of_them(visit: Visit) -> None:
    page = visit("pontianak/organisasi/", PHONE)
    parts = page.get_by_role("navigation", name="Bagian Profil")
    names = ["Profil", "Organisasi", "Sarana", "Tentang buku"]
    assert parts.get_by_role("link").all_inner_texts() == names
    assert parts.locator("[aria-current]").inner_text() == "Organisasi"
    assert page.locator(".menu [aria-current]").inner_text() == "Profil"


def test_a_figure_has_the_width_of_the_page(visit: Visit) -> None:
    page = visit("pontianak/statistik/", DESK)
    drawn_whole(page)
    assert box(page, "figure.grafik")["width"] >= 1100
    assert box(page, "figure.grafik svg.lebar")["width"] >= 680


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_dataset_answers_first(viewport: ViewportSize, visit: Visit) -> None:
    page = visit(PKH, viewport)
    answer = page.locator(".temuan")
    assert "11.341" in answer.inner_text()
    seen = box(page, ".temuan")
    assert seen["y"] + seen["height"] <= viewport["height"] / 2
    assert page.locator("main").inner_text().count(answer.inner_text().rstrip(".")) == 1


def test_the_files_are_on_the_first_screen_of_a_desk(visit: Visit) -> None:
    page = visit(PKH, DESK)
    for name in ("Unduh untuk Excel", "Unduh CSV"):
        place = page.get_by_role("link", name=name).first.bounding_box()
        assert place
        assert place["y"] + place["height"] <= 800


def test_a_warning_leads_to_its_reason(visit: Visit) -> None:
    page = visit(PKH, PHONE)
    link = page.locator(".ingat a").first
    note = page.locator(link.get_attribute("href") or "")
    assert note.get_attribute("open") is None
    link.click()
    expect(note).to_have_attribute("open", "")
    expect(note).to_be_in_viewport()


@pytest.mark.parametrize(("kind", "viewport"), [("desk", DESK), ("phone", PHONE)])
def test_a_datasets_page_is_short_until_one_asks_for_more(
    kind: str, viewport: ViewportSize, visit: Visit
) -> None:
    page = visit(PKH, viewport)
    drawn_whole(page)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST[kind]


def test_everything_folded_is_there_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PKH, java_script_enabled=False)
    for name in ("Kamus kolom", "Sumber dan lisensi", "Riwayat"):
        fold = page.locator("details", has=page.get_by_role("heading", name=name)).first
        fold.locator("summary").first.click()
        assert fold.locator("> :not(summary)").first.is_visible()


def test_the_front_page_opens_with_search_and_what_people_want(visit: Visit) -> None:
    page = visit("pontianak/", PHONE)
    opening = page.locator(".pembuka")
    assert opening.get_by_role("searchbox").bounding_box()["y"] <= 740  # type: ignore[index]
    assert opening.get_by_role("link").count() >= 3
    opening.get_by_role("searchbox").fill("pkh")
    opening.get_by_role("button", name="Cari").click()
    page.wait_for_url("**/pontianak/cari/?q=pkh")
