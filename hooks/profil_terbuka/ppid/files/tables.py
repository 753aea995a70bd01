"""The desk's files to download, and the data package that describes the tables among them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model import Catalog, Dataset
from ...system.canonical import csv_text
from ...words.wording import date
from ..desk.former import NAME as LIST_JSON
from ..desk.former import list_json
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.obligations import CATEGORIES, OBLIGATIONS
from ..law.words import STATE
from .badge import NAME as BADGE
from .badge import badge
from .calendar import NAME as CALENDAR
from .calendar import calendar_bytes
from .sheet import TITLE, list_sheet

FOLDER = "ppid/"
DESCRIPTOR = "datapackage.json"
LIST_CSV, LIST_XLSX = "dip.csv", "dip.xlsx"
COMPLIANCE_CSV, INDICATORS_CSV, LAW_CSV = "kepatuhan.csv", "monev.csv", "kewajiban.csv"
_COMPLIANCE = {
    "id": "Pengenal kewajiban.",
    "kewajiban": "Bunyi kewajiban.",
    "golongan": "Golongan informasi.",
    "dasar": "Peraturan, dengan nomor pasal bila sudah diverifikasi.",
    "seberapa_sering": "Seberapa sering harus diumumkan.",
    "keadaan": "Keadaan pada hari situs dibangun.",
    "lengkap": "`ya` bila ada bukti yang memuat seluruhnya; kosong bila tidak ada bukti.",
    "bukti": "Alamat bukti di bawah alamat situs atau di situs lain, dipisah spasi.",
    "tanggal_informasi": "Tanggal informasi terbaru di antara bukti, atau tanggal pernyataan.",
    "tenggat": "Kapan harus ada atau diperbarui; kosong bila kapan saja.",
    "perlu_diterbitkan": "Apa yang membuktikannya di situs.",
    "biasanya_dipegang": "Unit yang menurut kebiasaan memegangnya; bukan ketentuan.",
}
_INDICATORS = {
    "id": "Pengenal indikator.",
    "sumber": "Penilaian yang menanyakannya.",
    "kelompok": "Kelompok butir dalam penilaian itu.",
    "indikator": "Apa yang dinilai.",
    "keadaan": "Keadaan tiap kewajiban yang membuktikannya, dipisah titik koma.",
    "bukti": "Alamat bukti, dipisah spasi.",
    "jawaban": "Kosong: untuk diisi petugas.",
}


@dataclass(frozen=True, slots=True)
class _Table:
    """A CSV to publish: file name, title, description, column -> description, bytes."""

    path: str
    title: str
    description: str
    columns: Mapping[str, str]
    data: bytes
    dates: Sequence[str] = ()


def produce_desk(openness: Openness, catalog: Catalog) -> dict[str, bytes]:
    """Every file by its address: list, compliance, indicators, the law itself, calendar, badge."""
    tables = tuple(_tables(openness, catalog.reference))
    day = openness.day.isoformat()
    files = {table.path: table.data for table in tables}
    files[DESCRIPTOR] = _descriptor(openness, tables)
    files[LIST_XLSX] = list_sheet(openness)
    files[LIST_JSON] = list_json(openness.listed, TITLE, openness.agency.name, day)
    files[CALENDAR] = calendar_bytes(openness)
    files[BADGE] = badge(openness)
    return {f"{FOLDER}{name}": data for name, data in files.items()}


def _tables(openness: Openness, reference: Iterable[Dataset]) -> Iterable[_Table]:
    listed = openness.listed
    yield _Table(
        LIST_CSV,
        TITLE,
        f"Informasi publik yang dikuasai {openness.agency.name}, tanpa yang dikecualikan.",
        {column.name: column.title for column in listed.columns},
        csv_text(
            [column.name for column in listed.columns],
            (entry.cells.values() for entry in listed.entries),
        ),
    )
    yield _Table(
        COMPLIANCE_CSV,
        "Kewajiban informasi publik dan keadaannya",
        f"Keadaan per {date(openness.day.isoformat())}. Bukan penilaian Komisi Informasi.",
        _COMPLIANCE,
        csv_text(tuple(_COMPLIANCE), map(_compliance_row, openness.standings)),
        ("tanggal_informasi", "tenggat"),
    )
    if openness.indicators:
        yield _Table(
            INDICATORS_CSV,
            "Lembar isian mandiri menurut indikator penilaian",
            "Bukti di situs ini untuk tiap indikator; tanpa nilai: bobotnya tidak diketahui.",
            _INDICATORS,
            csv_text(tuple(_INDICATORS), _indicator_rows(openness)),
        )
    for package in reference:
        if package.slug == OBLIGATIONS:
            main = package.main
            columns = {field.name: field.description for field in main.schema.fields}
            data = csv_text(tuple(columns), main.cells)
            yield _Table(LAW_CSV, package.title, package.description, columns, data)


def _compliance_row(item: Standing) -> Sequence[str]:
    leaf = item.obligation
    return (
        leaf.name,
        leaf.text,
        CATEGORIES[leaf.category],
        leaf.basis,
        item.rhythm.title,
        STATE[item.state],
        ("tidak" if item.partial else "ya") if item.evidence else "",
        " ".join(found.item.address for found in item.evidence if found.item.address),
        item.date,
        item.due.isoformat() if item.due else "",
        leaf.expected,
        leaf.holder,
    )


def _indicator_rows(openness: Openness) -> Iterable[Sequence[str]]:
    for item in openness.indicators:
        states = dict.fromkeys(STATE[standing.state] for standing in item.standings)
        links = [found.item.address for found in item.evidence if found.item.address]
        head = (item.name, item.source, item.group, item.question)
        yield (*head, "; ".join(states), " ".join(links), "")


def _descriptor(openness: Openness, tables: Iterable[_Table]) -> bytes:
    agency = openness.agency
    document = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"ppid-{agency.slug}",
        "title": f"Informasi publik {agency.name}",
        "description": "Daftar Informasi Publik dan keadaan kewajiban informasi publik.",
        "version": f"{openness.day:%Y.%-m.%-d}",
        "created": f"{openness.day.isoformat()}T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": agency.name, "roles": ["creator"]}],
        "resources": [_resource(table) for table in tables],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: _Table) -> dict[str, Any]:
    fields = [
        {
            "name": name,
            "title": name.replace("_", " ").capitalize(),
            "type": "date" if name in table.dates else "string",
            "description": description,
        }
        for name, description in table.columns.items()
    ]
    return {
        "name": table.path.removesuffix(".csv"),
        "title": table.title,
        "description": table.description,
        "type": "table",
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "bytes": len(table.data),
        "hash": f"sha256:{hashlib.sha256(table.data).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }
