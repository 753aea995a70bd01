"""The year's round at the workbench: forms go out, come back, and are kept or given back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import httpx2
import pytest

from forms import blank, filled
from sitting import HOME, Sitting, seated, words
from support import add_material

WHOLE = {"D2": 1400, "D3": 300, "D4": 510}
FAULTY = {"D2": 41000, "D3": "kira-kira 18 ribu", "D4": 23000}


@pytest.fixture
def sitting(data: Path) -> Sitting:
    return seated(add_material(data, "penduduk"))


def come_home(sitting: Sitting, **files: bytes) -> httpx2.Response:
    """Forms that are dropped; the page that tells what became of them."""
    dropped = [("berkas", (f"{name}.xlsx", data)) for name, data in files.items()]
    answer = sitting.browser.post(
        f"{HOME}tahun/", data={"tanda": sitting.bench.seal}, files=dropped
    )
    return sitting.see(answer.url.path)


def test_the_year_before_this_one_is_proposed(sitting: Sitting) -> None:
    page = sitting.see(f"{HOME}tahun/")
    assert 'name="tahun" value="20' in page.text
    assert "Penerima bantuan per kecamatan" in words(page)


def test_forms_are_laid_and_can_be_taken_away(sitting: Sitting) -> None:
    answer = sitting.send(f"{HOME}tahun/", tahun="2025")
    assert "paket formulir siap dibagikan" in words(answer)
    name = answer.text.partition("tahun/2025/")[2].partition('"')[0]
    packed = sitting.browser.get(f"{HOME}tahun/2025/dinas-contoh-2025.zip")
    assert name
    assert "attachment" in packed.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert "penerima-2025.xlsx" in archive.namelist()


@pytest.mark.parametrize("name", ["../../datasets", "%2e%2e%2finstansi.yml", "tiada.zip"])
def test_only_files_of_the_round_are_handed_out(sitting: Sitting, name: str) -> None:
    sitting.send(f"{HOME}tahun/", tahun="2025")
    assert sitting.browser.get(f"{HOME}tahun/2025/{name}").status_code == 404


def test_an_agency_without_yearly_data_is_told_so(data: Path) -> None:
    sitting = seated(data)
    (data / "datasets/contoh/penerima/datapackage.json").unlink()
    page = sitting.see(f"{HOME}tahun/?tahun=2025")
    assert page.status_code == 200
    assert "Siapkan formulir" not in words(page)


def test_what_a_form_changes_is_shown_before_it_is_kept(sitting: Sitting, data: Path) -> None:
    form = filled(blank(data, "penerima"), WHOLE)
    shown = come_home(sitting, isian=form)
    assert "Simpan 1 formulir yang siap" in words(shown)
    table = data / "datasets/contoh/penerima/penerima.csv"
    assert "2025," not in table.read_text()
    answer = sitting.send(shown.url.path, aksi="simpan")
    assert answer.url.path == f"{HOME}tahun/"
    assert "2025,99.01.01,Utara,1400" in table.read_text()
    assert not list((data / ".cache/meja").iterdir())


def test_a_faulty_form_keeps_no_other_and_goes_back_marked(sitting: Sitting, data: Path) -> None:
    right = filled(blank(data, "penerima"), WHOLE)
    wrong = filled(blank(data, "penduduk"), FAULTY)
    shown = come_home(sitting, satu=right, dua=wrong)
    assert "kira-kira 18 ribu" in words(shown)
    marked = sitting.browser.get(f"{shown.url.path}perbaikan")
    assert marked.content.startswith(b"PK")
    sitting.send(shown.url.path, aksi="simpan")
    assert (
        "2025,99.01.01,Utara,1400" in (data / "datasets/contoh/penerima/penerima.csv").read_text()
    )
    assert "2025" not in (data / "datasets/contoh/penduduk/penduduk.csv").read_text()


def test_what_is_no_form_is_refused_and_thrown_away(sitting: Sitting, data: Path) -> None:
    answer = sitting.browser.post(
        f"{HOME}tahun/",
        data={"tanda": sitting.bench.seal},
        files=[("berkas", ("surat.pdf", b"bukan tabel"))],
    )
    told = sitting.see(answer.url.path) if "data-menunggu" in answer.text else answer
    assert "sudah disimpan" not in words(told)
    assert "Simpan" not in words(told)


def test_a_file_with_faults_can_be_taken_away_marked(sitting: Sitting, data: Path) -> None:
    wrong = filled(blank(data, "penduduk"), FAULTY)
    shown = sitting.bring("penduduk.xlsx", wrong, dataset="penduduk")
    assert "Unduh berkas ini dengan tanda" in words(shown)
    marked = sitting.browser.get(f"{shown.url.path}perbaikan")
    assert marked.content.startswith(b"PK")
    assert 'filename="penduduk-perbaikan' in marked.headers["content-disposition"]


def test_a_zip_of_forms_is_sent_to_its_own_page(sitting: Sitting, data: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("penerima-2025.xlsx", blank(data, "penerima"))
    answer = sitting.bring("isian.zip", packed.getvalue())
    assert answer.status_code == 422
    assert "halaman Putaran tahun" in words(answer)
