"""Names within a page that stay: of a chart, and of every row of a table.

A row is named by its primary key ('pbi.2024.61.71.01.1002'), never by its position, so that its
address outlives any sorting. Headings and notes have no dot in their ids: nothing can collide.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from ..model import Table, Value

LONGEST = 80
_SEAL = 6
_EMPTY = "kosong"
_OTHERS = re.compile(r"[^a-z0-9.]+")


def chart_anchor(slug: str, view: str) -> str:
    """The anchor of a chart on any page."""
    return f"grafik-{slug}-{view}"


def anchors(table: Table) -> tuple[str, ...]:
    """The anchor of each row in table order; '' throughout for a table without primary key.

    >>> from profil_terbuka.model.invented import invented_table
    >>> rows = ((2024, "Éè / 2", 7), (2024, "Timur", 5))
    >>> anchors(invented_table("tahun, jalan, jumlah (orang)", *rows, name="warga"))
    ('warga.2024.ee-2', 'warga.2024.timur')
    """
    names = table.schema.primary_key
    if not names:
        return ("",) * len(table.rows)
    keys = tuple(zip(*(table.column(name) for name in names), strict=True))
    found = [_readable(table.name, key) for key in keys]
    times = Counter(found)
    # Keys that differ only in what an anchor cannot show ('A/B', 'A B') are told apart by a seal.
    return tuple(
        name if times[name] == 1 else f"{name}.{_seal(key)}"
        for name, key in zip(found, keys, strict=True)
    )


def _readable(table: str, key: tuple[Value, ...]) -> str:
    parts = [_part("" if value is None else str(value)) for value in key]
    # The code of a village begins with that of its district: said once is enough.
    kept = [part for part, following in pairwise(parts) if not following.startswith(f"{part}.")]
    name = ".".join([table, *kept, parts[-1]])
    return name if len(name) <= LONGEST else f"{name[: LONGEST - _SEAL - 1]}.{_seal(key)}"


@lru_cache(maxsize=10_000)
def _part(written: str) -> str:
    """One value as lower-case ASCII: 'Jalan Éè / 2' -> 'jalan-ee-2'; those of a table repeat."""
    plain = unicodedata.normalize("NFKD", written)
    text = plain.encode("ascii", "ignore").decode().lower()
    return _OTHERS.sub("-", text).strip("-.") or _EMPTY


def _seal(key: tuple[Value, ...]) -> str:
    text = json.dumps([str(value) for value in key])
    return hashlib.sha256(text.encode()).hexdigest()[:_SEAL]
