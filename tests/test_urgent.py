"""An emergency is visible at once: on every page, to the minute, without an edition."""

from __future__ import annotations

import csv
import datetime
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from profil_terbuka import history, ppid
from profil_terbuka import pipeline as site
from profil_terbuka.comparison import snapshot
from profil_terbuka.history import EditionWishes, Impossible
from profil_terbuka.model import ChangeKind, timezones
from profil_terbuka.ppid import Announcement, urgent
from profil_terbuka.ppid.contract import REGISTERS
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.frame import portal_frame
from profil_terbuka.words.report import paragraph
from support import ROOT, Run, change

FOLDER = "datasets/contoh/serta-merta"
TABLE = f"{FOLDER}/serta-merta.csv"
DAY = datetime.date(2026, 11, 22)
WITHOUT_FRAME = ("/sematan/", "-dosir.html")
"""Documents that leave the site: a banner in them would outlive the emergency."""


@pytest.fixture
def announcing(data: Path) -> Path:
    """The invented agency with a register of announcements, of which one is long over."""
    shutil.copytree(ROOT / "tests/bahan/serta-merta", data / FOLDER)
    return data


def announce(repository: Path, *days: str, title: str = "Banjir di tepi sungai") -> None:
    """Add one announcement to the register: `days` are its first and its last."""
    with (repository / TABLE).open(encoding="utf-8", newline="") as file:
        *rows, last = list(csv.reader(file))
    with (repository / TABLE).open("w", encoding="utf-8", newline="") as file:
        added = [title, last[1], *days, *last[4:]]
        csv.writer(file, lineterminator="\n").writerows([*rows, last, added])


def add_times(repository: Path, begins: str, ends: str) -> None:
    """Give the register its columns of times, and all its rows these."""
    with (repository / TABLE).open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    with (repository / TABLE).open("w", encoding="utf-8", newline="") as file:
        times = [[*head, "jam_mulai", "jam_berakhir"], *([*row, begins, ends] for row in rows)]
        csv.writer(file, lineterminator="\n").writerows(times)
    descriptor = repository / FOLDER / "datapackage.json"
    document = json.loads(descriptor.read_text("utf-8"))
    document["resources"][0]["schema"]["fields"] += [
        {
            "name": name,
            "title": title,
            "description": title,
            "type": "string",
            "peran": "keterangan",
        }
        for name, title in (("jam_mulai", "Jam mulai"), ("jam_berakhir", "Jam berakhir"))
    ]
    descriptor.write_text(json.dumps(document), "utf-8")


def read(repository: Path) -> tuple[Announcement, ...]:
    loaded = catalog.load(repository, "contoh")
    assert loaded.catalog is not None
    return urgent.announcements(loaded.catalog)


def findings(repository: Path, tmp_path: Path) -> list[str]:
    return list(
        map(paragraph, site.check(repository, "contoh", Cache(tmp_path / "cache")).findings)
    )


# The acceptance: a flood announced today stands on every page today


def test_a_flood_announced_today_stands_on_every_page_today(
    announcing: Path, project: Path, run: Run
) -> None:
    assert announcing == project
    today = datetime.datetime.now(timezones.WIB).date()
    now = {clock.VARIABLE: ""}  # as on any machine: no moment is named
    built = run("bangun.py", "--strict", **now)
    assert built.returncode == 0, built.stderr
    recorded = run("catat.py")
    assert recorded.returncode == 0, recorded.stderr
    announce(project, today.isoformat(), (today + datetime.timedelta(days=1)).isoformat())
    built = run("bangun.py", "--strict", **now)
    assert built.returncode == 0
    assert "KE" not in built.stderr, built.stderr  # neither KESALAHAN nor KECURIGAAN
    folder = project / "site"
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


def test_the_portal_says_whose_it_is(announcing: Path) -> None:
    whole = catalog.load(announcing, "contoh").catalog
    assert whole is not None
    during = datetime.date(2024, 11, 25)
    published = snapshot.take(whole, (), snapshot.notices(whole, during))
    assert snapshot.loads(snapshot.dumps(published)) == published
    (alert,) = portal_frame("Portal", None, during, [published]).alerts
    assert (alert.agency, alert.running) == ("Dinas Contoh", True)
    assert alert.address.startswith("contoh/ppid/serta-merta/#pengumuman-2024-11-20-")
    after = during + datetime.timedelta(days=1)  # of an agency that could not be built again
    assert portal_frame("Portal", None, after, [published]).alerts == ()


