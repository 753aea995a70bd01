"""The only module that knows frictionless: is a package what its descriptor says?

Reading (tables) has already refused what cannot be parsed; frictionless adds constraints, primary
keys and everything else of Table Schema. Its verdict is cached by the content of the package.

Frictionless looks at some forty thousand rows a second. Of a long table it is asked of each
different cell once, and then judges a package with only those rows that it may object to: all that
it has to say is said of these. What it would say of the whole package is the same.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..model import CellForm, Dataset, Table, codes
from ..model.findings import Code, Finding, Place
from ..model.messages import NOTHING, Message, Told, message
from ..read.descriptor import NAME
from ..read.shipped import located
from ..system.cache import Cache, Key, key
from .doubtful_rows import RowRules, doubtful_rows

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
_TWIN = re.compile(r"^(the same as in the row at position )(\d+)$")
_UNSUPPORTED = re.compile(r'constraint "(\w+)" is not supported by type "(\w+)"')
_REMEDIES = {
    "required": message("check.mend-required"),
    "enum": message("check.mend-enum"),
    "pattern": message("check.mend-pattern"),
}


def check_conformity(datasets: Iterable[Dataset], root: Path, cache: Cache) -> Iterator[Finding]:
    """Frictionless' errors on each package as findings; `root` is the repository."""
    for dataset in datasets:
        folder = located(root, dataset.file).parent
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
        if excerpts := _excerpts(dataset, described, package):
            return _as_json(_judged_in_excerpt(described, folder, excerpts))
        return _as_json(_judged(package))
    except Exception as problem:  # frictionless raises many kinds on hostile descriptors
        return _as_json([{"type": "package-error", "note": str(problem)}])


def _judged(package: frictionless.Package) -> list[dict[str, Any]]:
    report = package.validate(limit_errors=ERROR_LIMIT)
    found = [_record(error, None) for error in report.errors]
    for task in report.tasks:
        found.extend(_record(error, task.name) for error in task.errors)
    return found


def _excerpts(
    dataset: Dataset, described: Mapping[str, Any], package: frictionless.Package
) -> Mapping[str, Sequence[int]]:
    """Of each long table whose rows can be judged one by one: the indices of those to judge.

    At least the first, as a table without rows is another matter.
    """
    if any("foreignKeys" in resource["schema"] for resource in described["resources"]):
        return {}  # rows are held against those of other tables
    found: dict[str, Sequence[int]] = {}
    for resource in described["resources"]:
        table = dataset.table(resource["name"])
        if table.is_long and _judges_rows(resource) and _is_plain(table):
            rules = _row_rules(table, package.get_resource(table.name).schema)
            found[table.name] = doubtful_rows(table.cells, rules) or (0,)
    return found


def _judges_rows(resource: Mapping[str, Any]) -> bool:
    """Whether nothing is said of the file as a whole, and its columns are found by their order.

    Without a delimiter frictionless guesses it from the first rows.
    """
    by_order = resource["schema"].get("fieldsMatch", "exact") == "exact"
    of_file = _ABOUT_FILE.values() & resource.keys()
    return by_order and not of_file and "delimiter" in resource.get("dialect", {})


def _is_plain(table: Table) -> bool:
    """Whether cells are published as the file has them, so that frictionless reads the same."""
    return all(field.form == CellForm() for field in table.schema.fields)


def _row_rules(table: Table, schema: frictionless.Schema) -> RowRules:
    """How frictionless judges a row of the table."""
    position = table.schema.position
    single = [field.name for field in schema.fields if field.constraints.get("unique")]
    keys = [schema.primary_key, *([name] for name in single)]
    return RowRules(
        readers=tuple(field.create_cell_reader() for field in schema.fields),
        keys=tuple(tuple(position[name] for name in key) for key in keys if key),
    )


def _judged_in_excerpt(
    described: dict[str, Any], folder: Path, excerpts: Mapping[str, Sequence[int]]
) -> list[dict[str, Any]]:
    """What frictionless says of a package with a part of its rows, told of the whole one."""
    import frictionless  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as made:
        for resource in described["resources"]:
            source, target = folder / resource["path"], Path(made) / resource["path"]
            if chosen := excerpts.get(resource["name"]):
                _write_excerpt(source, target, resource["dialect"]["delimiter"], chosen)
            else:
                shutil.copyfile(source, target)
        package = frictionless.Package.from_descriptor(described, basepath=made)
        found = _judged(package)
    return [_in_whole(error, excerpts.get(error["table"] or "")) for error in found]


def _write_excerpt(source: Path, target: Path, delimiter: str, chosen: Sequence[int]) -> None:
    """The header and the chosen rows, cells as they are."""
    wanted = set(chosen)
    with (
        source.open(encoding="utf-8", newline="") as read,
        target.open("w", encoding="utf-8", newline="") as written,
    ):
        rows = csv.reader(read, delimiter=delimiter)
        writer = csv.writer(written, delimiter=delimiter)
        writer.writerow(next(rows))
        numbered = enumerate(islice(rows, max(chosen) + 1))
        writer.writerows(row for index, row in numbered if index in wanted)


def _in_whole(error: dict[str, Any], chosen: Sequence[int] | None) -> dict[str, Any]:
    """An error about an excerpt with the numbers that its rows have in the whole table."""
    if not chosen or error["row"] is None:
        return error

    def in_whole(row: int) -> int:
        return chosen[row - 2] + 2

    def renumbered(found: re.Match[str]) -> str:
        return f"{found[1]}{in_whole(int(found[2]))}"

    note = _TWIN.sub(renumbered, error["note"])
    return {**error, "row": in_whole(error["row"]), "note": note}


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
    if found := _TWIN.search(error["note"]):
        return message("check.row-has-key-of-row", row=found[2], values=values)
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
