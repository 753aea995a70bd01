"""A change is tried in a copy of the agency's files, and only what holds there is written.

Small counts are withheld in the copy: none of them ever stands in a file of the repository, not
even until the next check.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..disclosure import disclosed, withhold
from ..importer.merging import Merge
from ..importer.reasons import Unusable
from ..model import Table
from ..model.document_files import DOCUMENTS
from ..model.findings import Finding
from ..model.messages import Message, message
from ..read.catalog import DATASETS, REFERENCE, VAULT
from ..system.cache import write_atomically
from ..words.report import paragraph
from .target import Target
from .undoing import all_or_nothing


@contextmanager
def staged(target: Target) -> Iterator[Target]:
    """The dataset in a copy of its agency's files that goes away afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch).resolve()
        for shown in (*_own(target), f"{DATASETS}/{REFERENCE}"):
            if (target.root / shown).is_dir():
                shutil.copytree(target.root / shown, root / shown, ignore=_documents)
        _with_history(target.root, root)
        yield replace(target, root=root, home=root / DATASETS / target.home.name)


def _documents(folder: str, names: list[str]) -> set[str]:
    """What is left out of a copy: the agency's PDF files, which are many megabytes and no data."""
    return {DOCUMENTS} & set(names) if Path(folder).parent.name == DATASETS else set()


def _own(target: Target) -> tuple[str, str]:
    """The folders that may change; that of the true values first: nobody else has these."""
    return f"{VAULT}/{target.home.name}", f"{DATASETS}/{target.home.name}"


def _with_history(root: Path, copy: Path) -> None:
    """Lets the copy look up past states: published editions are taken from there."""
    known = root / ".git"
    if known.is_dir():
        (copy / ".git").write_text(f"gitdir: {known.resolve().as_posix()}\n", "utf-8")
    elif known.is_file():
        shutil.copyfile(known, copy / ".git")


def close_copy(copy: Target) -> tuple[Message, ...]:
    """Withhold in a copy what must not be shown; what was done.

    Faults of other datasets keep nobody from changing this one: these are left out of the copy.
    Raises Unusable where faults of its own keep small counts from being found out.
    """
    done = withhold(copy.root, copy.home.name)
    if faulty := _other_datasets(copy, done.findings):
        for folder in faulty:
            shutil.rmtree(folder)
        done = withhold(copy.root, copy.home.name)
    if done.findings:
        told = tuple(map(paragraph, done.findings))
        raise Unusable(message("editing.cannot-protect", findings=told))
    return done.told


def _other_datasets(copy: Target, findings: Sequence[Finding]) -> set[Path]:
    """The folders of other datasets that findings are about."""
    folders = {(copy.root / finding.place.file).parent for finding in findings}
    return {folder for folder in folders if folder.parent == copy.home and folder.name != copy.slug}


def settle(copy: Target, target: Target) -> None:
    """Write what changed in a copy.

    Raises Unusable, before anything is written, where it would tell what must not be known.
    """
    told = _told_anew(copy, target)
    if told:
        raise Unusable(message("editing.would-tell", findings=tuple(map(paragraph, told))))
    own = _own(target)
    with all_or_nothing(*(target.root / shown for shown in own)):
        for shown in own:
            _write_changed(copy.root, target.root, shown)


def _write_changed(copy: Path, root: Path, shown: str) -> None:
    for file in sorted((copy / shown).rglob("*")):
        place = root / file.relative_to(copy)
        if file.is_file() and not _is_same(file, place):
            write_atomically(place, file.read_bytes())


def _told_anew(copy: Target, target: Target) -> list[Finding]:
    """What the copy tells of people and the files that are there do not."""
    after = disclosed(copy.root, copy.home.name)
    before = disclosed(target.root, target.home.name) if after else ()
    return [finding for finding in after if finding not in before]


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def closed_merges(merges: Sequence[Merge], tables: Collection[Table]) -> tuple[Merge, ...]:
    """The merges as `tables`, in which small counts are withheld, let them be told."""
    named = {table.name: table for table in tables}
    return tuple(_closed(merge, named[merge.table.name]) for merge in merges)


def _closed(merge: Merge, shown: Table) -> Merge:
    key = [shown.schema.position[name] for name in merge.table.schema.primary_key]
    kept = [shown.schema.position[field.name] for field in merge.table.schema.fields]
    withheld = {
        tuple(cells[at] for at in key)
        for cells, row in zip(shown.cells, shown.rows, strict=True)
        if shown.withheld(row)
    }
    cells = tuple(tuple(row[at] for at in kept) for row in shown.cells)
    changed = tuple(
        replace(change, old="", new="") if change.key in withheld else change
        for change in merge.changed
    )
    return replace(merge, cells=cells, changed=changed, withheld=frozenset(withheld))
