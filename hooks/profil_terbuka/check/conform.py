"""The only module that knows frictionless: is a package what its descriptor says?

Reading (tables) has already refused what cannot be parsed; frictionless adds constraints, primary
keys and everything else of Table Schema. Its verdict is cached by the content of the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..model import Dataset, Table, codes
from ..model.findings import Code, Finding, Place
from ..model.messages import NOTHING, Message, Told, message
from ..read.descriptor import NAME
from ..system.cache import Cache, Key, key

if TYPE_CHECKING:
    import frictionless

CONSTRAINT = Code("sel-melanggar-batas", area="check")
KEY_DUPLICATE = Code("kunci-ganda", area="check")
OTHER = Code("tidak-sesuai-skema", area="check")
CODES = (CONSTRAINT, KEY_DUPLICATE, OTHER)
KIND = "frictionless"
ERROR_LIMIT = 1000

_CODES = {
    "type-error": codes.CELL_BAD_TYPE,
    "constraint-error": CONSTRAINT,
    "unique-error": CONSTRAINT,
    "primary-key": KEY_DUPLICATE,
    "missing-label": codes.CSV_HEADER,
    "extra-label": codes.CSV_HEADER,
    "incorrect-label": codes.CSV_HEADER,
    "blank-row": codes.CSV_EMPTY,
    "extra-cell": codes.CSV_RAGGED,
    "missing-cell": codes.CSV_RAGGED,
    "foreign-key": codes.REFERENCE_MISSING,
}
_ABOUT_FILE = {"byte-count": "bytes", "hash-count": "hash"}
"""Frictionless' errors about a whole file, and the key that its descriptor states."""
_LOST_KEY = re.compile(
    r'for "(.+)": values "(.*)" not found in the lookup table "(.*)" as "(.+)"', re.DOTALL
)
_LIMIT = re.compile(r'constraint "(\w+)" is "(.*)"')
_UNSUPPORTED = re.compile(r'constraint "(\w+)" is not supported by type "(\w+)"')
_REMEDIES = {
    "required": message("check.mend-required"),
    "enum": message("check.mend-enum"),
    "pattern": message("check.mend-pattern"),
}


def check_conformity(datasets: Iterable[Dataset], root: Path, cache: Cache) -> Iterator[Finding]:
    """Frictionless' errors on each package as findings; `root` is the repository."""
    for dataset in datasets:
        folder = (root / dataset.file).parent
        stored = cache.get(KIND, _key(dataset, folder), partial(_verdict, dataset, folder))
        for error in json.loads(stored):
            if not _below_table(dataset, error):
                yield _finding(dataset, error)


def _below_table(dataset: Dataset, error: dict[str, Any]) -> bool:
    """Whether it is about empty rows after the last one, which reading has left out."""
    if not error.get("table") or error["row"] is None:
        return False
    last = len(dataset.table(error["table"]).cells) + 1
    return bool(error["row"] > last)


def _key(dataset: Dataset, folder: Path) -> Key:
    """Everything frictionless' verdict depends on."""
    files = [folder / NAME, *(folder / table.path for table in dataset.tables)]
    return key(__name__, *(path.read_bytes() for path in files))


def _verdict(dataset: Dataset, folder: Path) -> bytes:
    """Frictionless' errors of one package as JSON: [{table, row, column, type, note, cell}]."""
    import frictionless  # noqa: PLC0415 - slow to load, and mostly the verdict is kept

    try:
        # Frictionless itself stumbles over a byte order mark.
        described = cast(dict[str, Any], json.loads((folder / NAME).read_text("utf-8-sig")))
        package = frictionless.Package.from_descriptor(_known(described), basepath=str(folder))
        report = package.validate(limit_errors=ERROR_LIMIT)
    except Exception as problem:  # frictionless raises many kinds on hostile descriptors
        return _as_json([{"type": "package-error", "note": str(problem)}])
    found = [_record(error, None) for error in report.errors]
    for task in report.tasks:
        found.extend(_record(error, task.name) for error in task.errors)
    return _as_json(found)


def _known(described: dict[str, Any]) -> dict[str, Any]:
    """The descriptor in words that frictionless knows: thousands have marks in `number` alone.

    Reading has already seen to it that such a number is whole.
    """
    for resource in described["resources"]:
        for column in resource["schema"]["fields"]:
            if column["type"] == "integer" and "groupChar" in column:
                column["type"] = "number"
    return described


def _record(error: frictionless.Error, table: str | None) -> dict[str, Any]:
    return {
        "type": error.type,
        "note": error.note,
        "table": table,
        "row": getattr(error, "row_number", None),
        "column": getattr(error, "field_name", None),
        "cell": getattr(error, "cell", None),
    }


