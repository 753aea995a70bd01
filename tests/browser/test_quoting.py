"""Quoting a single figure: an address without scripts, a sentence with them; lines to copy."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from support import OpenPage, Visit

PAGE = "pontianak/data/pbi/"
ANCHOR = "pbi.2024.61.71.04.1001"
COPYING = ["clipboard-read", "clipboard-write"]
SIGHT = """node => {
    const box = node.closest('.tabel-gulir').getBoundingClientRect();
    const cell = node.getBoundingClientRect();
    return cell.top >= Math.max(0, box.top) && cell.bottom <= Math.min(innerHeight, box.bottom);
}"""


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_figure_works_without_scripts(open_page: OpenPage) -> None:
    page = open_page(f"{PAGE}#{ANCHOR}", java_script_enabled=False, reduced_motion="reduce")
    cell = page.locator(f'[id="{ANCHOR}"]')
    assert cell.evaluate("node => node.matches(':target')")
    assert cell.evaluate(SIGHT)
    paper = page.locator("#tabel-pbi").evaluate("node => getComputedStyle(node).backgroundColor")
    assert cell.evaluate("node => getComputedStyle(node).backgroundColor") != paper


def test_a_click_on_a_figure_gives_the_sentence(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{PAGE}#tabel", permissions=COPYING)
    cell = page.locator(f'[id="{ANCHOR}"]')
    cell.click()
    strip = page.get_by_role("group", name="Kutipan angka")
    expect(strip).to_be_visible()
    strip.get_by_role("button", name="Salin").click()
    expect(strip.get_by_role("button", name="Tersalin")).to_be_visible()
    expect(strip.get_by_role("status")).to_have_text("Tersalin")
    sentence = copied(page)
    value = cell.inner_text().strip()
    assert f", 2024: {value} peserta. Dinas Sosial Kota Pontianak, “" in sentence
    assert "edisi 1." in sentence
    assert "bagian “" in sentence
    assert sentence.endswith(f"{address}/{PAGE}#{ANCHOR}")
    assert page.problems == []  # type: ignore[attr-defined]


def test_a_figure_is_chosen_and_copied_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(f"{PAGE}#tabel", permissions=COPYING)
    start = page.get_by_role("button", name="Kutip angka").first
    start.focus()
    page.keyboard.press("Enter")
    strip = page.get_by_role("group", name="Kutipan angka")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowRight")
    third = page.evaluate("document.activeElement.id")
    assert len({first, second, third}) == 3
    assert third.removeprefix("pbi.2023.") == second.removeprefix("pbi.2024.")
    assert page.locator("td[tabindex]").count() == 1
    page.keyboard.press("Enter")
    expect(strip.get_by_role("button", name="Salin")).to_be_focused()
    page.keyboard.press("Enter")
    expect(strip.get_by_role("button", name="Tersalin")).to_be_visible()
    assert copied(page).endswith(f"#{third}")
    page.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(strip).to_be_hidden()
    assert page.locator("td[tabindex]").count() == 0


def test_the_chosen_figure_stays_in_sight_above_the_sentence(open_page: OpenPage) -> None:
    # Where nothing glides, what is measured stands still.
    phone = {"width": 360, "height": 640}
    page = open_page(f"{PAGE}#tabel", viewport=phone, reduced_motion="reduce")
    page.get_by_role("button", name="Kutip angka").first.focus()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("ArrowDown")
    chosen = page.locator("td.dipilih").bounding_box()
    strip = page.get_by_role("group", name="Kutipan angka").bounding_box()
    assert chosen is not None
    assert strip is not None
    assert chosen["y"] >= 0
    assert chosen["y"] + chosen["height"] <= strip["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_doubt_goes_with_the_figure(visit: Visit) -> None:
    page = visit("pontianak/data/pkh/#tabel")
    page.locator("td.angka:has(sup.status)", has_text="u").first.click(position={"x": 4, "y": 4})
    expect(page.get_by_role("group", name="Kutipan angka")).to_contain_text("(diragukan)")


def test_rows_are_named_in_their_own_words(visit: Visit) -> None:
    page = visit("palangka-raya/data/ppks-data/#tabel")
    page.get_by_role("button", name="Kutip angka").first.click()
    sentence = page.get_by_role("group", name="Kutipan angka").locator(".salinan")
    expect(sentence).to_contain_text(
        "Nomor 1, Anak Balita Terlantar, 2023: tanpa angka (tidak tersedia). "
    )


def test_lines_to_copy_hold_this_sites_address(visit: Visit, address: str) -> None:
    page = visit(PAGE)
    page.get_by_text("Unduh", exact=True).and_(page.locator("summary *")).click()
    page.locator("details.pakai > summary").click()
    lines = page.locator("details.pakai code[data-salin]")
    assert lines.count() == 6
    for text in lines.all_inner_texts():
        assert f"{address}/pontianak/data/pbi/pbi." in text
    assert page.get_by_text("ALAMAT-SITUS").count() == 0
