"""The working registers: what the workbook reckons, how it is read back, and what a year counts."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

import filled_registers
import recalculated
from filled_registers import (
    CALENDAR,
    FACTS,
    GROUNDS,
    PERIODS,
    SHEETS,
    Typed,
    book_of,
    read,
    said,
    sheets,
)
from profil_terbuka.importer import Unusable
from profil_terbuka.importer.grid import column_letters
from profil_terbuka.ppid.register.columns import FIRST, LAST
from profil_terbuka.ppid.register.counting import YearCounts, days_taken, unfinished, year_counts
from profil_terbuka.ppid.register.entries import (
    FilledRegisters,
    RegisterLine,
    is_working_register,
)
from profil_terbuka.ppid.register.workbook import working_register

YEAR = 2026
RECKONED = {(sheet, cell): value for sheet, cell, _, value in recalculated.kept()}
ANSWERED: dict[str, Typed] = {
    "nomor": "001",
    "tanggal": datetime.date(2026, 1, 5),
    "nama": "Pemohon Contoh",
    "keputusan": "dikabulkan seluruhnya",
    "diberitahukan": datetime.date(2026, 1, 12),
}
REFUSED: dict[str, Typed] = {
    **ANSWERED,
    "nomor": "002",
    "keputusan": "ditolak",
    "dasar": "Pasal 17 huruf a",
}
OBJECTION: dict[str, Typed] = {"nomor": "K-1", "tanggal": datetime.date(2026, 2, 2), "a": "ya"}


def lines(*requests: Mapping[str, Typed]) -> FilledRegisters:
    return read(sheets(requests))


@pytest.fixture(scope="module")
def invented() -> FilledRegisters:
    return read(sheets(recalculated.invented_requests(), recalculated.invented_objections()))


# What the workbook reckons: LibreOffice's values against those of the engine


def test_the_kept_values_belong_to_these_formulas() -> None:
    marks = {(sheet, cell): mark for sheet, cell, mark, _ in recalculated.kept()}
    assert len(marks) > 500
    assert recalculated.formulas(recalculated.workbook()) == marks, (
        "run tests/recalculated.py: the formulas have changed"
    )


def reckoned(line: RegisterLine, name: str) -> str:
    """What LibreOffice made of a cell of a line."""
    names = [column.name for column in SHEETS[line.sheet]]
    return RECKONED[line.sheet, f"{column_letters(names.index(name))}{line.row}"]


def until(line: RegisterLine) -> datetime.date:
    """By when a request must be answered."""
    received = line.day("tanggal")
    assert received
    more = PERIODS.extension.days if line.day("diperpanjang") else 0
    return CALENDAR.after(received, PERIODS.answer.days + more).day


def unknown_year(line: RegisterLine, last: datetime.date) -> str:
    received = line.day("tanggal")
    assert received
    years = [day.year for day in (received, last) if day.year not in CALENDAR.years]
    return f"libur {years[0]} belum diisi" if years else ""


def state(done: datetime.date | None, last: datetime.date) -> str:
    if done:
        return "dijawab terlambat" if done > last else "dijawab"
    if last < recalculated.TODAY:
        return "terlambat"
    left = CALENDAR.between(recalculated.TODAY, last)
    return "segera dijawab" if left <= 2 else "berjalan"


def test_due_days_of_requests(invented: FilledRegisters) -> None:
    for line in invented.requests:
        received = line.day("tanggal")
        assert received
        longer = CALENDAR.after(received, 17).day.isoformat()
        assert reckoned(line, "batas") == CALENDAR.after(received, 10).day.isoformat()
        extended = line.day("diperpanjang") is not None
        assert reckoned(line, "batas_perpanjangan") == (longer if extended else "")


def test_how_long_answers_took(invented: FilledRegisters) -> None:
    taken = {line.row: days_taken(line, CALENDAR) for line in invented.requests}
    assert {0, None} < set(taken.values())
    for line in invented.requests:
        days = taken[line.row]
        assert reckoned(line, "lama") == ("" if days is None else str(days))


def test_how_requests_stand(invented: FilledRegisters) -> None:
    seen = set()
    for line in invented.requests:
        last, done = until(line), line.day("diberitahukan")
        withdrawn = line.said("keputusan") == "dicabut pemohon"
        wanted = "dicabut" if withdrawn else state(done, last)
        left = "" if done or withdrawn else str(CALENDAR.between(recalculated.TODAY, last))
        assert (reckoned(line, "keadaan"), reckoned(line, "sisa")) == (wanted, left), line.row
        assert reckoned(line, "catatan") == unknown_year(line, last)
        seen.add(wanted)
    assert seen == {
        "dicabut",
        "dijawab",
        "dijawab terlambat",
        "terlambat",
        "segera dijawab",
        "berjalan",
    }


def test_due_days_of_objections(invented: FilledRegisters) -> None:
    for line in invented.objections:
        received, taken, done = (line.day(name) for name in ("tanggal", "diterima", "ditanggapi"))
        assert received
        last = CALENDAR.after(received, 30).day
        dispute = CALENDAR.after(taken, 14).day.isoformat() if taken else ""
        assert reckoned(line, "batas") == last.isoformat()
        assert reckoned(line, "batas_sengketa") == dispute
        assert reckoned(line, "keadaan") == state(done, last)


def summary(year: int) -> dict[str, str]:
    """What LibreOffice counted for a year, by the titles of the lines."""
    page = openpyxl.load_workbook(io.BytesIO(filled_registers.blank()))["Rekap"]
    (letters,) = [at for at in "BCDE" if RECKONED["Rekap", f"{at}5"] == str(year)]
    return {
        str(page.cell(row, 1).value): RECKONED["Rekap", f"{letters}{row}"]
        for row in range(6, page.max_row + 1)
    }


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_sheet_counts_as_the_engine_does(invented: FilledRegisters, year: int) -> None:
    counts, found = year_counts(invented, year, CALENDAR), summary(year)
    assert found["Permintaan diterima"] == str(counts.received)
    assert found["Dikabulkan seluruhnya"] == str(counts.granted)
    assert found["Dikabulkan sebagian"] == str(counts.in_part)
    assert found["Ditolak"] == str(counts.refused)
    assert found["Dicabut pemohon"] == str(counts.withdrawn)
    average = Decimal(found["Lama menjawab, rata-rata (hari kerja)"])
    assert counts.average is not None
    assert abs(average - counts.average) <= Decimal("0.05")
    assert found["Keberatan diterima"] == str(counts.objections)
    assert found["Sengketa dibawa ke Komisi Informasi"] == str(counts.disputes)
    for ground, count in counts.grounds:
        assert found[ground] == str(count)
    decided = counts.granted + counts.in_part + counts.refused + counts.withdrawn
    assert found["Belum diputus"] == str(counts.received - decided)


# The blank workbook


def test_equal_registers_are_equal_bytes() -> None:
    assert working_register(FACTS) == working_register(FACTS)


def test_periods_come_from_the_law() -> None:
    eleven = replace(PERIODS.answer, days=11)
    longer = replace(FACTS, periods=replace(PERIODS, answer=eleven))
    page = openpyxl.load_workbook(io.BytesIO(working_register(longer)))["Permohonan"]
    assert "WORKDAY($B5,11,HariLibur)" in str(page["U5"].value)


@pytest.mark.parametrize("sheet", ["Permohonan", "Keberatan"])
def test_a_register_is_ready_for_use(sheet: str) -> None:
    page = openpyxl.load_workbook(io.BytesIO(filled_registers.blank()))[sheet]
    assert "Dinas Contoh" in str(page["A1"].value)
    assert "data pribadi" in str(page["A2"].value)
    assert "data pribadi" in str(page.oddHeader.right.text)
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.print_title_rows == "$1:$4"
    for at, column in enumerate(SHEETS[sheet], start=1):
        for row in (FIRST + 1, LAST + 1):
            cell = page.cell(row, at)
            assert cell.protection.locked == column.kind.reckoned
            assert (cell.value is None) != column.kind.reckoned
            assert cell.number_format == "dd/mm/yyyy" or not column.kind.dated


def test_choices_are_offered_and_days_are_held_to_be_days() -> None:
    page = openpyxl.load_workbook(io.BytesIO(filled_registers.blank()))["Permohonan"]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in page.data_validations.dataValidation}
    assert rules["B5"].type == "date"
    assert rules["N5"].formula1 == (
        '"dikabulkan seluruhnya,dikabulkan sebagian,ditolak,dicabut pemohon"'
    )
    first, last = re.findall(r"\$A\$(\d+)", rules["O5"].formula1)
    guide = openpyxl.load_workbook(io.BytesIO(filled_registers.blank()))["Petunjuk"]
    assert [guide[f"A{row}"].value for row in range(int(first), int(last) + 1)] == list(GROUNDS)


# A filled workbook read back


def test_a_register_without_lines_is_one() -> None:
    assert is_working_register(book_of(sheets([])))
    assert lines() == FilledRegisters((), (), ())


def test_lines_are_read_by_their_headings() -> None:
    book = sheets([ANSWERED])
    book["Permohonan"].insert_cols(1)
    (line,) = read(book).requests
    assert line.said("nama") == "Pemohon Contoh"
    assert line.cells["nomor"] == "B5"


def test_a_day_that_was_typed_as_text_is_a_day() -> None:
    (line,) = lines({**ANSWERED, "tanggal": "05/01/2026"}).requests
    assert line.day("tanggal") == datetime.date(2026, 1, 5)


def test_nothing_of_people_is_told_by_accident() -> None:
    found = lines(ANSWERED, {**REFUSED, "tanggal": "Pemohon Contoh"})
    assert "Pemohon" not in repr(found)
    assert not any("Pemohon" in line for line in said(*unfinished(found, YEAR)))


def test_another_workbook_is_not_a_register() -> None:
    other = openpyxl.Workbook()
    other.worksheets[0]["A1"] = "Nomor"
    assert not is_working_register(book_of(other))
    with pytest.raises(Unusable, match="lembar Permohonan tidak ada"):
        read(other)


def test_a_heading_that_was_changed_is_named() -> None:
    book = sheets([ANSWERED])
    book["Permohonan"]["N3"] = "Hasil"
    with pytest.raises(Unusable, match=r"Permohonan: kolom “Keputusan” .* \(baris 3 dan 4\)"):
        read(book)


# What keeps a year from being counted


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"keputusan": ""}, "Lembar Permohonan, sel N5: keputusan belum diisi"),
        ({"keputusan": "setuju"}, "Lembar Permohonan, sel N5: isinya tidak ada di daftar pilihan"),
        ({"tanggal": ""}, "Lembar Permohonan, sel B5: tanggal diterima belum diisi"),
        ({"tanggal": "minggu lalu"}, "Lembar Permohonan, sel B5: isinya bukan tanggal"),
        ({"tanggal": "31/02/2026"}, "Lembar Permohonan, sel B5: isinya bukan tanggal"),
        ({"nomor": ""}, "Lembar Permohonan, sel A5: nomor belum diisi"),
        ({"dasar": ""}, "Lembar Permohonan, sel O5: dasar penolakan belum diisi"),
        ({"diberitahukan": ""}, "Lembar Permohonan, sel Q5: tanggal pemberitahuan"),
        (
            {"diberitahukan": datetime.date(2025, 12, 31)},
            "Lembar Permohonan, sel Q5: tanggal pemberitahuan lebih awal",
        ),
        ({"biaya": "gratis"}, "Lembar Permohonan, sel S5: isinya bukan jumlah uang"),
    ],
)
def test_what_is_unfinished_is_told_with_its_cell(change: dict[str, Typed], told: str) -> None:
    line = {name: value for name, value in {**REFUSED, **change}.items() if value != ""}
    found = said(*unfinished(lines(line), YEAR))
    assert [sentence for sentence in found if sentence.startswith(told)], found


def test_a_number_stands_once() -> None:
    (told,) = said(*unfinished(lines(ANSWERED, {**REFUSED, "nomor": "001"}), YEAR))
    assert told == (
        "Lembar Permohonan, sel A6: nomor ini sudah dipakai di sel A5. Beri nomor lain."
    )


def test_no_dispute_before_its_objection() -> None:
    early = {**OBJECTION, "sengketa": datetime.date(2026, 1, 30)}
    (told,) = said(*unfinished(read(sheets([ANSWERED], [early])), YEAR))
    assert told.startswith("Lembar Keberatan, sel V5: tanggalnya lebih awal")


def test_another_year_may_be_unfinished() -> None:
    running = {"nomor": "9", "tanggal": datetime.date(2025, 12, 30)}
    assert unfinished(lines(ANSWERED, running), YEAR) == ()
    assert len(unfinished(lines(ANSWERED, running), 2025)) == 1


def test_a_request_that_was_withdrawn_needs_no_answer() -> None:
    line = {"nomor": "1", "tanggal": datetime.date(2026, 1, 5), "keputusan": "dicabut pemohon"}
    assert unfinished(lines(line), YEAR) == ()


# The counts


def test_a_year_is_counted_by_the_day_of_receipt() -> None:
    requests = [
        ANSWERED,
        REFUSED,
        {**ANSWERED, "nomor": "3", "tanggal": datetime.date(2025, 12, 31)},
    ]
    objections = [{**OBJECTION, "sengketa": datetime.date(2026, 3, 2)}]
    assert year_counts(read(sheets(requests, objections)), YEAR, CALENDAR) == YearCounts(
        year=YEAR,
        received=2,
        granted=1,
        in_part=0,
        refused=1,
        withdrawn=0,
        average=Decimal("5.0"),
        grounds=(("Pasal 17 huruf a", 1),),
        objections=1,
        disputes=1,
    )


def test_nobody_asked() -> None:
    counts = year_counts(lines(), YEAR, CALENDAR)
    assert (counts.received, counts.average, counts.grounds) == (0, None, ())
