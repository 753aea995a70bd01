"""JSON and YAML text as plain values: text, numbers of ordinary size, lists, and named values.

Whatever people write ends in a value or in `Unreadable`, in a time that depends on its length only.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable

import yaml

from ..model.messages import NOTHING, Message, message
from ..words.refusals import Refusal

MAX_DIGITS = 18
"""Whole numbers that every program can hold (64 bits)."""
MAX_YAML = 200_000
"""Characters: YAML is read by hundreds of thousands a second at best."""
_ONE = message("read.delete-one")
_SHORT_NUMBER = message("read.shorter-number", most=MAX_DIGITS)
_SHALLOW = message("read.fewer-brackets")
_NULL, _BOOL, _INT, _FLOAT, _TEXT, _LIST, _MAP = (
    f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float", "str", "seq", "map")
)
_PLAIN = (_NULL, _BOOL, _INT, _FLOAT, _TEXT, _LIST, _MAP, None)
"""None: how a loader says that it does not know a tag."""
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
"""A number as JSON writes it: 08:30 and 0561, which YAML takes for numbers, are text."""


class Unreadable(Refusal):
    """Why a text cannot be read; `line` says where, as far as that is known."""

    def __init__(self, said: Message, line: int | None = None, remedy: Message = NOTHING) -> None:
        super().__init__(said, remedy)
        self.line = line


def from_json(text: str) -> object:
    """The value of a JSON text.

    >>> from_json('{"a": [1, 2.5]}')
    {'a': [1, 2.5]}
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as problem:
        said = message("read.json-wrong", column=str(problem.colno))
        raise Unreadable(said, problem.lineno) from problem
    except RecursionError as problem:
        raise Unreadable(message("read.too-deep"), remedy=_SHALLOW) from problem


def from_yaml(text: str) -> object:
    """The value of a YAML text; dates stay the text they are written as, as in JSON.

    >>> from_yaml("tanggal: 2024-12-31")
    {'tanggal': '2024-12-31'}
    """
    if len(text) > MAX_YAML:
        said = message("read.yaml-too-long", length=len(text), most=MAX_YAML)
        raise Unreadable(said, remedy=message("read.shorten"))
    try:
        return yaml.load(text, _PlainLoader)  # noqa: S506  a SafeLoader
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise Unreadable(message("read.yaml-wrong"), line) from problem
    except RecursionError as problem:
        raise Unreadable(message("read.too-deep"), remedy=_SHALLOW) from problem


class _PlainLoader(yaml.SafeLoader):
    """YAML that says no more than JSON can."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """References to other places are refused: a few of them stand for millions of values."""
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            said = message("read.yaml-alias", name=event.anchor)
            raise Unreadable(said, event.start_mark.line + 1, message("read.write-it-again"))
        return super().compose_node(parent, index)

    def named(self, node: yaml.MappingNode) -> dict[str, object]:
        """An object whose keys are text, each written once."""
        pairs: dict[str, object] = {}
        for key, value in node.value:
            name, line = self.construct_object(key, deep=True), key.start_mark.line + 1
            if not isinstance(name, str):
                said = message("read.key-no-text")
                raise Unreadable(said, line, message("read.put-in-quotes"))
            if name in pairs:
                raise Unreadable(message("read.key-twice", key=name), line, _ONE)
            pairs[name] = self.construct_object(value, deep=True)
        return pairs

    def whole(self, node: yaml.ScalarNode) -> object:
        """A whole number."""
        return _read_number(node, _whole)

    def fraction(self, node: yaml.ScalarNode) -> object:
        """A decimal number."""
        return _read_number(node, _fraction)


_PlainLoader.yaml_constructors = {
    **{tag: make for tag, make in yaml.SafeLoader.yaml_constructors.items() if tag in _PLAIN},
    _INT: _PlainLoader.whole,
    _FLOAT: _PlainLoader.fraction,
    _MAP: _PlainLoader.named,
}
_PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in known if tag in _PLAIN]
    for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _read_number(node: yaml.ScalarNode, read: Callable[[str], float]) -> object:
    """The number a node holds, or its text where JSON would not call it a number."""
    try:
        return read(node.value) if _NUMBER.fullmatch(node.value) else node.value
    except Unreadable as problem:
        raise Unreadable(problem.said, node.start_mark.line + 1, problem.remedy) from problem


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MAX_DIGITS:
        said = message("read.number-too-long", begins=text[:20], length=len(text))
        raise Unreadable(said, remedy=_SHORT_NUMBER)
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        said = message("read.number-too-large", begins=text[:20])
        raise Unreadable(said, remedy=_SHORT_NUMBER)
    return number


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name, count in Counter(names).items() if count > 1)
        raise Unreadable(message("read.key-twice-in-object", key=twice), remedy=_ONE)
    return document


def _no_constant(name: str) -> object:
    raise Unreadable(message("read.no-json-value", name=name))
