"""Reads JSON and YAML written by people and holds them against a JSON Schema."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, Message, message
from ..words.labels import failure
from . import hygiene
from .broken_rules import explain, mend
from .located import Keys, every, told_there
from .notation import Unreadable, from_json, from_yaml
from .schemas import schema
from .violations import key_place, one_a_cause

__all__ = ["Json", "read_document", "violations"]

Json = Mapping[str, Any]
"""A JSON object that has passed its schema."""

MAX_BYTES = 5_000_000
YEARS = range(1945, 2101)
"""The years a date can lie in, as in the schemas' `tahun`."""


def read_document(
    path: Path, file: str, schema_name: str
) -> tuple[Json | None, tuple[Finding, ...]]:
    """The document at `path` (.json or .yml), or None with the findings that forbid using it.

    `file` is the path shown to people; `schema_name` a file in schemas/.
    """
    try:
        document, findings = _parse(path, file)
    except OSError as problem:
        return None, (closed(problem, file),)
    findings = findings or tuple(violations(document, file, schema_name))
    if findings or not isinstance(document, dict):
        return None, findings
    return document, ()


def closed(problem: OSError, file: str) -> Finding:
    """Why the system does not let us read a file; on Windows Excel locks what it has open."""
    locked = problem.errno in (errno.EACCES, errno.EPERM, errno.EBUSY)
    return Finding(
        codes.FILE_MISSING,
        Place(file),
        message("read.file-closed", reason=failure(problem)),
        message("read.close-the-file") if locked else NOTHING,
    )


def _parse(path: Path, file: str) -> tuple[object, tuple[Finding, ...]]:
    """The value in a file, or None with what keeps it from being read."""
    data = path.read_bytes()
    try:
        if len(data) > MAX_BYTES:
            raise Unreadable(message("read.document-too-large", bytes=len(data), most=MAX_BYTES))
        text = data.decode("utf-8-sig")
        if findings := tuple(hygiene.forbidden_by_line(text, file)):
            return None, findings
        document = from_json(text) if path.suffix == ".json" else from_yaml(text)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return None, (_unreadable(_foreign(problem, line), file),)
    except Unreadable as problem:
        return None, (_unreadable(problem, file),)
    return document, tuple(_escaped(document, file))


def _foreign(problem: UnicodeDecodeError, line: int) -> Unreadable:
    said = message("read.not-utf8", position=str(problem.start + 1))
    return Unreadable(said, line, message("read.save-as-utf8"))


def _unreadable(problem: Unreadable, file: str) -> Finding:
    place = Place(file, problem.line)
    return Finding(codes.DESCRIPTOR_UNREADABLE, place, problem.said, problem.remedy)


def _escaped(document: object, file: str) -> Iterator[Finding]:
    """Forbidden characters that stand in the file as escapes: "\\u0001"."""
    for keys, text in every(document):
        if not hygiene.clean(text) and keys[-1:] != ("lineTerminator",):
            yield from hygiene.forbidden(text, Place(file), _where(keys, document), escaped=True)


def _where(keys: Keys, document: object) -> Message:
    """Where a text stands that is a value, or the name of a key."""
    if not keys:
        return message("read.at-key-names")
    return message("read.at", place=key_place(keys, document))


def _is_day(text: object) -> bool:
    """Whether a calendar has the day; what is no text is judged by other rules."""
    if not isinstance(text, str):
        return True
    try:
        return datetime.date.fromisoformat(text).year in YEARS
    except ValueError:
        return False


def _is_moment(text: object) -> bool:
    if not isinstance(text, str):
        return True
    try:
        return datetime.datetime.fromisoformat(text).year in YEARS
    except ValueError:
        return False


_FORMATS = {"date": _is_day, "date-time": _is_moment}


@cache
def _validator(name: str) -> Draft202012Validator:
    checker = FormatChecker(formats=())
    for format_, holds in _FORMATS.items():
        checker.checks(format_)(holds)
    return Draft202012Validator(schema(name), format_checker=checker)


@cache
def _quick_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name), formats=_FORMATS, validate_formats=True)


def violations(document: object, file: str, schema_name: str) -> Iterator[Finding]:
    """How a document departs from a schema, as findings about `file`."""
    # Two libraries for one schema: the quick one tells sound documents from the others, and the
    # slow one, whose errors can be put into words, sees only those others.
    if _quick_validator(schema_name).is_valid(document):
        return
    for error in one_a_cause(_validator(schema_name).iter_errors(document)):
        keys = tuple(error.absolute_path)
        where = message("read.at", place=key_place(keys, document)) if keys else NOTHING
        said = told_there(where, explain(error))
        yield Finding(codes.DESCRIPTOR_INVALID, Place(file), said, mend(error))
