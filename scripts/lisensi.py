#!/usr/bin/env python3
"""Licences of everything the program is built with: lisensi.py [requirements.txt]

A CSV to stdout, one line for each locked package: name, version, licence as its author states it.
Then the programs of others that lie in the theme, as `theme/pihak-lain/daftar.csv` lists them.
Ends with 1 when an installed package states none. Packages for other systems cannot be asked.
"""

import csv
import importlib.metadata
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

VENDORED = ROOT / "hooks" / "profil_terbuka" / "theme" / "pihak-lain" / "daftar.csv"
HEAD = ("pustaka", "versi", "lisensi")
ELSEWHERE = message("commands.not-installed-here")
UNSTATED = message("commands.licence-unstated")
_LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
_CLASS = "License :: "
_NO_NAME = "OSI Approved"
"""A classifier that says a licence is approved but not which."""
_LONGEST = 60


def licence(name: str) -> str:
    """What an installed package says of it: an SPDX expression, else classifiers, else a text."""
    try:
        said = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return text(ELSEWHERE)
    if "License-Expression" in said:
        return said["License-Expression"]
    lines = said.get_all("Classifier") or []
    classes = {line.split(" :: ")[-1]: None for line in lines if line.startswith(_CLASS)}
    classes.pop(_NO_NAME, None)
    first_line = said["License"].strip().partition("\n")[0] if "License" in said else ""
    return "; ".join(classes) or first_line[:_LONGEST] or text(UNSTATED)


def rows(lock: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each package of a lock file, in its order."""
    for name, version in _LOCKED.findall(lock.read_text("utf-8")):
        yield name, version, licence(name)


def vendored() -> Iterator[tuple[str, str, str]]:
    """The same of each program that is kept as files."""
    with VENDORED.open(encoding="utf-8", newline="") as file:
        listed = ((row[HEAD[0]], row[HEAD[1]], row[HEAD[2]]) for row in csv.DictReader(file))
        yield from dict.fromkeys(listed)


def main(arguments: list[str]) -> int:
    """The exit status: 1 when a licence is not stated."""
    lock = Path(arguments[0]) if arguments else ROOT / "requirements.txt"
    found = [*rows(lock), *(() if arguments else vendored())]
    csv.writer(sys.stdout, lineterminator="\n").writerows([HEAD, *found])
    unstated = tuple(name for name, _, said in found if said == text(UNSTATED))
    if unstated:
        print(text(message("commands.without-licence", packages=unstated)), file=sys.stderr)
    return 1 if unstated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
