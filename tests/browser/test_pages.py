"""What a person sees, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from agencies import AGENCIES, catalog_of
from support import WHOLE, OpenPage, Serve, Visit

SHARES = 4
"""Into so many tests the pages are dealt out, for processes that share the work."""

WIDTHS = (360, 1280)
"""Of a phone and a desk, in px."""


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_quiet_and_fits(share: int, visitor: Page, address: str, built: Path) -> None:
    """No console error, no foreign request, no sideways scrolling, on a phone and a desk.

    Every other page begins with the desk: a window that stays as it is lays nothing out anew.
    """
    pages = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    assert len(pages) > 300
    wrong, widths = {}, list(WIDTHS)
    for page in pages[share::SHARES]:
        visitor.problems.clear()
        visitor.goto(f"{address}/{page.removesuffix('index.html')}{WHOLE}")
        found = [f"too wide for {width} px" for width in widths if not fits(visitor, width)]
        widths.reverse()
        if found or visitor.problems:
            wrong[page] = [*found, *visitor.problems]
    assert wrong == {}


def fits(page: Page, width: int) -> bool:
    page.set_viewport_size({"width": width, "height": 800})
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width)


def test_dataset_page_works_without_javascript(open_page: OpenPage) -> None:
    page = open_page("pontianak/data/pbi/", java_script_enabled=False)
    assert page.locator("h1").inner_text().startswith("Penerima bantuan iuran (PBI)")
    chart = page.locator("figure.grafik svg:visible").first
    box = chart.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] > 150
    assert page.get_by_text("20.840").first.is_visible()
    assert page.locator('a[href$="pbi.csv"]').first.is_visible()
    assert page.locator('a[href$="pbi.xlsx"]').first.is_visible()
    page.locator("summary", has_text="Sumber dan lisensi").click()
    assert page.get_by_text("JUMLAH PENERIMA BANTUAN PBI").last.is_visible()
    assert page.problems == []


def test_table_under_a_chart_opens_without_javascript(open_page: OpenPage) -> None:
    page = open_page("pontianak/data/pbi/", java_script_enabled=False)
    figure = page.locator("figure.grafik").first
    assert not figure.locator("table").is_visible()
    figure.locator("summary").first.click()
    assert figure.locator("table").is_visible()


def test_downloads_are_reachable_by_click(visit: Visit) -> None:
    page = visit("pontianak/data/pbi/")
    with page.expect_download() as download:
        page.locator('a[href$="pbi.csv"]').first.click()
    lines = Path(download.value.path()).read_text("utf-8").splitlines()
    assert len(lines) == 121


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chart_text_contrasts_with_the_page(scheme: str, open_page: OpenPage) -> None:
    page = open_page("pontianak/data/pkh/", color_scheme=scheme)
    contrast = page.evaluate(CONTRAST)
    assert contrast >= 4.5


CONTRAST = """() => {
  const text = document.querySelector("figure.grafik svg text");
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const blend = ([r, g, b, a = 1], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) =>
      (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = channels(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  const fill = light(blend(channels(getComputedStyle(text).fill), under)), back = light(under);
  return (Math.max(fill, back) + 0.05) / (Math.min(fill, back) + 0.05);
}"""


def test_key_figure_leads_to_its_data(visit: Visit) -> None:
    page = visit("pontianak/")
    page.locator("ul.kartu a").first.click()
    page.wait_for_url("**/pontianak/data/pkh/")
    assert page.problems == []


def test_catalogue_leads_to_every_dataset(visit: Visit) -> None:
    page = visit("pontianak/data/")
    for dataset in catalog_of("pontianak").datasets:
        assert page.locator(f'a[href$="/data/{dataset.slug}/"]').count() == 1


def test_requirements_of_a_service_are_one_click_from_home(visit: Visit) -> None:
    page = visit("pontianak/")
    page.get_by_role("link", name="Mengaktifkan kembali BPJS PBI").click()
    papers = page.locator("ul.berkas > li")
    expect(papers).to_have_count(6)
    expect(papers.filter(has_text="Fotokopi KTP")).to_have_count(1)


def test_a_doubtful_figure_and_its_csv_are_two_clicks_from_home(visit: Visit) -> None:
    page = visit("pontianak/")
    page.get_by_role("link", name="Angka", exact=True).first.click()
    page.locator("#grafik-pkh-per-kecamatan").get_by_role("link", name="Data lengkap").click()
    page.wait_for_url("**/pontianak/data/pkh/**")
    row = page.locator("table[data-kutip] tr", has_text="Siantan Hulu").last
    row.scroll_into_view_if_needed()
    assert "691" in (row.text_content() or "")
    mark = row.locator("sup.status a").first
    assert mark.text_content() == "u"
    target = (mark.get_attribute("href") or "").partition("#")[2]
    mark.click()
    page.wait_for_url(f"**#{target}")
    assert "diragukan" in page.locator(f"#{target}").inner_text()
    assert page.get_by_role("link", name="Unduh CSV").is_visible()


def test_the_portals_catalogue_is_filtered_by_words_and_choices(visit: Visit) -> None:
    page = visit("data/")
    items = page.locator("[data-segi]:visible")
    everything = items.count()
    page.get_by_role("searchbox", name="Cari", exact=True).fill("disabilitas")
    some = items.count()
    assert 0 < some < everything
    page.get_by_label("Instansi").select_option(index=1)
    assert 0 < items.count() < some
    assert page.locator("output").inner_text() == f"{items.count()} dari {everything} ditampilkan"


def test_a_year_finds_the_datasets_that_cover_it(visit: Visit) -> None:
    page = visit("palangka-raya/data/")
    for end in ("Tahun, dari", "Tahun, sampai"):
        page.get_by_role("combobox", name=end).select_option("2017")
    assert page.get_by_role("link", name="Jumlah PPKS menurut jenis").is_visible()
    assert not page.get_by_role("heading", name="Layanan").is_visible()


def test_the_register_is_filtered_by_accreditation(visit: Visit) -> None:
    page = visit("palangka-raya/organisasi/lks/")
    items = page.locator(".register [data-segi]:visible")
    assert items.count() == 47
    page.get_by_role("combobox", name="Akreditasi").select_option("A")
    assert items.count() == 1
    assert "masa berlaku" in items.first.inner_text()


def test_the_register_is_whole_without_javascript(open_page: OpenPage) -> None:
    page = open_page("palangka-raya/organisasi/lks/", java_script_enabled=False)
    assert page.locator(".register [data-segi]:visible").count() == 47
    assert page.locator(".register .segi").first.is_visible()
    assert page.locator("form.saring").count() == 0


def test_a_term_has_an_address_of_its_own(visit: Visit) -> None:
    page = visit("palangka-raya/layanan/istilah-ppks/#istilah-anak-jalanan")
    assert page.locator(":target dt").inner_text().startswith("Anak Jalanan")
    assert page.locator("dl.istilah > div").count() >= 26


def test_a_service_page_tells_what_for_whom_and_by_which_law(visit: Visit) -> None:
    page = visit("palangka-raya/layanan/calon-orang-tua-angkat/")
    page.locator("#dasar-hukum summary").click()
    text = page.locator("article").inner_text()
    for words in ("Pasangan suami istri", "home visit", "Nomor 54 Tahun 2007"):
        assert words in text


def test_the_structure_is_drawn_from_data(visit: Visit) -> None:
    page = visit("palangka-raya/organisasi/")
    below = page.locator(".pohon .daftar > ul > li > ul > li > ul > li")
    assert below.count() == 2


def test_a_comparison_names_its_years_and_limits(visit: Visit) -> None:
    page = visit("perbandingan/pegawai-pendidikan/")
    text = page.locator("article").inner_text()
    assert "Tidak ada tahun yang sama" in text
    assert "Angka per penduduk tidak dihitung" in text
    assert page.locator("article table").last.is_visible()


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_agencys_site_works_alone_at_a_root(
    slug: str, built: Path, serve: Serve, open_page: OpenPage
) -> None:
    """Another domain, nothing above it: pages, style, charts and downloads are all below."""
    page = open_page("", address=serve(built / slug))
    page.get_by_role("link", name="Data", exact=True).first.click()
    page.wait_for_url("**/data/")
    page.locator("ul.katalog h3 a").first.click()
    page.wait_for_url("**/data/*/")
    assert page.locator("h1").is_visible()
    with page.expect_download():
        page.locator("a[download]").first.click()
    assert page.problems == []
