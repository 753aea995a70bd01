"""The notice on personal data and the way to corrections: true of the site, honest about gaps."""

from __future__ import annotations

import datetime
import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from profil_terbuka import ppid
from profil_terbuka.model import Catalog
from profil_terbuka.model.products import GeneratedPage
from profil_terbuka.ppid import ObligationState
from profil_terbuka.ppid.desk.custody import stray_custody
from profil_terbuka.read import catalog, manuscripts
from support import ENGINE, ROOT, add_material, records

LAW = ("tenggat", "libur-nasional", "kewajiban", "kolom-dip", "indikator-monev")
NOTICE, CORRECTING = "ppid/data-pribadi/", "ppid/koreksi/"
RIGHTS, OFFICER = "pdp-5-8-hak", "pdp-53-pejabat"
DAY = datetime.date(2026, 11, 22)
DESK = "ppid: {jabatan: Sekretaris Contoh, surel: ppid@contoh.go.id}\n"
TOLD = """pelindungan_data:
  petugas: Kepala Bagian Hukum Contoh
  dasar: Keputusan Nomor 1 Tahun 2026
  surel: pdp@contoh.go.id
  pengelola_server: Diskominfo Contoh
"""
CUSTODY = "nomor,informasi,bagian,penguasa,penanggung_jawab,retensi\n"


@pytest.fixture
def repository(data: Path) -> Path:
    """The invented agency, and what the law asks."""
    for name in LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    return add_material(data, "penguasaan-informasi")


def identify(repository: Path, more: str) -> None:
    identity = repository / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + more, "utf-8")


def keep(repository: Path, *rows: str) -> None:
    """The register of who holds what."""
    table = repository / "datasets/contoh/penguasaan-informasi/penguasaan-informasi.csv"
    table.write_text(CUSTODY + "".join(f"{row}\n" for row in rows), "utf-8")


def load(repository: Path) -> Catalog:
    loaded = catalog.load(repository, "contoh")
    assert loaded.findings == ()
    assert loaded.catalog is not None
    return loaded.catalog


def pages(repository: Path) -> dict[str, GeneratedPage]:
    return {page.address: page for page in ppid.personal_data_pages(load(repository))}


