"""Which columns are asked about for points that may part thousands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from profil_terbuka.check.kinds.lost_thousands import thousands_as_decimals
from profil_terbuka.model import Role
from profil_terbuka.model.invented import invented_table


def is_suspected(measure: str) -> bool:
    """Whether `7.715` is asked about in a column of decimals that is called so."""
    table = invented_table(f"desa, {measure}", ("Dadap", "7.715"), ("Duku", "7.279"))
    fields = tuple(
        replace(field, type="number") if field.role is Role.MEASURE else field
        for field in table.schema.fields
    )
    decimals = replace(table, schema=replace(table.schema, fields=fields))
    return bool(list(thousands_as_decimals(decimals)))


@pytest.mark.parametrize("measure", ["persentase_miskin (orang)", "cakupan (persen)", "naik (%)"])
def test_percentages_are_not_of_thousands(measure: str) -> None:
    assert not is_suspected(measure)


@pytest.mark.parametrize("measure", ["penerima (orang)", "pagu (juta rupiah)"])
def test_other_numbers_are_asked_about(measure: str) -> None:
    assert is_suspected(measure)
