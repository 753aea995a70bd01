"""The workbench in a real browser: from an ugly sheet to the page that readers see."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from axe import violations
from benches import drawn_whole, served
from playwright.sync_api import Page, expect

from documents import scan
from forms import blank, filled, opened
from papers import paper
from profil_terbuka.workbench import Workbench
from sheets import drawn
from support import LAW, ROOT, OpenPage, add_material, change

UGLY = ROOT / "tests" / "lembar" / "kop-dan-judul-dua-tingkat" / "lembar.yml"
BUILDING = 90_000
"""Milliseconds in which a site is built on a machine that has other things to do."""
LISTEN = """
    window.broken = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.broken.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def bench(data: Path) -> Iterator[Workbench]:
    """A workbench for the invented agency, served on a port of its own."""
    add_material(data, *LAW, "serta-merta", "informasi-dikecualikan", "dokumen-ppid")
    with served(data) as made:
        yield made


@pytest.fixture
def desk(bench: Workbench, open_page: OpenPage) -> Iterator[Page]:
    """Its first page; nothing breaks its policy, nothing fails, nothing foreign is asked."""
    page = open_page(None, address=f"http://127.0.0.1:{bench.port}")
    page.context.add_init_script(LISTEN)
    page.goto(bench.first_address)
    yield page
    assert page.evaluate("window.broken") == []
    assert page.problems == []  # type: ignore[attr-defined]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet with a letterhead, headings of two levels, merged cells, totals and notes; one of its
    figures can be read both ways."""
    sheets = yaml.safe_load(UGLY.read_text("utf-8"))["lembar"]
    rows = sheets["Data"]["baris"]
    rows[8][3] = "1.245"
    rows[10][3:] = [None, 33 + 44 + 21 + 7]  # a printed total would tell how it is meant
    file = tmp_path / "Penerima Rekaan.xlsx"
    file.write_bytes(drawn(sheets))
    return file


def preview(page: Page, path: str) -> Page:
    """Build the site, and open one of its pages in a new tab."""
    page.get_by_role("link", name="Pratinjau", exact=True).click()
    page.get_by_role("button", name="Bangun situsnya").click()
    opener = page.get_by_role("link", name="Buka situsnya di tab baru")
    expect(opener).to_be_visible(timeout=BUILDING)
    expect(page.locator("main")).to_contain_text("Situs ini memuat perubahan terakhir")
    with page.context.expect_page() as opened:
        opener.click()
    site = opened.value
    site.wait_for_load_state()
    site.goto(f"{site.url}{path}")
    return site


def fill_everything(page: Page) -> None:
    drawn_whole(page)  # all of its fields are there
    for field in page.locator("main textarea, main input[type=text]").all():
        field.fill("Isian rekaan")


def test_from_an_ugly_sheet_to_the_published_page(desk: Page, sheet: Path, data: Path) -> None:
    desk.get_by_role("link", name="Bawa berkas").click()
    desk.locator("#berkas").set_input_files(sheet)
    desk.get_by_role("button", name="Baca tabelnya").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Masih ada yang perlu Anda putuskan")
    asked = desk.locator("#sel-D9")
    expect(asked).to_have_text("1 1.245")
    asked.get_by_role("link").click()
    expect(desk.locator("#tanya-1")).to_contain_text("dapat dibaca dengan dua cara")
    desk.locator('#tanya-1 input[value="koma"]').check()
    desk.get_by_role("button", name="Lanjutkan dengan jawaban ini").click()

    expect(desk.get_by_role("heading", level=1)).to_have_text("Inilah yang terbaca")
    expect(desk.locator("main")).to_contain_text("1.245")
    expect(desk.locator("figure svg:visible")).not_to_have_count(0)
    desk.get_by_label("Judul dataset").fill("Penerima rekaan")
    desk.get_by_label("Satuan angkanya").fill("orang")
    desk.get_by_label("Nama pendek").fill("penerima-rekaan")
    desk.get_by_role("button", name="Simpan", exact=True).click()

    expect(desk.get_by_role("heading", level=1)).to_have_text("Lengkapi: Penerima rekaan")
    fill_everything(desk)
    desk.get_by_role("button", name="Simpan isian").click()
    expect(desk.get_by_role("status")).to_contain_text("sudah disimpan")
    assert "ISI:" not in (data / "datasets/contoh/penerima-rekaan/datapackage.json").read_text()

    site = preview(desk, "data/penerima-rekaan/")
    expect(site.get_by_role("heading", level=1)).to_contain_text("Penerima rekaan")
    expect(site.locator("main")).to_contain_text("1.245")
    assert site.evaluate("window.broken") == []


def test_what_was_made_is_seen_as_readers_see_it(desk: Page, data: Path) -> None:
    desk.get_by_role("link", name="Koreksi", exact=True).last.click()
    desk.get_by_role("link", name="Koreksi 2024, Utara").click()
    desk.get_by_label("Angka yang benar").fill("1317")
    desk.get_by_label("Alasannya").fill("Salah ketik.")
    desk.get_by_role("button", name="Lihat apa yang berubah").click()
    expect(desk.locator("table").first).to_contain_text("1317")
    expect(desk.locator("figure svg")).not_to_have_count(0)
    desk.get_by_role("button", name="Simpan koreksi").click()
    expect(desk.get_by_role("status")).to_contain_text("Koreksi baris 2024, Utara sudah disimpan")
    assert "Utara,1317,r" in (data / "datasets/contoh/penerima/penerima.csv").read_text()

    site = preview(desk, "data/penerima/")
    expect(site.locator("main")).to_contain_text("1.317")
    expect(site.locator("main")).to_contain_text("Salah ketik")
    assert site.evaluate("window.broken") == []


def test_what_took_longer_is_told_when_it_is_done(desk: Page, bench: Workbench) -> None:
    """The page that waits asks again and again; what is told once must not be told to that."""
    desk.goto(f"{desk.url}koreksi/?dataset=penerima&baris=2024+99.01.01+Utara&nilai=1317&alasan=x")
    with bench.writing:
        desk.get_by_role("button", name="Simpan koreksi").click()
        expect(desk.locator("[data-menunggu]")).to_be_visible()
    expect(desk.get_by_role("status")).to_contain_text("Koreksi baris 2024, Utara sudah disimpan")
    assert "/kerja/" not in desk.url


FILLED: Mapping[str, Mapping[str, object]] = {
    "penerima-2025.xlsx": {"D2": 1400, "D3": 300, "D4": 510},
    "penduduk-2025.xlsx": {"D2": 41000, "D3": "kira-kira 18 ribu", "D4": 23000},
    "layanan-2025.xlsx": {"C2": 481, "C3": 370, "C4": 260, "C5": 180, "C6": 120, "C7": 81},
}
"""What a division writes into three forms: a text among the numbers of the second."""


def fetched(page: Page, link: str) -> zipfile.ZipFile:
    """The ZIP behind a link, as the browser saves it."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    return zipfile.ZipFile(download.value.path())


