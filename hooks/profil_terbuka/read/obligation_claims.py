"""What pages, descriptors and instansi.yml say about obligations, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Claim, Custody


def read_claims(items: Iterable[str | Mapping[str, str]]) -> tuple[Claim, ...]:
    """The key `kewajiban`: names of obligations, or `{id, sebagian}` for what is met in part."""
    return tuple(
        Claim(item) if isinstance(item, str) else Claim(item["id"], item["sebagian"])
        for item in items
    )


def read_custody(item: Mapping[str, str]) -> Custody:
    """The key `dip`."""
    return Custody(
        item.get("penguasa", ""), item.get("penanggung_jawab", ""), item.get("retensi", "")
    )
