"""Takes out of the theme's style sheet what pages use: a fifth of it, and no file of its own.

Pages are text in our own frame: of the theme's components they hold none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

_CLASSES = frozenset({"md-typeset", "headerlink"})
"""The theme's classes that pages use."""
_GROUPS = frozenset({"media", "supports"})
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


def used(css: str, ours: str) -> str:
    """The rules of `css` for those classes, with the variables that they or `ours` need."""
    rules = "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    while True:
        needed = set(_VARIABLE.findall(rules + ours))
        fewer = "".join(_without_variables(rules, needed))
        if fewer == rules:
            return rules
        rules = fewer


def _kept(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if selectors := [one for one in _selectors(rule.prelude) if _classes(one) <= _CLASSES]:
                yield _written(",".join(map(tinycss2.serialize, selectors)), rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS:
            inside = "".join(_kept(tinycss2.parse_rule_list(rule.content, True, True)))
            if inside:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"


def _selectors(prelude: list[Any]) -> list[list[Any]]:
    """A list of selectors, taken apart at its commas."""
    found: list[list[Any]] = [[]]
    for part in prelude:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return found


def _classes(tokens: list[Any]) -> set[str]:
    """Every class that a selector names, also inside `:not(...)` and the like."""
    found = set()
    for number, token in enumerate(tokens):
        if token.type == "function":
            found |= _classes(token.arguments)
        elif token.type == "ident" and number and tokens[number - 1] == ".":
            found.add(token.value)
    return found


def _written(selector: str, content: list[Any]) -> str:
    return f"{selector}{{{tinycss2.serialize(content)}}}"


def _without_variables(css: str, needed: set[str]) -> Iterator[str]:
    """The same rules without the definitions of variables that nobody needs."""
    for rule in tinycss2.parse_stylesheet(css, True, True):
        if rule.type == "at-rule":
            inside = tinycss2.serialize(rule.content)
            inner = "".join(_without_variables(inside, needed))
            yield (
                f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
            )
            continue
        declared = tinycss2.parse_blocks_contents(rule.content, True, True)
        stay = [one for one in declared if not one.name.startswith("--") or one.name in needed]
        if stay:
            body = ";".join(one.serialize().rstrip(";") for one in stay)
            yield f"{tinycss2.serialize(rule.prelude)}{{{body}}}"
