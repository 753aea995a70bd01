"""The calendar of due dates: an entry for each document, its name, words, reminders, repetition."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from calendars import Component, events, read_calendar
from profil_terbuka import ppid
from profil_terbuka.ppid.files.due_calendar import calendar_bytes
from profil_terbuka.read import catalog as catalogs
from profil_terbuka.read import manuscripts
from profil_terbuka.system.icalendar import CalendarDay, icalendar
from support import ROOT, add_material

REAL_LAW = ("kewajiban", "tenggat", "kolom-dip", "indikator-monev")
DOCUMENT_HEAD = (
    "nomor,judul,ringkasan,alamat,tanggal,tempat,bentuk,penguasa,penanggung_jawab,retensi,kategori,"
    "kewajiban,sebagian,berkas,pengenal,diperiksa_oleh,diperiksa_tanggal,sidik_diperiksa\n"
)


@pytest.fixture
def desk(data: Path) -> Path:
    """The invented agency under the real law."""
    for name in REAL_LAW:
        shutil.copytree(ROOT / "datasets/acuan" / name, data / "datasets/acuan" / name)
    return add_material(data, "dokumen-ppid", "pernyataan-ppid")


def listed(desk: Path, *documents: tuple[str, str]) -> None:
    """The desk has these documents: obligation and day of the information."""
    rows = (
        f"{number},Dokumen {number},Isi.,,{day},,cetak,,,,berkala,{name},,,,,,\n"
        for number, (name, day) in enumerate(documents, start=1)
    )
    file = desk / "datasets/contoh/dokumen-ppid/dokumen-ppid.csv"
    file.write_text(DOCUMENT_HEAD + "".join(rows), "utf-8")


def assess(desk: Path, day: str) -> ppid.Openness:
    found = catalogs.load(desk, "contoh").catalog
    written, _ = manuscripts.read_manuscripts(desk, "contoh")
    assert found
    openness = ppid.assess_openness(found, written, None, datetime.date.fromisoformat(day))
    assert openness
    return openness


def entries(desk: Path, day: str = "2026-11-22") -> dict[str, Component]:
    """By name, without what all names begin with."""
    found = list(events(calendar_bytes(assess(desk, day))))
    made = {entry["UID"].removeprefix("profil-terbuka:contoh:"): entry for entry in found}
    assert len(made) == len(found), "no name stands twice"
    return made


def test_it_keeps_to_the_rules_of_its_format(desk: Path) -> None:
    calendar = read_calendar(calendar_bytes(assess(desk, "2026-11-22")))
    assert calendar["X-WR-CALNAME"].startswith("Tenggat informasi publik")
    assert len(calendar.within) > 20


def test_the_same_day_gives_the_same_bytes(desk: Path) -> None:
    openness = assess(desk, "2026-11-22")
    assert calendar_bytes(openness) == calendar_bytes(openness)


def test_every_coming_day_of_a_document_stands_there_once(desk: Path) -> None:
    openness = assess(desk, "2026-11-22")
    wanted = {
        (document.document.name, item.due)
        for document in openness.documents
        for item in document.standings
        if item.due and item.state is not ppid.ObligationState.LATE
        if item.date != "2026-11-22"  # what the program writes anew never grows old
    }
    coming = {uid: entry for uid, entry in entries(desk).items() if not uid.endswith("terlambat")}
    told = {(uid.partition(":")[0], entry.day) for uid, entry in coming.items()}
    assert wanted <= told
    assert len(told) == len(coming), "no document stands on one day twice"


def test_an_entry_names_document_and_unit_and_says_what_to_do(desk: Path) -> None:
    entry = entries(desk)["neraca:tahunan-laporan"]
    assert entry["SUMMARY"] == "Saran: Neraca, tahun sebelumnya (biasanya Subbagian keuangan)"
    link = "https://profil-terbuka.example/contoh/ppid/daftar-kerja/#dokumen-neraca"
    assert entry["DESCRIPTION"].splitlines() == [
        "Serahkan untuk diterbitkan: Neraca SKPD.",
        "Kali ini yang diminta: tahun 2025.",
        "Dasar: Perki 1/2021 Pasal 14-15 (menurut peraturan turunan); praktik penilaian (Monev) "
        "per tahun.",
        link,
    ]
    assert entry["URL"] == link


def test_a_named_unit_stands_in_place_of_the_usual_one(desk: Path) -> None:
    openness = assess(desk, "2026-11-22")
    named = replace(openness, holders={"perki-berkala-keuangan-neraca": "Bidang Aset"})
    found = [entry["SUMMARY"] for entry in events(calendar_bytes(named))]
    assert "Saran: Neraca, tahun sebelumnya (Bidang Aset)" in found


def test_what_is_in_order_is_to_be_renewed(desk: Path) -> None:
    listed(desk, ("perki-berkala-kinerja", "2026-10-01"))
    entry = entries(desk)["kinerja:6-bulan"]
    assert entry.day == datetime.date(2027, 4, 3)
    assert entry["SUMMARY"] == "Laporan kinerja (biasanya Sekretariat (perencanaan))"
    assert entry["DESCRIPTION"].splitlines()[0] == "Perbarui yang tayang (keadaan 1 Oktober 2026)."
    assert entry["URL"].endswith("/contoh/ppid/kepatuhan/#dokumen-kinerja")


def test_a_statement_of_nil_that_ends_is_to_be_made_again(desk: Path) -> None:
    file = desk / "datasets/contoh/pernyataan-ppid/pernyataan-ppid.csv"
    with file.open("a", encoding="utf-8") as table:
        table.write("1,perki-ss-perjanjian,nihil,2026,2026-02-01,Sekretaris,Tidak ada.\n")
    told = entries(desk)["perjanjian:saat-terjadi"]["DESCRIPTION"]
    assert told.startswith("Pernyataan nihil 1 Februari 2026 habis masanya: nyatakan lagi, atau")


def test_what_is_late_stands_on_the_day_of_the_build_and_keeps_its_name(desk: Path) -> None:
    name = "laporan-layanan-informasi:tahunan-31-maret:terlambat"
    entry, later = entries(desk)[name], entries(desk, "2026-12-01")[name]
    assert (entry.day, later.day) == (datetime.date(2026, 11, 22), datetime.date(2026, 12, 1))
    assert entry["SUMMARY"].startswith("Terlambat: Laporan tahunan layanan informasi publik, 2025 ")
    assert entry.reminders == []


@pytest.mark.parametrize(
    ("name", "repeats"),
    [
        ("laporan-layanan-informasi:tahunan-31-maret", True),
        ("neraca:tahunan-laporan", True),
        ("perjanjian:saat-terjadi", True),
        ("kinerja:6-bulan", False),
        ("agenda-pimpinan:bulanan", False),
    ],
)
def test_what_is_due_on_the_same_day_every_year_repeats(
    desk: Path, name: str, repeats: bool
) -> None:
    assert entries(desk)[name].has("RRULE") is repeats


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("laporan-layanan-informasi:tahunan-31-maret", [14, 3]),
        ("kinerja:6-bulan", [14, 3]),
        ("neraca:tahunan-laporan", [14]),
        ("agenda-pimpinan:bulanan", [3]),
    ],
)
def test_somebody_is_reminded_in_the_morning_some_days_before(
    desk: Path, name: str, days: list[int]
) -> None:
    listed(desk, ("perki-berkala-kinerja", "2026-10-01"))
    morning = datetime.timedelta(hours=9)
    wanted = [datetime.timedelta(days=count) - morning for count in days]
    assert entries(desk)[name].reminders == wanted


def test_a_name_stays_when_a_day_moves(desk: Path) -> None:
    listed(desk, ("perki-berkala-kinerja", "2026-10-01"))
    before = entries(desk)["kinerja:6-bulan"].day
    listed(desk, ("perki-berkala-kinerja", "2026-11-01"))
    assert entries(desk)["kinerja:6-bulan"].day > before


def test_long_lines_and_marks_survive_the_format() -> None:
    said = "Alamat, tugas; fungsi \\ dan “kutipan” panjang " * 6 + "\nbaris kedua"
    entry = CalendarDay("a:1", datetime.date(2026, 3, 31), said, said)
    (found,) = events(icalendar("X", "Y", [entry], datetime.date(2026, 1, 2)))
    assert found["DESCRIPTION"] == said
