"""What is kept of values can be read again, and nothing else can be slipped in."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from profil_terbuka.model.products import CSV, Download, FileFormat
from profil_terbuka.system.value_store import packed, unpacked

LINE = Download("a.csv", "Tabel", 12, CSV, rows=3)


def test_a_value_comes_back() -> None:
    value = {"a": (LINE, b"\0", None, 1.5)}
    assert unpacked(packed(value), {Download, FileFormat}) == value


@dataclass(frozen=True)
class Other:
    """No kind of ours."""


class Runs:
    """A value that would run a function where it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("terbaca",)


@pytest.mark.parametrize("value", [Other(), Runs(), print, LINE])
def test_only_kinds_that_are_named_are_made(value: object, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(packed(value), {FileFormat})
    assert not capsys.readouterr().out
