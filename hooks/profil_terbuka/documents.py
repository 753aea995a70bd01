"""Reads JSON and YAML written by people and holds them against a JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from jsonschema import Draft202012Validator

from . import codes
from .findings import Finding, Place
from .violations import explain, mend, nearest, one_a_cause, place
from .wording import failure, number

__all__ = ["Json", "PlainLoader", "nearest", "read", "violations"]

Json = Mapping[str, Any]
"""A JSON object that has passed its schema."""

SCHEMAS = Path(__file__).parent / "schemas"
MAX_BYTES = 5_000_000


class _Unreadable(Exception):
    """Why a document cannot be read, in Indonesian; never leaves this module."""


def read(path: Path, file: str, schema: str) -> tuple[Json | None, tuple[Finding, ...]]:
    """The document at `path` (.json or .yml), or None with the findings that forbid using it.

    `file` is the path shown to people; `schema` names a file in schemas/.
    """
    try:
        document = _parse(path)
    except OSError as problem:
        message = f"Berkas tidak dapat dibaca: {failure(problem)}."
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


def _parse(path: Path) -> object:
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise _Unreadable(
            f"Berkas terlalu besar ({number(len(data))} bita, paling banyak {number(MAX_BYTES)})."
        )
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
        raise _Unreadable(f"Kunci `{twice}` ditulis dua kali di dalam satu pasang kurung kurawal.")
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
    for error in one_a_cause(_validator(schema).iter_errors(document)):
        keys = list(error.absolute_path)
        told = f"Pada {place(keys, document)}: {explain(error)}" if keys else explain(error)
        message = told[0].upper() + told[1:]
        yield Finding(codes.DESCRIPTOR_INVALID, Place(file), message, mend(error))
