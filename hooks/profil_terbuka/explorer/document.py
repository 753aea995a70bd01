"""What the explorer's script loads: figures with everything that may be said of them, as JSON.

The script draws and adds words; what may be compared, ranked, shared or summed stands here.
Figures of a measure are flat lists; the last axis is the period, before it the axes in their order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from ..charts.order import natural_order
from ..model import Additivity, CellStatus, Dataset, Field, Period, Role, Table, View, written
from ..model.aggregation import additivity
from ..model.geo import Boundaries
from ..model.messages import message
from ..model.units import is_money, is_percent
from ..words.amounts import FEW_CASES, quantity
from ..words.catalogues import text
from ..words.dates import period_name, short_period
from ..words.labels import CELL_STATUS
from ..words.numbers import percent
from ..words.obstacles import obstacle_reason
from .classes import classes, mapped_levels
from .cube import Cube
from .figures import At, ExplorerFigures, ExplorerFrame
from .members import ExplorerAxis
from .steps import NO_CHANGE, steps
from .wholes import ranks, sharing

NO_ROW = "."
"""The status of a place of which the source says nothing at all."""
RESERVED = frozenset(
    ("lihat", "pilih", "banding", "rinci", "hitung", "urut", "tabel", "ukuran", "menurut", "dasar")
)
"""Names in addresses that no axis may have."""
_SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"


def explorer_json(dataset: Dataset, cubes: tuple[Cube, ...], known: Boundaries | None) -> bytes:
    """The file of a dataset; `known` are the shapes of its region."""
    document = {
        "judul": dataset.title,
        "tempat": dataset.coverage.name,
        "sumber": "; ".join(dict.fromkeys(item.title for item in dataset.sources)),
        "edisi": dataset.version,
        "penerbit": dataset.contributors[0].title if dataset.contributors else "",
        "status": {status.value: CELL_STATUS[status] for status in CellStatus},
        "tabel": [_cube(cube, dataset, known) for cube in cubes],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _cube(cube: Cube, dataset: Dataset, known: Boundaries | None) -> dict[str, Any]:
    frame, table = cube.frame, cube.table
    return {
        "nama": table.name,
        "judul": table.title,
        "berkas": table.path,
        "waktu": _time(frame),
        "sumbu": [
            _axis(frame, place, axis, mapped_levels(frame, place, known))
            for place, axis in enumerate(frame.axes)
        ],
        "awal": _first_axis(frame, dataset),
        "ukuran": [_measure(cube, figures, dataset, known) for figures in cube.figures],
    }


def _time(frame: ExplorerFrame) -> dict[str, Any] | None:
    """The periods in order; None where the table knows none."""
    if not frame.dimensions.time:
        return None
    field = frame.table.schema[frame.dimensions.time]
    known = [when for when in frame.periods if when]
    return {
        "judul": field.title,
        "kunci": _key(field.name),
        "nilai": [[written(when), period_name(when), short_period(when, True)] for when in known],
        "pendek": all(_is_year(when) for when in known),
    }


def _is_year(when: Period) -> bool:
    return not when.number


def _axis(
    frame: ExplorerFrame, place: int, axis: ExplorerAxis, mapped: tuple[bool, ...]
) -> dict[str, Any]:
    last = axis.levels[-1]
    return {
        "kunci": _key(axis.key),
        "judul": axis.title,
        "tingkat": [level.title for level in axis.levels],
        "wilayah": bool(last.code),
        "satuan": frame.table.schema[last.name].role is Role.UNIT,
        "alami": natural_order(axis.names(axis.finest)) is not None,
        "peta": list(mapped),
        "butir": [
            [member.key, member.name, member.level, member.parent, member.code, member.holds_others]
            for member in axis.members
        ],
    }


def _key(name: str) -> str:
    return f"{name}-data" if name in RESERVED else name


def _first_axis(frame: ExplorerFrame, dataset: Dataset) -> int:
    """The axis that the table's first chart shows, else the first of all."""
    views = [view for view in dataset.views if view.table == frame.table.name]
    for column in (column for view in views for column in _shown(view)):
        for place, axis in enumerate(frame.axes):
            if any(column in level.columns() for level in axis.levels):
                return place
    return 0


def _shown(view: View) -> tuple[str, ...]:
    return tuple(column for column in (view.axis, view.series) if column)


