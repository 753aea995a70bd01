"""How a cell that is not written as its type demands would be: the mend, with the right form."""

from __future__ import annotations

import datetime
import re

from ..model.calendar_names import MONTHS
from ..words.dates import date

_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}([.,\s][0-9]{3})+")
_AMOUNT = re.compile(
    r"(?:rp\.?\s?)?(?P<whole>-?\d{1,3}(?:[.\s]\d{3})+|-?\d+)(?:,(?P<part>\d{1,6})-?)?\s?"
    r"(?P<unit>%|[a-z]+)?",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"-?\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+((?:19|20)\d\d)", re.IGNORECASE)
LONGEST = 18
"""How many figures a number may have that every program reads as the same."""
_SERIAL = re.compile(r"[2-6]\d{4}")
_EXCEL_BEGAN = datetime.date(1899, 12, 30)
_YES, _NO = {"ya", "y", "benar", "1", "ada"}, {"tidak", "t", "salah", "0", "tidak ada"}
_EMPTY = {"-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "nihil", "kosong", "tidak ada", "..."}


def number(text: str, whole: bool) -> str:
    """The mend for a cell that is no number; '' where the general one says all."""
    plain = text.strip()
    if plain.casefold() in _EMPTY:
        return "Kosongkan selnya, atau tulis 0 bila total tercetak membuktikannya."
    if _THOUSANDS.fullmatch(plain):
        digits = re.sub(r"[.,\s]", "", plain)
        return f"Tulis `{digits}` bila ribuan."
    if plain.startswith("="):
        return "Salin hasilnya, bukan rumusnya: di Excel, Tempel Khusus, Nilai."
    if _SHORTENED.fullmatch(plain):
        return (
            "Excel memendekkan bilangan ini, sehingga angka terakhirnya hilang. Di Excel ubah "
            "format kolomnya menjadi Angka tanpa desimal, lalu simpan lagi sebagai CSV."
        )
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return ""
    digits = re.sub(r"[.\s]", "", found["whole"])
    if len(digits.lstrip("-0")) > LONGEST:
        return f"Paling banyak {LONGEST} angka; periksa apakah beberapa sel menyatu di sel ini."
    sign = "-" if digits.startswith("-") else ""
    right = sign + (digits.lstrip("-").lstrip("0") or "0")
    if found["part"]:
        right += f".{found['part']}"
        if whole:
            return f"Tulis bilangan bulat; `{right}` adalah pecahan, dengan titik sebagai koma."
    if found["unit"]:
        return f"Tulis `{right}` saja; satuannya ditulis sekali di datapackage.json (`satuan`)."
    return f"Tulis `{right}`." if right != plain or text != plain else ""


def other(text: str, type_: str) -> str:
    """The mend for a cell that is no date, year or yes and no."""
    plain = text.strip()
    if type_ == "date" and (day := _day(plain)):
        return f"Tulis `{day.isoformat()}` bila maksudnya {date(day.isoformat())}."
    if type_ == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return "Periksa harinya: bulan itu tidak punya tanggal sebanyak itu."
    if type_ == "date":
        return "Tulis tahun, bulan, hari: 31 Desember 2024 menjadi `2024-12-31`."
    if type_ == "year" and (found := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain)):
        return f"Tulis `{found[0]}` saja."
    if type_ == "year":
        return "Tulis tahun dengan empat angka, misalnya `2024`."
    if type_ == "boolean" and plain.casefold() in _YES | _NO:
        return f"Tulis `{'true' if plain.casefold() in _YES else 'false'}`."
    if type_ == "boolean":
        return "Tulis `true` untuk ya, `false` untuk tidak."
    return ""


def _day(text: str) -> datetime.date | None:
    """The day that is meant, written as people do in Indonesia, or as Excel counts."""
    try:
        if found := _DAY_FIRST.fullmatch(text):
            return datetime.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _DAY_IN_WORDS.fullmatch(text):
            known = [name.casefold()[:3] for name in MONTHS]
            return datetime.date(
                int(found[3]), known.index(found[2].casefold()[:3]) + 1, int(found[1])
            )
        if _SERIAL.fullmatch(text):
            return _EXCEL_BEGAN + datetime.timedelta(days=int(text))
    except ValueError:
        pass
    return None
