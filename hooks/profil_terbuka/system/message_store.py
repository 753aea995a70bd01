"""Sentences yet to be said, as JSON: what is kept holds names and values, never wording."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..model.messages import Message, Told


def stored(messages: Iterable[Message]) -> bytes:
    """The messages as bytes; their values are texts, whole numbers and messages.

    >>> from ..model.messages import message
    >>> said = message("read.no-such-file", name="a.csv", hint=message("read.perhaps", meant="b"))
    >>> restored(stored([said])) == (said,)
    True
    """
    return json.dumps([message_data(said) for said in messages], ensure_ascii=False).encode()


def restored(data: bytes) -> tuple[Message, ...]:
    """The messages that `stored` wrote."""
    return tuple(message_of(item) for item in json.loads(data))


def message_data(said: Message) -> list[Any]:
    """A message as JSON has it: its name, then its values by name."""
    return [said.name, {name: _data(value) for name, value in said.values}]


def message_of(data: list[Any]) -> Message:
    """The message that `message_data` made such data of."""
    name, values = data
    return Message(name, tuple((own, _value(value)) for own, value in values.items()))


def _data(value: Told) -> Any:
    if isinstance(value, Message):
        return message_data(value)
    if isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} is not kept")


def _value(data: Any) -> Told:
    return message_of(data) if isinstance(data, list) else data
