"""Indonesian text: numbers, dates, sizes and the names of statuses and roles."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from decimal import Decimal

from ..model import (
    CellStatus,
    ChangeKind,
    NoteStatus,
    Period,
    PeriodKind,
    Role,
    Value,
    breaks_off,
    written,
)

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
DAYS = ("Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu")

CELL_STATUS = {
    CellStatus.NORMAL: "nilai apa adanya",
    CellStatus.REVISED: "diperbaiki atau dibaca ulang",
    CellStatus.DOUBTFUL: "diragukan",
    CellStatus.INVALID: "tidak sahih",
    CellStatus.MISSING: "tidak tersedia",
    CellStatus.WITHHELD: "dirahasiakan",
    CellStatus.NOT_APPLICABLE: "tidak berlaku",
    CellStatus.PROVISIONAL: "sementara",
}
PERIOD_FORM = {
    PeriodKind.YEAR: "2024",
    PeriodKind.FISCAL_YEAR: "2024",
    PeriodKind.SCHOOL_YEAR: "2023/2024",
    PeriodKind.YEARS: "2020/2024",
    PeriodKind.SEMESTER: "2024-S1",
    PeriodKind.QUARTER: "2024-Q1",
    PeriodKind.MONTH: "2024-01",
    PeriodKind.DAY: "2024-01-31",
}
"""How tables write each kind of period."""
NOTE_STATUS = {
    NoteStatus.MENDED: "diperbaiki",
    NoteStatus.KEPT: "dipertahankan",
    NoteStatus.WITHHELD: "ditahan",
    NoteStatus.INVALID: "tidak sahih",
    NoteStatus.DOUBTFUL: "diragukan",
    NoteStatus.AWAITING: "menunggu jawaban",
}
CHANGE = {
    ChangeKind.DATA: "Perubahan data",
    ChangeKind.STRUCTURE: "Perubahan susunan tabel",
    ChangeKind.WORDS: "Perubahan keterangan",
}
SUBJECT = {
    "profil": "Profil",
    "organisasi": "Organisasi",
    "layanan": "Layanan",
    "statistik": "Statistik",
    "anggaran": "Anggaran",
    "sarana": "Sarana dan prasarana",
    "ppid": "Informasi publik",
    "acuan": "Acuan",
}
FREQUENCY = {
    "harian": "setiap hari",
    "mingguan": "setiap minggu",
    "bulanan": "setiap bulan",
    "triwulanan": "setiap triwulan",
    "semesteran": "setiap semester",
    "tahunan": "setiap tahun",
    "dua-tahunan": "setiap dua tahun",
    "tiga-tahunan": "setiap tiga tahun",
    "lima-tahunan": "setiap lima tahun",
    "sepuluh-tahunan": "setiap sepuluh tahun",
    "sekali": "satu kali",
    "sewaktu-waktu": "sewaktu-waktu",
    "tidak-tentu": "tidak tentu",
}
TYPE = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "ya/tidak",
    "year": "tahun",
    "yearmonth": "bulan",
    "date": "tanggal",
}
ROLE = {
    Role.DIMENSION: "pembeda baris",
    Role.CODE: "kode",
    Role.MEASURE: "ukuran",
    Role.UNIT: "satuan",
    Role.STATUS: "status nilai",
    Role.PRINTED: "tercetak di buku",
    Role.ORIGIN: "asal di buku",
    Role.REMARK: "keterangan",
}
TROUBLE = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EFBIG: "berkas melampaui ukuran yang diizinkan",
    errno.EACCES: "tidak punya izin",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "itu berkas, bukan folder",
    errno.EBUSY: "sedang dipakai, atau tempat disk lain terpasang",
    errno.EXDEV: "tempatnya di disk lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "disk rusak atau terlepas",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.ELOOP: "tautan simbolis berputar",
}


def number(value: int | float | Decimal) -> str:
    """1234.5 -> '1.234,5'; integers without decimals, a true minus sign for negatives.

    A Decimal keeps the digits it was written with (12.50 -> '12,50') unless they say nothing.
    """
    text = f"{abs(value):,f}" if isinstance(value, Decimal) else f"{abs(value):,}"
    if "." in text and (value == int(value) or not isinstance(value, Decimal)):
        text = text.rstrip("0").rstrip(".")
    swapped = text.translate(str.maketrans(",.", ".,"))
    return f"\N{MINUS SIGN}{swapped}" if value < 0 else swapped


def change(new: float, old: float, before: int) -> str:
    """'naik 26,9 % dari 2023' (`before`: the year of `old`); '' across a break or from nothing."""
    if new <= 0 or old <= 0 or breaks_off(old, new):
        return ""
    percent = round(100 * (new / old - 1), 1)
    if percent == 0:
        return f"sama dengan {before}"
    word = "naik" if percent > 0 else "turun"
    return f"{word} {number(abs(percent))} % dari {before}"


def failure(error: OSError) -> str:
    """Why the system refused, in words: 'disk penuh'."""
    return TROUBLE.get(error.errno or 0) or error.strerror or str(error)


def trouble(error: OSError) -> str:
    """A failure of the disk or the system as one sentence: 'Disk penuh: site/index.html.'"""
    reason = failure(error)
    reason = reason[:1].upper() + reason[1:]
    return f"{reason}: {error.filename}." if error.filename else f"{reason}."


def date(iso: str) -> str:
    """'2026-11-22' -> '22 November 2026'."""
    year, month, day = iso[:10].split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def moment(text: str) -> str:
    """'2022-10' -> 'Oktober 2022', '2022-10-03' -> '3 Oktober 2022'; other text as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(-\d{2})?", text)
    if found is None:
        return text
    return date(text) if found[3] else f"{MONTHS[int(found[2]) - 1]} {found[1]}"


