"""Every text of a descriptor or instansi.yml, with its place: by keys, or in words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.messages import Message, message

Keys = tuple[str | int, ...]
"""The way from a document to one of its values."""
Located = tuple[Message, str, str]
"""Where it stands ('`sources[0].title`', 'kolom `jumlah` → `title`'), its key, the text."""


def every(document: object) -> Iterator[tuple[Keys, str]]:
    """Every text in a document, names of keys included, and the keys that lead to it."""
    yield from ((keys, text) for keys, text, _ in _walk(document, ()))


def texts(document: object) -> Iterator[Located]:
    """The texts of a document in its own order; columns go by their name, not by their number."""
    for keys, text, is_name in _walk(document, ()):
        if not is_name:
            yield _where(document, keys), _key(keys), text


def path(keys: Sequence[str | int]) -> str:
    """Keys as people write them.

    >>> path(("sources", 0, "bagian"))
    'sources[0].bagian'
    """
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return "".join(parts).lstrip(".")


def told_there(where: Message, told: Message) -> Message:
    """What begins with a small letter, behind the place it is about; nowhere: with a capital."""
    return (
        message("read.there", where=where, told=told) if where else message("read.begun", told=told)
    )


def _walk(part: object, keys: Keys) -> Iterator[tuple[Keys, str, bool]]:
    """Keys, text, and whether the text is the name of a key."""
    if isinstance(part, str):
        yield keys, part, False
    elif isinstance(part, Mapping):
        for key, below in part.items():
            yield keys, str(key), True
            yield from _walk(below, (*keys, key))
    elif isinstance(part, list):
        for index, below in enumerate(part):
            yield from _walk(below, (*keys, index))


def _key(keys: Keys) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _where(document: object, keys: Keys) -> Message:
    column, rest, part = "", keys, document
    for at, key in enumerate(keys):
        part = part[key]  # type: ignore[index]
        is_field = at > 0 and keys[at - 1] == "fields" and isinstance(key, int)
        if is_field and isinstance(part, Mapping):
            column, rest = str(part.get("name", "?")), keys[at + 1 :]
    if column:
        return message("read.path-below-column", column=column, path=path(rest))
    return message("read.path", path=path(rest))
