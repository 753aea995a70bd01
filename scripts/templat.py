#!/usr/bin/env python3
"""The workbook of the information officer's registers: make templat [INSTANSI=...]

It holds what the registers hold now, and comes back with `make impor BERKAS=ppid-<agency>.xlsx`. A
workbook that lies there already may be filled in by now: the new one is put beside it.
"""

import argparse
import datetime
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pilihan import chosen, finished  # noqa: E402
from profil_terbuka.editing import registers  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402


def run(options: argparse.Namespace) -> int:
    """Write the workbook, and tell where it lies."""
    agency = chosen(ROOT, options.instansi, "make templat INSTANSI={}")
    file = registers.lay_workbook(ROOT, agency, datetime.date.today())
    shown = str(file.relative_to(ROOT))
    print(text(message("commands.workbook-laid", file=shown, agency=agency)))
    return 0


def main() -> int:
    """Exit status 1 where the registers cannot be read."""
    made = argparse.ArgumentParser(description=text(message("commands.template")))
    made.add_argument("instansi", nargs="?", default="")
    return finished(lambda: run(made.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
