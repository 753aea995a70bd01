"""A broken rule of a JSON Schema as a sentence: what is wrong, what it may be, how to mend it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

from ..model.messages import NOTHING, Message, message
from ..words.labels import FREQUENCY, ROLE, SUBJECT, TYPE
from .open_places import hints
from .suggestions import suggestion

TYPE_NAMES = {
    "string": message("read.json-string"),
    "integer": message("read.json-integer"),
    "number": message("read.json-number"),
    "boolean": message("read.json-boolean"),
    "object": message("read.json-object"),
    "array": message("read.json-array"),
    "null": message("read.json-null"),
}
_MEANINGS: Mapping[str, Mapping[Any, str]] = {
    "peran": ROLE,
    "type": TYPE,
    "subjek": SUBJECT,
    "frekuensi": FREQUENCY,
}
"""Key -> what its values mean, for people who meet them for the first time."""


def explain(error: ValidationError) -> Message:
    """One violation as the end of a sentence."""
    if error.validator is None:  # the schema of this key is `false`
        return message("read.key-not-for-kind")
    worded = _WORDED.get(str(error.validator))
    if worded:
        return worded(error, error.validator_value)
    return message("read.not-asked-for", written=_as_written(error))


def mend(error: ValidationError) -> Message:
    """How to mend this very violation; nothing where the general remedy says it."""
    if error.validator == "required" and _choices_of_missing(error):
        return message("read.add-key-and-choice")
    if error.validator == "const":
        return message("read.write-there", wanted=_json(error.validator_value))
    if error.validator == "pattern":
        is_shown = str(error.instance).strip() and _example(error)
        return message("read.write-like-example") if is_shown else NOTHING
    schema: Any = error.schema
    if error.validator == "type" and schema.get("format") == "date":
        return message("read.write-one-date")
    return _MENDS.get(str(error.validator), NOTHING)


def _as_written(error: ValidationError) -> str:
    """What is written there, as it is written: lists and yes and no as in JSON."""
    value: Any = error.instance
    return (value if isinstance(value, str) else _json(value))[:80]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _missing_keys(error: ValidationError) -> list[str]:
    instance: Any = error.instance
    expected: Any = error.validator_value
    return [key for key in expected if key not in instance]


def _choices_of_missing(error: ValidationError) -> list[Message]:
    """For each missing key that has choices, which these are."""
    schema: Any = error.schema
    described = schema.get("properties", {})
    return [
        message("read.choices-of-key", key=key, choices=_choices(key, choices))
        for key in _missing_keys(error)
        if (choices := described.get(key, {}).get("enum"))
    ]


def _required(error: ValidationError, expected: Any) -> Message:
    missing = message("read.keys-missing", keys=tuple(_missing_keys(error)))
    return message("read.keys-missing-with-choices", told=(missing, *_choices_of_missing(error)))


def _choices(key: str, values: Iterable[Any]) -> tuple[Message, ...]:
    """'`dimensi` (pembeda baris)', '`kode`': values, with what they mean where that says more."""
    meanings = _MEANINGS.get(key, {})
    listed = []
    for value in values:
        meaning = str(meanings.get(value, value))
        if meaning.casefold() != str(value).casefold():
            listed.append(message("read.choice-meaning", value=str(value), meaning=meaning))
        else:
            listed.append(message("read.choice", value=str(value)))
    return tuple(listed)


def _unknown(error: ValidationError, expected: Any) -> Message:
    schema: Any = error.schema
    instance: Any = error.instance
    known = set(schema.get("properties", ()))
    extra = sorted(set(instance) - known)
    hint = suggestion(extra[0], known) if extra else NOTHING
    return message("read.key-unknown", keys=tuple(extra), hint=hint)


def _one_of(error: ValidationError, expected: Any) -> Message:
    keys = tuple(key for choice in expected for key in choice.get("required", ()))
    return message("read.exactly-one-key", keys=keys)


def _enum(error: ValidationError, expected: Any) -> Message:
    keys = list(error.absolute_path)
    key = str(keys[-1]) if keys else ""
    meant = key if key in ("peran", "type") else ""
    choices = _choices(meant, expected)
    if hints(str(error.instance)):
        return message("read.choice-open", choices=choices)
    return message("read.none-of-choices", written=_as_written(error), choices=choices)


def _const(error: ValidationError, expected: Any) -> Message:
    return message("read.must-be", written=_as_written(error), wanted=_json(expected))


def _example(error: ValidationError) -> str:
    """How it would be written rightly, as the schema shows it; '' where it shows nothing."""
    schema: Any = error.schema
    examples = schema.get("examples")
    return str(examples[0]) if examples else ""


def _pattern(error: ValidationError, expected: Any) -> Message:
    if not str(error.instance).strip():
        return message("read.text-empty")
    example = _example(error)
    how = message("read.form-like", example=example) if example else NOTHING
    return message("read.form-wrong", written=_as_written(error), how=how)


def _format(error: ValidationError, expected: Any) -> Message:
    written = str(error.instance)
    if not re.match(r"\d{4}-\d{2}-\d{2}", written):
        return message("read.no-date", written=_as_written(error))
    if not written.startswith(("19", "20")):
        return message("read.year-far", written=_as_written(error))
    return message("read.not-in-calendar", written=_as_written(error))


def _type(error: ValidationError, expected: Any) -> Message:
    names = [expected] if isinstance(expected, str) else expected
    first, *others = (TYPE_NAMES[name] for name in names)
    types = first
    for other in others:
        types = message("read.either-type", one=types, other=other)
    return message("read.must-be-of-type", written=_as_written(error), types=types)


def _too_long(error: ValidationError, expected: Any) -> Message:
    written = str(error.instance)
    return message("read.text-too-long", begins=written[:40], length=len(written), most=expected)


def _too_many(error: ValidationError, expected: Any) -> Message:
    instance: Any = error.instance
    return message("read.items-too-many", count=len(instance), most=expected)


def _too_few(error: ValidationError, expected: Any) -> Message:
    instance: Any = error.instance
    return message("read.items-too-few", count=len(instance), least=expected)


def _bound(error: ValidationError, expected: Any) -> Message:
    limit = str(expected)
    bounds = {
        "minimum": message("read.bound-least", limit=limit),
        "maximum": message("read.bound-most", limit=limit),
        "exclusiveMinimum": message("read.bound-above", limit=limit),
    }
    bound = bounds[str(error.validator)]
    return message("read.out-of-bounds", written=_as_written(error), bound=bound)


def _containing(error: ValidationError, expected: Any) -> Message:
    if "const" in expected:
        return message("read.must-contain", wanted=_json(expected["const"]))
    return message("read.must-contain-some")


def _too_empty(error: ValidationError, expected: Any) -> Message:
    return message("read.holds-nothing")


def _too_full(error: ValidationError, expected: Any) -> Message:
    instance: Any = error.instance
    return message("read.keys-too-many", count=len(instance), most=expected)


def _repeated(error: ValidationError, expected: Any) -> Message:
    return message("read.said-twice")


def _belonging(error: ValidationError, expected: Any) -> Message:
    instance: Any = error.instance
    pairs = tuple(
        message("read.key-needs", key=key, others=tuple(lacking))
        for key, others in expected.items()
        if key in instance and (lacking := [other for other in others if other not in instance])
    )
    return message("read.keys-belong", pairs=pairs)


def _forbidden(error: ValidationError, expected: Any) -> Message:
    return message("read.keys-not-for-kind", keys=tuple(expected.get("required", ())))


_MENDS = {
    "required": message("read.add-key"),
    "additionalProperties": message("read.spell-or-delete-key"),
    "enum": message("read.write-one-exactly"),
    "maxLength": message("read.shorten-text"),
    "maxItems": message("read.fewer-items"),
    "format": message("read.check-date"),
}
_WORDED: Mapping[str, Callable[[ValidationError, Any], Message]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "oneOf": _one_of,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "type": _type,
    "minimum": _bound,
    "maximum": _bound,
    "exclusiveMinimum": _bound,
    "minProperties": _too_empty,
    "maxProperties": _too_full,
    "uniqueItems": _repeated,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minItems": _too_few,
    "dependentRequired": _belonging,
    "not": _forbidden,
    "contains": _containing,
}
