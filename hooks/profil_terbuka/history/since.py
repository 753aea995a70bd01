"""What a branch changes in the data, for whoever reviews it: datasets now beside an older commit.

Nothing is asked of the network; the commit must be among those that were fetched.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..model import Dataset
from ..model.messages import message
from ..read.catalog import DATASETS
from ..system import revision
from ..words.catalogues import text
from ..words.refusals import Refusal
from .difference import Difference, edition_difference
from .renewal import read_state

_MOST = 60
"""So many changes are told one by one; of more, how many of each kind."""
_NOTHING_YET = "-"


def differences_since(root: Path, commit: str) -> tuple[Difference, ...]:
    """What differs in each dataset that changed since a commit, in order of their folders.

    A dataset that came or went differs in all its tables. Refusal where git knows no such commit.
    """
    if revision.git(root, "rev-parse", "--verify", f"{commit}^{{commit}}") is None:
        raise Refusal(message("history.no-such-commit", commit=commit))
    with tempfile.TemporaryDirectory() as scratch:
        found = [
            _difference(root, Path(scratch), commit, folder) for folder in _touched(root, commit)
        ]
    return tuple(item for item in found if item and item.alterations)


def _touched(root: Path, commit: str) -> Iterator[str]:
    """Folders of datasets that hold files which are not as they were."""
    listed = revision.git(
        root, f"--work-tree={root}", "diff", "--name-only", "-z", commit, "--", DATASETS
    )
    names = (listed or b"").decode("utf-8", "replace").split("\0")
    folders = {"/".join(parts[:3]) for parts in (name.split("/") for name in names) if parts[3:]}
    yield from sorted(folders)


def _difference(root: Path, scratch: Path, commit: str, folder: str) -> Difference | None:
    slug = folder.rpartition("/")[2]
    old = read_state(_state_at(root, scratch, commit, folder), slug)
    new = read_state(root / folder, slug)
    if old and new:
        return edition_difference(old, new)
    only = new or old
    return _whole(only, is_new=new is not None) if only else None


def _whole(dataset: Dataset, is_new: bool) -> Difference:
    """A dataset of which there is nothing on the other side."""
    empty = replace(dataset, tables=(), version=_NOTHING_YET)
    return edition_difference(*((empty, dataset) if is_new else (dataset, empty)))


def _state_at(root: Path, scratch: Path, commit: str, folder: str) -> Path:
    """The folder as it was, unpacked; an empty one where it was not there."""
    packed = revision.git(root, "archive", "--format=zip", commit, "--", folder)
    if packed:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(scratch)
    return scratch / folder


def differences_told(found: tuple[Difference, ...]) -> str:
    """The differences as Markdown for a comment: each change where they are few, else counts.

    >>> differences_told(())
    'Data tidak berubah.\\n'
    """
    if not found:
        return f"{text(message('history.no-data-changed'))}\n"
    lines = [text(message("history.data-changed", count=len(found))), ""]
    few = sum(len(item.alterations) for item in found) <= _MOST
    for item in found:
        counts = tuple(f"{count} {kind.value}" for kind, count in item.counts.items())
        lines.append(f"- `{item.slug}` {item.old} → {item.new}: {', '.join(counts)}")
    if few:
        lines += ["", text(message("history.changes-head")), "|---|---|---|---|---|---|---|"]
        lines += [_row(item, number) for item in found for number in range(len(item.alterations))]
    return "\n".join((*lines, ""))


def _row(found: Difference, number: int) -> str:
    one = found.alterations[number]
    cells = (found.slug, one.table, one.key, one.column, one.kind.value, one.old, one.new)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(value: str) -> str:
    """Text of a table's cell that Markdown reads as nothing else.

    >>> _cell("a|b"), _cell("")
    ('`a¦b`', '-')
    """
    plain = " ".join(value.replace("|", "¦").replace("`", "'").split())
    return f"`{plain}`" if plain else _NOTHING_YET
