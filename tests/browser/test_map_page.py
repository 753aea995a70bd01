"""Maps as people meet them: on a phone, with a pointer, with the keyboard, without JavaScript."""

from __future__ import annotations

import pytest

from support import OpenPage, Visit

PAGE = "pontianak/statistik/pbi/"
FIGURE = "#grafik-pbi-peta"
PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 800}


@pytest.mark.parametrize("script", [True, False])
def test_a_map_is_seen_and_named_on_a_phone(open_page: OpenPage, script: bool) -> None:
    page = open_page(PAGE, viewport=PHONE, java_script_enabled=script)
    figure = page.locator(FIGURE)
    drawings = figure.locator("svg[role=img]")
    assert drawings.count() == 2
    for index in range(2):
        box = drawings.nth(index).bounding_box()
        assert box is not None
        assert box["width"] > 300
        assert box["height"] > 250
        assert "terbanyak Sungai Beliung" in (drawings.nth(index).get_attribute("aria-label") or "")
    names = figure.locator(".peta-wilayah text").all_text_contents()
    assert any("Tenggara" in name for name in names)
    assert figure.locator(".peta-petak text", has_text="6.578").is_visible()
    assert figure.locator(".peta-legenda li").count() == 5
    assert figure.get_by_text("bukan batas resmi").is_visible()
    assert figure.locator("table").is_visible()
    assert page.problems == []  # type: ignore[attr-defined]


def test_tiles_come_first_on_a_phone_and_second_on_a_desk(visit: Visit) -> None:
    page = visit(PAGE, PHONE)
    shape, tiles = (page.locator(f"{FIGURE} .peta-{name}") for name in ("wilayah", "petak"))
    one, other = shape.bounding_box(), tiles.bounding_box()
    assert one is not None
    assert other is not None
    assert other["y"] < one["y"]
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    one, other = shape.bounding_box(), tiles.bounding_box()
    assert one is not None
    assert other is not None
    assert other["x"] > one["x"]
    assert abs(other["y"] - one["y"]) < 2


def test_arrow_keys_read_a_map_area_by_area(visit: Visit) -> None:
    page = visit(PAGE)
    box = page.locator(f"{FIGURE} .peta-gambar")
    told = box.locator("output")
    box.focus()
    page.keyboard.press("ArrowRight")
    assert told.inner_text() == "Sungai Beliung, Pontianak Barat: 6.578 peserta"
    assert box.locator(".sorot").count() == 2
    page.keyboard.press("End")
    assert told.inner_text().startswith("Tengah, Pontianak Kota: 422")
    page.keyboard.press("Escape")
    assert told.inner_text() == ""


def test_a_tapped_tile_is_told_and_found_on_the_map(open_page: OpenPage) -> None:
    page = open_page(PAGE, viewport=PHONE, has_touch=True)
    page.locator(f"{FIGURE} .peta-petak text", has_text="Saigon").tap()
    assert (
        page.locator(f"{FIGURE} .peta-gambar output")
        .inner_text()
        .startswith("Saigon, Pontianak Timur")
    )
    assert page.locator(f"{FIGURE} .peta-wilayah .sorot").count() == 1
