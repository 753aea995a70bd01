"""What is not published yet, and its way out: git, told in words for who has never heard of it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..model import Agency
from ..model.messages import Message, message
from ..read.catalog import DATASETS
from ..read.manuscripts import PAGES
from ..words.refusals import Refusal

_SECONDS = 120


class Unsent(Refusal):
    """Why git did not do what was asked."""


class PublicationGap(StrEnum):
    """What happened to files since they were published last."""

    NEW = "baru"
    CHANGED = "diubah"
    GONE = "dihapus"


_SAID = {
    PublicationGap.NEW: "workbench.change-new",
    PublicationGap.CHANGED: "workbench.change-changed",
    PublicationGap.GONE: "workbench.change-gone",
}


@dataclass(frozen=True, slots=True)
class FolderChange:
    """A dataset or page that is not as it was published: its folder, and what happened to it."""

    folder: str
    fate: PublicationGap
    files: int

    @property
    def said(self) -> Message:
        """'penduduk: diubah (2 berkas)'."""
        return message(_SAID[self.fate], n=self.files)


def folders_of(agency: str) -> tuple[str, str]:
    """All that is an agency's own in the repository."""
    return (f"{DATASETS}/{agency}", f"{PAGES}/{agency}")


def kept_by_git(root: Path) -> bool:
    """Whether the folder has a history at all."""
    return (root / ".git").exists()


def unpublished(root: Path, agency: str) -> tuple[FolderChange, ...]:
    """What of an agency is not in its history yet, by folder."""
    folders = folders_of(agency)
    told = _git(root, "status", "--porcelain=1", "-z", "--untracked-files=all", "--", *folders)
    return grouped(_lines(told))


def grouped(lines: Iterable[tuple[str, str]]) -> tuple[FolderChange, ...]:
    """Changes of files as changes of datasets and pages.

    >>> [(c.folder, c.fate.value) for c in grouped([("??", "datasets/a/pkh/pkh.csv")])]
    [('datasets/a/pkh', 'baru')]
    """
    found: dict[str, list[PublicationGap]] = {}
    for state, path in lines:
        parts = path.split("/")
        deep = parts[0] == DATASETS and len(parts) > 3
        folder = "/".join(parts[:3]) if deep else path
        found.setdefault(folder, []).append(_fate(state))
    return tuple(
        FolderChange(
            folder, fates[0] if len(set(fates)) == 1 else PublicationGap.CHANGED, len(fates)
        )
        for folder, fates in sorted(found.items())
    )


def _fate(state: str) -> PublicationGap:
    if "D" in state:
        return PublicationGap.GONE
    return PublicationGap.NEW if state in ("??", "A ", "AM") else PublicationGap.CHANGED


def _lines(told: str) -> Iterable[tuple[str, str]]:
    """State and path of each file; of what was renamed the new name."""
    parts = iter(told.split("\0"))
    for part in parts:
        if part:
            if part[0] in "RC":
                next(parts, "")
            yield part[:2], part[3:]


def remote_of(root: Path) -> str:
    """Where published data go to: 'origin'; '' where there is no such place."""
    return _git(root, "remote").split("\n", 1)[0].strip()


def never_sent(root: Path) -> int:
    """How many entries of the history no other place has; 0 where there is none to send to."""
    remote = remote_of(root)
    if not remote:
        return 0
    told = _git(root, "rev-list", "--count", "HEAD", "--not", f"--remotes={remote}")
    return int(told.strip() or 0)


def record_changes(root: Path, agency: Agency, said: str) -> None:
    """Write an agency's changes into the history, and nothing else; raises Unsent."""
    folders = [folder for folder in folders_of(agency.slug) if (root / folder).exists()]
    _git(root, "add", "--all", "--", *folders)
    _git(root, *_signature(root, agency), "commit", "--message", said, "--", *folders)


def _signature(root: Path, agency: Agency) -> tuple[str, ...]:
    """Who signs an entry: whom git knows, or else the agency, at an address that nobody has."""
    if _run([*_command(root), "config", "user.email"], root).returncode == 0:
        return ()
    address = f"{agency.slug}@meja.invalid"
    return ("-c", f"user.name={agency.name}", "-c", f"user.email={address}")


def send_changes(root: Path) -> tuple[Message, ...]:
    """Send the history where there is a place to; raises Unsent, and the history stays."""
    remote = remote_of(root)
    if not remote:
        return (message("workbench.no-remote"),)
    _git(root, "push", remote, "HEAD")
    return (message("workbench.sent", remote=remote),)


def _git(root: Path, *words: str) -> str:
    """What git says; raises Unsent where it refuses, or is not there."""
    try:
        done = _run([*_command(root), *words], root)
    except FileNotFoundError as problem:
        raise Unsent(message("workbench.no-git")) from problem
    except subprocess.TimeoutExpired as problem:
        raise Unsent(message("workbench.git-too-slow", seconds=_SECONDS)) from problem
    if done.returncode:
        told = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise Unsent(message("workbench.git-refused", told=told))
    return done.stdout.decode("utf-8", "replace")


def _command(root: Path) -> tuple[str, ...]:
    """The repository is named outright: never one that happens to lie further up."""
    return ("git", f"--git-dir={root / '.git'}", f"--work-tree={root}")


def _run(command: Sequence[str], root: Path) -> subprocess.CompletedProcess[bytes]:
    """Nobody sits before it who could be asked for a password."""
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
        timeout=_SECONDS,
    )
