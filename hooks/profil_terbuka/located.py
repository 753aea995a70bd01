"""Every text of a descriptor or instansi.yml, with its place in words people find it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Located = tuple[str, str, str]
"""Where it stands ('`sources[0].title`', 'kolom `jumlah` → `title`'), its key, the text."""


def texts(document: object) -> Iterator[Located]:
    """The texts of a document in its own order; columns go by their name, not by their number."""
    yield from _below(document, "", "", "")


def _below(part: object, path: str, key: str, column: str) -> Iterator[Located]:
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name == "fields" and isinstance(value, list):
                yield from _in_columns(value)
            else:
                inner = f"{path}.{name}" if path else str(name)
                yield from _below(value, inner, str(name), column)
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _below(value, f"{path}[{index}]", key, column)
    elif isinstance(part, str):
        where = f"kolom `{column}` \N{RIGHTWARDS ARROW} `{path}`" if column else f"`{path}`"
        yield where, key, part


def _in_columns(fields: Iterable[object]) -> Iterator[Located]:
    for field in fields:
        if isinstance(field, Mapping):
            yield from _below(field, "", "", str(field.get("name", "?")))
