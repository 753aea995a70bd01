"""What git knows about the repository: which commit is checked out, and what it held before.

A build needs none of it. A folder that was downloaded as a ZIP, a checkout cut short, a machine
without git: what cannot be told stays empty, and people are told why.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from ..model.messages import NOTHING, Message, message

_STILL = message("system.built-nevertheless")


COMMIT = "KOMIT"
"""Names the commit where a copy without history is built: KOMIT=<its 40 hexadecimal digits>."""
_NAME = re.compile("[0-9a-f]{40}")


def commit(root: Path) -> str | None:
    """Name of the commit checked out at `root`; None without git, history, or with open changes.

    Where there is no .git, as in a copy that another machine builds, the environment may say it.
    """
    if not (root / ".git").exists():
        said = os.environ.get(COMMIT, "")
        return said if _NAME.fullmatch(said) else None
    if git(root, f"--work-tree={root}", "status", "--porcelain") != b"":
        return None
    return (git(root, "rev-parse", "HEAD") or b"").decode("ascii", "replace").strip() or None


def why_no_commit(root: Path) -> Message:
    """Why no commit can ever be named here; nothing where it can."""
    if not (root / ".git").exists():
        return message("system.no-git-folder", still=_STILL)
    if _run(["git", "--version"], root) is None:
        return message("system.no-git-program", still=_STILL)
    if git(root, "rev-parse", "HEAD") is None:
        return message("system.no-git-history", still=_STILL)
    return NOTHING


def is_shallow(root: Path) -> bool:
    """Whether only the last commits were fetched."""
    return git(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def git(root: Path, *words: str) -> bytes | None:
    """What git says about the repository at `root`; None where it cannot say anything.

    The repository is named outright: never one that happens to lie further up, and no refusal
    because the checkout belongs to another user, as in containers.
    """
    folder = root / ".git"
    return _run(["git", f"--git-dir={folder}", *words], root) if folder.exists() else None


def _run(command: list[str], folder: Path) -> bytes | None:
    try:
        result = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None
