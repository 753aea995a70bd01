"""Any layout, any convention: a known table comes out with its values, or something is asked."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profil_terbuka.importer import read_book
from profil_terbuka.importer.importing import Imported
from sheets import KNOWN, understood
from spreadsheets import saved

AREAS = ("Sungai Manggis", "Nangka", "Tanjung Kemiri", "Rambai Timur", "Kenari")
KINDS = ("Lansia", "Disabilitas", "Anak", "Gelandangan")
YEARS = (2021, 2022, 2023, 2024)
SEXES = ("Laki-laki", "Perempuan")
OUTCOMES: Counter[str] = Counter()
LEAST_SILENT = 0.95
"""Of the sheets whose figures can be read in one way: so many need no answer."""
Key = frozenset[str]
Row = list[object]


@dataclass(frozen=True)
class Layout:
    """How somebody drew up a table."""

    names: tuple[str, ...]
    years: tuple[int, ...]
    """Empty: the table tells no year."""
    years_over: bool
    """Years stand over the columns, not in one."""
    sexes_over: bool
    decimals: int
    writing: str
    """How numbers are written: as cells, or as text in one of several ways."""
    letterhead: int
    blank_left: bool
    blank_rows: bool
    numbered: bool
    numbering: bool
    merged: bool
    total: bool
    total_column: bool
    missing: str
    notes: bool
    signature: bool
    repeated: bool
    unit: str
    file: str
    seed: int

    def value(self, *words: object) -> Decimal:
        """The number of a cell: any, but always the same."""
        whole = hash_of(self.seed, *words) % 90_000
        return Decimal(whole) / (10**self.decimals) if self.decimals else Decimal(whole)


def hash_of(*words: object) -> int:
    """A number for words, the same in every process."""
    found = 7
    for letter in "|".join(map(str, words)):
        found = (found * 131 + ord(letter)) % 1_000_003
    return found


LAYOUTS = st.builds(
    Layout,
    names=st.sampled_from([AREAS[:3], AREAS[:4], AREAS, KINDS]),
    years=st.sampled_from([(), YEARS[:1], YEARS[:2], YEARS]),
    years_over=st.booleans(),
    sexes_over=st.booleans(),
    decimals=st.sampled_from([0, 0, 0, 1, 2, 3]),
    writing=st.sampled_from([*["sel"] * 5, "polos", "indonesia", "inggris", "rupiah"]),
    letterhead=st.integers(0, 3),
    blank_left=st.booleans(),
    blank_rows=st.booleans(),
    numbered=st.booleans(),
    numbering=st.booleans(),
    merged=st.booleans(),
    total=st.booleans(),
    total_column=st.booleans(),
    missing=st.sampled_from(["", "", "-", "n/a", "..."]),
    notes=st.booleans(),
    signature=st.booleans(),
    repeated=st.booleans(),
    unit=st.sampled_from(["", " (orang)", " (Rp)"]),
    file=st.sampled_from(["xlsx", "xlsx", "xlsx", "csv"]),
    seed=st.integers(0, 10_000),
)


def known(layout: Layout) -> dict[Key, Decimal | None]:
    """What the table says: the words that name a number, and the number."""
    years = [str(year) for year in layout.years] or [""]
    sexes = SEXES if layout.sexes_over else ("",)
    found: dict[Key, Decimal | None] = {}
    for at, name in enumerate(layout.names):
        for year in years:
            for sex in sexes:
                gone = layout.missing and at == 1 and year == years[0] and sex == sexes[0]
                value = None if gone else layout.value(name, year, sex)
                found[frozenset(filter(None, (name, year, sex)))] = value
    return found


def written(layout: Layout, value: Decimal | None) -> object:
    """A number as this sheet writes it."""
    if value is None:
        return layout.missing
    places = f".{layout.decimals}f"
    english = f"{value:,{places}}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    return {
        "sel": float(value) if layout.decimals else int(value),
        "polos": f"{value:{places}}".replace(".", ","),
        "indonesia": indonesian,
        "inggris": english,
        "rupiah": f"Rp {indonesian}" if layout.decimals < 3 else indonesian,
    }[layout.writing]


def drawn(layout: Layout) -> tuple[list[Row], list[str]]:
    """The sheet, row by row, and its merged cells."""
    years = [str(year) for year in layout.years]
    over = years if layout.years_over else []
    down = years if years and not layout.years_over else [""]
    parts = [(year, sex) for year in over or [""] for sex in (SEXES if layout.sexes_over else [""])]
    lead: Row = [*(["No"] if layout.numbered else []), *(["Tahun"] if down[0] else []), "Uraian"]
    rows: list[Row] = [[f"DINAS REKAAN BARIS {at}"] for at in range(layout.letterhead)]
    if layout.blank_rows and rows:
        rows.append([])
    top = len(rows)
    rows += headings(layout, lead, parts)
    bottom = len(rows)
    heads = rows[top:bottom]
    if layout.numbering:
        rows.append([f"({at})" for at in range(1, len(heads[0]) + 1)])
    rows += list(body(layout, down, parts, heads))
    rows += feet(layout)
    if layout.blank_left:
        rows = [[None, *row] if row else [] for row in rows]
    shift = 1 if layout.blank_left else 0
    return rows, merges(layout, heads, top, shift)


def adds_up_to_the_right(layout: Layout, parts: Sequence[tuple[str, str]]) -> bool:
    """Whether a column adds both sexes up: in tables with one row of headings."""
    return layout.total_column and parts == [("", sex) for sex in SEXES]


def headings(layout: Layout, lead: Row, parts: Sequence[tuple[str, str]]) -> list[Row]:
    """One or two rows of headings."""
    unit = layout.unit if layout.decimals < 3 else ""  # nobody counts thousandths of people
    measure = f"Penerima{unit}"
    extra: Row = ["Jumlah"] if adds_up_to_the_right(layout, parts) else []
    told = [[part for part in pair if part] for pair in parts]
    if all(not part for part in told):
        return [[*lead, measure]]
    if all(len(part) == 1 for part in told):
        return [[*lead, *(part[0] for part in told), *extra]]
    upper: Row = [*lead]
    for at, part in enumerate(told):
        upper.append(part[0] if at == 0 or told[at - 1][0] != part[0] else None)
    return [upper, [*([None] * len(lead)), *(part[1] for part in told)]]


def body(
    layout: Layout, down: Sequence[str], parts: Sequence[tuple[str, str]], heads: list[Row]
) -> Iterator[Row]:
    """The rows of data, with their totals, and headings once more in between."""
    values = known(layout)
    lead = 1 if layout.numbered else 0
    with_sum = adds_up_to_the_right(layout, parts)
    number = 0
    for year_down in down:
        sums = [Decimal(0)] * (len(parts) + with_sum)
        for at, name in enumerate(layout.names):
            if layout.repeated and at == 2 and year_down == down[0]:
                yield from heads
            number += 1
            found = [
                values[frozenset(filter(None, (name, year or year_down, sex)))]
                for year, sex in parts
            ]
            cells = (
                [*found, sum((v or Decimal(0) for v in found), Decimal(0))] if with_sum else found
            )
            sums = [old + (new or 0) for old, new in zip(sums, cells, strict=True)]
            years: Row = [int(year_down)] if year_down else []
            yield [*([number] * lead), *years, name, *(written(layout, v) for v in cells)]
        if layout.total:
            blank: Row = [None] * lead
            years = [int(year_down)] if year_down else []
            yield [*blank, *years, "JUMLAH", *(written(layout, v) for v in sums)]


def feet(layout: Layout) -> list[Row]:
    rows: list[Row] = []
    if layout.notes:
        rows += [[], ["Catatan: data rekaan"], ["Sumber: Bidang Rekaan, 2024"]]
    if layout.signature:
        rows += [[], [None, None, "Kota Contoh, 5 Januari 2025"], [None, None, "Kepala Dinas"]]
    return rows


def merges(layout: Layout, heads: list[Row], top: int, shift: int) -> list[str]:
    """The merged areas of two rows of headings."""
    if not layout.merged or len(heads) < 2:
        return []
    areas: list[str] = []
    for at, text in enumerate(heads[0]):
        column = at + 1 + shift
        if text is not None and heads[1][at] is None:
            areas.append(area(top + 1, column, top + 2, column))
        elif text is not None:
            end = at
            while end + 1 < len(heads[0]) and heads[0][end + 1] is None:
                end += 1
            areas.append(area(top + 1, column, top + 1, end + 1 + shift))
    return areas


def area(top: int, left: int, bottom: int, right: int) -> str:
    letter = openpyxl.utils.get_column_letter
    return f"{letter(left)}{top}:{letter(right)}{bottom}"


def file_of(layout: Layout) -> bytes:
    rows, merged = drawn(layout)
    if layout.file == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";").writerows(
            ["" if cell is None else cell for cell in row] for row in rows
        )
        return text.getvalue().encode()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    return saved(book)


def read_back(made: Imported) -> dict[Key, Decimal | None]:
    """What was written: the words of each row that name its number, and the number."""
    assert made.draft is not None
    fields = made.draft.descriptor["resources"][0]["schema"]["fields"]
    roles = {field["name"]: field["peran"] for field in fields}
    found: dict[Key, Decimal | None] = {}
    for row in csv.DictReader(io.StringIO(made.draft.table.decode())):
        names = frozenset(
            value for name, value in row.items() if roles[name] == "dimensi" and value
        )
        value = next(value for name, value in row.items() if roles[name] == "ukuran")
        assert names not in found, names
        found[names] = Decimal(value) if value else None
    return found


def has_separators(layout: Layout) -> bool:
    """Whether figures are text in which a sign may part thousands or decimals."""
    if layout.writing in ("indonesia", "inggris", "rupiah"):
        return True
    is_text = layout.writing == "polos" or layout.file == "csv"
    return is_text and layout.decimals == 3


def unambiguous(layout: Layout) -> dict[str, str]:
    """The right answers to what this layout may be asked."""
    has_points = layout.writing == "inggris" or (layout.writing, layout.file) == ("sel", "csv")
    return {"desimal": "titik" if has_points else "koma"}


@settings(max_examples=500, suppress_health_check=list(HealthCheck), deadline=None)
@given(LAYOUTS)
def values_are_right_or_asked_about(layout: Layout) -> None:
    book = read_book(file_of(layout), f"data.{layout.file}")
    made = understood(book, known=KNOWN)
    kind = "separators" if has_separators(layout) else "clear"
    OUTCOMES[f"{kind}, {'silent' if made.draft else 'asked'}"] += 1
    if made.draft is None:
        made = understood(book, unambiguous(layout), known=KNOWN)
    assert read_back(made) == known(layout)


def test_values_are_right_or_asked_about(record_property: Callable[[str, object], None]) -> None:
    """And nothing is asked that the sheet says: only of figures typed with separators."""
    values_are_right_or_asked_about()
    clear = OUTCOMES["clear, silent"] + OUTCOMES["clear, asked"]
    assert OUTCOMES["clear, silent"] / clear >= LEAST_SILENT, OUTCOMES
    silent = OUTCOMES["clear, silent"] + OUTCOMES["separators, silent"]
    record_property("imported without a question", silent / OUTCOMES.total())
