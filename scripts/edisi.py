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
from profil_terbuka.read.catalog import DATASETS  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402

EXAMPLE = 'DATASET=... VERSI=1.1.0 ALASAN="..."'


def ask(agency: str) -> str:
    """Which datasets there are, for who has named none."""
    found = sorted(
        path.parent.name for path in (ROOT / DATASETS / agency).glob("*/datapackage.json")
    )
    return f"Sebutkan datasetnya dengan DATASET=... Yang ada: {', '.join(found)}."


def main() -> int:
    """Freeze and begin; exit status 1 with the reason when that is impossible, 2 when it was not
    said of which dataset."""
    parser = argparse.ArgumentParser(description="Simpan edisi yang terbit, mulai edisi baru.")
    parser.add_argument("instansi")
    parser.add_argument("dataset")
    parser.add_argument("versi")
    parser.add_argument("--alasan", required=True, help="mengapa datanya berubah")
    parser.add_argument("--perubahan", default="", help="apa yang berubah, satu kalimat")
    kinds = [kind.value for kind in ChangeKind]
    parser.add_argument("--jenis", choices=kinds, default=ChangeKind.DATA.value)
    given = parser.parse_args()
    try:
        agency = chosen(ROOT, given.instansi, f"make edisi INSTANSI={{}} {EXAMPLE}")
    except Unnamed as reason:
        print(reason, file=sys.stderr)
        return 2
    if not given.dataset:
        print(f"{ask(agency)}\nContoh: make edisi INSTANSI={agency} {EXAMPLE}", file=sys.stderr)
        return 2
    if not given.alasan.strip():
        print('Tulis alasannya: ALASAN="..."', file=sys.stderr)
        return 1
    wishes = EditionWishes(given.versi, ChangeKind(given.jenis), given.alasan, given.perubahan)
    try:
        kept = renew(ROOT, agency, given.dataset, wishes, datetime.date.today())
    except Impossible as reason:
        print(reason, file=sys.stderr)
        return 1
    carry_true_rows(ROOT, kept)
    print(f"Edisi lama disimpan di {kept.relative_to(ROOT).as_posix()}/.")
    print(f"Sekarang ubah {kept.parent.parent.relative_to(ROOT).as_posix()}/, lalu: make site")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
