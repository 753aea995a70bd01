"""Forms come home in one ZIP: what is right is written, what is faulty or blank is told."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from forms import AGENCY, FORM, blank, filled, opened
from profil_terbuka.editing import is_package, is_sending
from profil_terbuka.editing.year import (
    ReturnedRound,
    bring_round,
    keep_round,
    marked_round,
    round_text,
)
from profil_terbuka.editing.year.homeward import FormFate
from profil_terbuka.editing.year.round_told import round_document
from profil_terbuka.importer import Unusable, read_answers
from profil_terbuka.importer.merging.incoming import Incoming
from profil_terbuka.importer.merging.rows_deleted import rows_deleted
from profil_terbuka.model.invented import invented_dataset, invented_table
from profil_terbuka.words.catalogues import text
from spreadsheets import packed, saved
from support import add_material

DAY = datetime.date(2026, 2, 1)
WHOLE = {"D2": 1400, "D3": 300, "D4": 510}
FAULTY = {"D2": 41000, "D3": "kira-kira 18 ribu", "D4": 23000}


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency with three datasets that a year asks for."""
    return add_material(data, "penduduk", "layanan")


@pytest.fixture
def forms(agency: Path) -> Mapping[str, bytes]:
    """Three forms: one whole, one faulty, one with a single number."""
    return {
        "penerima-2025.xlsx": filled(blank(agency, "penerima"), WHOLE),
        "penduduk-2025.xlsx": filled(blank(agency, "penduduk"), FAULTY),
        "layanan-2025.xlsx": filled(blank(agency, "layanan"), {"C2": 5}),
    }


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    path.write_bytes(packed(files))
    return path


def came(agency: Path, files: Mapping[str, bytes]) -> ReturnedRound:
    return bring_round(agency, AGENCY, zipped(agency / "isian.zip", files), {})


def fates(found: ReturnedRound) -> dict[str, FormFate]:
    return {form.file.name: form.fate for form in found.forms}


def table(agency: Path, slug: str) -> str:
    return (agency / f"datasets/contoh/{slug}/{slug}.csv").read_text("utf-8")


def test_each_form_is_judged_on_its_own(agency: Path, forms: Mapping[str, bytes]) -> None:
    assert fates(came(agency, forms)) == {
        "penerima-2025.xlsx": FormFate.READY,
        "penduduk-2025.xlsx": FormFate.WRONG,
        "layanan-2025.xlsx": FormFate.UNFILLED,
    }


def test_a_faulty_form_is_told_with_its_cell(agency: Path, forms: Mapping[str, bytes]) -> None:
    told = round_text(came(agency, forms))
    assert "penduduk-2025.xlsx: 1 hal harus diperbaiki" in told
    assert "Lembar `Isian` D3, kolom `Jumlah penduduk`: `kira-kira 18 ribu` bukan" in told
    assert "1 isian siap ditulis, 1 salah, 1 belum lengkap" in told


def test_only_what_is_right_is_written(agency: Path, forms: Mapping[str, bytes]) -> None:
    before = {slug: table(agency, slug) for slug in ("penduduk", "layanan")}
    kept = list(keep_round(agency, came(agency, forms), {}, "", DAY))
    assert [item.form.file.name for item in kept] == ["penerima-2025.xlsx"]
    assert "2025,99.01.03,Timur,510,A,510,4\n" in table(agency, "penerima")
    assert {slug: table(agency, slug) for slug in before} == before


def test_what_was_not_sent_is_awaited(agency: Path, forms: Mapping[str, bytes]) -> None:
    found = came(agency, {"penerima-2025.xlsx": forms["penerima-2025.xlsx"]})
    assert found.awaited == ("layanan", "penduduk")


def test_a_renamed_form_is_known_by_its_instructions(
    agency: Path, forms: Mapping[str, bytes]
) -> None:
    (form,) = came(agency, {"Salinan akhir (2).xlsx": forms["penerima-2025.xlsx"]}).forms
    assert form.code
    assert form.code.slug == "penerima"
    assert form.fate is FormFate.READY


