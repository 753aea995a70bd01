"""The datasets of an agency as they lie in their folders: enough to list them, faults and all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.registers import REGISTERS
from ..read import descriptor
from ..read.catalog import DATASETS
from ..read.open_places import open_in


@dataclass(frozen=True, slots=True)
class Shelf:
    """One dataset: its folder's name, its title, and how many places are still to be filled."""

    slug: str
    title: str
    about: str = ""
    left_open: int = 0

    @property
    def register(self) -> bool:
        """Whether it is kept day by day, by forms of its own."""
        return self.slug in REGISTERS

    def fits(self, words: str) -> bool:
        """Whether all words stand in its title, name or description.

        >>> Shelf("pkh", "Penerima PKH").fits("pkh penerima")
        True
        """
        told = f"{self.slug} {self.title} {self.about}".casefold()
        return all(word in told for word in words.casefold().split())


def shelves(root: Path, agency: str) -> tuple[Shelf, ...]:
    """All datasets of an agency, by title."""
    return tuple(sorted(_found(root / DATASETS / agency), key=lambda item: item.title.casefold()))


def _found(home: Path) -> Iterator[Shelf]:
    for file in home.glob(f"*/{descriptor.NAME}"):
        document = read_leniently(file)
        slug = file.parent.name
        yield Shelf(
            slug,
            str(document.get("title") or slug),
            str(document.get("description") or ""),
            sum(1 for _ in open_in(document)),
        )


def read_leniently(file: Path) -> dict[str, Any]:
    """A descriptor as it is written; empty where it cannot be read: the check says why."""
    try:
        document = json.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}
