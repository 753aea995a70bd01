"""Lying bars: rankings, and names that need room; cut into parts where there are series."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.messages import Message, message
from ...model.products import ChartData
from ..data import numbers
from ..facts import number_facts
from ..frame import Limits
from ..kind import ChartKind, Guide, Keys
from ..lying import single_lying
from ..remarks import bar_remarks, stack_remarks
from ..render import VegaPictures


def _remarks(data: ChartData) -> Iterator[Message]:
    yield from bar_remarks(data) if data.series == ("",) else stack_remarks(data)


KIND = ChartKind(
    name="batang-mendatar",
    keys=Keys(
        needs=("ukuran",),
        takes=("seri", "urut"),
        own={"kelompok": {"$ref": "#/$defs/kolom"}},
    ),
    guide=Guide(message("charts.lying-bars-use"), message("charts.lying-bars-ask")),
    prepare=numbers(Limits(categories=40, stacks=True)),
    facts=number_facts,
    remarks=_remarks,
    pictures=VegaPictures(single_lying),
)
