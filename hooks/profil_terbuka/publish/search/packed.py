"""CBOR as far as Pagefind's own files use it: numbers, texts and lists.

Pagefind writes lists of filters in random order; to put them in order they must be read.
"""

from __future__ import annotations

Item = int | str | list["Item"]

_NUMBER, _TEXT, _LIST = 0, 3, 4


def loads(data: bytes) -> Item:
    """The one item in `data`; ValueError for anything else, so that a new format is noticed."""
    item, end = _read(data, 0)
    if end != len(data):
        raise ValueError("more than one item")
    return item


def dumps(item: Item) -> bytes:
    """`item` in the shortest form, as Pagefind writes it."""
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(item)) + b"".join(map(dumps, item))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in range(4) if number < 1 << (8 << size))
    return bytes([kind << 5 | 24 + size]) + number.to_bytes(1 << size, "big")


def _read(data: bytes, start: int) -> tuple[Item, int]:
    kind, short = data[start] >> 5, data[start] & 31
    at = start + 1
    if short < 24:
        number = short
    elif short < 28:
        size = 1 << short - 24
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    else:
        raise ValueError(f"unknown length {short}")
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _LIST:
        raise ValueError(f"unknown kind {kind}")
    items: list[Item] = []
    for _ in range(number):
        item, at = _read(data, at)
        items.append(item)
    return items, at