def test_two_forms_of_one_dataset_are_both_refused(
    agency: Path, forms: Mapping[str, bytes]
) -> None:
    one = forms["penerima-2025.xlsx"]
    found = came(agency, {"penerima-2025.xlsx": one, "penerima-2025 (1).xlsx": one})
    assert {form.fate for form in found.forms} == {FormFate.WRONG}
    assert {form.receipt.obstacles[0].name for form in found.forms} == {"editing.form-twice"}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("catatan.csv", b"Desa;Jumlah\nA;3\n", "editing.form-unknown"),
        ("tiada-2025.csv", b"Desa;Jumlah\nA;3\n", "editing.form-of-no-dataset"),
        ("penerima-2025.xlsx", b"PK\x03\x04rusak", "importer.file-damaged"),
    ],
)
def test_what_is_no_form_of_ours_is_told(
    agency: Path, forms: Mapping[str, bytes], name: str, content: bytes, kind: str
) -> None:
    found = came(agency, {"layanan-2025.xlsx": forms["layanan-2025.xlsx"], name: content})
    (said,) = next(form for form in found.forms if form.file.name == name).receipt.obstacles
    assert said.name == kind


def test_files_that_are_no_tables_are_told(agency: Path, forms: Mapping[str, bytes]) -> None:
    found = came(agency, {**forms, "surat.pdf": b"%PDF-1.7"})
    assert found.others == ("surat.pdf",)
    assert "Tidak dibaca karena bukan tabel: `surat.pdf`." in round_text(found)


@pytest.mark.parametrize("name", ["~$penerima-2025.xlsx", "__MACOSX/._a.xlsx", "daftar-2025.csv"])
def test_what_nobody_meant_to_send_is_left(
    agency: Path, forms: Mapping[str, bytes], name: str
) -> None:
    assert name not in fates(came(agency, {**forms, name: b"x"}))


