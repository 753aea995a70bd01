"""Columns about single people: found before anything is written, and left out.

By what the heading calls them, and by what the cells hold (the privacy gate's own patterns).
Whether a plain 'Nama' is that of people or of institutions is asked where neither tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ...model.messages import Message, message
from ...privacy.kinds import PrivateKind
from ..grid import FAULTS, SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from ..reading.figures import looks_like_figure, says_absent
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable
from .addresses import found_in, names_institutions, private_addresses
from .counting import WithoutPeople, counted
from .named_cells import NO_PERSON, names_people, tells_of_one_each

NAMES = "nama-orang"
"""The kind of questions about whom a column names."""
PERSON = "orang"
_DIFFERENT = 0.3
"""Share of different texts from which on a column names, and does not sort into kinds."""
_DIFFERENT_NUMBERS = 0.9
"""The same of numbers that only people have, of which several may stand for an office."""
_PRIVATE = re.compile(
    r"\b(nik|nip|nrp|npwp|no\.?\s*kk|nomor\s+kk|no\.?\s*ktp|nomor\s+ktp|no\.?\s*(hp|wa|telp?\w*|rek\w*)|"
    r"nomor\s+(hp|wa|telepon|rekening|induk)|hp|whatsapp|telepon|telp|handphone|e-?mail|(?<!kode\s)rekening|"
    r"(tempat|tanggal|tgl\.?)[\s,/]*(tanggal\s+)?lahir|ttl|nama\s+ibu|ibu\s+kandung|nama\s+ayah|"
    r"alamat\s+(rumah|tinggal|domisili|ktp)|rt\s*/?\s*rw|nisn|plat|nomor\s+polisi|paspor)\b",
    re.IGNORECASE,
)
_SURE_NAME = re.compile(
    r"nama\s+(lengkap|penerima\w*|pegawai|anak|korban|klien|pm|pmks|ppks|kk|kepala\s+keluarga|pemohon|"
    r"siswa|pasien|peserta|relawan|petugas|pendamping|lansia|warga|kpm|pengurus|anggota|orang)\b|"
    r"penerima\s+manfaat$|nama\s*/\s*nip|nama\s+dan\s+nip",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"kepala\s*keluarga|kk|krt|kepala\s*rumah\s*tangga|responden|pemohon|pelapor|pasien|korban|klien|"
    r"penerima(\s+bantuan)?|kpm|anggota|warga|peserta|petugas|pendamping|relawan|lansia|anak|siswa",
    re.IGNORECASE,
)
"""Headings that name people where words stand below, and count them where figures do."""
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between the words of 'KepalaKeluarga'."""
_PLAIN_NAME = re.compile(r"nama|nama\s*(orang)?|inisial", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(umur|usia|l\s*/\s*p|jenis\s+kelamin|jk|agama|pekerjaan|status\s+kawin)\b", re.IGNORECASE
)
_NAMED = re.compile(r"nama\b", re.IGNORECASE)
_LEADS = re.compile(
    r"(nama\s+)?(ketua|pimpinan|pemimpin|penanggung\s*jawab|kepala|direktur|narahubung|"
    r"contact\s+person|pengelola|pemilik|pendiri|pengasuh)(\s+\w+)?",
    re.IGNORECASE,
)
"""Headings over names of those who lead an institution; over figures they count such."""
_COUNTS = re.compile(r"\b(jumlah|banyak\w*|total|kapasitas|unit|persen\w*)\b", re.IGNORECASE)
"""A table that counts tells of groups or places, whose 'nama' is no person's."""


def without_people(table: SheetTable, answers: Answers) -> WithoutPeople:
    """The table without what tells of single people; a list of people becomes counts of them."""
    private = [at for at, column in enumerate(table.columns) if _is_private(column)]
    names, questions = _names(table, private, answers)
    addresses, more = private_addresses(table, bool(private or names), answers)
    questions += more
    left_out = {*private, *names, *addresses}
    is_list = _is_list(table, sorted(left_out), names) or tells_of_one_each(table)
    named = _named_by_cells(table, left_out, answers) if is_list else []
    if not left_out and not named:
        return WithoutPeople(table, questions=tuple(questions))
    told = tuple(
        _left_out(column, "importer.step-named" if at in named else "importer.step-private")
        for at, column in enumerate(table.columns)
        if at in left_out or at in named
    )
    left_out.update(named)
    columns = tuple(column for at, column in enumerate(table.columns) if at not in left_out)
    kept = replace(table, columns=columns)
    if is_list:
        return counted(kept, told, questions, answers)
    return WithoutPeople(kept, told, tuple(questions))


