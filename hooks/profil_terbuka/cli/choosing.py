"""Which agency a command is about: the one that is named, or the only one there is."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..model.messages import message
from ..read.catalog import agency_slugs
from ..words.labels import trouble
from ..words.refusals import Refusal


class Unnamed(Refusal):
    """Why it cannot be told which agency is meant."""


def chosen_agency(root: Path, named: str, example: str) -> str:
    """The agency's slug; `example` is the rest of a right command: 'make edisi INSTANSI={}'."""
    known = agency_slugs(root)
    if named in known:
        return named
    if not known:
        raise Unnamed(message("commands.no-agency-yet"))
    if not named and len(known) == 1:
        return known[0]
    why = message("commands.name-the-agency", known=known)
    if named:
        why = message("read.no-such-agency", slug=named, known=known)
    command = example.format(known[0])
    raise Unnamed(message("commands.with-example", said=why, example=command))


def chosen_agencies(root: Path, named: Sequence[str]) -> Sequence[str]:
    """Those that are named, else all there are; raises Unnamed for one that is not there."""
    known = agency_slugs(root)
    for slug in named:
        if slug not in known:
            raise Unnamed(message("read.no-such-agency", slug=slug, known=known))
    return named or known


def said_day(words: str, example: str) -> datetime.date | None:
    """The day that was said; None where none was. Raises Unnamed for what is none."""
    if not words:
        return None
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        asked = message("commands.no-such-day", day=words)
        example = f"{example} TENGGAT=2026-03-31"
        said = message("commands.with-example", said=asked, example=example)
        raise Unnamed(said) from None


def exit_status(run: Callable[[], int]) -> int:
    """The exit status of a command: its own; 2 where something was not said, 1 where it cannot be.

    The reason goes to the standard error.
    """
    try:
        return run()
    except Unnamed as reason:
        print(reason, file=sys.stderr)
        return 2
    except Refusal as reason:
        print(reason, file=sys.stderr)
        return 1
    except OSError as problem:
        print(trouble(problem), file=sys.stderr)
        return 1
