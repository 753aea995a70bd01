"""Mappings whose values are read or made only when they are asked for, and not kept.

They are used like any other; whoever goes through all values has one of them in memory at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

_Name = TypeVar("_Name")
_Value = TypeVar("_Value")
_Given = TypeVar("_Given")


def derived(
    values: Mapping[_Name, _Given], make: Callable[[_Given], _Value]
) -> Mapping[_Name, _Value]:
    """What `make` makes of each value, each time when it is asked for.

    >>> derived({"a": 1}, str)["a"]
    '1'
    """
    return _Derived(values, make)


def renamed(values: Mapping[str, _Value], before: str) -> Mapping[str, _Value]:
    """The same values under names that begin with `before`.

    >>> dict(renamed({"pbi.csv": 1}, "data/pbi/"))
    {'data/pbi/pbi.csv': 1}
    """
    return derived({f"{before}{name}": name for name in values}, values.__getitem__)


def united(*groups: Mapping[_Name, _Value]) -> Mapping[_Name, _Value]:
    """All of the mappings as one, as `{**one, **other}` would be; no value is read for it.

    >>> dict(united({"a": 1, "b": 1}, {"b": 2}))
    {'a': 1, 'b': 2}
    """
    homes: dict[_Name, Mapping[_Name, _Value]] = {}
    for group in groups:
        homes |= group.homes if isinstance(group, _United) else dict.fromkeys(group, group)
    return _United(homes)


class _Derived(Mapping[_Name, _Value]):
    def __init__(self, given: Mapping[_Name, _Given], make: Callable[[_Given], _Value]) -> None:
        self._given, self._make = given, make

    def __getitem__(self, name: _Name) -> _Value:
        return self._make(self._given[name])

    def __iter__(self) -> Iterator[_Name]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __contains__(self, name: object) -> bool:  # that of Mapping would make the value
        return name in self._given


class _United(Mapping[_Name, _Value]):
    def __init__(self, homes: Mapping[_Name, Mapping[_Name, _Value]]) -> None:
        self.homes = homes
        """Which of the mappings has the value that counts."""

    def __getitem__(self, name: _Name) -> _Value:
        return self.homes[name][name]

    def __iter__(self) -> Iterator[_Name]:
        return iter(self.homes)

    def __len__(self) -> int:
        return len(self.homes)

    def __contains__(self, name: object) -> bool:
        return name in self.homes