def test_a_folder_of_forms_and_zips_comes_home_as_well(
    agency: Path, forms: Mapping[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "kembali"
    folder.mkdir()
    zipped(folder / "bidang.zip", {"penduduk-2025.xlsx": forms["penduduk-2025.xlsx"]})
    (folder / "penerima-2025.xlsx").write_bytes(forms["penerima-2025.xlsx"])
    found = bring_round(agency, AGENCY, folder, {})
    assert sorted(fates(found)) == ["penduduk-2025.xlsx", "penerima-2025.xlsx"]


def test_a_zip_within_the_zip_is_opened(agency: Path, forms: Mapping[str, bytes]) -> None:
    found = came(agency, {"bidang.zip": packed(forms)})
    assert fates(found).keys() == forms.keys()


def test_a_zip_without_tables_is_refused(tmp_path: Path, agency: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(Unusable, match="tidak ada berkas isian"):
        bring_round(agency, AGENCY, tmp_path / "kosong", {})


@pytest.mark.parametrize("folder", ["../../", "/tmp/", "..\\..\\", "C:\\Kerja\\"])
def test_a_name_that_leads_out_of_its_folder_leads_nowhere(
    agency: Path, forms: Mapping[str, bytes], folder: str
) -> None:
    found = came(agency, {f"{folder}penduduk-2025.xlsx": forms["penduduk-2025.xlsx"]})
    with zipfile.ZipFile(io.BytesIO(marked_round(found) or b"")) as back:
        (name,) = back.namelist()
    assert not name.startswith(("/", "\\", ".", "C:"))
    assert name.endswith("penduduk-2025.xlsx")


def test_files_of_one_name_are_all_kept(agency: Path, forms: Mapping[str, bytes]) -> None:
    one = packed({"isian.xlsx": forms["penduduk-2025.xlsx"]})
    other = packed({"isian.xlsx": forms["layanan-2025.xlsx"]})
    found = came(agency, {"satu.zip": one, "dua.zip": other})
    assert sorted(fates(found)) == ["isian (2).xlsx", "isian.xlsx"]


def test_zips_within_a_zip_do_not_blow_up_together(agency: Path) -> None:
    inner = packed({"penerima-2025.csv": bytes(40 * 1024 * 1024)})
    with pytest.raises(Unusable, match="lebih dari 100 MB"):
        came(agency, {f"{at}.zip": inner for at in range(3)})


def test_nobody_sends_thousands_of_forms(agency: Path) -> None:
    with pytest.raises(Unusable, match="lebih dari 1\\.000 berkas"):
        came(agency, {f"a-{at}.csv": b"" for at in range(1001)})


def test_programs_get_the_same(agency: Path, forms: Mapping[str, bytes]) -> None:
    found = round_document(came(agency, forms))
    told = {item["nama"]: (item["keadaan"], item["dataset"]) for item in found["berkas"]}
    assert told["penduduk-2025.xlsx"] == ("salah", "penduduk")
    assert told["layanan-2025.xlsx"] == ("belum-diisi", "layanan")


# A ZIP of forms is no Data Package


def test_forms_and_packages_are_told_apart_by_what_lies_inside(tmp_path: Path) -> None:
    forms = zipped(tmp_path / "isian.zip", {"a/penerima-2025.xlsx": b""})
    package = zipped(tmp_path / "paket.zip", {"a/datapackage.json": b"{}", "a/t.csv": b""})
    assert (is_sending(forms), is_package(forms)) == (True, False)
    assert (is_sending(package), is_package(package)) == (False, True)


def test_a_broken_zip_is_left_to_those_who_tell_what_is_wrong(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.zip"
    broken.write_bytes(b"PK\x03\x04")
    assert (is_sending(broken), is_package(broken)) == (False, True)


# Rows that were deleted


def without_rows(form: bytes, first: int, count: int) -> bytes:
    book = opened(form)
    book[FORM].delete_rows(first, count)
    return saved(book)


def test_a_row_that_was_deleted_is_named(agency: Path) -> None:
    form = filled(without_rows(blank(agency, "penerima"), 2, 1), {"D2": 300, "D3": 510})
    found = came(agency, {"penerima-2025.xlsx": form})
    assert fates(found) == {"penerima-2025.xlsx": FormFate.UNFILLED}
    assert "belum lengkap; dihapus dari isian: Utara" in round_text(found)


def test_a_total_is_never_made_of_the_rows_that_are_left(agency: Path) -> None:
    form = filled(without_rows(blank(agency, "penerima"), 2, 1), {"D2": 300, "D3": 510})
    before = {
        file: file.read_bytes() for file in (agency / "datasets/contoh/penerima").glob("*.csv")
    }
    found = came(agency, {"penerima-2025.xlsx": form})
    assert list(keep_round(agency, found, {}, "", DAY)) == []
    assert {file: file.read_bytes() for file in before} == before


def test_of_many_that_were_deleted_three_are_named() -> None:
    names = ("Dadap", "Duku", "Jambu", "Kemiri", "Nangka", "Rambai")
    table = invented_table("tahun, desa, jumlah (orang)", *((2024, name, 9) for name in names))
    form = Incoming(table, FORM, lines=({"tahun": "2025", "desa": "Duku", "jumlah": "8"},))
    (said,) = rows_deleted(form, invented_dataset(table))
    assert "dari isian: Dadap, Jambu, Kemiri dan 2 lagi." in text(said)


def test_a_row_that_is_there_by_now_is_not_missed(agency: Path) -> None:
    form = filled(without_rows(blank(agency, "penerima"), 2, 1), {"D2": 300, "D3": 510})
    file = agency / "datasets/contoh/penerima/penerima.csv"
    file.write_text(file.read_text("utf-8") + "2025,99.01.01,Utara,1350,A,1350,19\n", "utf-8")
    assert "dihapus" not in round_text(came(agency, {"penerima-2025.xlsx": form}))


def test_a_whole_form_misses_no_row(agency: Path, forms: Mapping[str, bytes]) -> None:
    assert "dihapus" not in round_text(came(agency, forms))


# Answers to what nobody asks


def test_an_answer_that_no_form_asks_for_is_told_and_not_kept(agency: Path) -> None:
    files = {
        "penerima-2025.xlsx": filled(blank(agency, "penerima"), WHOLE),
        "layanan-2025.xlsx": filled(blank(agency, "layanan"), {"C2": 5}),
    }
    said = {"desmal Jumlah penerima": "koma", "desimal Jumlah penerima": "koma"}
    found = bring_round(agency, AGENCY, zipped(agency / "isian.zip", files), said)
    assert list(found.unasked) == ["desmal Jumlah penerima"]
    assert "maksud Anda `desimal Jumlah penerima`" in text(*found.unasked.values())
    list(keep_round(agency, found, said, "", DAY))
    assert read_answers((agency / "datasets/contoh/penerima/impor.yml").read_text(), "") == {
        "desimal Jumlah penerima": "koma"
    }


def test_where_no_form_could_be_read_no_answer_is_called_needless(agency: Path) -> None:
    found = bring_round(
        agency, AGENCY, zipped(agency / "isian.zip", {"a.xlsx": b"bukan"}), {"desmal": "koma"}
    )
    assert found.unasked == {}
