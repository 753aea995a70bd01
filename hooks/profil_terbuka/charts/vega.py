"""Altair, loaded when something is drawn: a build that finds everything drawn does without it.

Drawings say `from . import vega as alt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from altair import (
        X2,
        Y2,
        Axis,
        Chart,
        Color,
        Description,
        Detail,
        Fill,
        InlineData,
        Legend,
        Scale,
        Shape,
        Stroke,
        Text,
        X,
        XOffset,
        Y,
        concat,
        condition,
        layer,
        value,
    )
else:

    def __getattr__(name: str) -> Any:
        import altair  # noqa: PLC0415

        return getattr(altair, name)


__all__ = [
    "X2",
    "Y2",
    "Axis",
    "Chart",
    "Color",
    "Description",
    "Detail",
    "Fill",
    "InlineData",
    "Legend",
    "Scale",
    "Shape",
    "Stroke",
    "Text",
    "X",
    "XOffset",
    "Y",
    "concat",
    "condition",
    "layer",
    "value",
]
