"""Which commit a build is of, and one moment for all it dates: the same commit, the same bytes."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

VARIABLE = "SOURCE_DATE_EPOCH"
"""Read by MkDocs and many other tools: https://reproducible-builds.org/specs/source-date-epoch/"""

UNKNOWN = "1735689600"
"""1 January 2025: for a copy of the repository without its history."""

_LATEST = 2**32 - 1
"""The last second a gzip header (sitemap.xml.gz) can hold."""


def fix(root: Path) -> None:
    """Set the clock for this process: the moment already given, the last commit's, or UNKNOWN."""
    os.environ["TZ"] = "UTC"
    if not _usable(os.environ.get(VARIABLE, "")):
        os.environ[VARIABLE] = _last_commit(root) or UNKNOWN


def today() -> datetime.date:
    """The day of that moment."""
    moment = os.environ.get(VARIABLE, "")
    seconds = int(moment if _usable(moment) else UNKNOWN)
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def commit(root: Path) -> str | None:
    """Name of the commit checked out at `root`; None without git, history, or with open changes."""
    if _git(root, f"--work-tree={root}", "status", "--porcelain") != "":
        return None
    return (_git(root, "rev-parse", "HEAD") or "").strip() or None


def _last_commit(root: Path) -> str:
    """Seconds since 1970 of the commit checked out at `root`; '' without git or history."""
    answer = _git(root, "rev-list", "--max-count=1", "--timestamp", "HEAD") or ""
    seconds = answer.partition(" ")[0]
    return seconds if _usable(seconds) else ""


def _git(root: Path, *words: str) -> str | None:
    """What git says about the repository at `root`; None where it cannot say anything.

    The repository is named outright: never one that happens to lie further up, and no refusal
    because the checkout belongs to another user, as in containers.
    """
    folder = root / ".git"
    if not folder.exists():
        return None
    command = ["git", f"--git-dir={folder}", *words]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None


def _usable(seconds: str) -> bool:
    return seconds.isascii() and seconds.isdigit() and int(seconds) <= _LATEST
