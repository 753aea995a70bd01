"""A new agency at the workbench: begun with its name, filled in by forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profil_terbuka.editing import identity
from sitting import Sitting, seated, words
from support import snapshot

NAME = "Dinas Kesehatan Kota Contoh"
SLUG = "dinas-kesehatan-kota-contoh"
HOME = f"/i/{SLUG}/"
IDENTITY = f"datasets/{SLUG}/instansi.yml"


@pytest.fixture
def sitting(data: Path) -> Sitting:
    return seated(data)


@pytest.fixture
def begun(sitting: Sitting) -> Sitting:
    """The same, with a new agency about which nothing is said yet."""
    sitting.send("/baru/", nama=NAME, wilayah="99.01")
    return sitting


def test_a_new_agency_is_named_after_what_it_is_called(sitting: Sitting, data: Path) -> None:
    shown = sitting.send("/baru/", nama=NAME, wilayah="99.01")
    assert shown.url.path == f"{HOME}lengkapi/"
    made = identity(data, SLUG)
    assert (made.name, made.region) == (NAME, "99.01")


def test_a_short_name_may_be_chosen(sitting: Sitting, data: Path) -> None:
    sitting.send("/baru/", nama=NAME, wilayah="99.01", alamat="dinkes")
    assert identity(data, "dinkes").name == NAME


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"nama": NAME, "wilayah": "98.01"}, "Pilih kota atau kabupatennya"),
        ({"nama": NAME, "wilayah": "99.01", "alamat": "../luar"}, "tidak dapat dipakai"),
        ({"nama": NAME, "wilayah": "99.01", "alamat": "contoh"}, "datasets/contoh sudah ada"),
        ({"nama": "...", "wilayah": "99.01"}, "tidak dapat dipakai"),
    ],
    ids=["wilayah", "alamat", "sudah-ada", "tanpa-huruf"],
)
def test_what_cannot_be_begun_is_told_and_nothing_written(
    fields: dict[str, str], told: str, sitting: Sitting, data: Path
) -> None:
    before = snapshot(data / "datasets"), snapshot(data / "docs")
    answer = sitting.send("/baru/", **fields)
    assert answer.status_code == 422
    assert told in words(answer)
    assert f'value="{fields["nama"]}"' in answer.text
    assert (snapshot(data / "datasets"), snapshot(data / "docs")) == before


def test_where_there_is_no_agency_yet_one_can_be_begun(data: Path) -> None:
    shutil.rmtree(data / "datasets/contoh")
    assert 'href="/baru/"' in seated(data).see("/").text


def test_what_is_filled_in_reaches_its_file_and_the_rest_stays_open(
    begun: Sitting, data: Path
) -> None:
    field = f"isi:{IDENTITY}:alamat kantor"
    page = f"isi:docs/{SLUG}/profil/index.md:sejarah, tugas, visi, dan misi instansi"
    assert field in begun.see(f"{HOME}lengkapi/").text
    shown = begun.send(
        f"{HOME}lengkapi/", **{field: 'Jalan "Rekaan" 1', page: "Baris satu.\r\n\r\nBaris dua."}
    )
    assert identity(data, SLUG).address == 'Jalan "Rekaan" 1'
    written = (data / f"docs/{SLUG}/profil/index.md").read_text("utf-8")
    assert written.endswith("# Profil\n\nBaris satu.\n\nBaris dua.\n")
    assert field not in shown.text
    assert f"isi:{IDENTITY}:judul buku profil" in shown.text


def test_the_first_page_counts_what_is_still_open(begun: Sitting) -> None:
    assert "7 keterangan tentang instansi masih kosong" in words(begun.see(HOME))


def test_a_town_that_no_list_has_is_asked_for_later(sitting: Sitting, data: Path) -> None:
    sitting.send("/baru/", nama=NAME, wilayah="00")
    field = f"isi:{IDENTITY}:kode wilayah, misalnya 61.71"
    sitting.send(f"{HOME}lengkapi/", **{field: "98.01"})
    assert identity(data, SLUG).region == "98.01"


def test_a_code_that_cannot_be_is_not_written(sitting: Sitting, data: Path) -> None:
    sitting.send("/baru/", nama=NAME, wilayah="00")
    before = (data / IDENTITY).read_bytes()
    field = f"isi:{IDENTITY}:kode wilayah, misalnya 61.71"
    answer = sitting.send(f"{HOME}lengkapi/", **{field: "Kota X"})
    assert answer.status_code == 422
    assert "Belum disimpan" in words(answer)
    assert (data / IDENTITY).read_bytes() == before
