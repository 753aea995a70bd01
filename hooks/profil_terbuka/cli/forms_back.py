"""The forms of a year come back in a ZIP or a folder: what `make impor` does with them."""

from __future__ import annotations

import argparse
import datetime
import json
from pathlib import Path

from ..editing import year
from ..importer import Answers
from ..model.messages import Message, message
from ..words.catalogues import text

NOTHING_WRITTEN = message("commands.nothing-written")


def run_round(options: argparse.Namespace, agency: str, source: Path, said: Answers) -> int:
    """Take the forms back: 0 where all of them are whole and right, else 1."""
    found = year.bring_round(options.akar, agency, source, said)
    if options.json:
        print(json.dumps(year.round_document(found), ensure_ascii=False, indent=2))
    else:
        print(year.round_text(found))
    told = _keep_forms(options, found, said) if options.tulis else [NOTHING_WRITTEN]
    if options.kembalikan:
        told.append(given_back(year.send_back(source, found)))
    if not options.json:
        print("\n".join(text(line) for line in (*found.unasked.values(), *told)))
    return 1 if found.open else 0


def _keep_forms(
    options: argparse.Namespace, found: year.ReturnedRound, said: Answers
) -> list[Message]:
    """Write the forms that are ready; what to tell of each."""
    told: list[Message] = []
    written = 0
    for kept in year.keep_round(options.akar, found, said, options.alasan, datetime.date.today()):
        file = kept.form.file.name
        if kept.refusal:
            told.append(message("commands.form-refused", file=file, reason=kept.refusal))
        else:
            written += 1
            told.append(message("commands.form-kept", file=file, told=kept.told))
    told.append(message("commands.round-kept", written=written))
    return [*told, message("commands.after-new")] if written else told


def given_back(file: Path | None) -> Message:
    """Where the file lies that can be sent back; or that there is nothing to mend."""
    if file is None:
        return message("commands.nothing-to-give-back")
    return message("commands.given-back", file=str(file))
