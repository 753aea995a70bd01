"""A child in a row of a table: the name in one column, a case or an age in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .folding import fold
from .persons import CASE

_ADULT = 18
_NAMING = frozenset({"nama", "inisial", "nm"})
_PERSONS = frozenset({
    "anak", "korban", "klien", "penyintas", "siswa", "siswi", "murid", "santri", "pasien",
    "balita", "bayi", "remaja", "abh", "pelaku", "saksi", "penerima", "manfaat", "pm", "ppks",
})  # fmt: skip
"""Words for people in social work: a column called by one holds people, or how many."""
_ALONE = frozenset({"anak", "korban", "klien", "penyintas", "pasien", "siswa", "balita", "bayi"})
_PLAIN = frozenset({"lengkap", "panggilan", "inisial", "atau", "dan", "yang", "bersangkutan", "no"})
_AGES = frozenset({"umur", "usia"})
_CASES = frozenset({"kasus", "perkara", "kekerasan", "pelanggaran", "diagnosis", "diagnosa"})
_COUNTS = re.compile(
    r"\b(?:jumlah|total|banyak\w*|persen\w*|volume|anggaran|realisasi|kapasitas|unit|orang"
    r"|kepala|pimpinan|ketua|akreditasi|pendiri|berdiri)\b"
)
"""Titles of tables about groups, places and institutions, whose `nama` is no person's."""
_NO_PERSON = re.compile(
    r"\b(?:panti|lksa?|yayasan|rumah|balai|loka|sentra|sekolah|s[dm][nap]\w*|smk|slb|tk|paud|pkbm|"
    r"puskesmas|posyandu|puskesos|rsud|klinik|kota|kab\w*|kecamatan|kec|kelurahan|kel|desa|dusun|"
    r"provinsi|dinas|badan|kantor|bidang|seksi|program|kegiatan|forum|karang|taruna|kelompok|lembaga|"
    r"organisasi|komunitas|polres\w*|polsek|kasus|perkara|jumlah|total|laki|perempuan|anak|korban|"
    r"kekerasan|lainnya|tidak|data|semua|umum|pt|cv|masjid|gereja|pondok|pesantren|taman|wilayah)\b"
)
_WORK = re.compile(
    r"\b(?:jabatan|tugas|bidang|seksi|pangkat|program|kegiatan|layanan|pelatihan|kepala|penyuluh"
    r"|pekerja|pendamping|konselor|psikolog|analis|petugas|staf|koordinator|sekretaris|relawan)\b"
)
"""Who works for victims has a name that may be told."""
_NAME = re.compile(r"(?!\d)[^\W\d_][\w'.-]*(?:[ .,]+[^\W\d_][\w'.-]*){0,5}\.?")
_NUMBER = re.compile(r"\d{1,2}(?=\s*(?:\Z|th|tahun|bulan|bln))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Child:
    """A cell with somebody's name (indices of its row and column)."""

    row: int
    column: int
    name: str


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column holds, by its title: names of people for certain, or if a row says so."""

    certain: tuple[int, ...]
    likely: tuple[int, ...]
    ages: tuple[int, ...]
    cases: tuple[int, ...]
    work: tuple[int, ...]

    @property
    def holds_names(self) -> bool:
        """Whether there is any name to look at."""
        return bool(self.certain or self.likely)


def children(rows: Sequence[Sequence[str]]) -> list[Child]:
    """The names of children in a table whose first row holds the titles.

    >>> children([["Nama", "Umur"], ["Melati", "9"], ["Mawar", "40"]])
    [Child(row=1, column=0, name='Melati')]
    """
    columns = _columns(rows[0] if rows else ())
    if not columns.holds_names:
        return []
    return [
        Child(number, index, row[index])
        for number, row in enumerate(rows)
        if number
        for index in (*columns.certain, *columns.likely)
        if index < len(row) and _is_name(row[index]) and _is_told(row, index, columns)
    ]


def may_name_people(titles: Sequence[str]) -> bool:
    """Whether a column of these titles may hold names of people."""
    return _columns(titles).holds_names


def _columns(written: Sequence[str]) -> _Columns:
    titles = [_words(title) for title in written]
    # A table that counts tells of groups or places, unless it calls its names those of victims.
    counts = any(_COUNTS.search(" ".join(title)) for title in titles if not _AGES & title)
    certain = [index for index, title in enumerate(titles) if _is_of_person(title)]
    plain = [index for index, title in enumerate(titles) if _is_plain(title)]
    return _Columns(
        certain=tuple(certain),
        likely=() if counts else tuple(plain),
        ages=tuple(index for index, title in enumerate(titles) if _AGES & title),
        cases=tuple(
            index
            for index, title in enumerate(titles)
            if _CASES & title and index not in (*certain, *plain)
        ),
        work=tuple(index for index, title in enumerate(titles) if _WORK.search(" ".join(title))),
    )


def _words(title: str) -> AbstractSet[str]:
    return frozenset(re.findall(r"[a-z]+", fold(title).replace("_", " ").lower()))


def _is_of_person(title: AbstractSet[str]) -> bool:
    """`nama korban`, `inisial anak`."""
    rest = title - _NAMING - _PLAIN
    return bool(title & _NAMING) and bool(rest) and rest <= _PERSONS


def _is_plain(title: AbstractSet[str]) -> bool:
    """`nama`, `inisial`, `Anak`: perhaps a person's."""
    named = bool(title & _NAMING) and title <= _NAMING | _PLAIN
    return named or (bool(title) and title <= _ALONE)


def _is_name(cell: str) -> bool:
    text = " ".join(fold(cell).split())
    plain = bool(_NAME.fullmatch(text)) and not _NO_PERSON.search(text.lower())
    return plain and not CASE.search(text)


def _is_told(row: Sequence[str], name: int, columns: _Columns) -> bool:
    """Whether the row tells a child's age, or a case."""
    if any(_is_minor(row[index]) for index in columns.ages if index < len(row)):
        return True
    if any(re.search(r"[^\W\d_]{2}", row[index]) for index in columns.cases if index < len(row)):
        return True
    return name in columns.certain and any(
        CASE.search(cell) and not _WORK.search(cell.lower())
        for index, cell in enumerate(row)
        if index != name and index not in columns.work
    )


def _is_minor(cell: str) -> bool:
    found = _NUMBER.match(fold(cell).strip())
    return found is not None and int(found[0]) < _ADULT