# What pages hold of one that is still to come


def test_one_to_come_is_held_but_hidden_and_says_when(
    announcing: Path, project: Path, run: Run
) -> None:
    announce(project, "2026-11-24", "")
    assert run("bangun.py", "--strict", TANGGAL="2026-11-22").returncode == 0
    page = (project / "site/contoh/data/index.html").read_text("utf-8")
    banner = page.partition('<section class="pengumuman"')[2].partition("</section>")[0]
    assert 'data-terbit="2026-11-22T00:00+07:00" hidden>' in banner
    assert '<p data-mulai="2026-11-24T00:00+07:00" data-berakhir="" hidden>' in banner
    assert "Berlaku mulai 24 November 2026 sampai ada kabar lagi." in banner
    assert (project / "site/contoh/aset/pengumuman.js").is_file()
    assert "scripting:none" in (project / "site/contoh/aset/situs.css").read_text("utf-8").replace(
        " ", ""
    )


def test_where_nothing_is_announced_there_is_no_banner(
    announcing: Path, project: Path, run: Run
) -> None:
    assert run("bangun.py", "--strict", TANGGAL="2026-11-22").returncode == 0
    assert "pengumuman.js" not in (project / "site/contoh/index.html").read_text("utf-8")
    assert not (project / "site/contoh/aset/pengumuman.js").exists()


def test_what_runs_stands_above_what_comes(announcing: Path) -> None:
    announce(announcing, "2026-11-30", "", title="Nanti")
    announce(announcing, "2026-11-20", "", title="Kini")
    whole = catalog.load(announcing, "contoh").catalog
    assert whole is not None
    assert [item.title for item in ppid.announced(whole, DAY)] == ["Kini", "Nanti"]


# Times


@pytest.mark.parametrize("written", ["14:30", "14.30", "14:30:00"])
def test_times_may_be_written_as_people_and_excel_do(announcing: Path, written: str) -> None:
    add_times(announcing, written, "06:00")
    (item,) = read(announcing)
    assert item.begins.isoformat() == "2024-11-20T14:30:00+07:00"
    assert item.ends is not None
    assert item.ends.isoformat() == "2024-11-25T06:00:00+07:00"
    assert item.period == (
        "mulai 20 November 2024 pukul 14.30 WIB sampai 25 November 2024 pukul 06.00 WIB"
    )


def test_without_times_it_holds_to_the_end_of_its_last_day(announcing: Path) -> None:
    (item,) = read(announcing)
    assert item.begins.isoformat() == "2024-11-20T00:00:00+07:00"
    assert item.ends is not None
    assert item.ends.isoformat() == "2024-11-26T00:00:00+07:00"
    assert replace(item, end="2024-11-20").period == "pada 20 November 2024"
    assert replace(item, end="").period == "mulai 20 November 2024 sampai ada kabar lagi"


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ("08:00", "12:00", "pada 20 November 2024 pukul 08.00 sampai 12.00 WIB"),
        ("08:00", "", "pada 20 November 2024 mulai pukul 08.00 WIB"),
        ("", "12:00", "pada 20 November 2024 sampai pukul 12.00 WIB"),
    ],
)
def test_part_of_one_day_names_it_once(announcing: Path, begins: str, ends: str, said: str) -> None:
    (item,) = read(announcing)
    assert replace(item, end=item.start, start_time=begins, end_time=ends).period == said


def test_times_are_the_agencys(announcing: Path) -> None:
    change(announcing / "datasets/contoh/instansi.yml", 'wilayah: "99.01"', 'wilayah: "81.71"')
    add_times(announcing, "00:30", "")
    (item,) = read(announcing)
    assert item.begins.isoformat() == "2024-11-20T00:30:00+09:00"
    assert "pukul 00.30 WIT " in item.period


@pytest.mark.parametrize("written", ["24:00", "sore", "7", "14:60", "2:30 PM", "14,30"])
def test_what_is_no_time_is_told_at_its_cell(
    announcing: Path, written: str, tmp_path: Path
) -> None:
    add_times(announcing, f"{written}", "")
    (found,) = findings(announcing, tmp_path)
    assert f"{TABLE}, baris 2, kolom `jam_mulai`" in found
    assert "misalnya 14:30" in found


def test_an_end_before_the_beginning_is_told(announcing: Path, tmp_path: Path) -> None:
    announce(announcing, "2024-11-26", "2024-11-26")
    add_times(announcing, "14:00", "08:00")
    (found,) = findings(announcing, tmp_path)
    assert f"{TABLE}, baris 3" in found
    assert "tidak pernah tampil" in found


