"""An emergency on the pages of a finished site."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from announcements import add_register, announce
from profil_terbuka.model import timezones
from profil_terbuka.system import clock
from support import Run

WITHOUT_FRAME = ("/sematan/", "-dosir.html")
"""Documents that leave the site: a banner in them would outlive the emergency."""


@pytest.fixture
def announcing(project: Path) -> Path:
    """The invented agency's repository with a register of announcements."""
    return add_register(project)


def test_a_flood_announced_today_stands_on_every_page_today(announcing: Path, run: Run) -> None:
    today = datetime.datetime.now(timezones.WIB).date()
    now = {clock.VARIABLE: ""}  # as on any machine: no moment is named
    built = run("bangun.py", "--strict", **now)
    assert built.returncode == 0, built.stderr
    recorded = run("catat.py")
    assert recorded.returncode == 0, recorded.stderr
    announce(announcing, today.isoformat(), (today + datetime.timedelta(days=1)).isoformat())
    built = run("bangun.py", "--strict", **now)
    assert built.returncode == 0
    assert "KE" not in built.stderr, built.stderr  # neither KESALAHAN nor KECURIGAAN
    folder = announcing / "site"
    pages = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
    leaving = {name for name in pages if any(part in name for part in WITHOUT_FRAME)}
    framed = pages.keys() - leaving
    assert framed >= {
        "404.html",
        "contoh/404.html",
        "index.html",
        "contoh/data/penerima/index.html",
    }
    for path in map(pages.__getitem__, framed):
        banner = path.read_text("utf-8").partition('<section class="pengumuman"')[2]
        shown = banner.partition("</section>")[0]
        assert "Banjir di tepi sungai" in shown, path
        assert " hidden" not in shown, path


def test_one_to_come_is_held_but_hidden_and_says_when(announcing: Path, run: Run) -> None:
    announce(announcing, "2026-11-24", "")
    assert run("bangun.py", "--strict", TANGGAL="2026-11-22").returncode == 0
    page = (announcing / "site/contoh/data/index.html").read_text("utf-8")
    banner = page.partition('<section class="pengumuman"')[2].partition("</section>")[0]
    assert 'data-terbit="2026-11-22T00:00+07:00" hidden>' in banner
    assert '<p data-mulai="2026-11-24T00:00+07:00" data-berakhir="" hidden>' in banner
    assert "Berlaku mulai 24 November 2026 sampai ada kabar lagi." in banner
    assert (announcing / "site/contoh/aset/pengumuman.js").is_file()
    assert "scripting:none" in (announcing / "site/contoh/aset/situs.css").read_text(
        "utf-8"
    ).replace(" ", "")


def test_where_nothing_is_announced_there_is_no_banner(announcing: Path, run: Run) -> None:
    assert run("bangun.py", "--strict", TANGGAL="2026-11-22").returncode == 0
    assert "pengumuman.js" not in (announcing / "site/contoh/index.html").read_text("utf-8")
    assert not (announcing / "site/contoh/aset/pengumuman.js").exists()
