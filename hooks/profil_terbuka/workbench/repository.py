"""What is not published yet, and its way out: git, told in words for who has never heard of it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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


def publish_changes(root: Path, agency: str, said: str) -> tuple[Message, ...]:
    """Write an agency's changes into the history, and send them where there is a place to.

    Raises Unsent with what git says; what is in the history by then stays there.
    """
    folders = [folder for folder in folders_of(agency) if (root / folder).exists()]
    _git(root, "add", "--all", "--", *folders)
    _git(root, "commit", "--message", said, "--", *folders)
    told = [message("workbench.recorded")]
    if remote := remote_of(root):
        _git(root, "push", remote, "HEAD")
        told.append(message("workbench.sent", remote=remote))
    else:
        told.append(message("workbench.no-remote"))
    return tuple(told)


def _git(root: Path, *words: str) -> str:
    """What git says; raises Unsent where it refuses, or is not there."""
    folder = root / ".git"
    command = ["git", f"--git-dir={folder}", f"--work-tree={root}", *words]
    try:
        done = _run(command, root)
    except FileNotFoundError as problem:
        raise Unsent(message("workbench.no-git")) from problem
    except subprocess.TimeoutExpired as problem:
        raise Unsent(message("workbench.git-too-slow", seconds=_SECONDS)) from problem
    if done.returncode:
        told = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise Unsent(message("workbench.git-refused", told=told))
    return done.stdout.decode("utf-8", "replace")


def _run(command: Sequence[str], root: Path) -> subprocess.CompletedProcess[bytes]:
    """Nobody sits before it who could be asked for a password."""
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=_SECONDS,
    )
