"""Rules that a descriptor declares (`aturan`): generators of findings, one function a rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..model import (
    Catalog,
    CompareRule,
    Dataset,
    Filter,
    FormulaRule,
    OrderRule,
    ReferenceRule,
    Relation,
    Rule,
    Side,
    SumRule,
    Table,
    Value,
    codes,
)
from ..model.findings import Finding, Place
from ..read.documents import nearest
from ..words.numbers import enumeration, number
from .lookup import find_table
from .panel import Number

Key = tuple[Value, ...]


@dataclass
class _Group:
    """Rows that share a key: where the first stands, their sum, and how many it lacks."""

    first_row: int
    sum: Number = 0
    unread: int = 0
    """Invalid rows whose printed value cannot be read as a number."""
    withheld: bool = False
    """Whether a number is missing because it is withheld: then nothing can be said of the sum."""

    @property
    def told(self) -> str:
        """'1.990', or '1.990 tanpa 2 nilai tercetak yang tidak terbaca'."""
        lacking = f" tanpa {self.unread} nilai tercetak yang tidak terbaca" if self.unread else ""
        return f"{number(self.sum)}{lacking}"


def sums_agree(rule: SumRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """Detail rows add up to the printed totals; every group has a total and every total a group.

    All rows count, whatever their status: the question is whether the book agrees with itself.
    An invalid row counts with what the book prints of it; sums with a withheld part do not.
    """
    detail, total = dataset.table(rule.table), dataset.table(rule.total)
    groups = _groups(detail, tuple(rule.by), rule.measure, {})
    seen: set[Key] = set()
    for row_number, row in total.select(rule.where):
        key = total.key(row, tuple(rule.by.values()))
        printed = total.stated(row, rule.measure)
        place = Place(total.file, row_number, rule.measure)
        seen.add(key)
        if key not in groups:
            message = f"Total untuk {_named(rule.by, key)} tidak punya rincian di `{detail.name}`."
            yield Finding(codes.TOTAL_UNPAIRED, place, message)
        elif groups[key].withheld:
            continue
        elif isinstance(printed, Number) and groups[key].sum != printed:
            yield _mismatch(rule, key, groups[key], printed, place)
    for key, group in groups.items():
        if key not in seen:
            place = Place(detail.file, group.first_row, rule.measure)
            message = f"Rincian untuk {_named(rule.by, key)} tidak punya total di `{total.name}`."
            yield Finding(codes.TOTAL_UNPAIRED, place, message)


def _mismatch(rule: SumRule, key: Key, group: _Group, printed: Number, place: Place) -> Finding:
    message = (
        f"Rincian `{rule.table}` untuk {_named(rule.by, key)} berjumlah {group.told}, "
        f"total tercetak {number(printed)} (selisih {number(group.sum - printed)})."
    )
    remedy = (
        f"Periksa baris `{rule.table}` itu dan total di buku; "
        "bila buku memang begitu, tulis `catatan`."
    )
    return Finding(codes.TOTAL_MISMATCH, place, message, remedy)


def references_exist(rule: ReferenceRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """Each combination of the rule's columns stands in the reference table; empty cells pass."""
    target = find_table(rule.reference, rule.to, dataset, catalog)
    if not isinstance(target, Table):
        yield from (target,) if target else ()
        return
    known = {target.key(row, rule.to) for row in target.rows}
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        key = table.key(row, rule.columns)
        if key not in known and None not in key:
            shown = " + ".join(f"`{value}`" for value in key)
            message = f"{shown} tidak ada di tabel acuan `{rule.reference}`."
            place = Place(table.file, row_number, rule.columns[0])
            yield Finding(codes.REFERENCE_MISSING, place, message, _as_known(key, rule, known))


def _as_known(key: Key, rule: ReferenceRule, known: Collection[Key]) -> str:
    """What the reference table says of the same code or name, or of one written much like it."""
    named = dict(zip(rule.columns, key, strict=True))
    for at, (column, value) in enumerate(named.items()):
        if right := next((other for other in known if other[at] == value), None):
            others = enumeration(
                [
                    f"`{there}` di kolom `{name}`"
                    for name, there, here in zip(rule.columns, right, key, strict=True)
                    if there != here
                ]
            )
            return f"Di tabel acuan, `{column}` `{value}` berpasangan dengan {others}."
    hint = nearest(str(key[0]), {str(other[0]) for other in known})
    return f"Salin kode dan nama dari tabel acuan.{hint}" if hint else ""


