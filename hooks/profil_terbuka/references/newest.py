"""Whether a reference still asks for the newest year that it could tell of."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Catalog, Role
from .figure import key_figure
from .targets import Unresolved, option_pairs, referenced_table


def newer_year(target: str, options: Sequence[str], catalog: Catalog) -> int | None:
    """The newest year after the one asked for that has a figure without doubt; None: there is none.

    Also None where the reference names no single year.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang)", (2023, 40), (2024, 42), name="pkh")
    >>> newer_year("pkh", ["tahun=2023"], invented_catalog(invented_dataset(table)))
    2024
    """
    _, table = referenced_table(target, catalog)
    years = [f.name for f in table.schema.with_role(Role.DIMENSION) if f.type == "year"]
    wanted = dict(option_pairs(options))
    asked = wanted.get(years[0], "") if len(years) == 1 else ""
    if not asked.isdigit():
        return None
    later = sorted({int(str(year)) for year in table.column(years[0])}, reverse=True)
    for year in later:
        if year <= int(asked):
            return None
        try:
            others = [f"{name}={value}" for name, value in wanted.items() if name != years[0]]
            key_figure(target, [*others, f"{years[0]}={year}"], catalog)
        except Unresolved:
            continue
        return year
    return None
