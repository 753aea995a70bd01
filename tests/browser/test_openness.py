"""The public-information desk as a person uses it."""

from __future__ import annotations

from playwright.sync_api import expect

from support import OpenPage, Visit

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 800}
LINKS = "cards => cards.flatMap(card => [...card.querySelectorAll('dd a')].map(link => link.href))"


def test_every_evidence_link_answers(visit: Visit, address: str) -> None:
    for slug in ("pontianak", "palangka-raya"):
        page = visit(f"{slug}/ppid/kepatuhan/")
        links = page.locator(".butir-daftar > li").evaluate_all(LINKS)
        assert len(links) > 30
        own = sorted({link.partition("#")[0] for link in links if link.startswith(address)})
        wrong = [link for link in own if page.request.get(link).status != 200]
        assert wrong == []


def test_what_is_asked_for_unfolds_by_its_count_by_filter_and_by_address(visit: Visit) -> None:
    page = visit("pontianak/ppid/kepatuhan/")
    cards = page.locator(".butir-daftar > li:visible")
    assert cards.count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") <= 2_500
    page.get_by_role("link", name="Belum ada", exact=True).first.click()
    expect(page.locator("#kurang")).to_be_in_viewport()
    assert cards.count() == int(page.locator("summary:has(#kurang) small").inner_text().split()[0])
    page = visit("pontianak/ppid/kepatuhan/")
    page.get_by_role("searchbox", name="Cari").last.fill("neraca")
    expect(page.locator(".butir-daftar > li:visible").first).to_contain_text("Neraca")


def test_staff_filter_what_their_unit_holds(visit: Visit) -> None:
    page = visit("pontianak/ppid/daftar-kerja/")
    holder = page.get_by_label("Pemegang, atau yang biasanya memegang")
    holder.select_option("Pengurus barang")
    shown = page.locator("tbody tr:visible")
    assert shown.count() == 1
    assert "inventaris" in shown.inner_text()


def test_list_is_a_table_on_a_desk_and_cards_on_a_phone(open_page: OpenPage) -> None:
    desk = open_page("pontianak/ppid/dip/", viewport=DESK)
    first = desk.locator("tbody tr").first
    assert desk.locator("thead th").first.is_visible()
    tops = {round(cell.bounding_box()["y"]) for cell in first.locator("td").all()}  # type: ignore[index]
    assert len(tops) == 1
    phone = open_page("pontianak/ppid/dip/", viewport=PHONE)
    cells = phone.locator("tbody tr").first.locator("td").all()
    boxes = [cell.bounding_box() for cell in cells]
    assert len({round(box["y"]) for box in boxes if box}) == len(cells)
    assert all(box["x"] + box["width"] <= PHONE["width"] for box in boxes if box)
    assert phone.get_by_role("cell").count() > 100  # still a table to a screen reader


def test_desk_works_without_javascript(open_page: OpenPage) -> None:
    page = open_page("palangka-raya/ppid/", java_script_enabled=False, viewport=PHONE)
    page.get_by_role("link", name="Kewajiban dan keadaannya", exact=True).click()
    page.wait_for_url("**/ppid/kepatuhan/")
    assert page.locator("h2").first.inner_text().startswith("Belum ada")
    assert page.locator(".butir-daftar > li").count() == 63
    assert page.locator(".butir-rinci > li").count() == 106
    assert page.problems == []
