#!/usr/bin/env python3
"""Tell what the law asks for and is missing or too old: make kepatuhan [TANGGAL=2027-11-22]

Exit status: 0 told, 1 something is too old (--strict) or cannot be read, 2 wrongly used. What was
never published does not fail: a watch that always fails tells nothing new.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka import ppid  # noqa: E402
from profil_terbuka.pipeline import CACHE, examine  # noqa: E402
from profil_terbuka.ppid import STATE, Standing, State  # noqa: E402
from profil_terbuka.read.catalog import agency_slugs  # noqa: E402
from profil_terbuka.system import clock  # noqa: E402
from profil_terbuka.system.cache import Cache  # noqa: E402
from profil_terbuka.words.dates import date  # noqa: E402
from profil_terbuka.words.labels import trouble  # noqa: E402
from profil_terbuka.words.numbers import number  # noqa: E402
from profil_terbuka.words.report import report  # noqa: E402

LISTED = (State.MISSING, State.LATE)


def told(openness: ppid.Openness) -> str:
    """One agency: the counts, then what is missing, then what is too old."""
    counts = ", ".join(
        f"{number(count)} {STATE[state].lower()}"
        for state, count in openness.counts.items()
        if count
    )
    lines = [f"{openness.agency.name}, keadaan per {date(openness.day.isoformat())}: {counts}."]
    for state in LISTED:
        found = openness.having(state)
        lines += ["", f"{STATE[state]} ({number(len(found))}):"] if found else []
        lines += [line for item in found for line in lines_of(item)]
    return "\n".join(lines)


def lines_of(item: Standing) -> list[str]:
    """One obligation: its name and wording, then what to do."""
    leaf = item.obligation
    until = f" Sebelum {date(item.due.isoformat())}." if item.due else ""
    if item.state is State.LATE:
        since = f"informasi {date(item.date)}" if item.date else "tanggalnya tidak diketahui"
        advice = f"Perbarui: {since}.{until}"
    else:
        advice = f"Terbitkan: {leaf.expected}. Biasanya dipegang: {leaf.holder}.{until}"
    return [f"- {leaf.name}: {leaf.text}", f"    {advice}"]


def main() -> int:
    """Assess the agencies named, or all, on the day of publication."""
    parser = argparse.ArgumentParser(description="Kewajiban informasi publik dan keadaannya.")
    parser.add_argument("instansi", nargs="*", help="slug instansi; kosong: semua")
    parser.add_argument("--tanggal", help="keadaan pada tanggal ini, misalnya 2027-11-22")
    parser.add_argument("--strict", action="store_true", help="gagal bila ada yang terlambat")
    options = parser.parse_args()
    known = agency_slugs(ROOT)
    for slug in options.instansi:
        if slug not in known:
            print(f"Tidak ada instansi `{slug}`. Yang ada: {', '.join(known)}.", file=sys.stderr)
            return 2
    if options.tanggal:
        os.environ[clock.DAY] = options.tanggal
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        print(reason, file=sys.stderr)
        return 2
    late = 0
    for slug in options.instansi or known:
        checked = examine(ROOT, slug, Cache(ROOT / CACHE))
        if checked.openness is None:
            print(
                report(checked.findings) or f"{slug}: tidak ada daftar kewajiban.", file=sys.stderr
            )
            return 1
        print(told(checked.openness), end="\n\n")
        late += len(checked.openness.having(State.LATE))
    return 1 if options.strict and late else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as problem:
        sys.exit(trouble(problem))
