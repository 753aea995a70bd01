"""The working registers for the information officer, blank: what is filled in never comes here."""

from __future__ import annotations

from ...model import Catalog
from ...system.cache import Cache, key
from ..register.facts import register_facts
from ..register.workbook import working_register

KIND = "register"
_NAMES = ("register-permohonan.xlsx", "register-keberatan.xlsx")
"""One workbook has both registers; the second name is that of the days when there were two."""


def empty_registers(catalog: Catalog, cache: Cache) -> dict[str, bytes]:
    """The workbook by its addresses; nothing where the law's periods are not known."""
    facts = register_facts(catalog)
    if facts is None:
        return {}
    made = cache.get(KIND, key(__name__, repr(facts)), lambda: working_register(facts))
    return {f"ppid/{name}": made for name in _NAMES}
