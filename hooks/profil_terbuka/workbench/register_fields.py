"""The columns of a register as fields of a form: what the descriptor says, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..model import Catalog, Field, Role, Table
from ..model.registers import DESK_DOCUMENTS, DESK_STATEMENTS, LEGAL_CORRECTIONS
from ..ppid import DOCUMENT_COLUMNS
from .visits import Visit

_FEW = 6
"""So many choices stand side by side; more of them unfold."""
_SEVERAL: Mapping[str, tuple[str, ...]] = {"bentuk": ("cetak", "rekam", "daring")}
"""Columns that hold several words of a list, with a space between them."""
_LONG = frozenset(
    {"sebagian", "alasan", "alasan_penolakan", "kebijakan", "pelaksanaan"}
    | {"rincian_sengketa", "kendala", "tindak_lanjut"}
)
"""Columns of sentences that may stay empty; those that may not are known by that."""
_NUMBERING = "nomor"
_PREFIX = "kolom:"
_KEPT = frozenset(DOCUMENT_COLUMNS)
"""What belongs to a file and is written with it; whoever changes a row leaves it as it is."""


class FieldKind(StrEnum):
    """How a field is filled."""

    CHOICE = "pilihan"
    LIST = "daftar"
    SEVERAL = "beberapa"
    DATE = "tanggal"
    LONG = "panjang"
    SHORT = "pendek"
    AUTOMATIC = "otomatis"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its column, how it is filled, from what, and what it holds now."""

    column: Field
    kind: FieldKind
    choices: tuple[tuple[str, str], ...] = ()
    """Values with what they mean; for a SHORT field they are proposed."""
    value: str = ""
    faults: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in the form."""
        return f"{_PREFIX}{self.column.name}"

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"kolom-{self.column.name}"

    @property
    def grouped(self) -> bool:
        """Whether it consists of several boxes below one heading."""
        return self.kind in (FieldKind.CHOICE, FieldKind.SEVERAL)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The words of a field that holds several."""
        return tuple(self.value.split())


def form_fields(
    table: Table,
    values: Mapping[str, str],
    proposed: Mapping[str, tuple[tuple[str, str], ...]],
    faults: Mapping[str, Sequence[str]],
) -> tuple[FormField, ...]:
    """The fields of a row that holds `values`."""
    return tuple(
        FormField(
            field,
            field_kind(field),
            _choices(field) or proposed.get(field.name, ()),
            values.get(field.name, ""),
            tuple(faults.get(field.name, ())),
        )
        for field in table.schema.fields
    )


def field_kind(field: Field) -> FieldKind:
    """How a column is filled."""
    if (field.name == _NUMBERING and field.type == "integer") or field.name in _KEPT:
        return FieldKind.AUTOMATIC
    if field.name in _SEVERAL:
        return FieldKind.SEVERAL
    if field.constraints.enum:
        return FieldKind.CHOICE if len(field.constraints.enum) <= _FEW else FieldKind.LIST
    if field.type == "date":
        return FieldKind.DATE
    sentence = field.type == "string" and field.role is Role.REMARK
    if sentence and (field.constraints.required or field.name in _LONG):
        return FieldKind.LONG
    return FieldKind.SHORT


def _choices(field: Field) -> tuple[tuple[str, str], ...]:
    words = _SEVERAL.get(field.name) or tuple(map(str, field.constraints.enum))
    return tuple((word, word) for word in words)


def values_said(visit: Visit, table: Table) -> dict[str, str]:
    """What a form says of each column; of several words each with a space between."""
    found = {}
    for field in table.schema.fields:
        name = f"{_PREFIX}{field.name}"
        said = visit.all_said(name)
        found[field.name] = " ".join(filter(None, said)) if field.name in _SEVERAL else _one(said)
    return found


def _one(said: Sequence[str]) -> str:
    """A field as a cell: its lines as one, since a cell of a register has no lines."""
    return " ".join(said[-1].split()) if said else ""


def numbered(table: Table, values: Mapping[str, str]) -> dict[str, str]:
    """A new row with the number after the highest there is, where rows are numbered."""
    if _NUMBERING not in table.schema or values.get(_NUMBERING):
        return dict(values)
    numbers = [int(str(value)) for value in table.column(_NUMBERING) if value is not None]
    return {**values, _NUMBERING: str(max(numbers, default=0) + 1)}


def proposals(
    slug: str, catalog: Catalog, obligations: Iterable[tuple[str, str]]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """What may be written into a column of names: datasets, obligations."""
    datasets = tuple((item.slug, item.title) for item in catalog.datasets)
    if slug in (DESK_DOCUMENTS, DESK_STATEMENTS, LEGAL_CORRECTIONS):
        return {"kewajiban": tuple(obligations)}
    return {"dataset": datasets}