def period(when: Period) -> str:
    """A period in a sentence: '2024', 'Desember 2024', 'Triwulan II 2024', '2020\u20132024'."""
    if when.kind is PeriodKind.MONTH:
        return f"{MONTHS[when.number - 1]} {when.year}"
    if when.kind is PeriodKind.QUARTER:
        return f"Triwulan {_ROMAN[when.number]} {when.year}"
    if when.kind is PeriodKind.SEMESTER:
        return f"Semester {_ROMAN[when.number]} {when.year}"
    if when.kind is PeriodKind.DAY:
        return date(written(when))
    if when.kind is PeriodKind.SCHOOL_YEAR:
        return f"tahun ajaran {when.year}/{when.number}"
    if when.kind is PeriodKind.YEARS:
        return years(when.year, when.number)
    return str(when.year)


def short_period(when: Period, first: bool) -> str:
    """A period at an axis: 'Jan 2024' where it is the `first` of its year there, else 'Feb'."""
    if when.kind is PeriodKind.MONTH:
        part = SHORT_MONTHS[when.number - 1]
    elif when.kind is PeriodKind.QUARTER:
        part = f"T-{_ROMAN[when.number]}"
    elif when.kind is PeriodKind.SEMESTER:
        part = f"S-{_ROMAN[when.number]}"
    elif when.kind is PeriodKind.DAY:
        day = written(when)
        part = f"{int(day[8:])} {SHORT_MONTHS[int(day[5:7]) - 1]}"
    elif when.kind is PeriodKind.SCHOOL_YEAR:
        return f"{when.year}/{when.number % 100:02}"
    else:
        return period(when)
    return f"{part} {when.year}" if first else part


_ROMAN = ("", "I", "II", "III", "IV")


def running(start: tuple[str, str], end: tuple[str, str], zone: str) -> str:
    """From when to when, each a day and a time or ''; the whole `end` is '' while nobody knows.

    'mulai 22 November 2026 pukul 14.00 WIB sampai 25 November 2026', '... sampai ada kabar lagi',
    'pada 22 November 2026 pukul 08.00 sampai 12.00 WIB'.
    """

    def told(day: str, time: str) -> str:
        return f"{date(day)} pukul {time.replace(':', '.')} {zone}" if time else date(day)

    if not end[0]:
        return f"mulai {told(*start)} sampai ada kabar lagi"
    if start[0] == end[0]:
        return f"pada {date(start[0])}{_hours(start[1], end[1], zone)}"
    return f"mulai {told(*start)} sampai {told(*end)}"


def _hours(start: str, end: str, zone: str) -> str:
    """The part of one day: ' pukul 08.00 sampai 12.00 WIB'; '' for all of it."""
    first, last = start.replace(":", "."), end.replace(":", ".")
    if first and last:
        return f" pukul {first} sampai {last} {zone}"
    if first:
        return f" mulai pukul {first} {zone}"
    return f" sampai pukul {last} {zone}" if last else ""


def size(count: int) -> str:
    """Bytes as people read them: '820 B', '12,3 kB'."""
    if count < 1000:
        return f"{count} B"
    unit, amount = ("kB", count / 1000) if count < 1_000_000 else ("MB", count / 1_000_000)
    return f"{number(round(amount, 1))} {unit}"


def enumeration(items: Sequence[str]) -> str:
    """'a', 'a dan b', 'a, b, dan c'."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def years(start: int | None, end: int | None) -> str:
    """'2021-2024' with an en dash, or one year, or 'tidak menurut tahun'."""
    if start is None or end is None:
        return "tidak menurut tahun"
    return str(start) if start == end else f"{start}\N{EN DASH}{end}"


def cell(value: Value | float, type_: str) -> str:
    """A value as it stands in a table: empty cells become an em dash, years keep no separators."""
    if value is None:
        return "\N{EM DASH}"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if type_ in ("date", "yearmonth"):
        return moment(str(value))
    if type_ in ("integer", "number") and isinstance(value, int | float | Decimal):
        return number(value)
    return str(value)
