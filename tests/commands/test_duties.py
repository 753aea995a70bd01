"""The information desk of the invented agency: `make kepatuhan`, and its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import LAW, Run, add_material, change, records

PAGES = ("", "dip/", "kepatuhan/", "monev/")


@pytest.fixture
def desk(project: Path) -> Path:
    """The invented agency with reference packages and one dated page."""
    add_material(project, *LAW)
    change(
        project / "docs/contoh/index.md",
        "title: Beranda\n",
        "title: Beranda\nkewajiban: [perki-berkala-profil-alamat]\nkeadaan: 2026-11-01\n",
    )
    return project


def test_command_fails_a_year_later_and_tells_why(desk: Path, run: Run) -> None:
    now = run("kepatuhan.py", "--strict", "--tanggal", "2026-11-22")
    assert now.returncode == 0, now.stderr
    assert "perki-ss-renstra-renja" in now.stdout
    later = run("kepatuhan.py", "--strict", "--tanggal", "2027-11-22")
    assert later.returncode == 1
    assert "Terlambat (1):\n- perki-berkala-profil-alamat:" in later.stdout
    assert "Perbarui: informasi 1 November 2026." in later.stdout
    assert run("kepatuhan.py", "--tanggal", "2027-11-22").returncode == 0


def test_command_refuses_what_it_does_not_know(desk: Path, run: Run) -> None:
    assert run("kepatuhan.py", "dinas-lain").returncode == 2
    assert run("kepatuhan.py", "--tanggal", "22-11-2026").returncode == 2


def test_recording_keeps_the_list_for_the_next_comparison(desk: Path, run: Run) -> None:
    assert run("bangun.py").returncode == 0
    assert run("catat.py").returncode == 0
    kept = desk / "datasets/contoh/dip.json"
    assert kept.read_bytes() == (desk / "site/contoh/ppid/dip.json").read_bytes()
    change(desk / "docs/contoh/index.md", "Beranda instansi rekaan.", "Halaman depan rekaan.")
    again = run("bangun.py")
    assert again.returncode == 0, again.stderr
    html = (desk / "site/contoh/ppid/dip/index.html").read_text("utf-8")
    assert "Keterangannya berubah (1)" in html
    assert "<li>Profil singkat Dinas Contoh</li>" in html


def test_what_pages_call_themselves_cannot_break_out(desk: Path, run: Run) -> None:
    hostile = '"<b onclick>&amp;</b>"'
    change(desk / "docs/contoh/index.md", "title: Beranda\n", f"title: {hostile}\n")
    change(desk / "docs/contoh/index.md", "Beranda instansi rekaan.", hostile)
    done = run("bangun.py")
    assert done.returncode == 0, done.stderr
    for page in PAGES:
        html = (desk / "site/contoh/ppid" / page / "index.html").read_text("utf-8")
        assert "<b onclick" not in html
    listed = records((desk / "site/contoh/ppid/dip.csv").read_bytes())
    assert listed[0]["ringkasan"] == "<b onclick>&amp;</b>"
