"""The JSON Schemas that documents are held against, from `schemas/`.

What a later room knows joins a schema here: the package's `__init__` says which function completes
which schema, so that reading knows of the kinds of chart without importing charts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

SCHEMAS = Path(__file__).parent.parent / "schemas"

Completion: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]
_COMPLETED: dict[str, Completion] = {}


def completed_by(name: str, completion: Completion) -> None:
    """From now on the schema in the file `name` is what `completion` makes of it."""
    _COMPLETED[name] = completion
    schema.cache_clear()


@cache
def schema(name: str) -> dict[str, Any]:
    """The whole schema in the file `name`."""
    base: dict[str, Any] = json.loads((SCHEMAS / name).read_text("utf-8"))
    completion = _COMPLETED.get(name)
    return completion(base) if completion else base
