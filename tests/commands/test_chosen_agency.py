"""Commands about one agency never guess which: they use the only one, or say which there are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profil_terbuka.cli.choosing import Unnamed, chosen_agency
from support import ROOT, Run

EDITION = ("--alasan", "Salah ketik.")


@pytest.fixture
def two(project: Path) -> Path:
    """A repository with a second agency."""
    shutil.copytree(project / "datasets/contoh", project / "datasets/dinas-lain")
    return project


def folders(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "datasets").rglob("*"))


@pytest.mark.parametrize(
    ("command", "example"),
    [
        (("edisi.py", "", "penerima", "1.1.0", *EDITION), "make edisi INSTANSI=contoh DATASET="),
        (("impor.py", "", "--berkas", "a.csv"), "make impor INSTANSI=contoh BERKAS="),
        (("pratinjau.py", ""), "make serve INSTANSI=contoh"),
    ],
)
def test_none_of_several_is_asked_for(
    two: Path, run: Run, command: tuple[str, ...], example: str
) -> None:
    before = folders(two)
    result = run(*command)
    assert result.returncode == 2
    asked, shown = result.stderr.splitlines()
    assert asked == "Sebutkan instansinya dengan INSTANSI=... Yang ada: contoh, dinas-lain."
    assert shown.startswith(f"Contoh: {example}")
    assert folders(two) == before


def test_the_only_one_is_meant(project: Path, run: Run) -> None:
    (project / "a.csv").write_text("kecamatan,jumlah\nUtara,10\n", "utf-8")
    options = ("--berkas", str(project / "a.csv"), "--satuan", "orang", "--tulis")
    result = run("impor.py", "", *options)
    assert result.returncode == 0, result.stderr
    assert (project / "datasets/contoh/a/datapackage.json").is_file()


def test_a_name_that_is_none_is_said(two: Path) -> None:
    with pytest.raises(Unnamed, match=r"Tidak ada instansi `tiada`. Yang ada: contoh, dinas-lain"):
        chosen_agency(two, "tiada", "make edisi INSTANSI={}")


def test_without_any_agency_the_first_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(Unnamed, match="Belum ada instansi"):
        chosen_agency(tmp_path, "", "make edisi INSTANSI={}")


def test_a_new_agency_is_named_by_people(two: Path, run: Run) -> None:
    before = folders(two)
    result = run("baru.py", "")
    assert result.returncode == 2
    assert "Yang sudah ada: contoh, dinas-lain." in result.stderr
    assert "Contoh: make new INSTANSI=dinkes-kota-x" in result.stderr
    assert folders(two) == before


def test_a_missing_dataset_is_asked_for(project: Path, run: Run) -> None:
    result = run("edisi.py", "contoh", "", "1.1.0", *EDITION)
    assert result.returncode == 2
    assert "Sebutkan datasetnya dengan DATASET=... Yang ada: penerima." in result.stderr


def test_a_missing_file_is_asked_for(project: Path, run: Run) -> None:
    result = run("impor.py", "contoh", "--berkas", "")
    assert result.returncode == 1
    assert result.stderr.startswith("Sebutkan berkasnya dengan BERKAS=...")


def test_make_names_no_agency() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    agencies = [path.parent.name for path in ROOT.glob("datasets/*/instansi.yml")]
    assert agencies
    assert not [name for name in agencies if name in makefile]
