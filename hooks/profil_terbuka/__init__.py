"""Profil Terbuka: turns an agency's annual profile book into a checked open-data site.

Plain Python; it never imports MkDocs. Its rooms stand in the order in which data walk through them,
and import only what stands before them (tests/engine/test_architecture.py). Here, above all rooms,
is said what an earlier room needs of a later one.
"""

from collections.abc import Mapping
from typing import Any

from .model.release import VERSION
from .read import schemas

__version__ = VERSION


def _with_kinds_of_chart(schema: Mapping[str, Any]) -> dict[str, Any]:
    from .charts.schema import with_kinds  # noqa: PLC0415  not before it is needed

    return with_kinds(schema)


schemas.completed_by("datapackage.schema.json", _with_kinds_of_chart)