def test_a_years_round_from_the_forms_to_the_published_page(
    desk: Page, data: Path, tmp_path: Path
) -> None:
    add_material(data, "penduduk", "layanan")
    desk.get_by_role("link", name="Tahun", exact=True).click()
    expect(desk.get_by_label("Tahun datanya")).to_have_value("2025")
    desk.get_by_label("Dikembalikan paling lambat").fill("2026-03-31")
    desk.get_by_role("button", name="Buat isian").click()
    expect(desk.get_by_role("status")).to_contain_text("Isian tahun 2025 dibuat untuk 1 bidang")
    expect(desk.locator("main")).to_contain_text("31 Maret 2026")

    with fetched(desk, "Unduh isiannya (ZIP) Dinas Contoh") as made:
        for name, cells in FILLED.items():
            (tmp_path / name).write_bytes(filled(made.read(name), cells))
    desk.locator("#berkas").set_input_files([tmp_path / name for name in FILLED])
    desk.get_by_role("button", name="Baca isiannya").click()
    expect(desk.locator("main")).to_contain_text("2 selesai, 1 perlu diperbaiki")
    expect(desk.locator(".kembalian.salah")).to_contain_text("D3")

    desk.get_by_role("button", name="Simpan yang benar").click()
    expect(desk.get_by_role("status")).to_contain_text("penerima-2025.xlsx sudah disimpan")
    assert (
        "2025,99.01.01,Utara,1400,A" in (data / "datasets/contoh/penerima/penerima.csv").read_text()
    )
    assert "2025" not in (data / "datasets/contoh/penduduk/penduduk.csv").read_text()
    with fetched(desk, "Unduh yang perlu diperbaiki") as back:
        assert back.namelist() == ["penduduk-2025.xlsx"]
        comment = opened(back.read("penduduk-2025.xlsx"))["Isian"]["D3"].comment
    assert "kira-kira 18 ribu" in comment.text

    site = preview(desk, "data/penerima/")
    expect(site.locator("main")).to_contain_text("1.400")


