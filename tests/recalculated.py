"""What LibreOffice reckons in a filled register, kept as a table: `register-terhitung.csv`.

The table holds the mark of each formula with the value that LibreOffice gave it. Tests hold both
against the engine. After a change of formulas: python tests/recalculated.py (needs `soffice`).
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = Path(__file__).parent / "register-terhitung.csv"
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

import openpyxl  # noqa: E402

from filled_registers import GROUNDS, Typed, filled  # noqa: E402
from profil_terbuka.ppid.register.columns import FIRST  # noqa: E402

TODAY = datetime.date(2026, 11, 30)
_DECISIONS = ("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak", "dicabut pemohon")
_FIRST_DAY = datetime.date(2025, 1, 1)
_DAYS, _REQUESTS, _OBJECTIONS = 720, 60, 25
Cell = tuple[str, str, str, str]
"""Sheet, cell, mark of the formula, and the value as text: days as 2026-11-30."""


def invented_requests() -> list[dict[str, Typed]]:
    """Requests on days of all kinds; some answered in time, some late, some not yet."""
    chance = random.Random(18)
    friday = datetime.date(2026, 11, 13)
    monday = {"nomor": "001", "tanggal": friday + datetime.timedelta(days=3)}
    at_once = {"keputusan": "dikabulkan seluruhnya", "diberitahukan": friday}
    lines: list[dict[str, Typed]] = [monday, {"nomor": "002", "tanggal": friday, **at_once}]
    for number in range(len(lines), _REQUESTS):
        day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))
        line: dict[str, Typed] = {"nomor": f"{number + 1:03}", "tanggal": day}
        if chance.random() < 0.3:
            line["diperpanjang"] = day + datetime.timedelta(days=chance.randrange(16))
        if chance.random() < 0.7:
            decision = chance.choice(_DECISIONS)
            line["keputusan"] = decision
            if decision != "dicabut pemohon":
                line["diberitahukan"] = day + datetime.timedelta(days=chance.randrange(40))
            if decision in ("dikabulkan sebagian", "ditolak"):
                line["dasar"] = chance.choice(GROUNDS)
        lines.append(line)
    return lines


def invented_objections() -> list[dict[str, Typed]]:
    """Objections in the same way."""
    chance = random.Random(36)
    lines: list[dict[str, Typed]] = []
    for number in range(_OBJECTIONS):
        day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))
        line: dict[str, Typed] = {"nomor": f"K-{number + 1}", "tanggal": day, "a": "ya"}
        if chance.random() < 0.7:
            replied = day + datetime.timedelta(days=chance.randrange(60))
            line["ditanggapi"] = replied
            line["diterima"] = replied + datetime.timedelta(days=chance.randrange(5))
            if chance.random() < 0.4:
                line["sengketa"] = replied + datetime.timedelta(days=chance.randrange(5, 20))
        lines.append(line)
    return lines


def workbook() -> bytes:
    """The workbook whose formulas the table holds."""
    return filled(invented_requests(), invented_objections(), TODAY)


def formulas(data: bytes) -> Mapping[tuple[str, str], str]:
    """The mark of every formula about a line that is filled, and of all those that count."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    last = {
        "Permohonan": FIRST + _REQUESTS,
        "Keberatan": FIRST + _OBJECTIONS,
        "Rekap": book["Rekap"].max_row,
    }
    return {
        (name, cell.coordinate): hashlib.sha256(str(cell.value).encode()).hexdigest()[:12]
        for name, row in last.items()
        for line in book[name].iter_rows(max_row=row)
        for cell in line
        if str(cell.value).startswith("=")
    }


def recalculated() -> Iterator[Cell]:
    """The formulas with what LibreOffice makes of them."""
    data = workbook()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "register.xlsx", Path(folder) / "terhitung"
        source.write_bytes(data)
        command = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        home = f"-env:UserInstallation=file://{folder}/profil"
        subprocess.run([*command, home, "--outdir", str(target), str(source)], check=True)
        book = openpyxl.load_workbook(target / "register.xlsx", data_only=True)
    for (sheet, cell), formula in formulas(data).items():
        yield sheet, cell, formula, shown(book[sheet][cell].value)


def shown(value: object) -> str:
    """A value as the table has it."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def kept() -> list[Cell]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return [(sheet, cell, formula, value) for sheet, cell, formula, value in rows[1:]]


if __name__ == "__main__":
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("lembar", "sel", "rumus", "nilai"))
        table.writerows(recalculated())
