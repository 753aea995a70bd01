"""Evidence for an assessment: pages of the site photographed, documents laid beside them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from documents import PLAN, put, register
from papers import paper
from programs import well
from support import LAW, Run, add_material, change, names

DAY = "2026-11-22"
PAGE = f"wsb-profil-alamat-01-index-{DAY}.jpg"
AGAIN = f"wsb-profil-tugas-01-index-{DAY}.jpg"
"""The same page answers another question."""
DOCUMENT = f"wsb-ppid-profil-01-ppid-dokumen-sk-ppid-{DAY}.pdf"
DECREE = paper(["Keputusan rekaan tentang PPID"])


@pytest.fixture
def desk(project: Path) -> Path:
    """An agency with a page and a signed document that answer questions of an assessment."""
    add_material(project, *LAW, "dokumen-ppid")
    change(
        project / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban: [perki-berkala-profil-alamat]\nkeadaan: 2026-11-01\n",
    )
    put(project, PLAN, DECREE)
    register(project, {"pengenal": "sk-ppid", "kewajiban": "kip-13-ppid"})
    return project


def test_pages_are_photographed_and_documents_laid_beside_the_workbook(
    desk: Path, run: Run
) -> None:
    well(run("bangun.py", TANGGAL=DAY))
    done = well(run("bukti.py", TANGGAL=DAY))
    assert "2 tangkapan layar, 1 dokumen" in done.stdout
    folder = desk / f"bukti-monev/contoh-{DAY}"
    assert names(folder) == sorted(["monev.xlsx", PAGE, AGAIN, DOCUMENT])
    assert (folder / DOCUMENT).read_bytes() == DECREE
    with Image.open(folder / PAGE) as picture:
        assert (picture.format, picture.width) == ("JPEG", 1280)
        assert picture.height > 300
    with zipfile.ZipFile(folder.with_suffix(".zip")) as packed:
        assert sorted(packed.namelist()) == names(folder)
        book = openpyxl.load_workbook(io.BytesIO(packed.read("monev.xlsx")))
    links = [cell.hyperlink for page in book for row in page.iter_rows() for cell in row]
    assert {PAGE, AGAIN, DOCUMENT} <= {link.target for link in links if link}


def test_without_a_browser_it_is_said_how_to_get_one(desk: Path, run: Run) -> None:
    (desk / "site/contoh").mkdir(parents=True)
    done = run("bukti.py", CHROMIUM="/tidak/ada/chromium")
    assert done.returncode == 1
    assert "Tangkapan layar memerlukan Chromium" in done.stderr
    assert "scripts/peramban.py" in done.stderr
    assert not (desk / "bukti-monev").exists()


def test_without_a_site_nothing_is_photographed(desk: Path, run: Run) -> None:
    done = run("bukti.py")
    assert done.returncode == 1
    assert "Belum ada site/contoh: jalankan `make site`." in done.stderr


def test_a_page_that_was_not_built_is_named(desk: Path, run: Run) -> None:
    (desk / "site/contoh").mkdir(parents=True)
    done = run("bukti.py", TANGGAL=DAY)
    assert done.returncode == 1
    assert "belum ada di site/contoh/: index.html" in done.stderr
    assert not (desk / "bukti-monev").exists()


def test_an_agency_without_assessments_is_told_so(published: Path, run_again: Run) -> None:
    done = run_again("bukti.py")
    assert done.returncode == 1
    assert "tidak ada daftar pertanyaan Monev" in done.stderr
