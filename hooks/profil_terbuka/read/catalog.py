"""Walks datasets/ and reads everything one agency publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Agency, Catalog, Dataset, codes
from ..model.document_files import DOCUMENTS
from ..model.findings import Finding, Place
from ..model.messages import message
from ..model.versions import is_version, rank
from . import agency as agencies
from . import descriptor, hygiene, reference_contract, tables
from .atlas import region_names
from .manuscripts import PAGES
from .shipped import entries

DATASETS = "datasets"
REFERENCE = "acuan"
"""The folder of reference packages, shared by all agencies; some come with the program."""
VAULT = "rahasia"
"""The folder beside datasets/ with what is withheld in it: git ignores it, nobody publishes it."""
COMPARISONS = "perbandingan/"
"""The portal's pages that lay agencies side by side: one below it for each concept."""
EDITIONS = "v"
"""The folder of older editions beside a dataset, each a package named by its version."""
TAKEN = frozenset({"mutu", "subjek", DOCUMENTS})
"""Names a dataset cannot have: pages about all datasets stand there, or files of another kind."""
RESERVED = frozenset(
    {REFERENCE, "aset", "assets", "cari", "data", "pagefind", "panduan", "perbandingan", "skema"}
)
"""Names an agency cannot have: its site stands beside the portal's own pages."""

ANSWERS = "impor.yml"
"""What people answered about the files of a dataset, or about those of the whole agency."""
_RENAME = message("read.rename")


@dataclass(frozen=True)
class Loaded:
    """What could be read, and why the rest could not. `catalog` is None without instansi.yml."""

    catalog: Catalog | None
    findings: tuple[Finding, ...]


def agency_slugs(root: Path) -> tuple[str, ...]:
    """Folders below datasets/ that are agencies, in alphabetical order."""
    parent = root / DATASETS
    folders = _shown_folders(sorted(parent.iterdir())) if parent.is_dir() else []
    return tuple(folder.name for folder in folders if folder.name != REFERENCE)


def load(root: Path, slug: str, portal: str | None = None) -> Loaded:
    """The catalogue of agency `slug` in the repository at `root`; never raises on bad data.

    An agency whose instansi.yml names no address is published below the address of the `portal`.
    """
    folder = root / DATASETS / slug
    identity = f"{DATASETS}/{slug}/{agencies.NAME}"
    if not folder.is_dir():
        said = message("read.no-such-agency", slug=slug, known=agency_slugs(root))
        return Loaded(None, (Finding(codes.PACKAGE_INCOMPLETE, Place(identity), said),))
    if slug in RESERVED:
        said = message("read.agency-name-reserved", slug=slug)
        return Loaded(None, (Finding(codes.PACKAGE_INCOMPLETE, Place(identity), said),))
    watched = (f"{DATASETS}/{slug}", f"{DATASETS}/{REFERENCE}", f"{PAGES}/{slug}")
    unfit = tuple(finding for shown in watched for finding in _unfit_paths(root, shown))
    if unfit:
        return Loaded(None, unfit)
    agency, findings = agencies.read_agency(folder, identity)
    if agency:
        agency = _among_others(agency, root, portal)
    datasets, dataset_findings = _packages(root, slug)
    shared, shared_findings = _packages(root, REFERENCE)
    findings = (*findings, *dataset_findings, *shared_findings)
    names = region_names(shared)
    datasets = tuple(_placed(dataset, names) for dataset in datasets)
    read = {dataset.slug for dataset in (*datasets, *shared)}
    there = {path.name for owner in (slug, REFERENCE) for path in _package_folders(root, owner)}
    catalog = Catalog(agency, datasets, shared, frozenset(there - read)) if agency else None
    return Loaded(catalog, findings)


def _among_others(agency: Agency, root: Path, portal: str | None) -> Agency:
    """The agency with the addresses that it has below the `portal`, and where that compares it.

    A site with an address of its own stands anywhere: from there nobody knows the way.
    """
    above = portal.rstrip("/") if portal else "" if agency.site_url else ".."
    compared = above and len(agency_slugs(root)) > 1
    own = f"{above}/{agency.slug}/" if portal else None
    return replace(
        agency,
        site_url=agency.site_url or own,
        comparisons_url=f"{above}/{COMPARISONS}" if compared else "",
    )


def reference(root: Path) -> tuple[Dataset, ...]:
    """The reference packages that can be read."""
    return _packages(root, REFERENCE)[0]


def _packages(root: Path, owner: str) -> tuple[tuple[Dataset, ...], tuple[Finding, ...]]:
    """The data packages of one folder of datasets/; those with faults are left out."""
    datasets: list[Dataset] = []
    findings: list[Finding] = []
    for folder in _package_folders(root, owner):
        shown = f"{DATASETS}/{owner}/{folder.name}"
        if folder.name in TAKEN:
            said = message("read.dataset-name-taken", name=folder.name)
            findings.append(Finding(codes.PACKAGE_INCOMPLETE, Place(shown), said))
            continue
        dated = owner != REFERENCE and (folder / EDITIONS).is_dir()
        dataset, problems = _package(folder, shown, folder.name, {EDITIONS} if dated else set())
        findings.extend(problems)
        missing = reference_contract.lacking(dataset) if dataset and owner == REFERENCE else ()
        if missing:
            findings.extend(missing)
            continue
        if dataset and dated:
            editions, problems = _editions(folder / EDITIONS, f"{shown}/{EDITIONS}", dataset)
            findings.extend(problems)
            dataset = replace(dataset, editions=editions)
        if dataset:
            datasets.append(dataset)
    return tuple(datasets), tuple(findings)


