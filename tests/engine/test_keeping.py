"""What is brought is written whole, or not at all."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from forms import AGENCY
from profil_terbuka.editing import Brought, Target, bring, bring_package, keep, target_of
from profil_terbuka.editing.undoing import all_or_nothing
from profil_terbuka.importer import DraftWishes, read_book, receipt_text
from support import MATERIAL

DAY = datetime.date(2026, 2, 1)
SHEET = "Kecamatan;Jumlah\nUtara;120\nSelatan;30\nTimur;55\n"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def brought(target: Target, answers: dict[str, str]) -> Brought:
    """What a sheet without a year brings into the invented dataset."""
    book = read_book(SHEET.encode(), "penerima.csv")
    return bring(target, book, DraftWishes("penerima", "Penerima", "orang", "statistik"), answers)


def test_a_descriptor_that_cannot_be_renewed_leaves_the_tables_as_they_were(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, said = target_of(data, AGENCY, "penerima"), {"isi tahun": "2025"}
    made = brought(target, said)
    before = files(data)
    monkeypatch.setattr("profil_terbuka.editing.bringing.renewed", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keep(target, made, said, "", DAY)
    assert files(data) == before


def spoil(folder: Path) -> None:
    """One file more, another less, and then a failure."""
    with all_or_nothing(folder):
        (folder / "baru").write_text("2", "utf-8")
        (folder / "lama").unlink()
        raise KeyError


def test_what_is_new_and_what_is_gone_is_undone(tmp_path: Path) -> None:
    (tmp_path / "lama").write_text("1", "utf-8")
    with pytest.raises(KeyError):
        spoil(tmp_path)
    assert files(tmp_path) == {tmp_path / "lama": b"1"}


def test_the_year_of_one_file_is_not_kept_for_the_next(data: Path) -> None:
    target, said = target_of(data, AGENCY, "penerima"), {"isi tahun": "2025"}
    keep(target, brought(target, said), said, "", DAY)
    again = brought(target_of(data, AGENCY, "penerima"), {})
    assert [question.name for question in again.receipt.questions] == ["isi tahun"]


def test_a_new_dataset_called_nearly_like_another_is_asked_about(data: Path) -> None:
    made = brought(target_of(data, AGENCY, "penerimaa"), {})
    assert "Dataset baru `penerimaa`; maksud Anda `penerima`?" in receipt_text(made.receipt)


@pytest.mark.parametrize("name", sorted(path.name for path in (MATERIAL / "paket").iterdir()))
def test_a_package_from_elsewhere_is_written_with_its_open_places(data: Path, name: str) -> None:
    target, made = bring_package(data, AGENCY, MATERIAL / "paket" / name, "")
    assert made.package is not None
    keep(target, made, {}, "", DAY)
    written = {path.name: path.read_bytes() for path in target.folder.iterdir()}
    assert {n: written[n] for n in made.package.files if n != "datapackage.json"} == {
        n: content for n, content in made.package.files.items() if n != "datapackage.json"
    }
    assert json.loads(written["datapackage.json"]) == json.loads(
        made.package.files["datapackage.json"]
    )
