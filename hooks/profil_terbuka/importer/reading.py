"""From a sheet to columns: every column is read in one way, and what was decided is told."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.identifiers import Identifier, identifier
from ..words.numbers import number
from .columns import Column, numeric_column, text_column
from .figures import (
    MOST_DECIMALS,
    Ambiguous,
    Contradictory,
    DecimalMark,
    Figures,
    both_ways,
    looks_like_figure,
    read_figures,
    says_absent,
)
from .names import column_name, sentence
from .reasons import Unusable
from .sheet import Cell, Sheet

_SHOWN = 3


def read_columns(sheet: Sheet, mark: DecimalMark | None) -> tuple[list[Column], list[str]]:
    """The columns of a sheet, and what the person should know about how they were read.

    Raises Unusable for columns that can be read both ways (all of them at once) or in none.
    """
    columns: list[Column] = []
    told: list[str] = []
    unsure: list[str] = []
    for index, title in enumerate(sheet.titles):
        cells = sheet.column(index)
        read = None if _is_code(title) else read_figures(cells, mark)
        if isinstance(read, Contradictory):
            raise Unusable(_contradiction(title, cells, read, sheet.numbers))
        if isinstance(read, Ambiguous):
            unsure.append(_question(title, cells, read, sheet.numbers))
        elif isinstance(read, Figures):
            columns.append(numeric_column(title, cells, read, first=index == 0))
            told += _about_figures(title, cells, read, sheet.numbers)
        else:
            columns.append(text_column(title, _without_faults(cells)))
            told += _about_text(title, cells, sheet.numbers)
    if unsure:
        raise Unusable(_questions(unsure))
    return columns, told


def _is_code(title: str) -> bool:
    return identifier(column_name(sentence(title)), ()) is Identifier.CODE


def _without_faults(cells: Sequence[Cell]) -> list[Cell]:
    """Excel's '#N/A' is no text."""
    return [Cell() if cell.text.upper() == "#N/A" else cell for cell in cells]


def _rows(places: Sequence[int], numbers: Sequence[int]) -> str:
    """'baris 3, 7, 9 dan 4 lagi'."""
    shown = ", ".join(str(numbers[at]) for at in places[:_SHOWN])
    more = f" dan {len(places) - _SHOWN} lagi" if len(places) > _SHOWN else ""
    return f"baris {shown}{more}"


def _question(title: str, cells: Sequence[Cell], read: Ambiguous, numbers: Sequence[int]) -> str:
    lines = [f"  kolom `{title}`, {_rows(read.places, numbers)}:"]
    for at in read.places[:_SHOWN]:
        comma, point = (f"{value:f}".replace(".", ",") for value in both_ways(cells[at]))
        lines.append(f"    `{cells[at].text}`: {comma} (DESIMAL=koma) atau {point} (DESIMAL=titik)")
    return "\n".join(lines)


def _questions(unsure: Sequence[str]) -> str:
    closing = (
        "Ulangi perintahnya dengan bacaan yang benar: tambahkan DESIMAL=koma (koma di depan "
        "desimal, titik memisahkan ribuan) atau DESIMAL=titik (sebaliknya)."
    )
    if len(unsure) > 1:
        closing += (
            " Bila kolom-kolom itu ditulis dengan cara berbeda, hapus dulu pemisah ribuan dari "
            "salah satunya."
        )
    return "\n".join(["Angka berikut dapat dibaca dengan dua cara:", *unsure, closing])


def _contradiction(
    title: str, cells: Sequence[Cell], read: Contradictory, numbers: Sequence[int]
) -> str:
    one, other = sorted(read.places)
    return (
        f"Kolom `{title}` ditulis dengan dua cara: baris {numbers[one]} `{_seen(cells[one])}`, "
        f"baris {numbers[other]} `{_seen(cells[other])}`. Samakan penulisan angka di kolom itu "
        "(titik, koma, %, Rp), lalu ulangi."
    )


def _seen(cell: Cell) -> str:
    """A cell as Indonesian Excel shows it."""
    if cell.number is None:
        return cell.text
    text = number(cell.number)
    return f"{text}%" if cell.mark == "%" else f"{cell.mark} {text}".strip()


def _about_figures(
    title: str, cells: Sequence[Cell], read: Figures, numbers: Sequence[int]
) -> list[str]:
    told = []
    if read.absent:
        words = ", ".join(dict.fromkeys(f"`{cells[at].text}`" for at in read.absent))
        told.append(
            f"Kolom `{title}`: {words} di {_rows(read.absent, numbers)} dikosongkan karena bukan "
            "bilangan. Bila artinya nol, tulis 0."
        )
    if read.rounded:
        told.append(f"Kolom `{title}`: dibulatkan sampai {MOST_DECIMALS} angka desimal.")
    return told


def _about_text(title: str, cells: Sequence[Cell], numbers: Sequence[int]) -> list[str]:
    """Said where most cells are figures: the others are perhaps a slip."""
    if _is_code(title):
        return []
    filled = [at for at, cell in enumerate(cells) if not cell.empty and not says_absent(cell)]
    words = [at for at in filled if not looks_like_figure(cells[at])]
    if (
        not words
        or 2 * len(words) >= len(filled)
        or all(cells[at].text.isdecimal() for at in words)
    ):
        return []
    return [
        f"Kolom `{title}` dibaca sebagai teks karena {_rows(words, numbers)} bukan bilangan "
        f"(`{cells[words[0]].shown[:40]}`). Bila kolom itu seharusnya angka, perbaiki lalu ulangi."
    ]
