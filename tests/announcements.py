"""A register of urgent announcements for the invented agency."""

from __future__ import annotations

import csv
from pathlib import Path

from support import add_material

FOLDER = "datasets/contoh/serta-merta"
TABLE = f"{FOLDER}/serta-merta.csv"


def add_register(repository: Path) -> Path:
    """Give the invented agency its register, in which one announcement is long over."""
    return add_material(repository, "serta-merta")


def announce(repository: Path, *days: str, title: str = "Banjir di tepi sungai") -> None:
    """Add one announcement to the register: `days` are its first and its last."""
    with (repository / TABLE).open(encoding="utf-8", newline="") as file:
        *rows, last = list(csv.reader(file))
    with (repository / TABLE).open("w", encoding="utf-8", newline="") as file:
        added = [title, last[1], *days, *last[4:]]
        csv.writer(file, lineterminator="\n").writerows([*rows, last, added])
