"""Freezes the edition that was published and begins the next one (`make edisi`)."""

from __future__ import annotations

import datetime
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import ChangeKind, Dataset
from ..model.messages import message
from ..model.registers import REGISTERS
from ..model.versions import is_version, rank
from ..read import descriptor, tables
from ..read.catalog import DATASETS, EDITIONS
from ..system import revision
from ..system.cache import write_atomically
from ..system.canonical import json_like
from ..words.catalogues import text
from ..words.refusals import Refusal
from ..words.report import report
from .ledger import EditionRecord, read_ledger
from .seal import edition_seal

_SEARCHED = "200"
"""How many past states of a dataset are looked at."""
_WHAT = {
    ChangeKind.DATA: message("history.data-renewed"),
    ChangeKind.STRUCTURE: message("history.structure-changed"),
    ChangeKind.WORDS: message("history.words-improved"),
}


class Impossible(Refusal):
    """Why a new edition cannot be begun."""


@dataclass(frozen=True, slots=True)
class EditionWishes:
    """What staff say about the next edition; without `what` its kind gives a sentence."""

    version: str
    kind: ChangeKind
    why: str
    what: str = ""


def renew(root: Path, agency: str, slug: str, wishes: EditionWishes, today: datetime.date) -> Path:
    """Keep the last recorded edition in its folder, which is returned, and start the next.

    The files may have been edited already: what was published is then taken from git.
    """
    folder = root / DATASETS / agency / slug
    if not (folder / descriptor.NAME).is_file():
        named = f"{DATASETS}/{agency}/{slug}"
        raise Impossible(message("history.no-such-dataset", folder=named))
    if slug in REGISTERS:
        raise Impossible(message("history.register-has-no-editions", slug=slug))
    last = _last(root, agency, slug)
    if not is_version(wishes.version) or rank(wishes.version) <= rank(last.version):
        raise Impossible(message("history.version-not-higher", version=last.version))
    if today.isoformat() < last.date:
        raise Impossible(message("history.clock-behind", version=last.version, date=last.date))
    kept = folder / EDITIONS / last.version
    if kept.exists():
        shown = kept.relative_to(root).as_posix()
        raise Impossible(message("history.edition-begun", folder=shown))
    for name, data in _published(folder, root, last).items():
        write_atomically(kept / name, data)
    document = folder / descriptor.NAME
    write_atomically(document, _begun(document.read_text("utf-8-sig"), wishes, today))
    return kept


def next_edition(
    root: Path, agency: str, slug: str, wishes: EditionWishes, today: datetime.date
) -> Path | None:
    """Keep what was published and begin the edition after it, if that is not begun already.

    `wishes.version` may be '': the next one is then counted up. None where nothing was published
    yet, or the next edition is being written: what changes belongs to that.
    """
    shown = f"{DATASETS}/{agency}"
    ledger, _ = read_ledger(root, shown)
    recorded = [item.version for item in ledger.records if item.dataset == slug]
    document = json.loads((root / shown / slug / descriptor.NAME).read_text("utf-8-sig"))
    if not recorded or document["version"] not in recorded:
        return None
    version = wishes.version or _counted_up(document["version"])
    return renew(root, agency, slug, replace(wishes, version=version), today)


def _counted_up(version: str) -> str:
    """The version after one: numbers are added or corrected, the shape stays.

    >>> _counted_up("1.2.3")
    '1.3.0'
    """
    major, minor, _ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def _last(root: Path, agency: str, slug: str) -> EditionRecord:
    """The newest recorded edition."""
    shown = f"{DATASETS}/{agency}"
    ledger, faults = read_ledger(root, shown)
    if faults:
        raise Impossible(message("history.ledger-faulty", report=report(faults)))
    found = [item for item in ledger.records if item.dataset == slug]
    if not found:
        raise Impossible(message("history.not-recorded", slug=slug))
    return max(reversed(found), key=lambda item: rank(item.version))  # sealed anew: the later


def _published(folder: Path, root: Path, last: EditionRecord) -> dict[str, bytes]:
    """The package's files as they were when the edition was recorded."""
    with tempfile.TemporaryDirectory() as scratch:
        for state in (folder, *_past(folder, root, Path(scratch))):
            dataset = read_state(state, last.dataset)
            if dataset and dataset.version == last.version and edition_seal(dataset) == last.seal:
                names = (descriptor.NAME, *(table.path for table in dataset.tables))
                return {name: (state / name).read_bytes() for name in names}
    is_cut = revision.is_shallow(root)
    way = message("history.fetch-history") if is_cut else message("history.restore-and-repeat")
    raise Impossible(message("history.old-files-lost", version=last.version, way=way))


def read_state(folder: Path, slug: str) -> Dataset | None:
    """A dataset with its tables as they lie in a folder; None where they cannot be read."""
    dataset, _ = descriptor.read_descriptor(folder, descriptor.NAME, slug)
    if dataset is None:
        return None
    filled = [tables.read_table(folder / table.path, table)[0] for table in dataset.tables]
    found = tuple(table for table in filled if table is not None)
    return replace(dataset, tables=found) if len(found) == len(filled) else None


def _past(folder: Path, root: Path, scratch: Path) -> Iterator[Path]:
    """Earlier states of the folder, the latest first, unpacked one after the other."""
    inside = folder.relative_to(root).as_posix()
    words = ("rev-list", f"--max-count={_SEARCHED}", "HEAD", "--", inside)
    for commit in (revision.git(root, *words) or b"").decode().split():
        packed = revision.git(root, "archive", "--format=zip", commit, "--", inside)
        if packed:
            with zipfile.ZipFile(io.BytesIO(packed)) as archive:
                archive.extractall(scratch / commit)
            yield scratch / commit / inside


def _begun(former: str, wishes: EditionWishes, today: datetime.date) -> bytes:
    """The descriptor of the next edition, written in the style of the present one."""
    document = json.loads(former)
    entry = {
        "versi": wishes.version,
        "tanggal": today.isoformat(),
        "jenis": wishes.kind.value,
        "perubahan": wishes.what or text(_WHAT[wishes.kind]),
        "alasan": wishes.why,
    }
    document["version"] = wishes.version
    document["created"] = f"{today.isoformat()}T00:00:00Z"
    others = [item for item in document.get("riwayat", ()) if item["versi"] != wishes.version]
    document["riwayat"] = [entry, *others]
    return json_like(former, document)
