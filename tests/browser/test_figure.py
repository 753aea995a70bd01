"""The figure block in a browser: tabs, reading, sorting, copying; and all without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from agencies import catalog_of
from support import OpenPage, Visit

PAGE = "pontianak/data/pbi/"
RANKED = "#grafik-pbi-per-kelurahan"


def test_everything_unfolds_without_javascript(open_page: OpenPage) -> None:
    page = open_page(f"{PAGE}{RANKED}", java_script_enabled=False)
    figure = page.locator(RANKED)
    assert figure.locator(".tab").count() == 0
    for name, inside in (
        ("Tabel", "table"),
        ("Unduh", 'a[href$="per-kelurahan.svg"]'),
        ("Kutip", ".salinan >> text=Sumber:"),
        ("Sematkan", "code >> text=<iframe"),
    ):
        assert not figure.locator(inside).first.is_visible()
        figure.locator("summary", has_text=name).click()
        assert figure.locator(inside).first.is_visible()
    assert "ALAMAT-SITUS" in figure.locator("code[data-akar]").first.inner_text()
    assert figure.get_by_text("Ganti ALAMAT-SITUS").is_visible()


def test_tabs_follow_the_arrow_keys(visit: Visit) -> None:
    page = visit(f"{PAGE}{RANKED}")
    figure = page.locator(RANKED)
    figure.scroll_into_view_if_needed()
    tabs = figure.get_by_role("tab")
    tabs.first.wait_for()
    assert tabs.all_inner_texts() == ["Grafik", "Tabel", "Unduh", "Kutip", "Sematkan"]
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    expect(figure.get_by_role("tab", name="Tabel")).to_be_focused()
    assert figure.get_by_role("tabpanel").locator("table").is_visible()
    page.keyboard.press("End")
    expect(figure.get_by_role("tab", name="Sematkan")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowRight")
    expect(tabs.first).to_be_focused()
    assert figure.locator("svg:visible").count() == 1
    assert page.problems == []  # type: ignore[attr-defined]


def test_points_are_read_by_keyboard_and_pointer(open_page: OpenPage) -> None:
    viewport = {"width": 1280, "height": 900}
    page = open_page(
        f"{PAGE}{RANKED}", viewport=viewport, reduced_motion="reduce"
    )  # no gliding marks
    figure = page.locator(RANKED)
    figure.locator(".grafik-titik").focus()
    page.keyboard.press("ArrowRight")
    output = figure.locator(".grafik-titik output")
    expect(output).to_have_text("Sungai Beliung: 6.578 peserta")
    assert figure.locator(".sorot").count() == 1
    page.keyboard.press("ArrowRight")
    second = output.inner_text()
    assert second.endswith(" peserta")
    page.keyboard.press("Escape")
    expect(output).to_have_text("")
    page.keyboard.press("Home")
    box = figure.locator(".sorot").bounding_box()
    page.keyboard.press("Escape")
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(output).to_have_text("Sungai Beliung: 6.578 peserta")


def test_sorting_is_announced(visit: Visit) -> None:
    page = visit(f"{PAGE}{RANKED}")
    box = page.locator(".tabel-gulir", has=page.locator("#tabel-pbi"))
    box.scroll_into_view_if_needed()
    head = box.locator("thead th", has_text="2024")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    status = box.locator("xpath=following-sibling::p[@role='status'][1]")
    expect(status).to_have_text("Diurutkan menurut 2024, dari yang terbesar.")
    assert "6.578" in box.locator("tbody tr").first.inner_text()
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert box.locator("thead [aria-sort]").count() == 1


def test_rows_of_a_long_table_are_filtered(visit: Visit) -> None:
    page = visit(f"{PAGE}{RANKED}")
    box = page.locator(".tabel-gulir", has=page.locator("#tabel-pbi"))
    box.scroll_into_view_if_needed()
    bar = box.locator("xpath=preceding-sibling::div[1]")
    bar.get_by_label("Saring baris").fill("siantan hulu")
    assert box.locator("tbody tr:visible").count() == 1
    assert bar.locator("output").inner_text() == "1 dari 30 baris"


def test_the_citation_is_copied_with_this_sites_address(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{PAGE}{RANKED}", permissions=["clipboard-read", "clipboard-write"])
    figure = page.locator(RANKED)
    figure.get_by_role("tab", name="Kutip").click()
    figure.get_by_role("button", name="Salin").click()
    expect(figure.get_by_role("button", name="Tersalin")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{address}/{PAGE}{RANKED}")
    assert "edisi 1." in copied
    figure.get_by_role("tab", name="Sematkan").click()
    live, pinned = figure.locator("code[data-akar]").all_inner_texts()
    script = f'<script src="{address}/pontianak/aset/sematan.js" async></script>'
    assert script in live
    assert f'src="{address}/{PAGE}sematan/per-kelurahan/"' in live
    version = catalog_of("pontianak").by_slug["pbi"].version
    edition = f"{address}/{PAGE}v/{version}/sematan/per-kelurahan/"
    assert f'src="{edition}"' in pinned
    assert page.goto(edition).ok  # type: ignore[union-attr]
    page.get_by_role("link", name="Data lengkap").evaluate("link => link.target = '_self'")
    page.get_by_role("link", name="Data lengkap").click()
    page.wait_for_url(f"{address}/{PAGE}{RANKED}")


def test_an_embedded_figure_is_bare_and_quiet(open_page: OpenPage) -> None:
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            page = open_page(
                f"{PAGE}sematan/per-kelurahan/",
                color_scheme=scheme,
                viewport={"width": width, "height": 800},
            )
            assert page.locator("h1").is_visible()
            assert page.locator("svg:visible").count() == 1
            assert page.locator("nav").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.problems == []  # type: ignore[attr-defined]


def test_a_dossier_opens_from_a_disk(browser: Browser, built: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = (built / "pontianak/data/pbi/pbi-dosir.html").as_uri()
    page.goto(file)
    assert asked == [file]
    assert page.locator("figure svg:visible").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    with page.expect_download() as download:
        page.get_by_role("link", name="pbi.csv", exact=True).click()
    published = (built / "pontianak/data/pbi/pbi.csv").read_bytes()
    assert Path(download.value.path()).read_bytes() == published
    page.close()


def test_cards_show_change_and_lead_to_the_data(visit: Visit) -> None:
    page = visit("pontianak/")
    first = page.locator("ul.kartu > li").first
    assert "naik 13,9 % dari 2023" in first.inner_text()
    assert first.locator("svg[aria-hidden=true]").is_visible()
