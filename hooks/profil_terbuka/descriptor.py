"""A data package's descriptor (datapackage.json) as a Dataset whose tables are still empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import codes
from .documents import nearest, read
from .findings import Finding, Place
from .model import (
    CellStatus,
    Constraints,
    Contributor,
    Coverage,
    Dataset,
    Field,
    Filter,
    Licence,
    Note,
    NoteStatus,
    ReferenceRule,
    Role,
    Rule,
    Schema,
    Source,
    SumRule,
    Table,
    View,
    ViewKind,
)

NAME = "datapackage.json"

Json = Mapping[str, Any]
"""A JSON object that has passed schemas/datapackage.schema.json."""


def load(folder: Path, file: str) -> tuple[Dataset | None, tuple[Finding, ...]]:
    """The dataset described in `folder`, or None with findings; `file` is the path people see."""
    document, findings = read(folder / NAME, file, "datapackage.schema.json")
    if document is None:
        return None, findings
    findings = tuple(_inconsistencies(document, folder.name, file))
    return (None, findings) if findings else (_dataset(document, file), ())


def _dataset(document: Json, file: str) -> Dataset:
    coverage = document["cakupan"]
    return Dataset(
        slug=document["name"],
        title=document["title"],
        description=document["description"],
        version=document["version"],
        created=document["created"],
        subject=document["subjek"],
        frequency=document["frekuensi"],
        coverage=Coverage(coverage["wilayah"], coverage.get("mulai"), coverage.get("selesai")),
        keywords=tuple(document.get("keywords", ())),
        licences=tuple(
            Licence(item["name"], item["title"], item["path"]) for item in document["licenses"]
        ),
        contributors=tuple(
            Contributor(item["title"], tuple(item["roles"])) for item in document["contributors"]
        ),
        sources=tuple(
            Source(
                item["title"],
                item["version"],
                item["bagian"],
                item.get("baris"),
                item.get("path"),
            )
            for item in document["sources"]
        ),
        tables=tuple(_table(item, file) for item in document["resources"]),
        views=tuple(_view(item) for item in document.get("grafik", ())),
        rules=tuple(_rule(item) for item in document.get("aturan", ())),
        notes=tuple(_note(item) for item in document.get("catatan", ())),
        descriptor=document,
        file=file,
    )


def _table(item: Json, file: str) -> Table:
    schema = item["schema"]
    return Table(
        name=item["name"],
        title=item["title"],
        description=item["description"],
        path=item["path"],
        file=file.removesuffix(NAME) + item["path"],
        schema=Schema(
            tuple(_field(column) for column in schema["fields"]), tuple(schema["primaryKey"])
        ),
    )


def _field(item: Json) -> Field:
    limits = item.get("constraints", {})

    def decimal(key: str) -> Decimal | None:
        return Decimal(str(limits[key])) if key in limits else None

    return Field(
        name=item["name"],
        title=item["title"],
        type=item["type"],
        description=item["description"],
        role=Role(item["peran"]),
        unit=item.get("satuan"),
        labels=item.get("untuk"),
        constraints=Constraints(
            required=limits.get("required", False),
            minimum=decimal("minimum"),
            maximum=decimal("maximum"),
            pattern=limits.get("pattern"),
            enum=tuple(limits.get("enum", ())),
        ),
    )


def _filter(item: Json) -> Filter:
    return {
        column: tuple(values) if isinstance(values, list) else (values,)
        for column, values in item.items()
    }


def _view(item: Json) -> View:
    return View(
        name=item["nama"],
        title=item["judul"],
        kind=ViewKind(item["jenis"]),
        table=item["tabel"],
        axis=item["sumbu"],
        measure=item["ukuran"],
        series=item.get("seri"),
        where=_filter(item.get("saring", {})),
        by_value=item.get("urut") == "nilai",
    )


def _rule(item: Json) -> Rule:
    if item["jenis"] == "jumlah":
        return SumRule(
            table=item["tabel"],
            measure=item["ukuran"],
            total=item["total"],
            by=item["menurut"],
            where=_filter(item.get("saring", {})),
        )
    return ReferenceRule(item["tabel"], tuple(item["kolom"]), item["acuan"], tuple(item["ke"]))


def _note(item: Json) -> Note:
    return Note(
        name=item["nama"],
        table=item["tabel"],
        status=NoteStatus(item["status"]),
        printed=item["tercetak"],
        published=item["terbit"],
        reason=item["alasan"],
        decided_by=item["oleh"],
        decided_on=item["tanggal"],
        where=_filter(item.get("baris", {})),
        columns=tuple(item.get("kolom", ())),
        findings=tuple(item.get("temuan", ())),
    )


def _inconsistencies(document: Json, folder: str, file: str) -> Iterator[Finding]:
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
    for kind, names in _names(document):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield wrong(f"{kind} `{name}` disebut lebih dari satu kali.")
    for item in document["resources"]:
        for message in _table_inconsistencies(item, columns[item["name"]]):
            yield wrong(f"Tabel `{item['name']}`: {message}")
    for where, table, mentioned in _mentions(document):
        if table not in columns:
            yield wrong(f"{where} menyebut tabel `{table}`.{nearest(table, columns)}")
            continue
        for column in mentioned:
            if column not in columns[table]:
                hint = nearest(column, columns[table])
                yield wrong(f"{where} menyebut kolom `{column}` di tabel `{table}`.{hint}")


def _names(document: Json) -> Iterator[tuple[str, list[str]]]:
    """Groups of names that must be unique."""
    yield "Tabel", [item["name"] for item in document["resources"]]
    yield "Berkas", [item["path"] for item in document["resources"]]
    yield "Grafik", [item["nama"] for item in document.get("grafik", ())]
    yield "Catatan", [item["nama"] for item in document.get("catatan", ())]
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
        if column["peran"] == Role.STATUS:
            listed = set(column.get("constraints", {}).get("enum", ()))
            if column["name"] not in required or not listed or listed - set(CellStatus):
                yield (
                    f"kolom status `{column['name']}` harus wajib diisi, "
                    f"dengan `enum` dari {', '.join(CellStatus)}."
                )
        if column["peran"] == Role.MEASURE and "satuan" not in column and Role.UNIT not in roles:
            yield f"kolom ukuran `{column['name']}` tidak punya `satuan`."
        if column["peran"] == Role.CODE and column["untuk"] not in columns:
            yield f"kolom kode `{column['name']}` menunjuk kolom `{column['untuk']}`."
        try:
            re.compile(column.get("constraints", {}).get("pattern", ""))
        except re.error as problem:
            yield f"pola kolom `{column['name']}` bukan regex yang sah ({problem})."


def _mentions(document: Json) -> Iterator[tuple[str, str, list[str]]]:
    """Where a table is named, with the columns named beside it."""
    for item in document.get("grafik", ()):
        columns = [item["sumbu"], item["ukuran"], *item.get("saring", {})]
        if "seri" in item:
            columns.append(item["seri"])
        yield f"Grafik `{item['nama']}`", item["tabel"], columns
    for item in document.get("aturan", ()):
        if item["jenis"] == "jumlah":
            yield "Aturan `jumlah`", item["tabel"], [item["ukuran"], *item["menurut"]]
            totals = [item["ukuran"], *item["menurut"].values(), *item.get("saring", {})]
            yield "Aturan `jumlah`", item["total"], totals
        else:
            yield "Aturan `acuan`", item["tabel"], item["kolom"]
    for item in document.get("catatan", ()):
        columns = [*item.get("baris", {}), *item.get("kolom", ())]
        yield f"Catatan `{item['nama']}`", item["tabel"], columns