def test_a_time_of_the_end_needs_its_day(announcing: Path, tmp_path: Path) -> None:
    change(announcing / TABLE, "2024-11-25", "")
    add_times(announcing, "", "08:00")
    (found,) = findings(announcing, tmp_path)
    assert "harinya kosong" in found


def test_a_column_of_times_that_holds_numbers_is_refused(announcing: Path, tmp_path: Path) -> None:
    add_times(announcing, "8", "")
    descriptor = announcing / FOLDER / "datapackage.json"
    document = json.loads(descriptor.read_text("utf-8"))
    field = document["resources"][0]["schema"]["fields"][-2]
    document["resources"][0]["schema"]["fields"][-2] = {**field, "type": "integer"}
    descriptor.write_text(json.dumps(document), "utf-8")
    assert any(
        "Kolom `jam_mulai` paket `serta-merta`" in text for text in findings(announcing, tmp_path)
    )


# Registers have no editions


def recorded(repository: Path) -> None:
    """Record the editions that there are, by the rule of before: registers as well."""
    whole = catalog.load(repository, "contoh").catalog
    assert whole is not None
    rows = [
        f"{item.slug},{item.version},{history.edition_seal(item)},{item.created[:10]}\n"
        for item in whole.datasets
    ]
    text = "dataset,versi,sidik,tanggal\n" + "".join(rows)
    (repository / "datasets/contoh/edisi.csv").write_text(text, "utf-8")


def test_a_register_changes_without_an_edition(announcing: Path, tmp_path: Path) -> None:
    recorded(announcing)
    announce(announcing, "2026-11-22", "2026-11-23")
    assert findings(announcing, tmp_path) == []


def test_a_register_may_even_change_its_version(announcing: Path, tmp_path: Path) -> None:
    recorded(announcing)
    change(announcing / FOLDER / "datapackage.json", '"version": "1.0.0"', '"version": "1.1.0"')
    (found,) = findings(announcing, tmp_path)
    assert "riwayat-tidak-cocok" in found  # what it says of itself must still agree


def test_statistics_are_held_to_the_rule_as_before(announcing: Path, tmp_path: Path) -> None:
    recorded(announcing)
    descriptor = announcing / "datasets/contoh/penerima/datapackage.json"
    title = json.loads(descriptor.read_text("utf-8"))["description"]
    change(descriptor, f'"description": "{title}"', '"description": "Lain."')
    (found,) = findings(announcing, tmp_path)
    assert "edisi-berubah" in found


def test_privacy_holds_for_registers_as_before(announcing: Path, tmp_path: Path) -> None:
    recorded(announcing)
    change(announcing / TABLE, "Datangi posko.", "Telepon 0812-0000-0000.")
    assert any("data-pribadi-telepon" in text for text in findings(announcing, tmp_path))


def test_an_edition_of_a_register_is_refused_with_the_way(announcing: Path) -> None:
    wishes = EditionWishes("1.1.0", ChangeKind.DATA, "Banjir.")
    with pytest.raises(Impossible, match="ubah saja barisnya"):
        history.renew(announcing, "contoh", "serta-merta", wishes, DAY)


def test_a_register_is_not_recorded(announcing: Path) -> None:
    whole = catalog.load(announcing, "contoh").catalog
    assert whole is not None
    ledger, _ = history.read_ledger(announcing, "datasets/contoh")
    after = history.recorded(ledger, whole, ["data/serta-merta/serta-merta.csv"])
    assert {item.dataset for item in after.records} == {"penerima"}
    assert after.addresses == {"data/serta-merta/serta-merta.csv"}


def test_the_page_of_a_register_tells_its_day(
    announcing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.DAY, "2026-11-29")
    cache = Cache(tmp_path / "cache")
    made = site.assemble(site.check(announcing, "contoh", cache), cache).fragments
    assert "Register, diperbarui 29 November 2026" in made["serta-merta/riwayat"]
    assert "diperbarui 29 November 2026, hari situs ini" in made["serta-merta/sumber"]
    assert "edisi" not in made["serta-merta/riwayat"].replace("nomor edisi", "")
    assert "Edisi 1.0.0" in made["penerima/riwayat"]


def test_the_engine_knows_which_are_registers() -> None:
    kept = {path.parent.name for path in ROOT.glob("datasets/*/*/datapackage.json")}
    assert kept >= REGISTERS
