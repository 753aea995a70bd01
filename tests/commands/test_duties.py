"""The information desk of the invented agency: `make kepatuhan`, and its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from profil_terbuka.system import clock
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


def with_report(desk: Path) -> Path:
    """The agency has handed in its report on 2025, and says so."""
    add_material(desk, "dokumen-ppid")
    with (desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv").open("a", encoding="utf-8") as to:
        to.write("1,Laporan 2025,Isi.,,2025-12-31,,cetak,,,,berkala,perki-56-laporan-waktu,,,,,,\n")
    return desk


def test_command_fails_once_the_day_of_the_next_report_has_passed(desk: Path, run: Run) -> None:
    with_report(desk)
    now = run("kepatuhan.py", "--strict", "--tanggal", "2027-03-31")
    assert now.returncode == 0, now.stderr
    assert "Wajib diumumkan: " in now.stdout
    assert "perki-ss-renstra-renja" in now.stdout
    later = run("kepatuhan.py", "--strict", "--tanggal", "2027-04-01")
    assert later.returncode == 1
    assert "Terlambat (1):\n- perki-56-laporan-waktu:" in later.stdout
    assert "Perbarui: informasi 31 Desember 2025. Seharusnya paling lambat 31 Maret 2027." in (
        later.stdout
    )
    assert run("kepatuhan.py", "--tanggal", "2027-04-01").returncode == 0


def test_command_fails_for_a_report_that_was_never_published(desk: Path, run: Run) -> None:
    told = run("kepatuhan.py", "--strict", "--tanggal", "2026-11-22")
    assert told.returncode == 1
    assert "Seharusnya paling lambat 31 Maret 2026." in told.stdout


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


def test_recording_keeps_the_list_of_the_half_years_beginning(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = desk / "datasets/contoh"
    for day in ("2026-05-04", "2026-08-17", "2026-09-01"):
        monkeypatch.setenv(clock.DAY, day)
        assert run("bangun.py").returncode == 0
        assert run("catat.py").returncode == 0
    assert sorted(path.name for path in kept.glob("dip*.json")) == ["dip-2026-2.json", "dip.json"]
    assert '"tanggal": "2026-05-04"' in (kept / "dip-2026-2.json").read_text("utf-8")


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
