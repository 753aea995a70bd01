"""What a JSON Schema cannot say about a descriptor: names that refer to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import CellStatus, Role, codes
from ...model.findings import Finding, Place
from ...model.versions import FIRST, rank
from ..documents import Json, nearest

_RUNAWAY = re.compile(r"[+*}]\)[+*{]|\([^()]*[+*][^()]*\|[^()]*\)[+*{]")
"""A repeated group that itself ends in a repetition can take exponential time to fail."""

_VIEW_COLUMNS = ("sumbu", "ukuran", "seri", "kelompok", "mulai", "selesai")


def inconsistencies(document: Json, folder: str, file: str) -> Iterator[Finding]:
    """What a JSON Schema cannot say: names that refer to each other."""
    place = Place(file)

    def wrong(message: str) -> Finding:
        return Finding(codes.DESCRIPTOR_INCONSISTENT, place, message)

    columns = {
        item["name"]: {column["name"] for column in item["schema"]["fields"]}
        for item in document["resources"]
    }
    if document["name"] != folder:
        yield wrong(f"`name` adalah `{document['name']}` padahal nama foldernya `{folder}`.")
    if document["name"] not in columns:
        yield wrong(f"Tidak ada tabel utama bernama `{document['name']}` di `resources`.")
    start, end = (document["cakupan"].get(key) for key in ("mulai", "selesai"))
    if start is not None and start > end:
        message = f"`cakupan` mulai {start}, sesudah selesainya, {end}."
        yield Finding(
            codes.COVERAGE_WRONG, place, message, "Tukar keduanya, atau perbaiki tahunnya."
        )
    if "catatan" in columns:
        yield wrong("Nama tabel `catatan` dipakai untuk catatan mutu data; pilih nama lain.")
    yield from (Finding(codes.HISTORY_MISMATCH, place, text) for text in _unhistorical(document))
    for kind, names in _names(document):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield wrong(f"{kind} `{name}` disebut lebih dari satu kali.")
    for item in document["resources"]:
        for message in _table_inconsistencies(item, columns[item["name"]]):
            yield wrong(f"Tabel `{item['name']}`: {message}")
    yield from map(wrong, _uneven_references(document))
    for where, table, mentioned in _mentions(document):
        if table not in columns:
            yield wrong(f"{where} menyebut tabel `{table}`.{nearest(table, columns)}")
            continue
        for column in mentioned:
            if column not in columns[table]:
                hint = nearest(column, columns[table])
                yield wrong(f"{where} menyebut kolom `{column}` di tabel `{table}`.{hint}")


def _unhistorical(document: Json) -> Iterator[str]:
    """How `riwayat` departs from the version and the date of this edition."""
    version, entries = document["version"], document.get("riwayat", ())
    versions = [item["versi"] for item in entries]
    for name in sorted({name for name in versions if versions.count(name) > 1}):
        yield f"`riwayat` menyebut edisi {name} lebih dari satu kali."
    if not entries:
        if version != FIRST:
            yield f"Edisi {version} tidak punya `riwayat`."
        return
    newest = max(entries, key=lambda item: rank(item["versi"]))
    if newest["versi"] != version:
        yield f"`version` adalah {version}, tetapi `riwayat` terbaru {newest['versi']}."
    elif newest["tanggal"] != document["created"][:10]:
        yield f"`created` adalah {document['created'][:10]}, tetapi `riwayat` {newest['tanggal']}."


def _names(document: Json) -> Iterator[tuple[str, list[str]]]:
    """Groups of names that must be unique."""
    yield "Tabel", [item["name"] for item in document["resources"]]
    yield "Berkas", [item["path"] for item in document["resources"]]
    yield "Grafik", [item["nama"] for item in document.get("grafik", ())]
    yield "Catatan", [item["nama"] for item in document.get("catatan", ())]
    yield "Perbandingan", [item["konsep"] for item in document.get("perbandingan", ())]
    for item in document["resources"]:
        fields = [column["name"] for column in item["schema"]["fields"]]
        yield f"Kolom tabel `{item['name']}`:", fields


def _table_inconsistencies(item: Json, columns: set[str]) -> Iterator[str]:
    fields = item["schema"]["fields"]
    required = {
        column["name"] for column in fields if column.get("constraints", {}).get("required")
    }
    for name in item["schema"]["primaryKey"]:
        if name not in columns:
            yield f"`primaryKey` menyebut kolom `{name}`.{nearest(name, columns)}"
        elif name not in required:
            yield f'kolom kunci `{name}` harus `"constraints": {{"required": true}}`.'
    roles = [column["peran"] for column in fields]
    for role in (Role.STATUS, Role.UNIT):
        if roles.count(role) > 1:
            yield f"lebih dari satu kolom berperan `{role}`."
    for column in fields:
        yield from _status_inconsistencies(column, required)
        yield from _column_inconsistencies(column, columns, united=Role.UNIT in roles)


def _status_inconsistencies(column: Json, required: set[str]) -> Iterator[str]:
    if column["peran"] != Role.STATUS:
        return
    listed = set(column.get("constraints", {}).get("enum", ()))
    if column["name"] not in required or not listed or listed - set(CellStatus):
        yield (
            f"kolom status `{column['name']}` harus wajib diisi, "
            f"dengan `enum` dari {', '.join(CellStatus)}."
        )


def _column_inconsistencies(column: Json, columns: set[str], united: bool) -> Iterator[str]:
    """`united`: the table has a column of units."""
    if column["peran"] == Role.MEASURE and "satuan" not in column and not united:
        yield (
            f"kolom ukuran `{column['name']}` tidak punya `satuan`; tulis apa yang dihitung, "
            "misalnya orang, persen, rupiah, atau indeks."
        )
    for name in column.get("tidak_dijumlah", ()):
        if name not in columns:
            yield f"`tidak_dijumlah` menyebut kolom `{name}`.{nearest(name, columns)}"
    if column["peran"] == Role.CODE and column["untuk"] not in columns:
        yield f"kolom kode `{column['name']}` menunjuk kolom `{column['untuk']}`."
    pattern = column.get("constraints", {}).get("pattern", "")
    try:
        re.compile(pattern)
    except re.error as problem:
        where = f" mulai huruf ke-{problem.pos + 1}" if problem.pos is not None else ""
        yield (
            f"`pattern` kolom `{column['name']}` tidak dapat dibaca{where}: kurungnya tidak "
            "berpasangan, atau tandanya salah tempat."
        )
    if _RUNAWAY.search(pattern):
        yield (
            f"`pattern` kolom `{column['name']}` mengulang yang sudah berulang, misalnya `(a+)+`; "
            "tulis lebih sederhana."
        )


def _mentions(document: Json) -> Iterator[tuple[str, str, list[str]]]:
    """Where a table is named, with the columns named beside it."""
    for item in document["resources"]:
        for key in item["schema"].get("foreignKeys", ()):
            where, there = f"`foreignKeys` tabel `{item['name']}`", key["reference"]
            yield where, item["name"], _listed(key["fields"])
            yield where, there.get("resource") or item["name"], _listed(there["fields"])
    for item in document.get("grafik", ()):
        named = [item[key] for key in _VIEW_COLUMNS if key in item]
        columns = [*named, *item.get("saring", {})]
        yield f"Grafik `{item['nama']}`", item["tabel"], columns
    for item in document.get("aturan", ()):
        yield from _rule_mentions(item)
    for item in document.get("catatan", ()):
        columns = [*item.get("baris", {}), *item.get("kolom", ())]
        yield f"Catatan `{item['nama']}`", item["tabel"], columns
    for item in document.get("privasi", ()):
        measure = [item["ukuran"]] if "ukuran" in item else []
        columns = [*measure, *item.get("saring", {}), *item.get("menurut", ())]
        yield "`privasi`", item["tabel"], columns
    for item in document.get("perbandingan", ()):
        named = [item[key] for key in ("ukuran", "hitung", "waktu", "kategori") if key in item]
        yield f"Perbandingan `{item['konsep']}`", item["tabel"], [*named, *item.get("saring", {})]


def _uneven_references(document: Json) -> Iterator[str]:
    """Rules whose columns and those they point to are not as many."""
    pairs = [
        (f"Aturan `acuan` ke `{item['acuan']}`: `kolom`", item["kolom"], "`ke`", item["ke"])
        for item in document.get("aturan", ())
        if item["jenis"] == "acuan"
    ]
    pairs += [
        (
            f"`foreignKeys` tabel `{table['name']}`: `fields`",
            _listed(key["fields"]),
            "`reference.fields`",
            _listed(key["reference"]["fields"]),
        )
        for table in document["resources"]
        for key in table["schema"].get("foreignKeys", ())
    ]
    for here, own, there, others in pairs:
        if len(own) != len(others):
            yield (
                f"{here} menyebut {len(own)} kolom, {there} menyebut {len(others)}; "
                "jumlahnya harus sama, karena kolom dipasangkan satu-satu."
            )


def _listed(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _rule_mentions(item: Json) -> Iterator[tuple[str, str, list[str]]]:
    """Tables of this package that a rule names; those of other packages are looked up later."""
    where = f"Aturan `{item['jenis']}`"
    if item["jenis"] == "banding":
        for part, columns in (("kiri", item["menurut"]), ("kanan", item["menurut"].values())):
            side = item[part]
            if "/" not in side["tabel"]:
                mentioned = [side["ukuran"], *columns, *side.get("saring", {})]
                yield where, side["tabel"], mentioned
        return
    named = [item[key] for key in ("ukuran", "hasil") if key in item]
    listed = item.get("kolom", ())
    named += [listed] if isinstance(listed, str) else listed
    if item["jenis"] != "jumlah":  # there `saring` chooses rows of the totals
        named += item.get("saring", {})
    yield where, item["tabel"], [*named, *item.get("menurut", ())]
    if item["jenis"] == "jumlah":
        totals = [item["ukuran"], *item["menurut"].values(), *item.get("saring", {})]
        yield where, item["total"], totals