def _placed(dataset: Dataset, names: Mapping[str, str]) -> Dataset:
    """The dataset and its older editions with the names of their regions."""
    coverage = replace(dataset.coverage, name=names.get(dataset.coverage.region, ""))
    older = tuple(_placed(edition, names) for edition in dataset.editions)
    return replace(dataset, coverage=coverage, editions=older)


def _editions(
    folder: Path, shown: str, current: Dataset
) -> tuple[tuple[Dataset, ...], tuple[Finding, ...]]:
    """The older editions of a dataset, the newest first, and what is wrong with others."""
    editions: list[Dataset] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()):
        place = f"{shown}/{path.name}"
        fault = _misplaced(path, Place(place), current.version)
        edition, problems = (None, (fault,)) if fault else _package(path, place, current.slug)
        if edition and edition.version != path.name:
            said = message("read.version-unlike-folder", version=edition.version, folder=path.name)
            problems = (Finding(codes.EDITION_WRONG, Place(edition.file), said),)
            edition = None
        findings.extend(problems)
        if edition:
            editions.append(edition)
    newest_first = sorted(editions, key=lambda item: rank(item.version), reverse=True)
    return tuple(newest_first), tuple(findings)


def _misplaced(path: Path, place: Place, current: str) -> Finding | None:
    """Why something in the folder of editions cannot be older than the `current` version."""
    if not path.is_dir():
        said = message("read.no-edition-folder", name=path.name)
        return Finding(codes.FILE_UNEXPECTED, place, said)
    if not is_version(path.name):
        said = message("read.no-version-number", name=path.name)
    elif rank(path.name) >= rank(current):
        said = message("read.edition-not-older", version=path.name, current=current)
    else:
        return None
    return Finding(codes.EDITION_WRONG, place, said)


def _package(
    folder: Path, shown: str, slug: str, beside: Collection[str] = ()
) -> tuple[Dataset | None, tuple[Finding, ...]]:
    """The package in `folder`; `beside` are other names that may stand there."""
    file = f"{shown}/{descriptor.NAME}"
    if not (folder / descriptor.NAME).is_file():
        said = message("read.folder-without-descriptor", folder=folder.name, file=descriptor.NAME)
        return None, (Finding(codes.PACKAGE_INCOMPLETE, Place(file), said),)
    dataset, problems = descriptor.read_descriptor(folder, file, slug)
    if dataset is None:
        return None, problems
    findings = list(_strangers(folder, shown, dataset, beside))
    filled = []
    for empty in dataset.tables:
        table, problems = tables.read_table(folder / empty.path, empty)
        findings.extend(problems)
        if table:
            filled.append(table)
    if findings:
        return None, tuple(findings)
    return _covered(replace(dataset, tables=tuple(filled))), ()


def _covered(dataset: Dataset) -> Dataset:
    """With the years of its rows where the descriptor says none (`cakupan`)."""
    years = [year for table in dataset.tables for year in table.years()]
    if dataset.coverage.start is not None or not years:
        return dataset
    return replace(dataset, coverage=replace(dataset.coverage, start=min(years), end=max(years)))


def _unfit_paths(root: Path, shown: str) -> Iterator[Finding]:
    """Symbolic links below a folder, as nothing outside the repository may be published; and names
    that not every system can write."""
    for path in (root / shown, *sorted((root / shown).rglob("*"))):
        place = Place(hygiene.visible(path.relative_to(root).as_posix()))
        if path.is_symlink():
            yield Finding(codes.LINK_OUTSIDE, place, message("read.symbolic-link"))
        yield from hygiene.forbidden(path.name, place, message("read.at-its-name"), _RENAME)


def _strangers(
    folder: Path, shown: str, dataset: Dataset, beside: Collection[str]
) -> Iterator[Finding]:
    """Files beside the package that its descriptor does not name."""
    known = {descriptor.NAME, ANSWERS, *beside, *(table.path for table in dataset.tables)}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            said = message("read.not-in-descriptor", name=path.name, file=descriptor.NAME)
            yield Finding(codes.FILE_UNEXPECTED, Place(f"{shown}/{path.name}"), said)


def _package_folders(root: Path, owner: str) -> list[Path]:
    """The folders that hold packages; the one for documents holds files of another kind."""
    folders = _shown_folders(entries(root, f"{DATASETS}/{owner}"))
    return [folder for folder in folders if owner == REFERENCE or folder.name != DOCUMENTS]


def _shown_folders(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.is_dir() and not path.name.startswith(".")]
