"""A whole site with documents: one that can be searched, and a scan that somebody has read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from documents import PLAN, put, register, scan, vouched
from papers import paper
from support import LAW, Run, add_material

TEXT = paper(["Rencana kerja tahun rekaan", "Bantuan sembako untuk warga"])
DECREE = "SK Penetapan.pdf"


@pytest.fixture
def keeping(project: Path) -> Path:
    """The invented agency's repository with two documents."""
    add_material(project, *LAW, "dokumen-ppid")
    put(project, PLAN, TEXT)
    put(project, DECREE, scan())
    decree = {"judul": "Keputusan rekaan", "berkas": DECREE, "pengenal": "sk-penetapan"}
    register(project, {}, {**decree, "kewajiban": "", **vouched(scan())})
    return project


def test_documents_are_published_sealed_listed_and_catalogued(keeping: Path, run: Run) -> None:
    built = run("bangun.py", "--strict", TANGGAL="2026-11-22")
    assert built.returncode == 0, built.stderr
    site = keeping / "site/contoh"
    assert (site / "ppid/dokumen/renja-2026.pdf").read_bytes() == TEXT
    seal = hashlib.sha256(scan()).hexdigest()
    assert f"{seal}  ppid/dokumen/sk-penetapan.pdf" in (site / "SHA256SUMS").read_text()
    page = (site / "ppid/dokumen/index.html").read_text("utf-8")
    assert "Keputusan rekaan" in page
    assert "Teks dapat dicari." in page
    assert "Hasil pindaian tanpa teks" in page
    assert "ppid/dokumen/renja-2026.pdf" in (site / "ppid/dip.csv").read_text("utf-8")
    nodes = json.loads((site / "catalog.jsonld").read_text("utf-8"))["@graph"]
    titles = {node["dct:title"] for node in nodes if node["@type"] == "dcat:Resource"}
    assert titles == {"Rencana kerja 2026", "Keputusan rekaan"}


def test_private_data_in_a_document_keep_the_former_site_in_place(
    published: Path, run_again: Run
) -> None:
    add_material(published, *LAW, "dokumen-ppid")
    put(published, PLAN, paper(["Laporan"], ["Hubungi 0812-0000-0000"]))
    register(published, {})
    before = (published / "site/contoh/SHA256SUMS").read_bytes()
    built = run_again("bangun.py")
    assert built.returncode == 1
    assert "Renja 2026.pdf/halaman 2" in built.stderr
    assert "0000" not in built.stderr
    assert (published / "site/contoh/SHA256SUMS").read_bytes() == before
