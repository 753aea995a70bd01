"""Third stage: nobody's number, address, name or rare case gets out; what may be published."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import disclosure, ppid, privacy
from ..model import Catalog, Dataset
from ..model.document_files import PublicDocument
from ..model.findings import Finding
from ..model.messages import message
from ..model.registers import REGISTERS
from ..read import dictionary
from ..system import progress
from ..system.cache import Cache
from .checking import Checked


@dataclass(frozen=True)
class Protected:
    """What may be published if nothing stands against it, with the privacy gate's findings.

    `catalog` holds of withheld numbers nothing; `sound` is the same less what does not conform.
    """

    checked: Checked
    catalog: Catalog
    sound: Catalog
    documents: tuple[PublicDocument, ...]
    """The register's files with what could be read in them."""
    findings: tuple[Finding, ...]


def protect(checked: Checked, catalog: Catalog, cache: Cache) -> Protected:
    """Look for private data and for small counts that could be worked out.

    `catalog` is that of the sources, with the datasets that do not conform: private data in them
    must be told as well.
    """
    sources = checked.sources
    documents, unread = ppid.read_public_documents(checked.sound, sources.documents, cache)
    progress.begin(message("commands.doing-privacy", agency=sources.slug))
    private = tuple(privacy.check_inputs(catalog, sources.manuscripts, sources.root, cache))
    progress.begin(message("commands.doing-disclosure", agency=sources.slug))
    pages, sound, known = sources.manuscripts, checked.sound, checked.known
    small = tuple(disclosure.check_disclosure(sound, known, pages, cache))
    found = (*checked.findings, *private, *small, *unread)

    def publishable(whole: Catalog) -> Catalog:
        return replace(whole, datasets=tuple(map(_finished, whole.datasets)))

    def _finished(dataset: Dataset) -> Dataset:
        return _dated(_with_whole_dictionary(dataset), sources.day.isoformat())

    return Protected(checked, publishable(catalog), publishable(checked.sound), documents, found)


def _with_whole_dictionary(dataset: Dataset) -> Dataset:
    """With dictionaries that tell of gaps, those of older editions as well."""
    older = tuple(map(dictionary.with_emptied_told, dataset.editions))
    return replace(dictionary.with_emptied_told(dataset), editions=older)


def _dated(dataset: Dataset, day: str) -> Dataset:
    """A register, which has no editions, dated by the day of publication; others as they are."""
    return replace(dataset, updated=day) if dataset.slug in REGISTERS else dataset
