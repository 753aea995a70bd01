"""The rows of a resource, wherever they stand: in a file, in several, packed, or in the descriptor.

Resources that are no tables, or not on this machine, are left out and told.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import posixpath
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...model.messages import Message, message
from ..reasons import Unusable
from .bundle import MOST_BYTES, Bundle, is_address
from .dialects import TextDialect, TextRows, rows_of_text, text_dialect
from .jsonparts import Said, said_objects, said_text, said_texts

_TEXTS = frozenset({"csv", "tsv", "txt", "tab"})
_HASHES = frozenset({"md5", "sha1", "sha256", "sha512"})


@dataclass(frozen=True)
class ForeignTable:
    """A table from elsewhere: what its package says of it, and its cells as they are written."""

    said: Said
    fields: tuple[Said, ...]
    """What is said of each column, in the order of its cells."""
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """Where each row stands in its file, for messages."""
    missing: frozenset[str]
    """What cells hold that are empty."""
    schema: Said
    """'fields' aside: its keys."""
    rewritten: tuple[Message, ...] = ()
    """What will be written in another way."""
    called: str = ""
    """Its name from now on, by which people are told of it."""
    unnamed: bool = False
    """Nobody has said what its columns are: they are read from the cells."""

    @property
    def name(self) -> str:
        """What its package calls it."""
        return said_text(self.said.get("name"))


def foreign_table(bundle: Bundle, said: Said) -> ForeignTable | Message:
    """The table of a resource, or why it is left out.

    Raises Unusable where it is a table and cannot be read as its package says.
    """
    paths = said_texts(said.get("path"))
    name = said_text(said.get("name")) or next(iter(paths), "?")
    if any(map(is_address, paths)):
        return message("importer.resource-remote", name=name, path=paths[0])
    if not _is_tabular(said, paths):
        kind = _ending(paths[0]) if paths else said_text(said.get("format"))
        return message("importer.resource-no-table", name=name, kind=kind or "?")
    schema = _object(bundle, said.get("schema"))
    fields = said_objects(schema.get("fields", []))
    if paths:
        text, rewritten = _text_of_files(bundle, said, paths, fields)
    else:
        text, rewritten = _inline(said["data"], name), (message("importer.rewritten-inline"),)
    arranged = _arranged(text, fields, name)
    return ForeignTable(
        said=said,
        fields=arranged.fields,
        rows=arranged.rows,
        numbers=text.numbers,
        missing=_missing(schema),
        schema={key: value for key, value in schema.items() if key != "fields"},
        rewritten=rewritten,
        unnamed=not fields,
    )


def _is_tabular(said: Said, paths: Sequence[str]) -> bool:
    if not paths:
        return isinstance(said.get("data"), list) and bool(said["data"])
    told = said_text(said.get("format")).casefold()
    ending = _ending(paths[0])
    return (told in _TEXTS or not told) and (ending in _TEXTS or told in _TEXTS)


def _ending(path: str) -> str:
    """The kind of a file by its name, packed or not: 'csv' for a.csv.gz."""
    plain = path.removesuffix(".gz")
    return posixpath.splitext(plain)[1].lstrip(".").casefold()


def _object(bundle: Bundle, value: object) -> dict[str, Any]:
    """`schema` or `dialect`, which may stand in a file of their own."""
    if path := said_text(value):
        return bundle.json(path)
    return value if isinstance(value, dict) else {}


def _missing(schema: Said) -> frozenset[str]:
    """Cells that are empty: texts, or texts with a label."""
    return missing_texts(schema.get("missingValues", [""])) | {""}


def missing_texts(value: object) -> frozenset[str]:
    """What `missingValues` lists.

    >>> sorted(missing_texts(["-", {"value": "n/a", "label": "tidak ditanyakan"}]))
    ['-', 'n/a']
    """
    items = value if isinstance(value, list) else []
    texts = [item.get("value") if isinstance(item, dict) else item for item in items]
    return frozenset(text for text in texts if isinstance(text, str))


# Files --------------------------------------------------------------------------------------------


def _text_of_files(
    bundle: Bundle, said: Said, paths: Sequence[str], fields: Sequence[Said]
) -> tuple[TextRows, tuple[Message, ...]]:
    """The rows of one file or of several, one below the other, and what will be otherwise."""
    dialect = text_dialect(_object(bundle, said.get("dialect")), paths[0].removesuffix(".gz"))
    datas = [bundle.content(path) for path in paths]
    if len(datas) == 1:
        hold_against_seal(datas[0], said, paths[0])
    texts = [
        _decoded(_unpacked_gzip(data, path), said, path)
        for data, path in zip(datas, paths, strict=True)
    ]
    parts = []
    for at, (text, path) in enumerate(zip(texts, paths, strict=True)):
        header_again = at == 0 or _begins_alike(text, texts[0])
        fitting = dialect if header_again else _headless(dialect)
        parts.append(rows_of_text(text, fitting, len(fields), path))
    rewritten = tuple(_differences(said, paths, parts[0].delimiter, texts[0]))
    joined = TextRows(
        parts[0].header,
        tuple(row for part in parts for row in part.rows),
        tuple(number for part in parts for number in part.numbers),
        parts[0].delimiter,
    )
    return joined, rewritten


def _begins_alike(text: str, first: str) -> bool:
    """Whether a further file of a table has the header again."""
    return text.partition("\n")[0].strip() == first.partition("\n")[0].strip()


def _headless(dialect: TextDialect) -> TextDialect:
    return TextDialect(
        dialect.delimiter,
        dialect.quote,
        dialect.double_quote,
        dialect.escape,
        dialect.skip_space,
        header_rows=(),
        null=dialect.null,
    )


def hold_against_seal(data: bytes, said: Said, path: str) -> None:
    """Refuse a file that is not the one its package tells of: it was cut off or changed."""
    size = said.get("bytes")
    kind, _, digest = said_text(said.get("hash")).rpartition(":")
    kind = kind.casefold() or "md5"
    wrong_size = type(size) is int and size != len(data)
    is_known = bool(digest) and kind in _HASHES
    found = hashlib.new(kind, data, usedforsecurity=False).hexdigest() if is_known else ""
    if wrong_size or (is_known and found != digest.casefold()):
        raise Unusable(message("importer.package-file-changed", path=path))


def _unpacked_gzip(data: bytes, path: str) -> bytes:
    if not path.endswith(".gz"):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            plain = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise Unusable(message("importer.package-gzip-broken", path=path)) from problem
    if len(plain) > MOST_BYTES:
        said = message("importer.package-file-large", path=path, bytes=len(plain), most=MOST_BYTES)
        raise Unusable(said)
    return plain


def _decoded(data: bytes, said: Said, path: str) -> str:
    encoding = said_text(said.get("encoding")) or "utf-8"
    plain = encoding.casefold().replace("_", "-") in ("utf-8", "utf8")
    try:
        return data.decode("utf-8-sig" if plain else encoding)
    except LookupError as problem:
        wrong = message("importer.package-encoding-unknown", path=path, encoding=encoding)
        raise Unusable(wrong) from problem
    except UnicodeError as problem:
        wrong = message("importer.package-encoding-wrong", path=path, encoding=encoding)
        raise Unusable(wrong) from problem


def _differences(said: Said, paths: Sequence[str], delimiter: str, text: str) -> list[Message]:
    """How a file is written that will be written otherwise."""
    told = []
    encoding = said_text(said.get("encoding")) or "utf-8"
    if encoding.casefold().replace("_", "-") not in ("utf-8", "utf8"):
        told.append(message("importer.rewritten-encoding", encoding=encoding))
    if delimiter != ",":
        mark = "tab" if delimiter == "\t" else delimiter
        told.append(message("importer.rewritten-delimiter", mark=mark))
    if "\r" in text:
        told.append(message("importer.rewritten-line-ends"))
    if len(paths) > 1:
        told.append(message("importer.rewritten-joined", count=len(paths)))
    if paths[0].endswith(".gz"):
        told.append(message("importer.rewritten-unpacked"))
    return told


# In the descriptor --------------------------------------------------------------------------------


def _inline(data: Sequence[object], name: str) -> TextRows:
    """Rows that stand in the descriptor: objects, or lists of which the first is the header.

    >>> _inline([{"tahun": 2024, "ya": True}, {"tahun": 2025, "ya": None}], "a").rows
    (('2024', 'true'), ('2025', ''))
    """
    if all(isinstance(item, dict) for item in data):
        header = list(dict.fromkeys(key for item in data for key in item))  # type: ignore[attr-defined]
        lists = [[item.get(key) for key in header] for item in data]  # type: ignore[attr-defined]
    elif all(isinstance(item, list) for item in data):
        header, *lists = data  # type: ignore[assignment]
    else:
        raise Unusable(message("importer.package-inline-odd", name=name))
    return TextRows(
        tuple(map(_as_cell, header)),
        tuple(tuple(map(_as_cell, row)) for row in lists),
        tuple(range(1, len(lists) + 1)),
        ",",
    )


def _as_cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# Columns and what is said of them -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Arranged:
    fields: tuple[Said, ...]
    rows: tuple[tuple[str, ...], ...]


def _arranged(text: TextRows, fields: Sequence[Said], name: str) -> _Arranged:
    """Rows in the order of the columns that are described; columns that nobody describes follow.

    The header tells which cells belong to which column (`fieldsMatch`); where it has other names
    for as many columns, their order does.
    """
    header = text.header or tuple(said_text(field.get("name")) for field in fields)
    _refuse_other_widths(text, len(header), name)
    names = [said_text(field.get("name")) for field in fields]
    told_by_name = len(set(header)) == len(header) and set(names) & set(header)
    if not told_by_name and len(header) == len(names):
        return _Arranged(tuple(fields), text.rows)
    if not told_by_name and fields:
        columns = tuple(header)
        said = message(
            "importer.package-other-header", name=name, found=columns, fields=tuple(names)
        )
        raise Unusable(said)
    if set(names) <= set(header) or len(header) != len(names):
        return _by_name(text, header, fields, name)
    return _Arranged(tuple(fields), text.rows)


def _by_name(text: TextRows, header: Sequence[str], fields: Sequence[Said], name: str) -> _Arranged:
    if twice := next((title for title in header if header.count(title) > 1), ""):
        raise Unusable(message("importer.package-twice-titled", name=name, title=twice))
    described = [said_text(field.get("name")) for field in fields]
    more: list[Said] = [{"name": title} for title in header if title not in described]
    all_fields = (*fields, *more)
    places = [
        header.index(title) if (title := said_text(field.get("name"))) in header else -1
        for field in all_fields
    ]
    rows = tuple(tuple(row[at] if at >= 0 else "" for at in places) for row in text.rows)
    return _Arranged(all_fields, rows)


def _refuse_other_widths(text: TextRows, width: int, name: str) -> None:
    for number, row in zip(text.numbers, text.rows, strict=True):
        if len(row) != width:
            raise Unusable(
                message(
                    "importer.package-row-width",
                    name=name,
                    row=str(number),
                    cells=len(row),
                    titles=width,
                )
            )
