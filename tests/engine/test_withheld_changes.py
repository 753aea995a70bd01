"""What becomes too small to be shown: no file and no receipt of a change tells the number."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from profil_terbuka.editing import Correction, correct, keep_correction, target_of
from profil_terbuka.editing.renewing import DatasetChange, renew_files
from profil_terbuka.history import EditionWishes
from profil_terbuka.importer import Unusable, receipt_text
from profil_terbuka.model import ChangeKind
from profil_terbuka.words.catalogues import text
from support import add_material, change

AGENCY = "contoh"
CASES = "datasets/contoh/kasus"
DAY = datetime.date(2026, 2, 1)
FEW = Correction("2024 Selatan Kekerasan terhadap anak", "3", "Salah hitung.", "Dinas Contoh")
MANY = Correction("2024 Utara Lanjut usia terlantar", "31", "Salah hitung.", "Dinas Contoh")


@pytest.fixture
def agency(data: Path) -> Path:
    """The invented agency with cases of which small counts are withheld."""
    return add_material(data, "kasus")


def corrected(root: Path, said: Correction) -> str:
    """The receipt of a correction that was written."""
    target = target_of(root, AGENCY, "kasus")
    found = correct(target, said)
    keep_correction(target, found, said, DAY)
    return receipt_text(found.receipt)


def notes(root: Path) -> list[str]:
    """What the notes of the dataset are about."""
    document = json.loads((root / CASES / "datapackage.json").read_text("utf-8"))
    return [str(note["baris"]) for note in document.get("catatan", ())]


def files(root: Path) -> dict[str, bytes]:
    """All that is kept of the agency, by path."""
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_number_that_becomes_small_is_empty_in_its_table(agency: Path) -> None:
    corrected(agency, FEW)
    lines = (agency / CASES / "kasus.csv").read_text("utf-8").splitlines()
    assert "2024,Selatan,Kekerasan terhadap anak,,c,," in lines


def test_its_true_value_is_kept_by_the_agency_itself(agency: Path) -> None:
    corrected(agency, FEW)
    kept = (agency / "rahasia/contoh/kasus/kasus.csv").read_text("utf-8")
    assert "2024,Selatan,Kekerasan terhadap anak,3,r," in kept


def test_a_withheld_number_gets_no_note(agency: Path) -> None:
    corrected(agency, FEW)
    assert not [where for where in notes(agency) if "Selatan" in where and "Kekerasan" in where]


def test_a_number_that_may_be_shown_gets_its_note(agency: Path) -> None:
    corrected(agency, MANY)
    assert [where for where in notes(agency) if "Lanjut usia" in where]


def test_the_receipt_tells_neither_the_old_number_nor_the_new(agency: Path) -> None:
    said = corrected(agency, FEW)
    assert "Selatan, Kekerasan terhadap anak: angkanya terlalu kecil" in said
    assert "menjadi 3" not in said
    assert "7 menjadi" not in said


def test_the_receipt_tells_other_numbers(agency: Path) -> None:
    assert "30 menjadi 31" in corrected(agency, MANY)


def test_words_that_tell_a_withheld_number_are_refused(agency: Path) -> None:
    target = target_of(agency, AGENCY, "kasus")
    told = {"description": "Kekerasan terhadap anak di Selatan menimpa 3 anak."}
    made = DatasetChange(correct(target, FEW).merges, lambda document: {**document, **told})
    before = files(agency)
    with pytest.raises(Unusable) as refused:
        renew_files(target, made, EditionWishes("", ChangeKind.DATA, "Salah hitung."), DAY)
    assert "Belum ada yang ditulis" in text(refused.value.said)
    assert files(agency) == before


def test_nothing_is_written_where_nobody_can_tell_what_to_withhold(agency: Path) -> None:
    identity = agency / "datasets/contoh/instansi.yml"
    identity.write_text(identity.read_text("utf-8") + "\ntidak-ada: 1\n", "utf-8")
    before = files(agency)
    with pytest.raises(Unusable) as refused:
        corrected(agency, FEW)
    assert "tidak-ada" in text(refused.value.said)
    assert files(agency) == before


def test_words_that_are_still_to_be_written_keep_nothing_from_being_withheld(agency: Path) -> None:
    change(
        agency / "datasets/contoh/instansi.yml",
        "Instansi rekaan untuk pengujian.",
        "'ISI: kerjanya'",
    )
    corrected(agency, FEW)
    assert "anak,3," not in (agency / CASES / "kasus.csv").read_text("utf-8")


def test_a_fault_of_another_dataset_keeps_no_number_from_being_corrected(agency: Path) -> None:
    other = agency / "datasets/contoh/penerima/datapackage.json"
    other.write_text("{", "utf-8")
    corrected(agency, FEW)
    lines = (agency / CASES / "kasus.csv").read_text("utf-8").splitlines()
    assert "2024,Selatan,Kekerasan terhadap anak,,c,," in lines
    assert other.read_text("utf-8") == "{"
