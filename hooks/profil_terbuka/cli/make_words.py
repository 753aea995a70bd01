"""What people write as `make` takes it, as options: INSTANSI=dinkes-kota-x, TULIS=1.

Guide, findings and receipts name commands in that way. Whoever has no `make` types the same after
`profil-terbuka`. What stands at its place may also be named: `--instansi dinkes-kota-x`.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Iterator, Sequence

from ..system import addresses, clock

_WORD = re.compile(r"([A-Z][A-Z_]+)=(.*)", re.DOTALL)
_SURROUNDINGS = (clock.DAY, addresses.VARIABLE)
"""What the engine reads from the environment."""


def as_options(words: Sequence[str], parser: argparse.ArgumentParser) -> list[str]:
    """The words with each `NAME=value` that `parser` knows in the form that it knows.

    >>> parser = argparse.ArgumentParser()
    >>> _ = parser.add_argument("instansi", nargs="?")
    >>> _ = parser.add_argument("--berkas")
    >>> _ = parser.add_argument("--tulis", action="store_true")
    >>> as_options(["INSTANSI=dinkes", "BERKAS=a.xlsx", "TULIS=1"], parser)
    ['--berkas=a.xlsx', '--tulis', 'dinkes']
    >>> as_options(["dinkes", "--berkas", "X=1.csv"], parser)
    ['dinkes', '--berkas', 'X=1.csv']
    >>> as_options(["--instansi", "dinkes", "--tulis"], parser)
    ['--tulis', 'dinkes']
    """
    places: dict[str, str] = {}
    turned = list(_turned(_joined(words, parser), parser, places))
    asked = [action.dest for action in _actions(parser) if not action.option_strings]
    last = max((asked.index(name) for name in places), default=-1)
    return turned + [places.get(name, "") for name in asked[: last + 1]]


def _joined(words: Sequence[str], parser: argparse.ArgumentParser) -> Iterator[str]:
    """`--instansi dinkes` as `INSTANSI=dinkes`, for what has a place instead of a name."""
    placed = {f"--{action.dest}" for action in _actions(parser) if not action.option_strings}
    waiting = iter(words)
    for word in waiting:
        name, sign, value = word.partition("=")
        if name in placed:
            yield f"{name[2:].upper()}={value if sign else next(waiting, '')}"
        else:
            yield word


def _turned(
    words: Iterable[str], parser: argparse.ArgumentParser, places: dict[str, str]
) -> Iterator[str]:
    """The words as options; what has a place instead of a name goes into `places`."""
    known = {action.dest: action for action in _actions(parser)}
    behind: argparse.Action | None = None
    for word in words:
        found = _WORD.fullmatch(word)
        dest = found[1].lower() if found else ""
        if found and found[1] in _SURROUNDINGS and dest not in known:
            os.environ[found[1]] = found[2]
        elif found is None or dest not in known or _takes_value(behind):
            yield word
        elif not known[dest].option_strings:
            places[dest] = found[2]
        elif _takes_value(known[dest]):
            yield f"{known[dest].option_strings[0]}={found[2]}"
        elif found[2] not in ("", "0"):
            yield known[dest].option_strings[0]
        behind = known.get(word.removeprefix("--").replace("-", "_")) if word[:2] == "--" else None


def _takes_value(action: argparse.Action | None) -> bool:
    return action is not None and bool(action.option_strings) and action.nargs != 0


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return list(parser._actions)  # argparse has no other way to ask
