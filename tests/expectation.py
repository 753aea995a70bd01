"""What a case expects: findings as codes, places and values, without a word of what they say.

    # errors: 1, suspicions: 0
    - error: total-tidak-cocok
      at: {file: datasets/contoh/penerima/penerima-total.csv, row: 2, column: jumlah}
      says: !check.parts-differ {sum: 1500, printed: 1950}

A message is a YAML tag, its name, before its values. `mend` stands where a finding has a remedy of
its own, `related` where a note at another place answers it. `written` and `findings_in` are each
other's inverse as far as a sentence can tell, so the words of all cases are read from these files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import yaml

from profil_terbuka.check import EVERY_CODE
from profil_terbuka.model.findings import Finding, Severity, errors, in_order
from profil_terbuka.model.messages import NOTHING, Message, Told, message
from profil_terbuka.model.places import Place

CODES = {code.name: code for code in EVERY_CODE}
_FLOAT = "tag:yaml.org,2002:float"
_MAPPING = "tag:yaml.org,2002:map"


def written(findings: Iterable[Finding]) -> str:
    """The findings of a case as its file holds them, in the order of a report."""
    listed = in_order(findings)
    wrong = len(errors(listed))
    counts = f"# errors: {wrong}, suspicions: {len(listed) - wrong}\n"
    told = [_parts(finding) for finding in listed]
    return counts + (yaml.dump(told, Dumper=_Dumper, **_LAYOUT) if told else "")


def findings_in(text: str) -> tuple[Finding, ...]:
    """The findings that such a file holds."""
    return tuple(map(_finding, yaml.load(text, _Loader) or ()))


def messages_of(finding: Finding) -> Iterator[Message]:
    """What a finding says and how to mend it; the clauses in both are messages too."""
    general = message(f"{finding.code.area}.{finding.code.name}.perbaikan")
    for told in (finding.message, finding.remedy or general):
        yield from _with_clauses(told)


def _with_clauses(told: Told) -> Iterator[Message]:
    if isinstance(told, tuple):
        for item in told:
            yield from _with_clauses(item)
    elif isinstance(told, Message) and told:
        yield told
        for _, value in told.values:
            yield from _with_clauses(value)


def _parts(finding: Finding) -> dict[str, Any]:
    parts = {"at": finding.place, "says": finding.message}
    more = {"mend": finding.remedy, "related": finding.related}
    kept = {name: part for name, part in more.items() if part}
    return {finding.code.severity.value: finding.code.name, **parts, **kept}


def _finding(parts: dict[str, Any]) -> Finding:
    (severity,) = parts.keys() & set(Severity)
    code = CODES[parts.pop(severity)]
    assert code.severity == severity
    remedy, related = parts.pop("mend", NOTHING), tuple(parts.pop("related", ()))
    return Finding(code, parts.pop("at"), parts.pop("says"), remedy, related, **parts)


# How YAML writes it -------------------------------------------------------------------------------

_LAYOUT: dict[str, Any] = {
    "allow_unicode": True,
    "sort_keys": False,
    "default_flow_style": False,
    "width": 10_000,  # a message is one line, however long: so is its difference
}


class _Dumper(yaml.SafeDumper):
    """Tells the same place twice rather than refer to it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _place_node(dumper: yaml.SafeDumper, place: Place) -> yaml.Node:
    parts = {"file": place.file, "row": place.row, "column": place.column}
    known = {name: part for name, part in parts.items() if part is not None}
    return dumper.represent_mapping(_MAPPING, known.items(), flow_style=True)


def _message_node(dumper: yaml.SafeDumper, told: Message) -> yaml.Node:
    if not told:
        return dumper.represent_none(None)
    return dumper.represent_mapping(f"!{told.name}", told.values, flow_style=True)


_Dumper.add_representer(Place, _place_node)
_Dumper.add_representer(Message, _message_node)
_Dumper.add_representer(
    tuple,
    lambda dumper, items: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, flow_style=True
    ),
)
_Dumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar(_FLOAT, f"{value:f}")
)
_Dumper.add_multi_representer(str, lambda dumper, value: dumper.represent_str(str(value)))


class _Loader(yaml.CSafeLoader):
    """Reads messages and places, and numbers with all their digits."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any] | Place:
    values = _values(loader, node)
    return Place(**values) if "file" in values else values


def _values(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    values = loader.construct_mapping(node, deep=True)
    return {str(name): NOTHING if value is None else value for name, value in values.items()}


_Loader.add_constructor(_MAPPING, _mapping)
_Loader.add_constructor(
    "tag:yaml.org,2002:seq", lambda loader, node: tuple(loader.construct_sequence(node, deep=True))
)
_Loader.add_constructor(_FLOAT, lambda loader, node: Decimal(loader.construct_scalar(node)))
_Loader.add_multi_constructor(
    "!", lambda loader, name, node: Message(name, tuple(_values(loader, node).items()))
)
