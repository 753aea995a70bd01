#!/usr/bin/env python3
"""Keep a published edition and begin the next: make edisi DATASET=pbi VERSI=1.1.0 ALASAN="..."

Before or after the CSV is edited: what was published is found again in git if need be.
"""

import argparse
import datetime
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import Unnamed, chosen  # noqa: E402
from profil_terbuka.disclosure import carry_true_rows  # noqa: E402
from profil_terbuka.history import EditionWishes, Impossible, renew  # noqa: E402
from profil_terbuka.model import ChangeKind  # noqa: E402
from profil_terbuka.model.messages import Message, message  # noqa: E402
from profil_terbuka.read.catalog import DATASETS  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402

EXAMPLE = 'DATASET=... VERSI=1.1.0 ALASAN="..."'


def ask(agency: str) -> Message:
    """Which datasets there are, for who has named none."""
    found = sorted(
        path.parent.name for path in (ROOT / DATASETS / agency).glob("*/datapackage.json")
    )
    return message("commands.name-the-dataset", known=tuple(found))


def main() -> int:
    """Freeze and begin; exit status 1 with the reason when that is impossible, 2 when it was not
    said of which dataset."""
    parser = argparse.ArgumentParser(description=text(message("commands.edition")))
    parser.add_argument("instansi")
    parser.add_argument("dataset")
    parser.add_argument("versi")
    parser.add_argument("--alasan", required=True, help=text(message("commands.option-why")))
    change = text(message("commands.option-change"))
    parser.add_argument("--perubahan", default="", help=change)
    kinds = [kind.value for kind in ChangeKind]
    parser.add_argument("--jenis", choices=kinds, default=ChangeKind.DATA.value)
    given = parser.parse_args()
    try:
        agency = chosen(ROOT, given.instansi, f"make edisi INSTANSI={{}} {EXAMPLE}")
    except Unnamed as reason:
        print(reason, file=sys.stderr)
        return 2
    if not given.dataset:
        command = f"make edisi INSTANSI={agency} {EXAMPLE}"
        asked = message("commands.with-example", said=ask(agency), example=command)
        print(text(asked), file=sys.stderr)
        return 2
    if not given.alasan.strip():
        print(text(message("commands.write-the-reason")), file=sys.stderr)
        return 1
    wishes = EditionWishes(given.versi, ChangeKind(given.jenis), given.alasan, given.perubahan)
    try:
        kept = renew(ROOT, agency, given.dataset, wishes, datetime.date.today())
    except Impossible as reason:
        print(reason, file=sys.stderr)
        return 1
    carry_true_rows(ROOT, kept)
    old = kept.relative_to(ROOT)
    print(text(message("commands.edition-kept", folder=old.as_posix())))
    print(text(message("commands.after-edition", folder=old.parent.parent.as_posix())))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
