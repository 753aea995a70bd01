"""WCAG 2.2 AA as far as a machine can tell, the keyboard's way through, and narrow screens."""

from __future__ import annotations

import pytest
from axe import poor_colours, violations
from page_types import PAGE_TYPES

from support import WHOLE, OpenPage, Visit


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_every_kind_of_page_is_accessible(path: str, visit: Visit) -> None:
    """What axe-core finds, and what is cut on a narrow screen: in one visit.

    Light on a phone and dark on a desk; of the other two only the colours can differ.
    """
    page = visit(f"{path}{WHOLE}", {"width": 320, "height": 800})
    # A 1280 px screen at 400 % is 320 px wide (success criterion 1.4.10).
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("h1").first.is_visible()
    for scheme, width, faults in (
        ("light", 360, violations),
        ("dark", 360, poor_colours),
        ("dark", 1280, violations),
        ("light", 1280, poor_colours),
    ):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == [], f"{scheme}, {width} px"


@pytest.mark.parametrize(
    ("place", "fade"),
    [
        ("td.angka", "cell => { cell.style.color = '#999'; }"),
        ("tbody tr", "row => { row.style.backgroundColor = '#666'; }"),
        ("tbody", "rows => { rows.style.opacity = '0.4'; }"),
        ("tbody th", "cell => { cell.style.color = '#888'; cell.style.fontSize = '9px'; }"),
    ],
    ids=["colour", "background", "opacity", "size"],
)
def test_one_pale_text_among_hundreds_is_found(place: str, fade: str, visit: Visit) -> None:
    """Not all texts are tried, but all looks."""
    page = visit(f"pontianak/data/pkh/{WHOLE}")
    assert poor_colours(page) == []
    page.locator(f".tabel-gulir:has(#tabel-pkh) {place}").last.evaluate(fade)
    assert "color-contrast" in " ".join(poor_colours(page))


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit("pontianak/statistik/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Langsung ke isi halaman"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def test_the_menu_is_walked_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("pontianak/", viewport={"width": 360, "height": 700})
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(".menu a:focus", has_text="Data").count():
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/pontianak/data/")
    assert page.locator('.menu a[aria-current="page"]').inner_text() == "Data"


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_focus_is_always_seen(path: str, visit: Visit) -> None:
    """Every one of the first fifteen stops has an outline."""
    page = visit(path)
    for _ in range(15):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => { const seen = document.activeElement;
            if (seen === document.body) return null;
            const style = getComputedStyle(seen);
            const tag = seen.outerHTML.slice(0, 120);
            return [style.outlineStyle, parseFloat(style.outlineWidth), tag];
            }"""
        )
        if style is None:
            break
        assert style[0] != "none", style[2]
        assert style[1] >= 2, style[2]


def test_the_choice_of_light_or_dark_is_kept(open_page: OpenPage) -> None:
    page = open_page("pontianak/", color_scheme="light")
    page.get_by_role("button", name="Tampilan gelap").click()
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.get_by_role("button", name="Tampilan terang").is_visible()


def test_without_javascript_no_dead_controls(open_page: OpenPage) -> None:
    page = open_page("pontianak/data/", java_script_enabled=False)
    # The search button in the header leads to a page that says what is needed.
    assert page.locator("button:visible").count() == page.locator(".cari-kepala button").count()
    assert page.locator("form.saring").count() == 0
    assert page.locator(".menu a").count() == 5
