"""One moment for everything a build dates, so that two builds of one commit are the same bytes."""

from __future__ import annotations

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


def _last_commit(root: Path) -> str:
    """Seconds since 1970 of the commit checked out at `root`; '' without git or history.

    The repository is named outright: never one that happens to lie further up, and no refusal
    because the checkout belongs to another user, as in containers.
    """
    folder = root / ".git"
    command = ["git", f"--git-dir={folder}", "rev-list", "--max-count=1", "--timestamp", "HEAD"]
    if not folder.exists():
        return ""
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    seconds = result.stdout.partition(" ")[0]
    return seconds if result.returncode == 0 and _usable(seconds) else ""


def _usable(seconds: str) -> bool:
    return seconds.isascii() and seconds.isdigit() and int(seconds) <= _LATEST