def sides_compare(rule: CompareRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """The sums of two tables stand in the declared relation for every key they share."""
    left_columns = (rule.left.measure, *rule.by, *rule.left.where)
    right_columns = (rule.right.measure, *rule.by.values(), *rule.right.where)
    left = find_table(rule.left.table, left_columns, dataset, catalog)
    right = find_table(rule.right.table, right_columns, dataset, catalog)
    if not isinstance(left, Table) or not isinstance(right, Table):
        yield from (side for side in (left, right) if isinstance(side, Finding))
        return
    ours = _groups(left, tuple(rule.by), rule.left.measure, rule.left.where)
    theirs = _groups(right, tuple(rule.by.values()), rule.right.measure, rule.right.where)
    shared = [key for key in ours if key in theirs]
    if not shared:
        message = f"`{rule.left.table}` dan `{rule.right.table}` tidak punya pasangan baris."
        yield Finding(codes.COMPARISON_FAILED, Place(left.file), message)
    for key in shared:
        if ours[key].withheld or theirs[key].withheld:
            continue
        if _holds(ours[key].sum, rule.relation, theirs[key].sum):
            continue
        wanted = "sama dengan" if rule.relation is Relation.EQUAL else "tidak melebihi"
        message = (
            f"{_named(rule.by, key)}: {_side(rule.left)} {ours[key].told}, seharusnya "
            f"{wanted} {_side(rule.right)} {theirs[key].told}."
        )
        place = Place(left.file, ours[key].first_row, rule.left.measure)
        related = (Place(right.file, theirs[key].first_row, rule.right.measure),)
        yield Finding(codes.COMPARISON_FAILED, place, message, related=related)


def _side(side: Side) -> str:
    """'`realisasi` di `kegiatan` (jenis Pelatihan)'."""
    chosen = ", ".join(
        f"{name} {'/'.join(map(str, values))}" for name, values in side.where.items()
    )
    return f"`{side.measure}` di `{side.table}`" + (f" ({chosen})" if chosen else "")


def _holds(left: Number, relation: Relation, right: Number) -> bool:
    return left == right if relation is Relation.EQUAL else left <= right


def formula_holds(rule: FormulaRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """In every row the parts add up to the result; rows with an empty cell pass."""
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        parts = [table.stated(row, name) for name in rule.parts]
        result = table.stated(row, rule.result)
        numbers = [value for value in parts if isinstance(value, Number)]
        if len(numbers) < len(parts) or not isinstance(result, Number):
            continue
        added = sum(numbers, start=0)
        if added != result:
            message = f"{' + '.join(rule.parts)} = {number(added)}, tertulis {number(result)}."
            place = Place(table.file, row_number, rule.result)
            yield Finding(codes.FORMULA_FAILED, place, message)


def order_holds(rule: OrderRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """In every row the values run forward; empty cells are skipped."""
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        filled = [(name, table.stated(row, name)) for name in rule.columns]
        filled = [(name, value) for name, value in filled if value is not None]
        for (first, early), (second, late) in pairwise(filled):
            if _after(early, late):
                message = f"`{second}` ({late}) mendahului `{first}` ({early})."
                place = Place(table.file, row_number, second)
                yield Finding(codes.ORDER_REVERSED, place, message)


def _after(early: Value, late: Value) -> bool:
    """Numbers as numbers; dates, whole or only year and month, letter by letter."""
    if isinstance(early, Number) and isinstance(late, Number):
        return early > late
    return str(early) > str(late)


def _groups(table: Table, by: tuple[str, ...], measure: str, where: Filter) -> dict[Key, _Group]:
    groups: dict[Key, _Group] = {}
    for row_number, row in table.select(where):
        group = groups.setdefault(table.key(row, by), _Group(row_number))
        value = table.stated(row, measure)
        if isinstance(value, Number):
            group.sum += value
        elif table.invalid(row):
            group.unread += 1
        elif table.withheld(row):
            group.withheld = True
    return groups


def untold(rule: Rule, dataset: Dataset, catalog: Catalog) -> bool:
    """Whether a rule about numbers cannot be checked in full, because some of them are withheld."""
    if isinstance(rule, SumRule):
        named = [(rule.table, rule.measure), (rule.total, rule.measure)]
    elif isinstance(rule, CompareRule):
        named = [(side.table, side.measure) for side in (rule.left, rule.right)]
    elif isinstance(rule, FormulaRule):
        named = [(rule.table, name) for name in (*rule.parts, rule.result)]
    else:
        return False
    for name, measure in named:
        table = find_table(name, (measure,), dataset, catalog)
        if isinstance(table, Table) and any(
            table.withheld(row) and table.value(row, measure) is None for row in table.rows
        ):
            return True
    return False


def _named(by: Mapping[str, str], key: Key) -> str:
    """'tahun 2021, kode_kecamatan 61.71.03', or 'seluruh tabel'."""
    pairs = zip(by, key, strict=True)
    return ", ".join(f"{column} {value}" for column, value in pairs) or "seluruh tabel"