def _as_json(errors: list[dict[str, Any]]) -> bytes:
    return json.dumps(errors, ensure_ascii=False, sort_keys=True).encode()


class _Limit(NamedTuple):
    """A constraint of a column, and what frictionless says it is."""

    rule: str
    expected: str


def _limit(note: str) -> _Limit | None:
    """The constraint that frictionless speaks of.

    >>> _limit('constraint "minimum" is "0"')
    _Limit(rule='minimum', expected='0')
    """
    found = _LIMIT.search(note)
    return _Limit(found[1], found[2]) if found else None


def _finding(dataset: Dataset, error: dict[str, Any]) -> Finding:
    code = _CODES.get(error["type"], OTHER)
    if not error.get("table"):
        return Finding(code, Place(dataset.file), _about_package(error["note"]))
    table = dataset.table(error["table"])
    place = Place(table.file, error["row"], error["column"])
    return Finding(code, place, _said(code, error, table), _remedy(error))


def _about_package(note: str) -> Message:
    """What is known of the reason; the words that frictionless puts in quotes are the file's."""
    if found := _UNSUPPORTED.search(note):
        return message("check.limit-unsupported", limit=found[1], type=found[2])
    named = tuple(dict.fromkeys(re.findall(r'"([^"]+)"', note)))
    return message(
        "check.no-data-package",
        named=message("check.named-in-it", names=named) if named else NOTHING,
    )


def _remedy(error: dict[str, Any]) -> Message:
    if error["type"] in _ABOUT_FILE:
        return message("check.mend-file-size")
    limit = _limit(error["note"])
    return _REMEDIES.get(limit.rule, NOTHING) if limit else NOTHING


def _said(code: Code, error: dict[str, Any], table: Table) -> Message:
    note = error["note"]
    if error["type"] in _ABOUT_FILE:
        stated, found = re.findall(r'"([^"]*)"', note)[:2]
        key = _ABOUT_FILE[error["type"]]
        return message("check.file-differs", key=key, stated=stated, found=found)
    if lost := _LOST_KEY.search(note):
        return _lost_key(lost)
    if code is KEY_DUPLICATE:
        return _twin(error, table)
    cell = f"`{error['cell']}`" if error["cell"] else message("check.the-empty-cell")
    if code is CONSTRAINT and (limit := _limit(note)):
        return message("check.cell-breaks-limit", cell=cell, limit=_wanted(limit, error, table))
    return message("check.cell-breaks-schema", cell=cell)


def _lost_key(lost: re.Match[str]) -> Message:
    """Values that another column, of this table or of another, should hold and does not."""
    keys, values, other_table, columns = (part.replace('", "', ", ") for part in lost.groups())
    if other_table:
        where: Message = message("check.of-table", table=other_table)
    else:
        where = message("check.of-this-table")
    return message("check.key-lost", values=values, keys=keys, columns=columns, where=where)


def _twin(error: dict[str, Any], table: Table) -> Message:
    """The columns by which two rows are the same, and what stands in them."""
    row = table.cells[error["row"] - 2]
    values = tuple(
        message(
            "check.column-holds",
            column=name,
            value=row[table.schema.position[name]] or message("check.empty-cell"),
        )
        for name in table.schema.primary_key
    )
    if found := re.search(r"position (\d+)", error["note"]):
        return message("check.row-has-key-of-row", row=found[1], values=values)
    return message("check.row-has-key-of-another", values=values)


def _wanted(limit: _Limit, error: dict[str, Any], table: Table) -> Told:
    """What a value must be, for people: choices as a list, a pattern with a cell that fits it."""
    match limit.rule:
        case "required":
            return message("check.limit-required")
        case "unique":
            return message("check.limit-unique")
        case "minimum":
            return message("check.limit-minimum", bound=limit.expected)
        case "maximum":
            return message("check.limit-maximum", bound=limit.expected)
        case "exclusiveMinimum":
            return message("check.limit-above", bound=limit.expected)
        case "exclusiveMaximum":
            return message("check.limit-below", bound=limit.expected)
        case "minLength":
            return message("check.limit-shortest", letters=limit.expected)
        case "maxLength":
            return message("check.limit-longest", letters=limit.expected)
        case "enum":
            choices = tuple(map(str, table.schema[error["column"]].constraints.enum))
            return message("check.limit-enum", choices=choices)
        case "pattern":
            return _outline(limit.expected, table, error["column"])
    return f"{limit.rule} {limit.expected}"


def _outline(pattern: str, table: Table, column: str) -> Message:
    """A pattern as people understand it: by a cell of the same column that fits."""
    at = table.schema.position[column]
    fitting = next((row[at] for row in table.cells if re.fullmatch(pattern, row[at])), "")
    if fitting:
        return message("check.limit-pattern", example=fitting)
    return message("check.limit-pattern-unknown")
