"""What the search knows of words: those to guess by, those for what is not there, and numbers."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace

from test_services import WORDINGS, catalog_of

from invented import AGENCY, dataset_with, table_of
from profil_terbuka.model import Catalog, Dataset, Field, Role, ServiceOffer
from profil_terbuka.model.invented import invented_dataset, invented_table
from profil_terbuka.publish import search
from profil_terbuka.publish.search.record import DATA, FIGURE, GUIDE, PAGE, Record
from profil_terbuka.publish.search.vocabulary import LARGEST
from profil_terbuka.publish.search.webpages import Webpage
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.services import public_services
from support import ROOT

WORD = Field("kata", "Kata", "string", "", Role.DIMENSION)
MATTER = Field("hal", "Hal", "string", "", Role.REMARK)
ANSWER = Field("jawaban", "Jawaban", "string", "", Role.REMARK)


def record(title: str, content: str = "") -> Record:
    return Record("data/a/", DATA, title, content)


def _letters(number: int) -> str:
    """Six letters that follow no order."""
    digest = hashlib.sha256(str(number).encode()).digest()
    return "".join(chr(97 + byte % 26) for byte in digest[:6])


def listed(data: bytes) -> list[list[str]]:
    return [words.split() for words in json.loads(data)]


def test_words_of_titles_come_first_and_short_ones_are_left_out() -> None:
    page = Webpage("a/", "", '<p class="rahasia">Warga&nbsp;kota dan desa</p>')
    titles, others = listed(search.vocabulary([page], [record("Penyandang PKH", "warga 2024")]))
    assert titles == ["penyandang"]
    assert others == ["desa", "kota", "warga"]


def test_the_list_of_words_never_grows_too_large() -> None:
    titles = [record(f"judul{_letters(number)}") for number in range(4000)]
    data = search.vocabulary([], titles)
    assert 5_500 < len(gzip.compress(data, mtime=0)) <= LARGEST
    assert data == search.vocabulary([], titles)


def test_a_portal_knows_the_words_of_the_sites_below_it() -> None:
    below = [search.vocabulary([], [record("Disabilitas", "terlantar")])]
    assert listed(search.vocabulary([], [], below)) == [["disabilitas"], ["terlantar"]]


def absent_package(*rows: tuple[str, str, str]) -> Dataset:
    return dataset_with(table_of((WORD, MATTER, ANSWER), rows, "tidak-diterbitkan", ("kata",)))


PACKAGE = absent_package(
    ("gaji", "Gaji pegawai", "Tanyakan."), ("tunjangan", "Gaji pegawai", "Tanyakan.")
)


def test_what_nobody_counts_is_told_with_all_its_words() -> None:
    other = invented_dataset(invented_table("tahun, jumlah (orang)", (2024, 3), title="Pegawai"))
    assert search.absences((PACKAGE,), [(other,)]) == (
        (("gaji", "tunjangan"), "Gaji pegawai", "Tanyakan."),
    )
    assert search.absences((), [(other,)]) == ()


def test_what_a_table_counts_is_not_called_absent() -> None:
    paid = invented_dataset(
        invented_table("belanja, jumlah (rupiah)", ("Belanja gaji", 3), title="Anggaran")
    )
    assert search.absences((PACKAGE,), [(paid,)]) == ()
    assert search.absences((PACKAGE,), [(), (paid,)]) == (), "one agency of the portal has it"


def test_a_word_in_a_text_alone_does_not_make_it_there() -> None:
    said = invented_dataset(invented_table("keterangan", ("Gaji tidak dimuat",)))
    assert len(search.absences((PACKAGE,), [(said,)])) == 1


def test_the_published_answers_are_whole_sentences() -> None:
    (package,) = (item for item in catalogs.reference(ROOT) if item.slug == "tidak-diterbitkan")
    for row in package.main.rows:
        word, matter, told = map(str, row[:3])
        assert word == word.lower()
        assert matter[0].isupper()
        assert not matter.endswith(".")
        assert told.endswith(".")


def test_a_service_is_found_by_what_is_wanted_and_by_the_books_name() -> None:
    letter, _ = search.service_records(public_services(catalog_of(ServiceOffer(wordings=WORDINGS))))
    assert letter.address == "layanan/surat-rekaan/"
    assert letter.filters == {"Jenis": ("Layanan",), "Subjek": ("Layanan",)}
    for words in ("Surat Rekaan.", "Fotocopy kartu keluarga (KK).", "Gratis."):
        assert words in letter.content


def figures_of(dataset: Dataset) -> list[Record]:
    found = search.records(Catalog(AGENCY, (dataset,)))
    return [item for item in found if item.kind == FIGURE]


def test_a_figure_leads_to_its_newest_cell_and_is_found_by_its_numbers() -> None:
    table = invented_table(
        "tahun, kelurahan, jumlah (KPM)",
        (2023, "Utara", 11341),
        (2024, "Utara", 7),
        name="pkh",
    )
    (found,) = figures_of(invented_dataset(table))
    assert found.address == "data/pkh/#pkh.2024.utara"
    assert found.numbers == ("2024", "2023", "11.341")


def test_whom_an_office_serves_comes_before_who_works_there() -> None:
    table = invented_table("tahun, kelurahan, jumlah (orang)", (2024, "Utara", 7))
    served, staff = (
        figures_of(invented_dataset(table, subject=subject))[0]
        for subject in ("statistik", "organisasi")
    )
    assert staff.weight < served.weight < 1


def test_a_row_that_the_page_does_not_show_is_not_led_to() -> None:
    rows = ((2024, f"Kelurahan {number}", 7) for number in range(501))
    table = invented_table("tahun, kelurahan, jumlah (orang)", *rows, name="pkh")
    assert {item.address for item in figures_of(invented_dataset(table))} == {"data/pkh/#tabel-pkh"}


def test_what_staff_read_is_told_apart() -> None:
    page = Webpage("panduan/impor/", "", "")
    assert page.kind == GUIDE
    assert replace(page, address="layanan/").kind == PAGE
