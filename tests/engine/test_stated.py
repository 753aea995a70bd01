"""What the book states of a row: its value, or what stands printed beside an invalid one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from invented import table_of
from profil_terbuka.model import Field, Role, Value

STATUS = Field("status", "Status", "string", "Status.", Role.STATUS)


def measure(name: str) -> Field:
    return Field(name, name, "number", f"{name}.", Role.MEASURE, unit="rupiah")


def printed(name: str) -> Field:
    return Field(name, name, "string", f"{name}.", Role.PRINTED)


ONE = table_of([measure("jumlah"), STATUS, printed("nilai_tercetak")])


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        ((3, "A", "4"), 3),
        ((3, "i", "4"), 3),  # an edition from before the rule
        ((None, "i", "4"), 4),
        ((None, "i", "Rp. 1.234,50"), Decimal("1234.50")),
        ((None, "i", "20.84"), None),
        ((None, "i", None), None),
        ((None, "x", "4"), None),
        ((None, "A", "4"), None),
    ],
)
def test_only_an_invalid_row_is_read_from_what_is_printed(
    row: tuple[Value, ...], stated: Value
) -> None:
    assert ONE.stated(row, "jumlah") == stated


def test_each_of_several_measures_has_a_printed_column_of_its_own() -> None:
    own, shared = printed("pagu_tercetak"), printed("nilai_tercetak")
    two = table_of([measure("pagu"), measure("realisasi"), STATUS, own, shared])
    row = (None, None, "i", "1.000", "900")
    assert [two.stated(row, name) for name in ("pagu", "realisasi")] == [1000, None]
    assert two.stated(row, "status") == "i"


def test_without_a_printed_column_nothing_is_stated() -> None:
    assert table_of([measure("jumlah"), STATUS]).stated((None, "i"), "jumlah") is None
