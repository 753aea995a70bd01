"""Reads JSON and YAML written by people and holds them against a JSON Schema."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from . import codes
from .findings import Finding, Place

Json = Mapping[str, Any]
"""A JSON object that has passed its schema."""

SCHEMAS = Path(__file__).parent / "schemas"
MAX_BYTES = 5_000_000

TYPE_NAMES = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "true atau false",
    "object": "objek {...}",
    "array": "daftar [...]",
}


class _Unreadable(Exception):
    """Why a document cannot be read, in Indonesian; never leaves this module."""


def read(path: Path, file: str, schema: str) -> tuple[Json | None, tuple[Finding, ...]]:
    """The document at `path` (.json or .yml), or None with the findings that forbid using it.

    `file` is the path shown to people; `schema` names a file in schemas/.
    """
    try:
        document = _parse(path)
    except OSError as problem:
        message = f"Berkas tidak dapat dibaca: {problem.strerror}."
        return None, (Finding(codes.FILE_MISSING, Place(file), message),)
    except _Unreadable as problem:
        return None, (Finding(codes.DESCRIPTOR_UNREADABLE, Place(file), str(problem)),)
    findings = tuple(violations(document, file, schema))
    if findings or not isinstance(document, dict):
        return None, findings
    return document, ()


class PlainLoader(yaml.SafeLoader):
    """YAML whose dates stay the text they are written as, as in JSON."""


PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def nearest(word: str, known: Iterable[str]) -> str:
    """' Mungkin maksudnya `x`.' when a known word is close, else ''."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Mungkin maksudnya `{close[0]}`." if close else ""


def _parse(path: Path) -> object:
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise _Unreadable(f"Berkas terlalu besar ({len(data)} bita, paling banyak {MAX_BYTES}).")
    try:
        text = data.decode("utf-8-sig")
        if path.suffix == ".json":
            return json.loads(
                text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant
            )
        return yaml.load(text, PlainLoader)  # noqa: S506  a SafeLoader
    except UnicodeDecodeError as problem:
        raise _Unreadable(f"Bukan teks UTF-8 (bita ke-{problem.start + 1}).") from problem
    except json.JSONDecodeError as problem:
        raise _Unreadable(
            f"JSON salah di baris {problem.lineno}, huruf ke-{problem.colno}: "
            "periksa koma, kurung, dan tanda kutip."
        ) from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f" di baris {mark.line + 1}" if mark else ""
        raise _Unreadable(f"YAML salah{where}.") from problem
    except RecursionError as problem:
        raise _Unreadable("Susunan berkas terlalu dalam.") from problem


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unreadable(f"Kunci `{twice}` ditulis dua kali dalam satu objek.")
    return document


def _no_constant(name: str) -> object:
    raise _Unreadable(f"`{name}` bukan nilai JSON yang sah.")


@cache
def _schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(schema))


@cache
def _quick_validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema(schema))


def violations(document: object, file: str, schema: str) -> Iterator[Finding]:
    """How a document departs from a schema, as findings about `file`."""
    # Two libraries for one schema: the quick one tells sound documents from the others, and the
    # slow one, whose errors can be put into words, sees only those others.
    if _quick_validator(schema).is_valid(document):
        return
    for error in _validator(schema).iter_errors(document):
        where = "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path
        ).lstrip(".")
        message = _explain(error)
        yield Finding(
            codes.DESCRIPTOR_INVALID,
            Place(file),
            f"Pada `{where}`: {message}" if where else message[0].upper() + message[1:],
        )


def _explain(error: ValidationError) -> str:
    """One violation in Indonesian."""
    rule = error.validator
    if rule is None:  # the schema of this key is `false`
        return "kunci ini tidak dipakai untuk jenis yang dipilih."
    expected: Any = error.validator_value
    instance: Any = error.instance
    shown = f"`{str(instance)[:80]}`"
    if rule == "required":
        missing = [key for key in expected if key not in instance]
        return f"kunci wajib {', '.join(f'`{key}`' for key in missing)} tidak ada."
    if rule == "additionalProperties":
        schema: Any = error.schema
        known = set(schema.get("properties", ()))
        extra = sorted(set(instance) - known)
        hint = nearest(extra[0], known) if extra else ""
        return f"kunci {', '.join(f'`{key}`' for key in extra)} tidak dikenal.{hint}"
    if rule == "oneOf":
        keys = [key for choice in expected for key in choice.get("required", ())]
        return f"harus berisi tepat satu dari kunci {', '.join(f'`{key}`' for key in keys)}."
    if rule == "enum":
        allowed = ", ".join(f"`{item}`" for item in expected)
        return f"{shown} bukan salah satu dari {allowed}."
    if rule == "const":
        return f"{shown} harus {json.dumps(expected)}."
    if rule == "pattern":
        return f"{shown} tidak sesuai pola {expected}"
    if rule == "type":
        names = [expected] if isinstance(expected, str) else expected
        return f"{shown} harus berupa {' atau '.join(TYPE_NAMES[name] for name in names)}."
    return f"{shown} melanggar syarat {rule} {json.dumps(expected)[:80]}."
