"""Begin a year's round: make tahun TAHUN=2025 [INSTANSI=...] [TENGGAT=2026-03-31] [ULANG=1]

Forms for each division, a list of who owes what by when, and a calendar go into isian-2025/. The
same command tells later how far each dataset is. Forms that are there already are not written anew
without ULANG=1, which keeps them beside the new ones; TENGGAT=hapus forgets the day that was set.
"""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from ..editing import year
from ..model.messages import Message, message
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency, said_day
from .command import Command

FIRST, LAST = 1900, 2100
EXAMPLE = "make tahun INSTANSI={} TAHUN=2025"
ONE_AGENCY = "make tahun TAHUN=2025"
FORGET = "hapus"
"""Said in place of a day: that none is set any more."""


def wanted_year(words: str, example: str) -> int:
    """The year that is meant; raises Unnamed for what is none."""
    if words.isdecimal() and FIRST <= int(words) <= LAST:
        return int(words)
    asked = message("commands.name-the-year")
    raise Unnamed(message("commands.with-example", said=asked, example=example))


def _told(root: Path, laid: year.Laid) -> list[Message]:
    """What was written where, and what was left."""
    folder = str((laid.written or laid.left)[0].parent.relative_to(root))
    lines = [
        message(
            "commands.forms-laid", folder=folder, files=tuple(path.name for path in laid.written)
        )
    ]
    if laid.left:
        left = tuple(path.name for path in laid.left)
        lines.append(message("commands.forms-left", files=left))
    if laid.kept:
        kept = tuple(path.name for path in laid.kept)
        lines.append(message("commands.forms-kept", files=kept))
    return lines


def _run(options: argparse.Namespace) -> int:
    """Lay the forms, and tell who owes what."""
    agency = chosen_agency(options.akar, options.instansi, EXAMPLE)
    example = EXAMPLE.format(agency) if options.instansi else ONE_AGENCY
    wanted = wanted_year(options.tahun, example)
    folder = year.round_folder(options.akar, agency, wanted)
    said = options.tenggat
    if said == FORGET:
        year.forget_day(folder, wanted)
        said = ""
    day = said_day(said, example) or year.kept_day(folder, wanted)
    owed = year.year_round(options.akar, agency, wanted, day)
    laid = year.lay_round(folder, owed, datetime.date.today(), options.ulang)
    print(year.checklist_text(owed))
    print("\n".join(text(line) for line in _told(options.akar, laid)))
    return 0


def _options(made: argparse.ArgumentParser) -> None:
    """What can be said of it, named as staff know it from the Makefile."""
    which = text(message("commands.option-agency"))
    made.add_argument("instansi", nargs="?", default="", help=which)
    made.add_argument("--tahun", default="", help=text(message("commands.option-year")))
    made.add_argument("--tenggat", default="", help=text(message("commands.option-due")))
    again = text(message("commands.option-anew"))
    made.add_argument("--ulang", action="store_true", help=again)


COMMAND = Command(_options, _run)
