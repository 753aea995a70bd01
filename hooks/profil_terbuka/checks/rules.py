"""Rules that a descriptor declares (`aturan`): generators of findings, one function a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from .. import codes
from ..documents import nearest
from ..findings import Finding, Place
from ..model import Dataset, ReferenceRule, SumRule, Table, Value
from ..wording import number

Key = tuple[Value, ...]


def sums_agree(rule: SumRule, dataset: Dataset) -> Iterator[Finding]:
    """Detail rows add up to the printed totals; every group has a total and every total a group.

    All rows count, whatever their status: the question is whether the book agrees with itself.
    """
    detail, total = dataset.table(rule.table), dataset.table(rule.total)
    groups = _groups(detail, tuple(rule.by), rule.measure)
    seen: set[Key] = set()
    for row_number, row in total.select(rule.where):
        key = total.key(row, tuple(rule.by.values()))
        printed = total.value(row, rule.measure)
        place = Place(total.file, row_number, rule.measure)
        seen.add(key)
        if key not in groups:
            message = f"Total untuk {_named(rule, key)} tidak punya rincian di `{detail.name}`."
            yield Finding(codes.TOTAL_UNPAIRED, place, message)
        elif isinstance(printed, int | Decimal) and groups[key].sum != printed:
            yield _mismatch(rule, key, groups[key].sum, printed, place)
    for key, group in groups.items():
        if key not in seen:
            place = Place(detail.file, group.first_row, rule.measure)
            message = f"Rincian untuk {_named(rule, key)} tidak punya total di `{total.name}`."
            yield Finding(codes.TOTAL_UNPAIRED, place, message)


def references_exist(
    rule: ReferenceRule, dataset: Dataset, reference: Mapping[str, Table]
) -> Iterator[Finding]:
    """Each combination of the rule's columns stands in the reference table."""
    if rule.reference not in reference:
        message = f"Tabel acuan `{rule.reference}` tidak ada.{nearest(rule.reference, reference)}"
        yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)
        return
    target = reference[rule.reference]
    unknown = [name for name in rule.to if name not in target.schema]
    if unknown:
        hint = nearest(unknown[0], target.schema.position)
        message = f"Tabel acuan `{target.name}` tidak punya kolom `{unknown[0]}`.{hint}"
        yield Finding(codes.DESCRIPTOR_INCONSISTENT, Place(dataset.file), message)
        return
    known = {target.key(row, rule.to) for row in target.rows}
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        key = table.key(row, rule.columns)
        if key not in known:
            shown = " + ".join(f"`{value}`" for value in key)
            message = f"{shown} tidak ada di tabel acuan `{target.name}`."
            yield Finding(
                codes.REFERENCE_MISSING, Place(table.file, row_number, rule.columns[0]), message
            )


class _Group:
    """Running sum of the rows that share a key."""

    def __init__(self, first_row: int) -> None:
        self.first_row = first_row
        self.sum: int | Decimal = 0


def _groups(table: Table, by: tuple[str, ...], measure: str) -> dict[Key, _Group]:
    groups: dict[Key, _Group] = {}
    for row_number, row in enumerate(table.rows, start=2):
        key = table.key(row, by)
        group = groups.setdefault(key, _Group(row_number))
        value = table.value(row, measure)
        if isinstance(value, int | Decimal):
            group.sum += value
    return groups


def _mismatch(
    rule: SumRule, key: Key, added: int | Decimal, printed: int | Decimal, place: Place
) -> Finding:
    message = (
        f"Rincian `{rule.table}` untuk {_named(rule, key)} berjumlah {number(added)}, "
        f"total tercetak {number(printed)} (selisih {number(added - printed)})."
    )
    remedy = (
        f"Periksa baris `{rule.table}` itu dan total di buku; "
        "bila buku memang begitu, tulis `catatan`."
    )
    return Finding(codes.TOTAL_MISMATCH, place, message, remedy)


def _named(rule: SumRule, key: Key) -> str:
    """'tahun 2021, kode_kecamatan 61.71.03', or 'seluruh tabel'."""
    pairs = zip(rule.by, key, strict=True)
    return ", ".join(f"{column} {value}" for column, value in pairs) or "seluruh tabel"
