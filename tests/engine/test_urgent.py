"""An emergency is visible at once: on every page, to the minute, without an edition."""

from __future__ import annotations

import csv
import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest

from announcements import FOLDER, TABLE, add_register, announce
from profil_terbuka import history, pipeline, ppid
from profil_terbuka.comparison import snapshot
from profil_terbuka.history import EditionWishes, Impossible
from profil_terbuka.model import ChangeKind
from profil_terbuka.model.registers import REGISTERS
from profil_terbuka.ppid.desk import announcements
from profil_terbuka.ppid.desk.announcements import Announcement
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web.frame import portal_frame
from profil_terbuka.words.report import paragraph
from support import ROOT, change, page_of, written

DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def announcing(data: Path) -> Path:
    """The invented agency with a register of announcements, of which one is long over."""
    return add_register(data)


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
    return announcements.read_announcements(loaded.catalog)


def findings(repository: Path, cache: Cache) -> list[str]:
    return list(map(paragraph, pipeline.examine(repository, "contoh", cache).findings))


# The acceptance: a flood announced today stands on every page today


def test_the_portal_says_whose_it_is(announcing: Path) -> None:
    whole = catalog.load(announcing, "contoh").catalog
    assert whole is not None
    during = datetime.date(2024, 11, 25)
    published = snapshot.take_snapshot(whole, (), ppid.urgent_notices(whole, during))
    assert snapshot.read_snapshot(snapshot.written_snapshot(published)) == published
    (alert,) = portal_frame("Portal", None, during, [published]).alerts
    assert (alert.agency, alert.running) == ("Dinas Contoh", True)
    assert alert.address.startswith("contoh/ppid/serta-merta/#pengumuman-2024-11-20-")
    after = during + datetime.timedelta(days=1)  # of an agency that could not be built again
    assert portal_frame("Portal", None, after, [published]).alerts == ()


# What pages hold of one that is still to come


def test_what_runs_stands_above_what_comes(announcing: Path) -> None:
    announce(announcing, "2026-11-30", "", title="Nanti")
    announce(announcing, "2026-11-20", "", title="Kini")
    whole = catalog.load(announcing, "contoh").catalog
    assert whole is not None
    held = announcements.current_announcements(whole, DAY)
    assert [item.title for item in held] == ["Kini", "Nanti"]


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
def test_what_is_no_time_is_told_at_its_cell(announcing: Path, written: str, cache: Cache) -> None:
    add_times(announcing, f"{written}", "")
    (found,) = findings(announcing, cache)
    assert f"{TABLE}, baris 2, kolom `jam_mulai`" in found
    assert "misalnya 14:30" in found


def test_an_end_before_the_beginning_is_told(announcing: Path, cache: Cache) -> None:
    announce(announcing, "2024-11-26", "2024-11-26")
    add_times(announcing, "14:00", "08:00")
    (found,) = findings(announcing, cache)
    assert f"{TABLE}, baris 3" in found
    assert "tidak pernah tampil" in found


def test_a_time_of_the_end_needs_its_day(announcing: Path, cache: Cache) -> None:
    change(announcing / TABLE, "2024-11-25", "")
    add_times(announcing, "", "08:00")
    (found,) = findings(announcing, cache)
    assert "harinya kosong" in found


def test_a_column_of_times_that_holds_numbers_is_refused(announcing: Path, cache: Cache) -> None:
    add_times(announcing, "8", "")
    descriptor = announcing / FOLDER / "datapackage.json"
    document = json.loads(descriptor.read_text("utf-8"))
    field = document["resources"][0]["schema"]["fields"][-2]
    document["resources"][0]["schema"]["fields"][-2] = {**field, "type": "integer"}
    descriptor.write_text(json.dumps(document), "utf-8")
    assert any(
        "Kolom `jam_mulai` paket `serta-merta`" in text for text in findings(announcing, cache)
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


def test_a_register_changes_without_an_edition(announcing: Path, cache: Cache) -> None:
    recorded(announcing)
    announce(announcing, "2026-11-22", "2026-11-23")
    assert findings(announcing, cache) == []


def test_a_register_may_even_change_its_version(announcing: Path, cache: Cache) -> None:
    recorded(announcing)
    change(announcing / FOLDER / "datapackage.json", '"version": "1.0.0"', '"version": "1.1.0"')
    (found,) = findings(announcing, cache)
    assert "riwayat-tidak-cocok" in found  # what it says of itself must still agree


def test_statistics_are_held_to_the_rule_as_before(announcing: Path, cache: Cache) -> None:
    recorded(announcing)
    descriptor = announcing / "datasets/contoh/penerima/datapackage.json"
    title = json.loads(descriptor.read_text("utf-8"))["description"]
    change(descriptor, f'"description": "{title}"', '"description": "Lain."')
    (found,) = findings(announcing, cache)
    assert "edisi-berubah" in found


def test_privacy_holds_for_registers_as_before(announcing: Path, cache: Cache) -> None:
    recorded(announcing)
    change(announcing / TABLE, "Datangi posko.", "Telepon 0812-0000-0000.")
    assert any("data-pribadi-telepon" in text for text in findings(announcing, cache))


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
    announcing: Path, monkeypatch: pytest.MonkeyPatch, cache: Cache
) -> None:
    monkeypatch.setenv(clock.DAY, "2026-11-29")
    made = written(pipeline.examine(announcing, "contoh", cache), cache)
    page = page_of(made, "data/serta-merta/").html
    assert "diperbarui 29 November 2026, hari situs ini" in page
    history = page[page.index('id="riwayat"') :]
    assert "Register, diperbarui 29 November 2026" in history
    shown = history[: history.index("<script")].replace("nomor edisi", "")
    assert "edisi" not in shown.replace("edisi baru terbit", "")
    assert "Edisi 1.0.0" in page_of(made, "data/penerima/").html


def test_the_engine_knows_which_are_registers() -> None:
    kept = {path.parent.name for path in ROOT.glob("datasets/*/*/datapackage.json")}
    assert kept >= REGISTERS
