"""Whether a reference still asks for the newest year that it could tell of."""

from __future__ import annotations

from ..model import Catalog, Role
from .figure import key_figure
from .targets import Unresolved, find_table, pairs


def newer_year(target: str, options: list[str], catalog: Catalog) -> int | None:
    """The newest year after the one asked for that has a figure without doubt; None: there is none.

    Also None where the reference names no single year.
    """
    _, table = find_table(target, catalog)
    years = [f.name for f in table.schema.with_role(Role.DIMENSION) if f.type == "year"]
    wanted = dict(pairs(options))
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
