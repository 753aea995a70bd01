"""Questions that every agency's database can answer: what lies in it, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..downloads.formats.database import stored_tables
from ..model import Catalog, NoteStatus
from ..model.messages import message
from .number_questions import Question
from .sql_text import sql_value

_OPEN = (NoteStatus.INVALID, NoteStatus.DOUBTFUL, NoteStatus.AWAITING)
_NOTES = """SELECT dataset, tabel, status, alasan
FROM catatan
WHERE status IN ({statuses})
ORDER BY status, dataset;"""
_TABLES = """SELECT tabel, judul, tahun, baris
FROM metadata
ORDER BY baris DESC, tabel;"""
_UNITS = """SELECT m.judul, k.judul AS kolom, k.satuan
FROM kolom AS k
JOIN metadata AS m ON m.tabel = k.tabel
WHERE k.peran = 'ukuran'
ORDER BY m.judul;"""
_SHARED = """SELECT kolom, count(*) AS tabel, group_concat(tabel, ', ') AS ada_di
FROM kolom
WHERE peran IN ('dimensi', 'kode')
GROUP BY kolom
HAVING count(*) > 1
ORDER BY count(*) DESC, kolom;"""
_COUNTS = """SELECT dataset, status, count(*) AS catatan
FROM catatan
GROUP BY dataset, status
ORDER BY count(*) DESC, dataset;"""
_MEANINGS = """SELECT kolom, judul, arti, satuan
FROM kolom
WHERE tabel = {table};"""
_SOURCES = """SELECT judul, sumber, lisensi
FROM metadata
ORDER BY judul;"""
_SHAPE = """SELECT name AS kolom, type AS jenis, pk AS kunci
FROM pragma_table_info({table});"""
_WIDTHS = """SELECT tabel, count(*) AS kolom
FROM kolom
GROUP BY tabel
ORDER BY count(*) DESC, tabel;"""
_ROLES = """SELECT peran, count(*) AS kolom
FROM kolom
GROUP BY peran
ORDER BY count(*) DESC, peran;"""
_TYPES = """SELECT jenis, count(*) AS kolom
FROM kolom
GROUP BY jenis
ORDER BY count(*) DESC, jenis;"""
_SETS = """SELECT dataset, versi, count(*) AS tabel, sum(baris) AS baris
FROM metadata
GROUP BY dataset, versi
ORDER BY dataset;"""
_YEARS = """SELECT tahun, count(*) AS tabel
FROM metadata
GROUP BY tahun
ORDER BY count(*) DESC, tahun;"""
_OBJECTS = """SELECT type AS jenis, count(*) AS banyaknya
FROM sqlite_schema
GROUP BY type
ORDER BY count(*) DESC, type;"""


def standing_questions(catalog: Catalog) -> Iterator[Question]:
    """What reporters ask first: open notes, tables, units; the database's own shape comes last."""
    statuses = ", ".join(sql_value(status.value) for status in _OPEN)
    yield "catatan", message("reporting.ask-notes"), _NOTES.format(statuses=statuses)
    yield "tabel", message("reporting.ask-tables"), _TABLES
    yield "satuan", message("reporting.ask-units"), _UNITS
    yield "kolom-bersama", message("reporting.ask-shared"), _SHARED
    yield "catatan-per-data", message("reporting.ask-note-counts"), _COUNTS
    yield "sumber", message("reporting.ask-sources"), _SOURCES
    own = [stored for stored in stored_tables(catalog) if stored.dataset in catalog.datasets]
    for stored in own[:1]:
        table, title = sql_value(stored.name), stored.table.title
        asked = message("reporting.ask-meanings", table=title)
        yield "arti-kolom", asked, _MEANINGS.format(table=table)
        yield "susunan", message("reporting.ask-shape", table=title), _SHAPE.format(table=table)
    yield "banyak-kolom", message("reporting.ask-widths"), _WIDTHS
    yield "kumpulan", message("reporting.ask-sets"), _SETS
    yield "tahun", message("reporting.ask-years"), _YEARS
    yield "peran", message("reporting.ask-roles"), _ROLES
    yield "jenis", message("reporting.ask-types"), _TYPES
    yield "isi-basis-data", message("reporting.ask-objects"), _OBJECTS
