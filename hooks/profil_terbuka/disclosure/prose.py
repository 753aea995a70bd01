"""Withheld numbers that sentences tell: in titles, descriptions, notes and pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from .. import codes
from ..findings import Code, Finding, Place
from ..located import texts
from ..model import SMALL, Catalog, Dataset, Manuscript, Role, Table
from .cells import Cell, Number, Numbers, numbers, withheld
from .equations import groups
from .terms import Terms

_WORDS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)
"""Number words by their value."""
_PEOPLE = (
    r"(?:orang|jiwa|anak|balita|bayi|korban|kasus|penyandang|klien|warga|keluarga|kk|pasien|"
    r"perempuan|laki-laki|penderita|lansia)"
)
_FEW = re.compile(
    rf"(?<![\w.,/-])(?:[1-{SMALL - 1}]|{'|'.join(_WORDS[1:SMALL])})\s+(?:orang\s+)?{_PEOPLE}(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=\s*[-*|#>])")
_LETTERS = re.compile(r"[^\W\d_]{4}").search
_NOT_PEOPLE = (
    r"(?!\s*(?:tahun|bulan|minggu|hari|kali|persen|%|jenis|baris|kolom|butir|tabel|dataset|edisi|"
    r"kecamatan|kelurahan|panti|lembaga|poin|angka|nilai|dari)(?!\w))"
)
"""What follows says that something else is counted: 'tiga tahun', 'empat dari tujuh jenis'."""
_NUMBER = re.compile(rf"(?<![\w.,])\d+(?:\.\d{{3}})*(?![\w]|[.,]\d){_NOT_PEOPLE}")
_SPELT = tuple(re.compile(rf"(?<!\w){word}(?!\w){_NOT_PEOPLE}") for word in _WORDS)
_LARGE = 20
"""A sum below this meets too many other numbers by chance to be told by its value alone."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text that readers see, and where it stands."""

    place: Place
    where: str
    """'`description`: ', or '' where the place says it all."""
    text: str


@dataclass(frozen=True, slots=True)
class _Secret:
    """A withheld number with the names of its row, or a sum that withheld numbers are part of."""

    folder: str
    names: tuple[str, ...]
    value: Number


def told_in_prose(
    catalog: Catalog, known: Catalog, pages: Iterable[Manuscript], words: Terms
) -> Iterator[Finding]:
    """Sentences that tell a withheld number, or few people and a sensitive matter together.

    The first needs the true values (`known`), the second only the words.
    """
    value = numbers(known.packages)
    for edition in catalog.packages:
        yield from _told_by_notes(edition, value)
    secrets = tuple(_secrets(catalog, value))
    for passage in _passages(catalog, pages):
        for sentence in _SENTENCE.split(passage.text):
            plain = sentence.casefold()
            if any(_tells(passage, plain, secret) for secret in secrets):
                yield _finding(codes.SMALL_COUNT, passage, "menyebut angka yang ditutup `privasi`")
            elif (word := words.find(sentence)) and _FEW.search(sentence):
                about = f"menyebut beberapa orang saja bersama hal peka (`{word}`)"
                yield _finding(codes.FEW_IN_PROSE, passage, about)


def _passages(catalog: Catalog, pages: Iterable[Manuscript]) -> Iterator[_Passage]:
    for current in catalog.datasets:
        for edition in (current, *current.editions):
            for where, _, text in texts(edition.descriptor):
                yield _Passage(Place(edition.file), f"{where}: ", text)
            for table in edition.tables:
                yield from _remarks(table)
    for page in pages:
        for number, paragraph in _paragraphs(page.text):
            yield _Passage(Place(page.file, number), "", paragraph)


def _remarks(table: Table) -> Iterator[_Passage]:
    for field in table.schema.with_role(Role.REMARK):
        for number, text in enumerate(table.column(field.name), start=2):
            if isinstance(text, str):
                yield _Passage(Place(table.file, number, field.name), "", text)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Line number and text of each paragraph."""
    number = 1
    for paragraph in re.split(r"(\n[ \t]*\n)", text):
        if paragraph.strip():
            yield number, paragraph
        number += paragraph.count("\n")


def _told_by_notes(edition: Dataset, value: Numbers) -> Iterator[Finding]:
    """Notes about withheld rows that hold the number: those name no category, their rows do."""
    hidden = withheld((edition,))
    for note in edition.notes:
        table = edition.table(note.table)
        rows = {number - 2 for number, _ in table.select(note.where)}
        told = {
            value[cell]
            for cell in hidden
            if cell.file == table.file and cell.at in rows and cell in value
        }
        text = f"{note.printed}\n{note.published}\n{note.reason}"
        if told & set(map(read_figure, _NUMBER.findall(text))):
            message = f"Catatan `{note.name}` menyebut angka yang ditutup `privasi`."
            yield Finding(codes.SMALL_COUNT, Place(edition.file), message, _REWRITE)


def _secrets(catalog: Catalog, value: Numbers) -> Iterator[_Secret]:
    hidden = withheld(catalog.packages)
    shown = set(numbers(catalog.packages).values())
    for edition in catalog.packages:
        folder = posixpath.dirname(edition.file)
        for table in edition.tables:
            for cell in hidden:
                if cell.file == table.file and cell in value:
                    yield _Secret(folder, _names(table, cell), value[cell])
            for total in _sums(table, hidden, value):
                if total >= _LARGE and total not in shown:
                    yield _Secret(folder, (), total)


def _sums(table: Table, hidden: Collection[Cell], value: Numbers) -> Iterator[Number]:
    """Of each category and of all: what a sentence may add up, withheld numbers included."""
    dimensions = [field.name for field in table.schema.with_role(Role.DIMENSION)]
    for measure in {cell.measure for cell in hidden if cell.file == table.file}:
        for by in ((), *((name,) for name in dimensions)):
            for cells in groups(table, by, measure).values():
                if any(cell in hidden for cell in cells):
                    yield sum(value.get(cell, 0) for cell in cells)


def _names(table: Table, cell: Cell) -> tuple[str, ...]:
    """What the row's categories are called, in small letters; codes and years name nothing."""
    row = table.rows[cell.at]
    texts = (table.value(row, field.name) for field in table.schema.with_role(Role.DIMENSION))
    return tuple(text.casefold() for text in texts if isinstance(text, str) and _LETTERS(text))


def _tells(passage: _Passage, sentence: str, secret: _Secret) -> bool:
    """Whether a sentence, in small letters, holds the number and says what it is the number of."""
    if secret.names:
        about = any(name in sentence for name in secret.names)
    else:
        about = posixpath.dirname(passage.place.file) == secret.folder
    if not about:
        return False
    if any(read_figure(figure) == secret.value for figure in _NUMBER.findall(sentence)):
        return True
    return secret.value < len(_SPELT) and bool(_SPELT[int(secret.value)].search(sentence))


def read_figure(text: str) -> int:
    """'1.245' in Indonesian prose is 1245."""
    return int(text.replace(".", ""))


def _finding(code: Code, passage: _Passage, about: str) -> Finding:
    message = f"{passage.where}ada kalimat yang {about}."
    return Finding(code, passage.place, message[0].upper() + message[1:], _REWRITE)


_REWRITE = (
    "Tulis kalimatnya tanpa angka itu, misalnya `sebagian kecil` atau `beberapa orang`, tanpa "
    "menyebut tempat atau jenis yang menunjuk orangnya."
)
