"""Parsers of arguments that speak the reader's language, their own sentences included.

Python's argparse passes all that it says through gettext's two functions, which it has under names
of its own; there our catalogue answers. What it does not know stays as Python says it.
"""

from __future__ import annotations

import argparse

from ..model.messages import message
from ..words.catalogues import text

_SAID = {
    "usage: ": message("commands.args-usage"),
    "positional arguments": message("commands.args-positional"),
    "options": message("commands.args-options"),
    "show this help message and exit": message("commands.args-help"),
    "%(prog)s: error: %(message)s\n": message("commands.args-error"),
    "argument %(argument_name)s: %(message)s": message("commands.args-argument"),
    "unrecognized arguments: %s": message("commands.args-unrecognized"),
    "ignored explicit argument %r": message("commands.args-takes-no-value"),
    "the following arguments are required: %s": message("commands.args-required"),
    "expected one argument": message("commands.args-one-value"),
    "expected at most one argument": message("commands.args-one-value"),
    "expected at least one argument": message("commands.args-one-value"),
    "ambiguous option: %(option)s could match %(matches)s": message("commands.args-ambiguous"),
    "invalid %(type)s value: %(value)r": message("commands.args-no-such-value"),
    "invalid choice: %(value)r (choose from %(choices)s)": message("commands.args-choice"),
}


def _spoken(sentence: str) -> str:
    said = _SAID.get(sentence)
    return text(said) if said else sentence


def _spoken_of_many(one: str, many: str, count: int) -> str:
    return _spoken(one if count == 1 else many)


class SpokenParser(argparse.ArgumentParser):
    """A parser whose help and complaints are in the reader's language."""

    def __init__(
        self, prog: str, description: str, epilog: str = "", usage: str | None = None
    ) -> None:
        vars(argparse).update(_=_spoken, ngettext=_spoken_of_many)
        form = argparse.RawDescriptionHelpFormatter
        super().__init__(prog, usage, description, epilog, formatter_class=form)
