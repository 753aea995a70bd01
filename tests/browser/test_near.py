"""Parts of a page below the window wait until they come near, and nobody loses a place by that."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from support import OpenPage, Visit

PATH = "palangka-raya/data/ppks-data/"
FIGURES = "pontianak/statistik/"
PHONE = {"width": 360, "height": 740}
WAITING = ".md-typeset > :is(figure.grafik, .tabel-gulir, .catatan-mutu):not(.utuh)"


def top(page: Page, place: str) -> float:
    """Where a place is in the window, once scrolling has ended."""
    page.wait_for_timeout(1000)
    return float(page.locator(place).evaluate("place => place.getBoundingClientRect().top"))


def test_far_figures_wait_and_work_when_they_are_reached(visit: Visit) -> None:
    page = visit(FIGURES, PHONE)
    last = page.locator("figure.grafik").last
    assert last.get_by_role("tab").count() == 0
    last.scroll_into_view_if_needed()
    last.get_by_role("tab", name="Tabel").click()
    assert last.locator("table").is_visible()


def test_a_link_within_the_page_leads_to_its_place(visit: Visit) -> None:
    page = visit(FIGURES, {"width": 1280, "height": 740})
    assert page.locator(WAITING).count() > 3
    contents = page.locator(".daftar-isi")
    contents.locator("summary").click()
    contents.get_by_role("link", name="Anak asuh di panti asuhan").click()
    expect(page.locator(WAITING)).to_have_count(0)
    assert 0 <= top(page, "#anak-asuh-di-panti-asuhan") < 200


def test_a_link_from_elsewhere_leads_to_its_place(visit: Visit) -> None:
    page = visit(f"{PATH}#catatan-jangan-dijumlahkan", PHONE)
    assert 0 <= top(page, "#catatan-jangan-dijumlahkan") < 200


def test_without_scripts_far_figures_are_there_all_the_same(open_page: OpenPage) -> None:
    page = open_page(FIGURES, viewport=PHONE, java_script_enabled=False)
    last = page.locator("figure.grafik").last
    last.scroll_into_view_if_needed()
    box = last.locator("svg:visible").bounding_box()
    assert box is not None
    assert box["height"] > 100