def _measure(
    cube: Cube, figures: ExplorerFigures, dataset: Dataset, known: Boundaries | None
) -> dict[str, Any]:
    frame, table = cube.frame, cube.table
    field = table.schema[figures.measure]
    unit = field.unit or ""
    taken = steps(frame, figures.known, unit, dataset)
    return {
        "kunci": field.name,
        "judul": field.title,
        "uraian": field.description,
        **_unit(field, table),
        **_flat(frame, figures, unit),
        "ubah": "".join(taken[at].change if at in taken else NO_CHANGE for at in _places(frame)),
        "ruas": [taken[at].stretch if at in taken else 0 for at in _places(frame)],
        "catatan": _notes(frame, figures),
        "unggul": [ranks(figures, frame, place) for place in range(len(frame.axes))],
        "bagi": dict(_shares(frame, figures, unit)),
        "alasan": {
            ".".join(map(str, pattern)): text(obstacle_reason(found)).replace("`", "")
            for pattern, found in figures.obstacles.items()
            if found is not None
        },
        "warna": "" if _is_ratio(field, table) else text(message("charts.colours-show-counts")),
        "kelas": dict(_classes(frame, figures, known)),
    }


def _unit(field: Field, table: Table) -> dict[str, Any]:
    """How values are written, and which word their largest has."""
    unit = field.unit or ""
    ratio = _is_ratio(field, table)
    below = any(isinstance(v, int | Decimal) and v < 0 for v in table.column(field.name))
    pattern = percent(0).replace("0", _SIGN) if is_percent(unit) else f"{_SIGN} {unit}".rstrip()
    return {
        "satuan": unit,
        "bacaan": table.unit_is_read(table.rows, field.name),
        "pola": pattern.replace(_SIGN, "#"),
        "uang": is_money(unit),
        "rasio": ratio,
        "sedikit": 0 if is_money(unit) else FEW_CASES,
        "unggulan": "uang" if is_money(unit) else "tinggi" if ratio or below else "banyak",
    }


def _is_ratio(field: Field, table: Table) -> bool:
    return additivity(table, field.name, table.rows) is Additivity.NON_ADDITIVE


def _places(frame: ExplorerFrame) -> Iterator[At]:
    """All places in the order of the lists."""
    members = (range(len(axis.members)) for axis in frame.axes)
    return product(*members, range(len(frame.periods)))


def _flat(frame: ExplorerFrame, figures: ExplorerFigures, unit: str) -> dict[str, Any]:
    known = [figures.known.get(at) for at in _places(frame)]
    values = [None if item is None else _plain(item.value) for item in known]
    flat: dict[str, Any] = {
        "nilai": values,
        "status": "".join(NO_ROW if item is None else item.status.value for item in known),
        "asal": "".join(NO_ROW if item is None else item.origin for item in known),
    }
    if is_money(unit):
        flat["teks"] = [None if value is None else quantity(value, unit) for value in values]
    return flat


def _plain(value: int | Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _notes(frame: ExplorerFrame, figures: ExplorerFigures) -> Mapping[str, list[int]]:
    """By name of a quality note: the places of the figures that it is about."""
    found: dict[str, list[int]] = {}
    for place, at in enumerate(_places(frame)):
        figure = figures.known.get(at)
        if figure and figure.note:
            found.setdefault(figure.note, []).append(place)
    return found


def _shares(frame: ExplorerFrame, figures: ExplorerFigures, unit: str) -> Iterator[tuple[str, str]]:
    """By axis and level: a letter a place, whether the figures of that level are its shares."""
    for axis, along in enumerate(frame.axes):
        for level in range(1, along.finest + 1):
            found = sharing(frame, figures, axis, level, unit)
            yield f"{axis}:{level}", "".join(found.get(at, NO_ROW) for at in _places(frame))


def _classes(
    frame: ExplorerFrame, figures: ExplorerFigures, known: Boundaries | None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """By axis and level, then by place of the whole: the classes of a map."""
    numbers = {at: place for place, at in enumerate(_places(frame))}
    for axis in range(len(frame.axes)):
        for level, mapped in enumerate(mapped_levels(frame, axis, known)):
            if mapped:
                found = classes(frame, figures, axis, level)
                yield f"{axis}:{level}", {str(numbers[at]): pairs for at, pairs in found.items()}
