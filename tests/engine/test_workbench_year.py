"""A year's round at the workbench: forms are made and fetched, come back, are kept or returned."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import httpx2
import pytest

from forms import blank, filled, opened
from profil_terbuka.importer.annotating.marking import AUTHOR
from profil_terbuka.workbench.refusing import MOST_FILES
from sitting import HOME, Sitting, seated, words
from spreadsheets import packed
from support import add_material, change

YEAR = f"{HOME}tahun/"
WHOLE = {"D2": 1400, "D3": 300, "D4": 510}
FAULTY = {"D2": 41000, "D3": "kira-kira 18 ribu", "D4": 23000}
DIVISION = "dinas-contoh-2025.zip"


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency with three datasets that a year asks for."""
    return add_material(data, "penduduk", "layanan")


@pytest.fixture
def sitting(agency: Path) -> Sitting:
    return seated(agency)


@pytest.fixture
def forms(agency: Path) -> Mapping[str, bytes]:
    """Three forms: one whole, one faulty, one with a single number."""
    return {
        "penerima-2025.xlsx": filled(blank(agency, "penerima"), WHOLE),
        "penduduk-2025.xlsx": filled(blank(agency, "penduduk"), FAULTY),
        "layanan-2025.xlsx": filled(blank(agency, "layanan"), {"C2": 5}),
    }


def send_back(sitting: Sitting, *files: tuple[str, bytes]) -> httpx2.Response:
    """Files that came back, brought together; the page that tells what became of them."""
    answer = sitting.browser.post(
        f"{HOME}kembali/",
        data={"tanda": sitting.bench.seal},
        files=[("berkas", file) for file in files],
    )
    return answer if answer.is_error else sitting.see(answer.url.path)


def table(agency: Path, slug: str) -> str:
    return (agency / f"datasets/contoh/{slug}/{slug}.csv").read_text("utf-8")


def opened_zip(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


# Forms are made


def test_the_year_after_the_newest_is_proposed(sitting: Sitting) -> None:
    page = sitting.see(YEAR)
    assert 'required value="2025"' in page.text
    assert "data tahun 2025: 0 dataset selesai, 0 sebagian, 3 belum ada" in words(page)


def test_another_year_is_told_without_making_anything(sitting: Sitting, agency: Path) -> None:
    page = sitting.see(YEAR)
    assert f'href="{YEAR}?tahun=2024"' in page.text
    told = words(sitting.see(f"{YEAR}?tahun=2024"))
    assert "data tahun 2024: 3 dataset selesai" in told
    assert not list(agency.glob("isian-*"))


def test_each_division_gets_a_zip_with_its_forms(sitting: Sitting) -> None:
    page = sitting.send(YEAR, tahun="2025")
    assert "Isian tahun 2025 dibuat untuk 1 bidang" in words(page)
    assert f'href="{YEAR}2025/{DIVISION}"' in page.text
    fetched = sitting.browser.get(f"{YEAR}2025/{DIVISION}")
    assert opened_zip(fetched.content).namelist() == [
        "layanan-2025.xlsx",
        "penduduk-2025.xlsx",
        "penerima-2025.xlsx",
    ]
    assert fetched.headers["content-disposition"] == f'attachment; filename="{DIVISION}"'


@pytest.mark.parametrize(
    ("file", "begins"),
    [("daftar-2025.csv", '"Diisi oleh";'), ("tenggat-2025.ics", "BEGIN:VCALENDAR")],
)
def test_list_and_calendar_can_be_fetched(sitting: Sitting, file: str, begins: str) -> None:
    page = sitting.send(YEAR, tahun="2025", tenggat="2026-03-31")
    assert f'href="{YEAR}2025/{file}"' in page.text
    fetched = sitting.browser.get(f"{YEAR}2025/{file}").content.decode("utf-8-sig")
    assert fetched.replace("Diisi oleh;", '"Diisi oleh";').startswith(begins)


def test_the_day_that_was_set_is_told_from_then_on(sitting: Sitting) -> None:
    sitting.send(YEAR, tahun="2025", tenggat="2026-03-31")
    assert "31 Maret 2026" in words(sitting.see(YEAR))


def test_forms_that_were_made_are_left_and_told(sitting: Sitting, agency: Path) -> None:
    sitting.send(YEAR, tahun="2025")
    made = agency / "isian-2025/contoh" / DIVISION
    made.write_bytes(b"sudah diisi")
    page = words(sitting.send(YEAR, tahun="2025"))
    assert f"Sudah dibuat sebelumnya, jadi tidak ditimpa: {DIVISION}" in page
    assert made.read_bytes() == b"sudah diisi"


def test_forms_are_made_again_beside_those_that_were_made(sitting: Sitting, agency: Path) -> None:
    sitting.send(YEAR, tahun="2025")
    made = agency / "isian-2025/contoh" / DIVISION
    made.write_bytes(b"sudah diisi")
    page = words(sitting.send(YEAR, tahun="2025", aksi="buat-ulang"))
    assert "Isian sebelumnya tidak dihapus: tersimpan sebagai dinas-contoh-2025-lama.zip" in page
    assert made.with_stem("dinas-contoh-2025-lama").read_bytes() == b"sudah diisi"
    assert "penerima-2025.xlsx" in opened_zip(made.read_bytes()).namelist()


def test_the_day_that_was_set_can_be_cleared(sitting: Sitting) -> None:
    page = sitting.send(YEAR, tahun="2025", tenggat="2026-03-31")
    assert "Tenggat isian tahun 2025: 31 Maret 2026" in words(page)
    cleared = sitting.send(YEAR, tahun="2025", aksi="tanpa-tenggat")
    assert "Tenggat isian tahun 2025 dihapus" in words(cleared)
    shown = sitting.see(YEAR)
    assert "31 Maret 2026" not in words(shown)
    assert "tanpa-tenggat" not in shown.text
    fetched = sitting.browser.get(f"{YEAR}2025/tenggat-2025.ics")
    assert b"20260331" not in fetched.content


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"tahun": "20255"}, "20255 bukan tahun yang dapat dipakai"),
        ({"tahun": "../.."}, "../.. bukan tahun yang dapat dipakai"),
        ({"tahun": "1066"}, "1066 bukan tahun yang dapat dipakai"),
        ({"tahun": "2025", "tenggat": "besok"}, "besok bukan tanggal"),
    ],
)
def test_what_is_no_year_or_day_makes_nothing(
    sitting: Sitting, agency: Path, said: dict[str, str], told: str
) -> None:
    answer = sitting.send(YEAR, **said)
    assert answer.status_code == 422
    assert told in words(answer)
    assert not list(agency.glob("isian-*"))


