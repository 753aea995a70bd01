"""CSVW: what stands in each CSV file, as W3C's metadata vocabulary for tabular data says it.

Everything comes from the descriptor as it is published, the table of notes included.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import Agency, Dataset, ReferenceRule

_Json = dict[str, Any]

_TYPES = {"year": "gYear", "yearmonth": "gYearMonth", "number": "decimal"}
"""Types of Table Schema that have another name in CSVW."""
_BOUNDS = {
    **{name: name for name in ("minimum", "maximum", "minLength", "maxLength")},
    "exclusiveMinimum": "minExclusive",
    "exclusiveMaximum": "maxExclusive",
}
"""Limits of Table Schema, and what CSVW calls them."""
_DIALECT = {"encoding": "utf-8", "quoteChar": '"', "header": True}


def csvw_files(dataset: Dataset, agency: Agency, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`<resource>.csv-metadata.json` for each CSV; `files` are the dataset's, by name."""
    described = json.loads(files["datapackage.json"])["resources"]
    resources: dict[str, _Json] = {one["name"]: one for one in described}
    keys = {name: _keys(name, dataset) for name in resources}
    made = {}
    for name, resource in resources.items():
        tables = [_table(resources[one], keys[one], resources) for one in _reachable(name, keys)]
        document = _group(dataset, agency, tables)
        path = f"{resource['path']}-metadata.json"
        made[path] = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return made


def _group(dataset: Dataset, agency: Agency, tables: list[_Json]) -> _Json:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "dc:title": dataset.title,
        "dc:description": dataset.description,
        "dc:publisher": agency.name,
        "dc:license": {"@id": dataset.licences[0].path},
        "dc:modified": {"@value": dataset.issued, "@type": "xsd:date"},
        "tables": tables,
    }


def _table(resource: _Json, rules: Sequence[ReferenceRule], others: Mapping[str, _Json]) -> _Json:
    schema = resource["schema"]
    keys = [_foreign_key(rule, others[_target(rule)]) for rule in rules]
    described = {
        "columns": [_column(field) for field in schema["fields"]],
        **({"primaryKey": schema["primaryKey"]} if "primaryKey" in schema else {}),
        **({"foreignKeys": keys} if keys else {}),
    }
    return {
        "url": resource["path"],
        "dc:title": resource["title"],
        "dc:description": resource["description"],
        "dialect": {
            **_DIALECT,
            "delimiter": resource["dialect"]["delimiter"],
            "lineTerminators": [resource["dialect"]["lineTerminator"]],
        },
        "tableSchema": described,
    }


def _foreign_key(rule: ReferenceRule, target: _Json) -> _Json:
    return {
        "columnReference": list(rule.columns),
        "reference": {"resource": target["path"], "columnReference": list(rule.to)},
    }


def _column(field: _Json) -> _Json:
    unit = {"schema:unitText": field["satuan"]} if "satuan" in field else {}
    return {
        "name": field["name"],
        "titles": field["name"],
        "datatype": _datatype(field),
        "required": bool(field.get("constraints", {}).get("required")),
        "dc:title": field["title"],
        "dc:description": field["description"],
        **unit,
    }


def _datatype(field: _Json) -> _Json:
    """The type of a column with its limits.

    >>> _datatype({"type": "year", "constraints": {"minimum": 2020}})
    {'base': 'gYear', 'minimum': 2020}
    """
    limits = field.get("constraints", {})
    base = _TYPES.get(field["type"], field["type"])
    kind: _Json = {
        "base": base,
        **{called: limits[key] for key, called in _BOUNDS.items() if key in limits},
    }
    if base == "string" and "enum" in limits:
        kind["format"] = "|".join(re.escape(str(value)) for value in limits["enum"])
    elif base == "string" and "pattern" in limits:
        kind["format"] = limits["pattern"]
    elif "decimalChar" in field:
        kind["format"] = {"decimalChar": field["decimalChar"]}
    return kind


def _keys(name: str, dataset: Dataset) -> list[ReferenceRule]:
    """The rules that are foreign keys of the table `name`."""
    rules = (rule for rule in dataset.rules if isinstance(rule, ReferenceRule))
    return [rule for rule in rules if rule.table == name and _is_key(rule, dataset)]


def _target(rule: ReferenceRule) -> str:
    """The table's name, without the dataset that may stand before it."""
    return posixpath.basename(rule.reference)


def _is_key(rule: ReferenceRule, dataset: Dataset) -> bool:
    """Whether a rule is a foreign key as CSVW has them: from every row to one row of the package.

    A rule may have exceptions, which a note declares, and may leave empty cells alone.
    """
    target = next((table for table in dataset.tables if table.name == _target(rule)), None)
    if target is None or rule.reference not in (target.name, f"{dataset.slug}/{target.name}"):
        return False
    source = dataset.table(rule.table)
    pairs = zip(rule.columns, rule.to, strict=True)
    if any(source.schema[old].type != target.schema[new].type for old, new in pairs):
        return False
    keys = [target.key(row, rule.to) for row in target.rows]
    used = {source.key(row, rule.columns) for row in source.rows}
    return len(set(keys)) == len(keys) and used <= set(keys)


def _reachable(name: str, keys: Mapping[str, Sequence[ReferenceRule]]) -> list[str]:
    """The table and every table its keys lead to: CSVW looks for them in the same group."""
    found = [name]
    for one in found:
        targets = dict.fromkeys(map(_target, keys[one]))
        found += [target for target in targets if target not in found]
    return found
