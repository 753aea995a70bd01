"""What readers can compute with: every sum, formula and comparison that ties numbers together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..check.rule_tables import named_table
from ..model import (
    Catalog,
    CompareRule,
    Dataset,
    Filter,
    FormulaRule,
    Relation,
    Side,
    SumRule,
    Suppression,
    Table,
    Value,
)
from .cells import NumberCell

Key = tuple[Value, ...]
Groups = Mapping[Key, tuple[NumberCell, ...]]


@dataclass(frozen=True)
class Equation:
    """The sum of factor x number over the cells is 0 (or at most 0, where `relation` says so).

    `outside`: it is not 0 but a total that readers know from elsewhere, which stands in no table.
    """

    factors: Mapping[NumberCell, int]
    relation: Relation = Relation.EQUAL
    outside: bool = False


def sum_equation(parts: Iterable[NumberCell], whole: NumberCell) -> Equation:
    """The parts add up to the whole, which may stand among them.

    >>> a, b, whole = (NumberCell("x.csv", row, "jumlah") for row in range(3))
    >>> [factor for factor in sum_equation([a, b], whole).factors.values()]
    [1, 1, -1]
    """
    return Equation({**dict.fromkeys(parts, 1), whole: -1})


class Ties:
    """Equations by the cells that stand in them, so that nobody has to go through all of them."""

    def __init__(self, ties: Iterable[Equation]) -> None:
        self._of: dict[NumberCell, list[Equation]] = defaultdict(list)
        for tie in ties:
            for cell, factor in tie.factors.items():
                if factor:
                    self._of[cell].append(tie)

    def of(self, cell: NumberCell) -> tuple[Equation, ...]:
        """The equations in which a cell stands."""
        return tuple(self._of.get(cell, ()))

    def touching(self, cells: Iterable[NumberCell]) -> tuple[Equation, ...]:
        """The equations in which any of the cells stands, once each."""
        found = {id(tie): tie for cell in cells for tie in self._of.get(cell, ())}
        return tuple(found.values())


def declared_equations(catalog: Catalog) -> tuple[Equation, ...]:
    """All ties between numbers of the catalogue's datasets and their older editions.

    Rules of kind `jumlah`, `rumus` and `banding`, within a package and across packages, and the
    groups of `privasi.menurut`.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> detail = invented_table("tahun, jenis, jumlah (orang)", (2024, "L", 3), (2024, "P", 4))
    >>> total = invented_table("tahun, jumlah (orang)", (2024, 7), name="total")
    >>> rule = SumRule("data", "jumlah", "total", {"tahun": "tahun"})
    >>> catalog = invented_catalog(invented_dataset(detail, total, rules=(rule,)))
    >>> [equation] = declared_equations(catalog)  # 3 + 4 - 7 = 0
    >>> [(cell.file[-9:], cell.at, factor) for cell, factor in equation.factors.items()]
    [('/data.csv', 0, 1), ('/data.csv', 1, 1), ('total.csv', 0, -1)]
    """
    found: list[Equation] = []
    for current in catalog.datasets:
        for edition in (current, *current.editions):
            found += _declared(edition, catalog)
            found += _outside(edition, current.suppressions)
    return tuple(found)


def _declared(dataset: Dataset, catalog: Catalog) -> Iterator[Equation]:
    for rule in dataset.rules:
        if isinstance(rule, SumRule):
            yield from _of_sum(rule, dataset)
        elif isinstance(rule, FormulaRule):
            yield from _of_formula(rule, dataset)
        elif isinstance(rule, CompareRule):
            yield from _of_comparison(rule, dataset, catalog)


def _of_sum(rule: SumRule, dataset: Dataset) -> Iterator[Equation]:
    details = cell_groups(dataset.table(rule.table), tuple(rule.by), rule.measure)
    total = dataset.table(rule.total)
    for number, row in total.select(rule.where):
        key = total.key(row, tuple(rule.by.values()))
        if key in details:
            whole = NumberCell(total.file, number - 2, rule.measure)
            yield sum_equation(details[key], whole)


def _of_formula(rule: FormulaRule, dataset: Dataset) -> Iterator[Equation]:
    table = dataset.table(rule.table)
    for index in range(len(table.rows)):
        parts = (NumberCell(table.file, index, name) for name in rule.parts)
        yield sum_equation(parts, NumberCell(table.file, index, rule.result))


def _of_comparison(rule: CompareRule, dataset: Dataset, catalog: Catalog) -> Iterator[Equation]:
    left = _side(rule.left, tuple(rule.by), dataset, catalog)
    right = _side(rule.right, tuple(rule.by.values()), dataset, catalog)
    for key in left.keys() & right.keys():
        factors: dict[NumberCell, int] = defaultdict(int)
        for cell in left[key]:
            factors[cell] += 1
        for cell in right[key]:
            factors[cell] -= 1
        yield Equation(factors, rule.relation)


def _side(side: Side, by: tuple[str, ...], dataset: Dataset, catalog: Catalog) -> Groups:
    table = named_table(side.table, (side.measure, *by, *side.where), dataset, catalog)
    return cell_groups(table, by, side.measure, side.where) if isinstance(table, Table) else {}


def _outside(dataset: Dataset, decided: tuple[Suppression, ...]) -> Iterator[Equation]:
    for item in decided:
        table = {table.name: table for table in dataset.tables}.get(item.table)
        if table is None or item.by is None or item.measure not in table.schema:
            continue
        for cells in cell_groups(table, item.by, item.measure).values():
            yield Equation(dict.fromkeys(cells, 1), outside=True)


def cell_groups(
    table: Table, by: tuple[str, ...], measure: str, where: Filter | None = None
) -> Groups:
    """The cells of a measure by the values of the columns `by`.

    >>> from profil_terbuka.model.invented import invented_table
    >>> table = invented_table("tahun, jenis, jumlah (orang)", (2024, "L", 3), (2024, "P", 4))
    >>> groups = cell_groups(table, ("tahun",), "jumlah")
    >>> {key: [cell.at for cell in cells] for key, cells in groups.items()}
    {(2024,): [0, 1]}
    """
    found: dict[Key, list[NumberCell]] = defaultdict(list)
    for number, row in table.select(where or {}):
        found[table.key(row, by)].append(NumberCell(table.file, number - 2, measure))
    return {key: tuple(cells) for key, cells in found.items()}