def test_forms_that_came_back_are_accessible(desk: Page, data: Path, tmp_path: Path) -> None:
    add_material(data, "penduduk", "layanan")
    cells = {**FILLED, "layanan-2025.xlsx": {"C2": 481}}
    for name, told in cells.items():
        slug = name.removesuffix("-2025.xlsx")
        (tmp_path / name).write_bytes(filled(blank(data, slug), told))
    desk.get_by_role("link", name="Tahun", exact=True).click()
    desk.locator("#berkas").set_input_files([tmp_path / name for name in cells])
    desk.set_viewport_size({"width": 320, "height": 800})
    desk.get_by_role("button", name="Baca isiannya").click()
    expect(desk.locator(".kembalian")).to_have_count(len(cells))
    drawn_whole(desk)  # its stylesheet too, or the page is measured bare
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(desk) == [], scheme


def test_an_announcement_reaches_its_page(desk: Page) -> None:
    desk.get_by_role("link", name="Buka register").click()
    desk.get_by_role("link", name="Tambah Pengumuman serta merta").click()
    desk.get_by_label("Judul").fill("Gangguan rekaan")
    desk.get_by_label("gangguan utilitas publik").check()
    desk.get_by_label("Mulai").fill("2026-01-02")
    drawn_whole(desk)
    for field in desk.locator("main textarea").all():
        field.fill("Isian rekaan.")
    desk.get_by_role("button", name="Simpan").click()
    expect(desk.get_by_role("status")).to_contain_text("barisnya sudah disimpan")
    site = preview(desk, "ppid/serta-merta/")
    expect(site.locator("main")).to_contain_text("Gangguan rekaan")


def test_withheld_information_is_listed(desk: Page, data: Path) -> None:
    desk.get_by_role("link", name="Buka register").click()
    desk.get_by_role("link", name="Tambah Informasi yang tidak diterbitkan").click()
    desk.get_by_label("Informasi", exact=True).fill("Laporan kasus rekaan")
    desk.get_by_label("Dasar hukum").fill("UU 14/2008 Pasal 17 huruf h")
    desk.get_by_role("group", name="Dasar terverifikasi").get_by_label("ya", exact=True).check()
    desk.get_by_label("Alasan").fill("Isian rekaan.")
    desk.get_by_role("group", name="Status").get_by_label("rancangan").check()
    desk.get_by_role("button", name="Simpan").click()
    expect(desk.locator("table")).to_contain_text("Laporan kasus rekaan")
    listed = data / "datasets/contoh/informasi-dikecualikan/informasi-dikecualikan.csv"
    assert listed.read_text().splitlines()[-1].startswith("4,Laporan kasus rekaan,")


DROP_PDF = """(data) => {
    const carried = new DataTransfer();
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    carried.items.add(new File([bytes], "Renja 2026.pdf"));
    return carried;
}"""


def test_a_dropped_pdf_is_listed_on_the_published_page(desk: Page, data: Path) -> None:
    desk.get_by_role("link", name="Buka register").click()
    desk.get_by_role("link", name="Tambah PDF").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Tambah dokumen PDF")
    drawn_whole(desk)  # its script has run
    content = base64.b64encode(paper(["Rencana kerja rekaan"])).decode()
    dropped = desk.evaluate_handle(DROP_PDF, content)
    desk.dispatch_event(".lepas", "drop", {"dataTransfer": dropped})
    expect(desk.get_by_role("heading", level=1)).to_have_text("Lengkapi dokumennya")
    expect(desk.get_by_label("Judul")).to_have_value("Renja 2026")
    desk.get_by_label("Ringkasan isi").fill("Rencana setahun.")
    desk.get_by_label("Tanggal", exact=True).fill("2026-01-05")
    desk.get_by_label("Kewajiban").select_option("perki-ss-renstra-renja")
    desk.get_by_role("button", name="Simpan dokumen").click()
    expect(desk.get_by_role("status")).to_contain_text("ppid/dokumen/renja-2026.pdf")
    assert (data / "datasets/contoh/dokumen/Renja 2026.pdf").is_file()

    site = preview(desk, "ppid/dokumen/")
    listed = site.locator("#dok-renja-2026")
    expect(listed).to_contain_text("5 Januari 2026")
    expect(listed).to_contain_text("Teks dapat dicari.")
    loaded = site.request.get(str(listed.get_by_role("link").first.evaluate("(link) => link.href")))
    assert loaded.body().startswith(b"%PDF")
    assert violations(site) == []
    assert site.evaluate("window.broken") == []


