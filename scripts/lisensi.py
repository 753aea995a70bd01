#!/usr/bin/env python3
"""Licences of everything the program is built with: lisensi.py [requirements.txt]

A CSV to stdout, one line for each locked package: name, version, licence as its author states it.
Ends with 1 when an installed package states none. Packages for other systems cannot be asked.
"""

import csv
import importlib.metadata
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = ("pustaka", "versi", "lisensi")
ELSEWHERE = "tidak terpasang di sini"
UNSTATED = "tidak dinyatakan"
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
        return ELSEWHERE
    if "License-Expression" in said:
        return said["License-Expression"]
    texts = said.get_all("Classifier") or []
    classes = {text.split(" :: ")[-1]: None for text in texts if text.startswith(_CLASS)}
    classes.pop(_NO_NAME, None)
    first_line = said["License"].strip().partition("\n")[0] if "License" in said else ""
    return "; ".join(classes) or first_line[:_LONGEST] or UNSTATED


def rows(lock: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each package of a lock file, in its order."""
    for name, version in _LOCKED.findall(lock.read_text("utf-8")):
        yield name, version, licence(name)


def main(arguments: list[str]) -> int:
    """The exit status: 1 when a licence is not stated."""
    lock = Path(arguments[0]) if arguments else ROOT / "requirements.txt"
    found = list(rows(lock))
    csv.writer(sys.stdout, lineterminator="\n").writerows([HEAD, *found])
    unstated = [name for name, _, said in found if said == UNSTATED]
    if unstated:
        print(f"Tanpa lisensi: {', '.join(unstated)}.", file=sys.stderr)
    return 1 if unstated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