def _left_out(column: SheetColumn, step: str) -> Message:
    return message(step, title=column.title, column=column.letters)


def _named_by_cells(table: SheetTable, known: Collection[int], answers: Answers) -> list[int]:
    """Further columns that name people, whatever their headings say."""
    return [
        at
        for at, column in enumerate(table.columns)
        if at not in known and names_people(column, answer(answers, NAMES, column.title))
    ]


def _is_private(column: SheetColumn) -> bool:
    """By its heading, or by what one cell in five holds; addresses are judged apart."""
    if _PRIVATE.search(column.title):
        return True
    return bool(found_in(column) - {PrivateKind.ADDRESS})


def _names(
    table: SheetTable, private: Sequence[int], answers: Answers
) -> tuple[list[int], list[Question]]:
    """Columns that hold names of people, and questions about those that may."""
    found: list[int] = []
    questions: list[Question] = []
    counts = any(_COUNTS.search(column.title) for column in table.columns)
    beside = any(_OF_PEOPLE.search(column.title) for column in table.columns) or bool(private)
    for at, column in enumerate(table.columns):
        if at in private:
            continue
        title = _CAPITAL.sub(" ", column.title).strip()
        if _SURE_NAME.search(title) or (_PERSONS.fullmatch(title) and _holds_names(column)):
            found.append(at)
        elif _PLAIN_NAME.fullmatch(column.title.strip()) and not names_institutions(column):
            said = answer(answers, NAMES, column.title)
            if said == PERSON or (beside and said != NO_PERSON):
                found.append(at)
            elif said != NO_PERSON and not counts:
                questions.append(_whose(column))
        elif _LEADS.fullmatch(column.title.strip()) and _holds_words(column):
            said = answer(answers, NAMES, column.title)
            found += [at] if said == PERSON else []
            questions += [] if said in (PERSON, NO_PERSON) else [_whose(column)]
    return found, questions


def _holds_names(column: SheetColumn) -> bool:
    """Whether a column holds words, mostly different ones: no kinds, no yes and no."""
    filled = [cell for cell in column.cells if not cell.empty]
    words = [cell.text for cell in filled if _is_word(cell)]
    is_worded = 2 * len(words) > len(filled) and not names_institutions(column)
    return is_worded and len(set(words)) > _DIFFERENT * len(words)


def _is_word(cell: SheetCell) -> bool:
    is_text = bool(cell.text) and cell.text not in FAULTS
    return is_text and not looks_like_figure(cell) and not says_absent(cell)


def _holds_words(column: SheetColumn) -> bool:
    return any(map(_is_word, column.cells)) and not names_institutions(column)


def _whose(column: SheetColumn) -> Question:
    return Question(
        asked(NAMES, column.title),
        message("importer.ask-whose-name", title=column.title, column=column.letters),
        (
            Choice(PERSON, message("importer.choice-person")),
            Choice(NO_PERSON, message("importer.choice-no-person")),
        ),
    )


def _is_list(table: SheetTable, private: Sequence[int], names: Sequence[int]) -> bool:
    """Whether each row is one person: named, or with a number of their own.

    In a list of institutions such columns tell who leads them, and how they are reached.
    """
    institutions = [column for column in table.columns if _NAMED.match(column.title.strip())]
    if any(map(names_institutions, institutions)):
        return False
    rows = [at for at, kind in enumerate(table.kinds) if kind is RowKind.DATA]
    for at in (*names, *private):
        texts = [table.columns[at].cells[row].shown for row in rows]
        filled = [text for text in texts if text]
        least = _DIFFERENT if at in names else _DIFFERENT_NUMBERS
        if 2 * len(filled) > len(rows) and len(set(filled)) > least * len(filled):
            return True
    return False