def test_the_form_of_a_scan_is_accessible(desk: Page, tmp_path: Path) -> None:
    file = tmp_path / "SK.pdf"
    file.write_bytes(scan())
    desk.goto(f"{desk.url}dokumen/")
    desk.locator("#berkas").set_input_files(file)
    desk.set_viewport_size({"width": 320, "height": 800})
    desk.get_by_role("button", name="Baca dokumennya").click()
    expect(desk.get_by_role("group", name="Hasil pindaian tanpa teks")).to_be_visible()
    drawn_whole(desk)
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(desk) == [], scheme


def test_a_file_can_be_dropped(desk: Page) -> None:
    desk.get_by_role("link", name="Bawa berkas").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Tabel baru")
    drawn_whole(desk)  # its script has run
    dropped = desk.evaluate_handle(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["Kecamatan;Penerima\\nUtara;120\\nTimur;55\\n"], "a.csv"));
            return carried;
        }"""
    )
    desk.dispatch_event(".lepas", "drop", {"dataTransfer": dropped})
    expect(desk.get_by_role("heading", level=1)).to_have_text("Inilah yang terbaca")


def test_nothing_needs_a_script(bench: Workbench, open_page: OpenPage, data: Path) -> None:
    """Not even what takes longer: the page that tells how far it is asks again by itself."""
    address = f"http://127.0.0.1:{bench.port}"
    page = open_page(None, address=address, java_script_enabled=False)
    page.goto(bench.first_address)
    page.get_by_role("link", name="Bawa berkas").click()
    page.get_by_label("Atau tempelkan tabelnya").fill(
        "Kecamatan\tPenerima\nUtara\t120\nTimur\t55\n"
    )
    page.get_by_role("button", name="Baca tabelnya").click()
    page.get_by_label("Judul dataset").fill("Bantuan")
    page.get_by_label("Nama pendek").fill("bantuan")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lengkapi: Bantuan")
    assert (data / "datasets/contoh/bantuan/bantuan.csv").is_file()


PAGES = (
    "",
    "tabel/",
    "koreksi/",
    "koreksi/?dataset=penerima",
    "koreksi/?dataset=penerima&baris=2024+99.01.01+Utara&nilai=1311&alasan=Salah",
    "tahun/",
    "kewajiban/",
    "register/",
    "register/informasi-dikecualikan/",
    "register/serta-merta/baru/",
    "register/informasi-dikecualikan/2/hapus/",
    "register/dokumen-ppid/baru/",
    "dokumen/",
    "periksa/",
    "pratinjau/",
    "terbitkan/",
)


def test_every_page_is_accessible_and_fits_a_narrow_screen(desk: Page, data: Path) -> None:
    change(
        data / "datasets/contoh/penerima/penerima.csv",
        "2022,99.01.01,Utara,1200",
        "2022,99.01.01,Utara,1201",
    )
    home = desk.url
    for path in PAGES:
        desk.goto(home + path)
        expect(desk.locator("[data-menunggu]")).to_have_count(0, timeout=BUILDING)
        drawn_whole(desk)  # of the page that took the place of the waiting one
        desk.set_viewport_size({"width": 320, "height": 800})
        assert desk.evaluate("document.documentElement.scrollWidth") <= 320, path
        for scheme, width in (("light", 360), ("dark", 1280)):
            desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            desk.set_viewport_size({"width": width, "height": 900})
            assert violations(desk) == [], f"{path}, {scheme}, {width} px"


def test_the_site_comes_as_a_zip_in_two_clicks(desk: Page) -> None:
    desk.get_by_role("link", name="Terbitkan").click()
    desk.get_by_role("button", name="Unduh ZIP situs").click()
    link = desk.get_by_role("link", name="Unduh ZIP situs")
    expect(link).to_be_visible(timeout=BUILDING)
    drawn_whole(desk)
    assert violations(desk) == []
    with desk.expect_download() as fetched:
        link.click()
    with zipfile.ZipFile(fetched.value.path()) as packed:
        assert packed.testzip() is None
        assert "data/penerima/penerima.csv" in packed.namelist()


def test_the_sheet_and_its_questions_are_accessible(desk: Page, sheet: Path) -> None:
    desk.get_by_role("link", name="Bawa berkas").click()
    desk.locator("#berkas").set_input_files(sheet)
    desk.get_by_role("button", name="Baca tabelnya").click()
    expect(desk.locator("#tanya-1")).to_be_visible()
    drawn_whole(desk)
    desk.set_viewport_size({"width": 320, "height": 800})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(desk) == [], scheme
