"""Maps: areas coloured by class, beside them the same areas as tiles of equal size."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.messages import Message, message
from ...model.products import ChartData
from ..facts import number_facts
from ..kind import ChartKind, Guide, Keys
from ..maps import MapPictures, prepare_map
from ..remarks import doubtful_values, shows_counts

NAME = "peta"
_PER = (1, 100, 1000, 10000, 100000)
"""What rates are told of so many of."""


def _remarks(data: ChartData) -> Iterator[Message]:
    if shows_counts(data):
        yield message("charts.colours-show-counts")
    yield from doubtful_values(data, message("charts.doubtful-areas"))


KIND = ChartKind(
    name=NAME,
    keys=Keys(
        needs=("ukuran",),
        own={
            "penyebut": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tabel", "ukuran", "per"],
                "properties": {
                    "tabel": {"$ref": "#/$defs/rujukanTabel"},
                    "ukuran": {"$ref": "#/$defs/kolom"},
                    "per": {"enum": list(_PER)},
                    "saring": {"$ref": "#/$defs/saring"},
                },
            }
        },
    ),
    guide=Guide(message("charts.area-map-use"), message("charts.area-map-ask")),
    prepare=prepare_map,
    facts=number_facts,
    remarks=_remarks,
    pictures=MapPictures(),
)
