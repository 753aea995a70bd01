"""The part of the descriptor's schema that kinds of chart bring along."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from .kind import ChartKind
from .kinds import KINDS

_EVERY_KIND = frozenset({"saring"})
"""Optional keys that all kinds take."""


def with_kinds(schema: Mapping[str, Any], kinds: tuple[ChartKind, ...] = KINDS) -> dict[str, Any]:
    """The descriptor's schema with the names of the kinds, and what each asks for and refuses.

    >>> from ..read.schemas import SCHEMAS
    >>> import json
    >>> base = json.loads((SCHEMAS / "datapackage.schema.json").read_text("utf-8"))
    >>> with_kinds(base)["$defs"]["grafik"]["properties"]["jenis"]["enum"][:2]
    ['batang', 'batang-mendatar']
    """
    whole = copy.deepcopy(dict(schema))
    chart = whole["$defs"]["grafik"]
    chart["properties"]["jenis"] = {"enum": [kind.name for kind in kinds]}
    for kind in kinds:
        chart["properties"] |= kind.keys.own
    optional = [
        key
        for key in chart["properties"]
        if key not in chart["required"] and key not in _EVERY_KIND
    ]
    chart["allOf"] = [_condition(kind, optional) for kind in kinds]
    return whole


def _condition(kind: ChartKind, optional: list[str]) -> dict[str, Any]:
    """What holds where a chart is of this kind."""
    keys = kind.keys
    known = {*keys.needs, *keys.takes, *keys.own}
    refused = [{"not": {"required": [key]}} for key in optional if key not in known]
    return {
        "if": {"required": ["jenis"], "properties": {"jenis": {"const": kind.name}}},
        "then": {"required": list(keys.needs), "allOf": refused},
    }
