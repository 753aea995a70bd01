"""The words in scripts of pages: named in the source, put in place when a site's files are made.

`kata("scripts.copy")` becomes what the catalogue `scripts` says under `copy`, as a string of the
script; `kata("scripts.shown", { n: shown, total: all.length })` a template literal in which the
expressions stand for the values. So a script carries no words it does not say, and asks nothing.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator, Mapping

from .catalogues import COUNT, forms

_CALL = re.compile(r'\bkata\("([a-z.-]+)"(?:, \{ (.+?) \})?\)')
_VALUES = re.compile(r", (?=\w+: )")
"""Between two values: what follows is the name of one."""
_MEANT = re.compile(r"[\\`]|\$(?=\{)")
"""What means something in a template literal."""


def scripted(script: str) -> str:
    """A script with its words; KeyError for words or values that are not there.

    >>> scripted('label.textContent = kata("scripts.shown", { n: shown, total: all.length });')
    'label.textContent = `${shown} dari ${all.length} ditampilkan`;'
    """
    return _CALL.sub(lambda call: _expression(call[1], call[2] or ""), script)


def script_words(script: str) -> Iterator[tuple[str, frozenset[str]]]:
    """What a script says: each name, with the names of the values that it tells."""
    for name, values in _CALL.findall(script):
        yield name, frozenset(_named(values))
        yield from script_words(values)


def _expression(name: str, written: str) -> str:
    values = {key: scripted(value) for key, value in _named(written).items()}
    plural, sentences = forms(name)
    said = [_literal(sentence, values) for sentence in sentences]
    if len(said) == 1:
        return said[0]
    # The rule for plurals of a PO file is C, which a browser reads as it is.
    return f"((n) => [{', '.join(said)}][+({plural})])({values[COUNT]})"


def _named(written: str) -> dict[str, str]:
    pairs = (item.partition(": ") for item in _VALUES.split(written) if item)
    return {name: expression for name, _, expression in pairs}


def _literal(sentence: str, values: Mapping[str, str]) -> str:
    if not values:
        return json.dumps(sentence, ensure_ascii=False)
    parts = [
        _MEANT.sub(r"\\\g<0>", text) + (f"${{{values[name]}}}" if name else "")
        for text, name, _, _ in string.Formatter().parse(sentence)
    ]
    return f"`{''.join(parts)}`"