def test_a_round_that_was_begun_stays_until_it_is_whole(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    sitting.send(YEAR, tahun="2025")
    sitting.keep(send_back(sitting, ("penerima-2025.xlsx", forms["penerima-2025.xlsx"])))
    page = words(sitting.see(YEAR))
    assert "data tahun 2025: 1 dataset selesai, 0 sebagian, 2 belum ada" in page


def test_a_faulty_dataset_is_told_with_the_way_to_its_fault(sitting: Sitting, agency: Path) -> None:
    change(agency / "datasets/contoh/penduduk/penduduk.csv", "Selatan,18350", "Selatan,x")
    page = sitting.see(YEAR)
    assert "Ini belum dapat dinilai karena ada kesalahan di dalamnya: penduduk" in words(page)


@pytest.mark.parametrize(
    "path",
    [
        "2025/tiada.zip",
        "2025/..%2f..%2fdatasets%2fcontoh%2finstansi.yml",
        "2025/%2e%2e",
        "..%2f/instansi.yml",
        "20%2f25/daftar-2025.csv",
        "2025/pintas.csv",
    ],
)
def test_only_files_of_the_round_are_fetched(sitting: Sitting, agency: Path, path: str) -> None:
    sitting.send(YEAR, tahun="2025")
    shortcut = agency / "isian-2025/contoh/pintas.csv"
    shortcut.symlink_to(agency / "datasets/contoh/instansi.yml")
    answer = sitting.browser.get(YEAR + path)
    assert answer.status_code == 404
    assert "warna:" not in answer.text


# Forms come back


def test_each_form_is_told_with_what_became_of_it(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    told = words(send_back(sitting, ("kiriman.zip", packed(forms))))
    assert "1 selesai, 1 perlu diperbaiki, 1 belum lengkap" in told
    assert "Lembar Isian D3, kolom Jumlah penduduk : kira-kira 18 ribu bukan" in told
    assert "masih kosong (5 baris)" in told


def test_new_rows_are_shown_with_their_numbers(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    told = words(send_back(sitting, *forms.items()))
    assert "penerima-2025.xlsx: siap, 4 baris baru, 0 baris berubah" in told
    assert "Baris baru: Penerima per kecamatan" in told
    assert "2025 99.01.01 Utara 1.400" in told


def test_a_number_that_changes_is_shown_old_and_new(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    form = forms["penerima-2025.xlsx"]
    sitting.keep(send_back(sitting, ("penerima-2025.xlsx", form)))
    told = words(send_back(sitting, ("penerima-2025.xlsx", filled(form, {"D2": 1401}))))
    assert "2025, Utara Jumlah penerima 1400 1401" in told


def test_nothing_is_written_before_it_was_seen(
    sitting: Sitting, agency: Path, forms: Mapping[str, bytes]
) -> None:
    before = table(agency, "penerima")
    send_back(sitting, *forms.items())
    assert table(agency, "penerima") == before


def test_what_is_right_is_written_and_the_others_are_left(
    sitting: Sitting, agency: Path, forms: Mapping[str, bytes]
) -> None:
    before = {slug: table(agency, slug) for slug in ("penduduk", "layanan")}
    page = words(sitting.keep(send_back(sitting, *forms.items())))
    assert "penerima-2025.xlsx sudah disimpan" in page
    assert "0 selesai, 1 perlu diperbaiki, 1 belum lengkap, 1 sudah ada semua" in page
    assert "2025,99.01.03,Timur,510,A,510,4\n" in table(agency, "penerima")
    assert {slug: table(agency, slug) for slug in before} == before


def test_the_list_tells_what_came_in(sitting: Sitting, forms: Mapping[str, bytes]) -> None:
    sitting.send(YEAR, tahun="2025")
    sitting.keep(send_back(sitting, *forms.items()))
    listed = sitting.browser.get(f"{YEAR}2025/daftar-2025.csv").content.decode("utf-8-sig")
    (line,) = [line for line in listed.splitlines() if ";penerima;" in line]
    assert line.split(";")[4:6] == ["3", "0"]


def test_what_changed_meanwhile_is_shown_first(
    sitting: Sitting, agency: Path, forms: Mapping[str, bytes]
) -> None:
    shown = send_back(sitting, *forms.items())
    change(agency / "datasets/contoh/penerima/penerima.csv", "Utara,1310,A", "Utara,1311,r")
    assert "Datanya berubah sesudah halaman ini dibuka" in words(sitting.keep(shown))
    assert "2025" not in table(agency, "penerima")


def test_faulty_forms_go_back_marked(sitting: Sitting, forms: Mapping[str, bytes]) -> None:
    page = send_back(sitting, ("kiriman.zip", packed(forms)))
    answer = sitting.browser.get(f"{page.url.path}perbaikan.zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="kiriman-perbaikan.zip"'
    back = opened_zip(answer.content)
    assert back.namelist() == ["layanan-2025.xlsx", "penduduk-2025.xlsx"]
    comment = opened(back.read("penduduk-2025.xlsx"))["Isian"]["D3"].comment
    assert comment.author == AUTHOR
    assert "kira-kira 18 ribu" in comment.text


def test_where_all_is_right_nothing_goes_back(sitting: Sitting, forms: Mapping[str, bytes]) -> None:
    page = send_back(sitting, ("penerima-2025.xlsx", forms["penerima-2025.xlsx"]))
    assert "Unduh yang perlu diperbaiki" not in words(page)
    assert sitting.browser.get(f"{page.url.path}perbaikan.zip").status_code == 404


def test_an_answer_that_is_clicked_is_taken(sitting: Sitting) -> None:
    lines = b"Kecamatan;Jumlah penduduk\nUtara;41\nSelatann;18\nTimur;23\n"
    asked = send_back(sitting, ("penduduk-2025.csv", lines))
    name, _, rest = asked.text.partition('name="jawab:')[2].partition('"')
    choice = rest.partition('value="')[2].partition('"')[0]
    assert "Selatann" in name
    answered = sitting.send(asked.url.path, **{f"jawab:{name}": choice}, aksi="jawab")
    assert name not in answered.text


def test_what_is_awaited_is_told_by_its_title(sitting: Sitting, forms: Mapping[str, bytes]) -> None:
    page = words(send_back(sitting, ("penerima-2025.xlsx", forms["penerima-2025.xlsx"])))
    assert "Masih ditunggu" in page
    assert "Penduduk per kecamatan" in page


def test_forms_dropped_as_a_new_table_are_known(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    told = words(sitting.bring("kiriman.zip", packed(forms)))
    assert "1 selesai, 1 perlu diperbaiki, 1 belum lengkap" in told


def test_what_came_is_deleted_when_it_is_done_with(
    sitting: Sitting, forms: Mapping[str, bytes]
) -> None:
    page = send_back(sitting, *forms.items())
    folder = sitting.bench.root / ".cache" / "meja"
    assert list(folder.iterdir())
    sitting.send(page.url.path, aksi="selesai")
    assert not list(folder.iterdir())
    assert sitting.browser.get(page.url.path).status_code == 404


# What nobody should send


def test_files_of_one_name_are_both_told(sitting: Sitting, forms: Mapping[str, bytes]) -> None:
    form = ("penerima-2025.xlsx", forms["penerima-2025.xlsx"])
    told = words(send_back(sitting, form, form))
    assert "2 perlu diperbaiki" in told
    assert "penerima-2025 (2).xlsx" in told


@pytest.mark.parametrize(
    "name", ["../../a/penduduk-2025.xlsx", "..\\..\\penduduk-2025.xlsx", "/penduduk-2025.xlsx"]
)
def test_names_in_a_zip_lead_nowhere(
    sitting: Sitting, agency: Path, forms: Mapping[str, bytes], name: str
) -> None:
    def outside() -> set[Path]:
        return {path for path in agency.parent.rglob("*") if ".cache" not in path.parts}

    before = outside()
    sent = packed({name: forms["penduduk-2025.xlsx"]})
    page = send_back(sitting, ("../../kiriman.zip", sent))
    assert "1 perlu diperbaiki" in words(page)
    back = sitting.browser.get(f"{page.url.path}perbaikan.zip")
    (given,) = opened_zip(back.content).namelist()
    assert given in ("a/penduduk-2025.xlsx", "penduduk-2025.xlsx")
    assert outside() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"bukan zip", "kiriman.zip"),
        (b"PK\x03\x04rusak", "kiriman.zip"),
        (packed({"surat.pdf": b"%PDF-1.7"}), "tidak ada berkas isian"),
    ],
)
def test_what_is_no_zip_of_forms_is_told_in_words(
    sitting: Sitting, content: bytes, told: str
) -> None:
    answer = send_back(sitting, ("kiriman.zip", content))
    assert answer.status_code == 422
    assert told in words(answer)
    assert f'href="{YEAR}"' in answer.text
    assert not list((sitting.bench.root / ".cache" / "meja").iterdir())


def test_a_zip_that_blows_up_is_refused(sitting: Sitting) -> None:
    inner = packed({"penerima-2025.csv": bytes(40 * 1024 * 1024)})
    answer = send_back(sitting, ("a.zip", packed({f"{at}.zip": inner for at in range(3)})))
    assert answer.status_code == 422
    assert "lebih dari 100 MB bila dibongkar" in words(answer)


def test_too_many_files_at_once_are_refused(sitting: Sitting) -> None:
    answer = send_back(sitting, *((f"{at}.csv", b"a;b") for at in range(MOST_FILES + 1)))
    assert answer.status_code == 400
    assert f"Paling banyak {MOST_FILES} berkas sekaligus" in words(answer)


def test_nothing_sent_is_told(sitting: Sitting) -> None:
    answer = sitting.send(f"{HOME}kembali/")
    assert answer.status_code == 422
    assert "Belum ada berkas" in words(answer)


@pytest.mark.parametrize("path", ["tahun/", "kembali/", "kembali/tebakan/"])
def test_without_the_seal_nothing_is_done(sitting: Sitting, agency: Path, path: str) -> None:
    answer = sitting.browser.post(HOME + path, data={"tahun": "2025"})
    assert answer.status_code == 403
    assert not list(agency.glob("isian-*"))


@pytest.mark.parametrize("path", ["kembali/tebakan/", "kembali/..%2f/", "kembali/a/perbaikan.zip"])
def test_what_was_never_sent_has_no_page(sitting: Sitting, path: str) -> None:
    assert sitting.browser.get(HOME + path).status_code == 404


def test_addresses_of_people_are_not_repeated(sitting: Sitting, agency: Path) -> None:
    said = {"D2": 1, "D3": "warga@contoh.example", "D4": 3}
    form = filled(blank(agency, "penduduk"), said)
    page = send_back(sitting, ("penduduk-2025.xlsx", form))
    assert "1 perlu diperbaiki" in words(page)
    assert "warga@" not in page.text


def test_a_file_with_faults_can_be_taken_away_marked(sitting: Sitting, agency: Path) -> None:
    wrong = filled(blank(agency, "penduduk"), FAULTY)
    shown = sitting.bring("penduduk.xlsx", wrong, dataset="penduduk")
    assert "Unduh berkas ini dengan tanda" in words(shown)
    marked = sitting.browser.get(f"{shown.url.path}perbaikan")
    assert marked.content.startswith(b"PK")
    assert 'filename="penduduk-perbaikan' in marked.headers["content-disposition"]