def words(page: GeneratedPage) -> str:
    """The page as it is read: without tags, spaces as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


def standing(repository: Path, name: str) -> ppid.Standing:
    written, _ = manuscripts.read_manuscripts(repository, "contoh")
    found = ppid.assess_openness(load(repository), written, None, DAY)
    assert found
    return found.judged[name]


# What the site says of itself


def test_pages_store_no_more_in_a_browser_than_the_notice_tells() -> None:
    """The choice of light or dark, and copies of visited pages."""
    # The engine of others could fetch by itself; it is handed its bytes (skrip-sql/10-halaman.js).
    own = [path for path in (ENGINE / "theme").rglob("*.js") if "pihak-lain" not in path.parts]
    scripts = [path.read_text("utf-8") for path in own]
    assert len(scripts) > 10
    stored = {key for script in scripts for key in re.findall(r"Storage\.\w+\(\"(\w+)\"", script)}
    assert stored == {"tampilan"}
    assert sum("caches.open" in script for script in scripts) == 1
    for never in ("cookie", "sessionStorage", "indexedDB", "sendBeacon", "XMLHttpRequest"):
        assert not [script for script in scripts if never in script], never


def test_what_the_register_writes_down_is_told_as_it_does(repository: Path) -> None:
    said = words(pages(repository)[NOTICE])
    assert "keberatan: nama, alamat, nomor kontak, pekerjaan; juga informasi" in said


# What nobody has told


def test_without_an_officer_it_is_said_who_has_to_name_one(repository: Path) -> None:
    identify(repository, DESK)
    for page in pages(repository).values():
        said = words(page)
        assert "Petugas pelindungan data pribadi belum ditetapkan." in said
        assert "yang perlu menetapkannya ialah pimpinan Dinas Contoh" in said
        assert "Sementara itu, hubungi PPID." in said
        assert "mailto:ppid@contoh.go.id?subject=Permintaan%20tentang%20data%20pribadi" in page.html


def test_an_officer_is_told_in_the_place_of_the_information_officer(repository: Path) -> None:
    identify(repository, DESK + TOLD)
    for page in pages(repository).values():
        said = words(page)
        assert "belum ditetapkan. Menunjuknya" not in said
        assert "Petugas data pribadi Kepala Bagian Hukum Contoh" in said
        assert "mailto:pdp@contoh.go.id?subject=Permintaan%20tentang%20data%20pribadi" in page.html
    assert "Pengelola servernya: Diskominfo Contoh." in words(pages(repository)[NOTICE])


def test_an_officer_without_an_address_gets_no_letter_meant_for_another(repository: Path) -> None:
    identify(repository, DESK + "pelindungan_data: {petugas: Kepala Bagian Contoh}\n")
    assert "Permintaan%20tentang" not in "".join(page.html for page in pages(repository).values())


def test_what_nobody_confirmed_is_marked(repository: Path) -> None:
    identify(repository, f"{TOLD}  perlu_verifikasi: [petugas, pengelola_server]\n")
    assert words(pages(repository)[NOTICE]).count("perlu verifikasi") == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "Belum ditetapkan; PPID perlu menetapkannya di register penguasaan informasi."),
        (("1,,,,,10 tahun",), "Berapa lama 10 tahun"),
        (("1,,,,,10 tahun", "2,ppid/permohonan/,,,,2 tahun"), "Berapa lama 2 tahun"),
    ],
)
def test_how_long_askers_are_kept_is_what_the_office_says(
    repository: Path, rows: tuple[str, ...], said: str
) -> None:
    keep(repository, *(rows or ("1,,,Bidang Contoh,,",)))
    assert said in words(pages(repository)[NOTICE])
    assert list(stray_custody(load(repository), ())) == []


def test_what_a_new_agency_may_fill_in_is_read_as_it_stands(repository: Path) -> None:
    """The lines of the skeleton, without their marks."""
    skeleton = (ENGINE / "editing/kerangka/instansi.yml").read_text("utf-8")
    lines = skeleton[skeleton.index("# pelindungan_data:") :].partition("\nwarna:")[0]
    identify(repository, re.sub(r"^# ", "", lines, flags=re.MULTILINE) + "\n")
    told = load(repository).agency.protection
    assert (told.officer, bool(told.basis), bool(told.host)) == ("Sekretaris Dinas", True, True)


# What the law says


@pytest.mark.parametrize("address", [NOTICE, CORRECTING])
def test_only_articles_that_were_read_have_a_number(repository: Path, address: str) -> None:
    law = records((ROOT / "datasets/acuan/kewajiban/kewajiban.csv").read_bytes())
    known = {
        article
        for row in law
        if row["peraturan"] == "UU 27/2022" and row["pasal_terverifikasi"] == "ya"
        for start, end in re.findall(r"(?:Pasal )?(\d+)(?:-(\d+))?", row["pasal"].split(" ayat")[0])
        for article in range(int(start), int(end or start) + 1)
    }
    said = words(pages(repository)[address])
    named = {int(number) for number in re.findall(r"Pasal (\d+)", said)}
    assert named <= known
    if address == NOTICE:
        assert {5, 6, 7, 8} <= named
        assert not {9, 10, 11, 12, 13, 15} & named


def test_a_day_is_only_told_where_a_law_table_has_it(repository: Path) -> None:
    said = words(pages(repository)[CORRECTING])
    assert re.findall(r"(\d+) hari", said) == ["10", "7"]
    assert "belum ditulis: penyusun halaman ini belum membaca naskah pasalnya" in said


def test_without_the_law_table_nothing_is_promised(data: Path) -> None:
    for page in pages(data).values():
        assert "hari kerja" not in words(page)
        assert "ppid/permohonan/" not in page.html
        assert "ppid/dikecualikan/" not in page.html


# Evidence


@pytest.mark.parametrize(
    ("more", "rows", "rights", "officer"),
    [
        ("", (), ObligationState.PARTIAL, ObligationState.MISSING),
        (TOLD, (), ObligationState.PARTIAL, ObligationState.MET),
        (TOLD, ("1,,,,,2 tahun",), ObligationState.MET, ObligationState.MET),
        (
            f"{TOLD}  perlu_verifikasi: [petugas]\n",
            ("1,,,,,2 tahun",),
            ObligationState.MET,
            ObligationState.PARTIAL,
        ),
    ],
)
def test_rights_and_officer_count_as_far_as_they_are_told(
    repository: Path,
    more: str,
    rows: tuple[str, ...],
    rights: ObligationState,
    officer: ObligationState,
) -> None:
    identify(repository, more)
    keep(repository, *(rows or ("1,,,Bidang Contoh,,",)))
    assert standing(repository, RIGHTS).state is rights
    assert standing(repository, OFFICER).state is officer


@pytest.mark.parametrize(
    ("more", "lacking"),
    [
        (
            "",
            "petugas pelindungan data pribadi dan jangka waktu penyimpanan data pemohon.",
        ),
        (TOLD, "belum ditetapkan oleh instansi: jangka waktu penyimpanan data pemohon."),
    ],
)
def test_what_the_rights_still_lack_is_named(repository: Path, more: str, lacking: str) -> None:
    identify(repository, more)
    keep(repository, "1,,,Bidang Contoh,,")
    (shown,) = standing(repository, RIGHTS).evidence
    assert shown.lacking.endswith(lacking)


# Letters


def test_a_letter_asks_for_what_the_page_asks(repository: Path) -> None:
    identify(repository, DESK)
    page = pages(repository)[CORRECTING]
    letters = [unquote(unescape(link)) for link in re.findall(r'href="(mailto:[^"]+)"', page.html)]
    figure = next(letter for letter in letters if "Laporan kekeliruan" in letter)
    assert "Yang tertulis sekarang:" in figure
    person = next(letter for letter in letters if "data pribadi" in letter)
    assert "Cara menghubungi Anda:" in person
