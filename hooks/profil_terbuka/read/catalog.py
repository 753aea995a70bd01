"""Walks datasets/ and reads everything one agency publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Catalog, Dataset, codes
from ..model.findings import Finding, Place
from ..model.versions import is_version, rank
from . import agency as agencies
from . import descriptor, hygiene, reference_contract, tables
from .atlas import region_names
from .manuscripts import PAGES

DATASETS = "datasets"
REFERENCE = "acuan"
"""The folder of reference packages, shared by all agencies."""
EDITIONS = "v"
"""The folder of older editions beside a dataset, each a package named by its version."""
TAKEN = frozenset({"mutu"})
"""Names a dataset cannot have: pages about all datasets stand there."""
RESERVED = frozenset(
    {REFERENCE, "aset", "assets", "cari", "data", "pagefind", "panduan", "perbandingan"}
)
"""Names an agency cannot have: its site stands beside the portal's own pages."""

_RENAME = "Beri nama baru yang hanya berisi huruf, angka, dan tanda hubung."


@dataclass(frozen=True)
class Loaded:
    """What could be read, and why the rest could not. `catalog` is None without instansi.yml."""

    catalog: Catalog | None
    findings: tuple[Finding, ...]


def agency_slugs(root: Path) -> tuple[str, ...]:
    """Folders below datasets/ that are agencies, in alphabetical order."""
    return tuple(folder.name for folder in _folders(root / DATASETS) if folder.name != REFERENCE)


def load(root: Path, slug: str, portal: str | None = None) -> Loaded:
    """The catalogue of agency `slug` in the repository at `root`; never raises on bad data.

    An agency whose instansi.yml names no address is published below the address of the `portal`.
    """
    folder = root / DATASETS / slug
    identity = f"{DATASETS}/{slug}/{agencies.NAME}"
    if not folder.is_dir():
        known = ", ".join(agency_slugs(root))
        message = f"Tidak ada instansi `{slug}`. Yang ada: {known}."
        return Loaded(None, (Finding(codes.PACKAGE_INCOMPLETE, Place(identity), message),))
    if slug in RESERVED:
        message = f"`{slug}` sudah menjadi alamat di portal; beri folder instansi nama lain."
        return Loaded(None, (Finding(codes.PACKAGE_INCOMPLETE, Place(identity), message),))
    watched = (f"{DATASETS}/{slug}", f"{DATASETS}/{REFERENCE}", f"{PAGES}/{slug}")
    unfit = tuple(finding for shown in watched for finding in _unfit_paths(root, shown))
    if unfit:
        return Loaded(None, unfit)
    agency, findings = agencies.load(folder, identity)
    if agency and portal and not agency.site_url:
        agency = replace(agency, site_url=f"{portal.rstrip('/')}/{slug}/")
    datasets, dataset_findings = _packages(root, slug)
    shared, shared_findings = _packages(root, REFERENCE)
    findings = (*findings, *dataset_findings, *shared_findings)
    names = region_names(shared)
    datasets = tuple(_placed(dataset, names) for dataset in datasets)
    read = {dataset.slug for dataset in (*datasets, *shared)}
    there = {path.name for owner in (slug, REFERENCE) for path in _folders(root / DATASETS / owner)}
    catalog = Catalog(agency, datasets, shared, frozenset(there - read)) if agency else None
    return Loaded(catalog, findings)


def reference(root: Path) -> tuple[Dataset, ...]:
    """The reference packages that can be read."""
    return _packages(root, REFERENCE)[0]


def _packages(root: Path, owner: str) -> tuple[tuple[Dataset, ...], tuple[Finding, ...]]:
    """The data packages of one folder of datasets/; those with faults are left out."""
    datasets: list[Dataset] = []
    findings: list[Finding] = []
    for folder in _folders(root / DATASETS / owner):
        shown = f"{DATASETS}/{owner}/{folder.name}"
        if folder.name in TAKEN:
            message = f"`data/{folder.name}/` sudah menjadi halaman; beri dataset nama lain."
            findings.append(Finding(codes.PACKAGE_INCOMPLETE, Place(shown), message))
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
            message = f"`version` adalah {edition.version}, padahal nama foldernya `{path.name}`."
            problems = (Finding(codes.EDITION_WRONG, Place(edition.file), message),)
            edition = None
        findings.extend(problems)
        if edition:
            editions.append(edition)
    newest_first = sorted(editions, key=lambda item: rank(item.version), reverse=True)
    return tuple(newest_first), tuple(findings)


def _misplaced(path: Path, place: Place, current: str) -> Finding | None:
    """Why something in the folder of editions cannot be older than the `current` version."""
    if not path.is_dir():
        message = f"`{path.name}` bukan folder edisi."
        return Finding(codes.FILE_UNEXPECTED, place, message)
    if not is_version(path.name):
        message = f"Nama folder `{path.name}` bukan nomor versi."
    elif rank(path.name) >= rank(current):
        message = f"Edisi {path.name} tidak lebih lama dari edisi sekarang, {current}."
    else:
        return None
    return Finding(codes.EDITION_WRONG, place, message)


def _package(
    folder: Path, shown: str, slug: str, beside: Collection[str] = ()
) -> tuple[Dataset | None, tuple[Finding, ...]]:
    """The package in `folder`; `beside` are other names that may stand there."""
    file = f"{shown}/{descriptor.NAME}"
    if not (folder / descriptor.NAME).is_file():
        message = f"Folder `{folder.name}` tidak berisi {descriptor.NAME}."
        return None, (Finding(codes.PACKAGE_INCOMPLETE, Place(file), message),)
    dataset, problems = descriptor.load(folder, file, slug)
    if dataset is None:
        return None, problems
    findings = list(_strangers(folder, shown, dataset, beside))
    filled = []
    for empty in dataset.tables:
        table, problems = tables.read(folder / empty.path, empty)
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
            message = "Ini tautan simbolis (penunjuk ke tempat lain), bukan berkas biasa."
            yield Finding(codes.LINK_OUTSIDE, place, message)
        yield from hygiene.forbidden(path.name, place, "Pada namanya:", _RENAME)


def _strangers(
    folder: Path, shown: str, dataset: Dataset, beside: Collection[str]
) -> Iterator[Finding]:
    """Files beside the package that its descriptor does not name."""
    known = {descriptor.NAME, *beside, *(table.path for table in dataset.tables)}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            message = f"`{path.name}` tidak disebut di {descriptor.NAME}."
            yield Finding(codes.FILE_UNEXPECTED, Place(f"{shown}/{path.name}"), message)


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(
        path for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")
    )
