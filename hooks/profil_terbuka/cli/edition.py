"""Keep a published edition and begin the next: make edisi DATASET=pbi VERSI=1.1.0 ALASAN="..."

Before or after the CSV is edited: what was published is found again in git if need be.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from ..disclosure import carry_true_rows
from ..history import EditionWishes, Impossible, renew
from ..model import ChangeKind
from ..model.messages import Message, message
from ..read.catalog import DATASETS
from ..words.catalogues import text
from .choosing import Unnamed, chosen_agency
from .command import Command

EXAMPLE = 'DATASET=... VERSI=1.1.0 ALASAN="..."'


def _ask(root: Path, agency: str) -> Message:
    """Which datasets there are, for who has named none."""
    found = sorted(
        path.parent.name for path in (root / DATASETS / agency).glob("*/datapackage.json")
    )
    return message("commands.name-the-dataset", known=tuple(found))


def _options(made: argparse.ArgumentParser) -> None:
    made.add_argument("instansi")
    made.add_argument("dataset")
    made.add_argument("versi")
    made.add_argument("--alasan", required=True, help=text(message("commands.option-why")))
    change = text(message("commands.option-change"))
    made.add_argument("--perubahan", default="", help=change)
    kinds = [kind.value for kind in ChangeKind]
    made.add_argument("--jenis", choices=kinds, default=ChangeKind.DATA.value)


def _run(options: argparse.Namespace) -> int:
    """Freeze and begin; exit status 1 with the reason when that is impossible, 2 when it was not
    said of which dataset."""
    root: Path = options.akar
    agency = chosen_agency(root, options.instansi, f"make edisi INSTANSI={{}} {EXAMPLE}")
    if not options.dataset:
        command = f"make edisi INSTANSI={agency} {EXAMPLE}"
        asked = _ask(root, agency)
        raise Unnamed(message("commands.with-example", said=asked, example=command))
    if not options.alasan.strip():
        print(text(message("commands.write-the-reason")), file=sys.stderr)
        return 1
    change = ChangeKind(options.jenis)
    wishes = EditionWishes(options.versi, change, options.alasan, options.perubahan)
    try:
        kept = renew(root, agency, options.dataset, wishes, datetime.date.today())
    except Impossible as reason:
        print(reason, file=sys.stderr)
        return 1
    carry_true_rows(root, kept)
    old = kept.relative_to(root)
    print(text(message("commands.edition-kept", folder=old.as_posix())))
    print(text(message("commands.after-edition", folder=old.parent.parent.as_posix())))
    return 0


COMMAND = Command(_options, _run)
