"""The standard's keys: package, resources and fields."""

from __future__ import annotations

import posixpath
from decimal import Decimal
from typing import Any

from ...model import (
    Additivity,
    Change,
    Constraints,
    Contributor,
    Coverage,
    Dataset,
    Field,
    Licence,
    PeriodKind,
    Role,
    Schema,
    Source,
    Table,
    Writing,
)
from ...model.versions import Rank, rank
from ..cell_forms import cell_form, published_column
from ..documents import Json
from ..obligation_claims import read_claims, read_custody
from .parts import change, comparable, disclosure, note, rule, suppression, view


def dataset(document: Json, file: str) -> Dataset:
    """The descriptor as a frozen value."""
    coverage = document["cakupan"]
    privacy = document.get("privasi", ())
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
            Contributor(item["title"], tuple(item["roles"]), item.get("email", ""))
            for item in document["contributors"]
        ),
        sources=tuple(
            Source(
                item["title"],
                item["version"],
                item["bagian"],
                item.get("baris"),
                item.get("path"),
                tuple(item.get("tahun", ())),
            )
            for item in document["sources"]
        ),
        tables=tuple(_table(item, file) for item in document["resources"]),
        views=tuple(view(item) for item in document.get("grafik", ())),
        rules=tuple(rule(item) for item in document.get("aturan", ())),
        notes=tuple(note(item) for item in document.get("catatan", ())),
        descriptor=_as_published(document),
        file=file,
        suppressions=tuple(suppression(item) for item in privacy if "tampilkan" not in item),
        disclosures=tuple(disclosure(item) for item in privacy if "tampilkan" in item),
        comparables=tuple(comparable(item) for item in document.get("perbandingan", ())),
        claims=read_claims(document.get("kewajiban", ())),
        as_of=document.get("keadaan", ""),
        custody=read_custody(document.get("dip", {})),
        embargo=document.get("terbit", ""),
        history=tuple(sorted(map(change, document.get("riwayat", ())), key=_newest, reverse=True)),
    )


def _as_published(document: Json) -> Json:
    """The descriptor of the published files, which are all written in one way."""
    resources = [
        {
            **item,
            "dialect": {"delimiter": ",", "lineTerminator": "\n"},
            "schema": {
                **item["schema"],
                "fields": list(map(published_column, item["schema"]["fields"])),
                "missingValues": [""],
            },
        }
        for item in document["resources"]
    ]
    return {**document, "resources": resources}


def _newest(item: Change) -> Rank:
    return rank(item.version)


def _table(item: Json, file: str) -> Table:
    missing = frozenset(item["schema"].get("missingValues", [""]))
    return Table(
        name=item["name"],
        title=item["title"],
        description=item["description"],
        path=item["path"],
        file=f"{posixpath.dirname(file)}/{item['path']}",
        schema=Schema(
            tuple(_field(column, missing) for column in item["schema"]["fields"]),
            tuple(item["schema"]["primaryKey"]),
        ),
        may_be_empty=item.get("boleh_kosong", False),
        writing=Writing(item.get("dialect", {}).get("delimiter", ",")),
    )


def _field(item: Json, missing: frozenset[str]) -> Field:
    limits = item.get("constraints", {})
    return Field(
        name=item["name"],
        title=item["title"],
        type=item["type"],
        description=item["description"],
        role=Role(item["peran"]),
        unit=item.get("satuan"),
        unit_read=item.get("satuan_bacaan", False),
        labels=item.get("untuk"),
        additivity=Additivity(item["aditivitas"]) if "aditivitas" in item else None,
        not_across=tuple(item.get("tidak_dijumlah", ())),
        period=PeriodKind(item["periode"]) if "periode" in item else None,
        constraints=Constraints(
            required=limits.get("required", False),
            enum=tuple(limits.get("enum", ())),
            minimum=_limit(limits.get("minimum"), item["type"]),
            maximum=_limit(limits.get("maximum"), item["type"]),
        ),
        form=cell_form(item, missing),
    )


def _limit(value: Any, kind: str) -> Decimal | None:
    """A limit of numbers; those of days, and those written as text, are left to frictionless."""
    known = kind in ("integer", "number", "year") and isinstance(value, int | float)
    return Decimal(str(value)) if known else None
