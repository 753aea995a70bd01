"""What the public comes for, tried on a cheap phone: each task within its budget."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from axe import violations
from benches import drawn_whole
from playwright.sync_api import Page, ViewportSize, expect

from support import OpenPage, Visit

PHONE: ViewportSize = {"width": 360, "height": 740}
SCREEN_AND_A_HALF = 1110
PBI = "pontianak/layanan/mengaktifkan-bpjs-pbi/"
ADOPTION = "palangka-raya/layanan/calon-orang-tua-angkat/"


def tap(page: Page, name: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(
    ("agency", "task", "place"),
    [
        ("Dinas Sosial Kota Pontianak", "Mengaktifkan kembali BPJS PBI", PBI),
        ("Dinas Sosial Kota Palangka Raya", "Mengangkat (mengadopsi) anak", ADOPTION),
    ],
    ids=["pbi", "adoption"],
)
def test_from_the_portal_a_service_is_two_taps_away(
    open_page: OpenPage, agency: str, task: str, place: str, scripts: bool
) -> None:
    page = open_page("", viewport=PHONE, java_script_enabled=scripts)
    tap(page, agency)
    tap(page, task)
    page.wait_for_url(f"**/{place}")
    assert page.locator("h1").inner_text().startswith(task)


def test_all_that_one_must_know_is_on_one_screen_and_a_half(visit: Visit) -> None:
    page = visit(PBI, PHONE)
    drawn_whole(page)
    assert bottom(page, "ul.berkas") <= SCREEN_AND_A_HALF
    told = page.locator(".layanan-sekilas").inner_text()
    for words in ("Gratis", "Warga Pontianak", "lantai dasar", "Gusti Sulung Lelanang"):
        assert words in told
    assert re.search(r"Lama proses\s+Tidak ada di buku", told)
    assert re.search(r"Jam layanan\s+Belum diisi dinas", told)
    assert page.locator("ul.berkas input[type=checkbox]").count() == 6
    phone = page.get_by_role("link", name="Telepon (0561) 8108969").first
    assert phone.get_attribute("href") == "tel:+625618108969"


def test_steps_are_numbered_and_the_unknown_one_is_told(visit: Visit) -> None:
    page = visit(PBI, PHONE)
    steps = page.locator("ol.langkah > li")
    assert steps.count() == 3
    expect(steps.last).to_contain_text("tidak ada di buku")
    rule = "node => getComputedStyle(node, '::before').borderTopStyle"
    assert [step.evaluate(rule) for step in steps.all()] == ["solid", "solid", "dashed"]


def test_the_books_own_words_are_one_fold_away(visit: Visit) -> None:
    page = visit(PBI)
    fold = page.locator("#bunyi-asli")
    assert not fold.get_by_text("TANPA DIPUNGUT BIAYA").is_visible()
    fold.locator("summary").click()
    expect(fold.get_by_text("GRATIS! TANPA DIPUNGUT BIAYA")).to_be_visible()


def test_of_a_service_without_papers_it_is_said_whom_to_ask_first(visit: Visit) -> None:
    page = visit(ADOPTION, PHONE)
    drawn_whole(page)
    heading = page.get_by_role("heading", name="Tanyakan dulu berkas dan caranya")
    assert (heading.bounding_box() or {"y": 9999})["y"] <= SCREEN_AND_A_HALF
    assert page.locator("main a[href='tel:+625364260576']").count() >= 2
    expect(page.locator("main")).to_contain_text("Konsultasi dan konseling")


def test_the_checklist_prints_as_squares_with_the_offices_address(open_page: OpenPage) -> None:
    page = open_page(PBI)
    page.emulate_media(media="print")
    square = page.locator("ul.berkas input").first
    assert square.evaluate("node => getComputedStyle(node).appearance") == "none"
    assert square.evaluate("node => getComputedStyle(node).borderTopWidth") != "0px"
    assert not page.locator(".cetak-daftar").is_visible()
    expect(page.locator(".layanan-sekilas")).to_contain_text("Gusti Sulung Lelanang")
    expect(page.locator(".layanan-sekilas")).to_contain_text("(0561) 8108969")


def test_the_button_prints_and_is_not_there_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PBI)
    page.evaluate("window.print = () => { document.title = 'dicetak'; }")
    page.get_by_role("button", name="Cetak daftar ini").click()
    assert page.title() == "dicetak"
    plain = open_page(PBI, java_script_enabled=False)
    assert not plain.locator(".cetak-daftar").is_visible()
    assert plain.locator("ul.berkas input").first.is_visible()


@pytest.mark.parametrize(
    "anchor",
    ["apa-yang-perlu-dibawa", "ke-mana-berapa-biayanya", "siapa-yang-bisa-dihubungi", "telepon"],
)
def test_old_places_of_the_list_of_services_are_still_there(visit: Visit, anchor: str) -> None:
    page = visit(f"pontianak/layanan/#{anchor}")
    assert page.locator(f"[id='{anchor}']").count() == 1


@pytest.mark.parametrize(
    "anchor",
    ["untuk-siapa", "apa-yang-diberikan", "tanyakan-dulu-syarat-biaya-dan-waktu", "dasar-hukum"],
)
def test_old_places_of_a_service_are_still_there(visit: Visit, anchor: str) -> None:
    page = visit(f"{ADOPTION}#{anchor}")
    assert page.locator(f"[id='{anchor}']").is_visible()


@pytest.mark.parametrize("path", [PBI, ADOPTION, "pontianak/a-z/"])
@pytest.mark.parametrize("width", [320, 360])
def test_nothing_goes_beyond_a_narrow_screen(visit: Visit, path: str, width: int) -> None:
    page = visit(path, {"width": width, "height": 740})
    drawn_whole(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PBI, ADOPTION, "palangka-raya/a-z/", "a-z/"])
def test_everybody_can_use_them(open_page: OpenPage, path: str, scheme: str) -> None:
    page = open_page(path, viewport=PHONE, color_scheme=scheme)
    assert violations(page) == []


# The search: what people type, what they find among the first three, and what they are told.


def results(visit: Visit, site: str, query: str) -> Page:
    page = visit(f"{site}cari/?{urlencode({'q': query})}", PHONE)
    expect(page.get_by_role("status")).to_contain_text("hasil untuk")
    assert page.problems == []  # type: ignore[attr-defined]
    return page


def first_three(page: Page) -> list[str]:
    return [
        link.get_attribute("href") or ""
        for link in page.locator(".cari-hasil > li .cari-judul").all()[:3]
    ]


@pytest.mark.parametrize(
    ("site", "query", "wanted"),
    [
        ("pontianak/", "penerimaan bantuan", "/data/pbi/"),
        ("pontianak/", "lansia terlantar", "/data/ppks-ditangani/"),
        ("pontianak/", "panti asuhan", "/data/panti-asuhan/"),
        ("pontianak/", "disabiltas", "/data/disabilitas/"),
        ("pontianak/", "11341", "/data/pkh/#pkh-total.2024"),
        ("pontianak/", "11.341", "/data/pkh/#pkh-total.2024"),
        ("palangka-raya/", "lansia terlantar", "#istilah-lanjut-usia-terlantar"),
        ("palangka-raya/", "panti asuhan", "/data/lks/"),
        ("palangka-raya/", "disabiltas", "#istilah-penyandang-disabilitas"),
        ("", "penerimaan bantuan", "/pontianak/data/pbi/"),
        ("", "lansia terlantar", "#istilah-lanjut-usia-terlantar"),
        ("", "panti asuhan", "/pontianak/data/panti-asuhan/"),
        ("", "disabiltas", "/pontianak/data/disabilitas/"),
        ("", "11341", "/pontianak/data/pkh/#pkh-total.2024"),
    ],
)
def test_the_right_page_is_among_the_first_three(
    visit: Visit, site: str, query: str, wanted: str
) -> None:
    found = first_three(results(visit, site, query))
    assert any(wanted in address for address in found), found


def test_a_slip_is_told_and_its_results_are_there_at_once(visit: Visit) -> None:
    page = results(visit, "pontianak/", "disabiltas")
    expect(page.get_by_role("status")).to_contain_text("Maksud Anda: “disabilitas”?")
    assert page.locator(".cari-hasil > li").count() == 10


@pytest.mark.parametrize("site", ["pontianak/", "palangka-raya/", ""])
def test_what_is_not_published_is_said_first(visit: Visit, site: str) -> None:
    page = results(visit, site, "gaji pegawai")
    told = page.locator(".cari-tidak-ada")
    expect(told).to_contain_text("Gaji dan tunjangan pegawai tidak diterbitkan di sini.")
    if site:
        told.get_by_role("link").click()
        page.wait_for_url(f"**/{site}ppid/permohonan/")
    else:
        expect(told.get_by_role("link")).to_have_count(0)


def test_what_is_published_is_not_called_absent(visit: Visit) -> None:
    page = results(visit, "pontianak/", "pegawai")
    expect(page.locator(".cari-tidak-ada")).to_be_hidden()


@pytest.mark.parametrize("site", ["pontianak/", ""])
def test_one_tap_from_the_search_lies_the_number_with_its_doubt(visit: Visit, site: str) -> None:
    page = results(visit, site, "PKH Siantan Hulu")
    first = page.locator(".cari-hasil > li").first
    expect(first).to_contain_text("691 KPM")
    expect(first).to_contain_text("diragukan")
    first.get_by_role("link").first.click()
    page.wait_for_url("**/pontianak/data/pkh/#pkh.2024.61.71.04.1001")
    cell = page.locator(":target")
    expect(cell).to_be_in_viewport()
    expect(cell).to_contain_text("691")
    expect(cell.locator("sup")).to_be_in_viewport()


def test_services_come_before_data_and_the_staff_guide_last(visit: Visit) -> None:
    page = results(visit, "", "layanan kelurahan")
    kinds = page.locator(".cari-jenis b").all_inner_texts()
    tiers = [{"Layanan": 0, "Panduan pengelola": 2}.get(kind, 1) for kind in kinds]
    assert tiers[0] == 0
    assert tiers == sorted(tiers)


@pytest.mark.parametrize("query", ["x", "5", "?"])
def test_a_single_letter_finds_nothing_by_chance(visit: Visit, query: str) -> None:
    page = visit(f"palangka-raya/cari/?{urlencode({'q': query})}")
    expect(page.get_by_role("status")).to_have_text("Tulis sedikitnya dua huruf.")
    assert page.locator(".cari-hasil > li").count() == 0


@pytest.mark.parametrize("query", ["bnpb", "zzzzzz"])
def test_a_word_that_is_nowhere_finds_nothing_by_its_first_letters(
    visit: Visit, query: str
) -> None:
    page = results(visit, "palangka-raya/", query)
    expect(page.get_by_role("status")).to_contain_text("Tidak ada hasil")


def test_a_question_is_answered_by_its_telling_words(visit: Visit) -> None:
    found = first_three(results(visit, "", "bagaimana cara adopsi anak"))
    assert ADOPTION in found[0]


def test_words_to_guess_by_are_loaded_only_for_who_needs_them(open_page: OpenPage) -> None:
    page = open_page("pontianak/cari/?q=pkh")
    expect(page.get_by_role("status")).to_contain_text("hasil untuk")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = page.locator("main").get_by_role("searchbox", name="Kata yang dicari")
    field.fill("panti")
    expect(page.get_by_role("status")).to_contain_text("“panti”")
    assert not [address for address in asked if "kata-cari" in address]
    field.fill("disabiltas")
    expect(page.get_by_role("status")).to_contain_text("Maksud Anda")
    assert len([address for address in asked if "kata-cari" in address]) == 1


def test_without_a_script_the_alphabet_leads_to_everything(open_page: OpenPage) -> None:
    page = open_page("palangka-raya/cari/", viewport=PHONE, java_script_enabled=False)
    page.locator(".cari").get_by_role("link", name=re.compile("^Daftar A.Z$")).click()
    page.wait_for_url("**/palangka-raya/a-z/")
    page.get_by_role("link", name=re.compile("^M, ")).click()
    expect(page.locator("#huruf-m")).to_be_in_viewport()
    tap(page, "Mengangkat (mengadopsi) anak")
    page.wait_for_url(f"**/{ADOPTION}")
