"""Everything that is published about one dataset; kept, for most stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from .. import catalogues, citation, downloads, explorer, ppid, web
from ..check import CheckRecord
from ..model import Catalog, Dataset
from ..model.products import (
    DOSSIER,
    Download,
    Drawing,
    FileFormat,
    GeneratedPage,
    Measurement,
    PageHead,
    Section,
    SharedPicture,
)
from ..system.cache import Cache, Key, digest, key
from ..system.depot import Depot
from ..system.lazily import derived
from ..system.value_store import packed, unpacked
from .editions import drawn_editions, editions

KIND = "dataset"


@dataclass(frozen=True)
class Published:
    """Files and pages by address; `package` are the files that hold its rows, by name.

    `exhibits` is the HTML of its figures and tables, for pages that people write.
    """

    files: Mapping[str, bytes]
    pages: Mapping[str, GeneratedPage]
    exhibits: Mapping[str, str]
    package: Mapping[str, bytes]
    offered: tuple[Download, ...]


_PAGES = (GeneratedPage, Section, PageHead, SharedPicture)
_KINDS = (Published, *_PAGES, Download, FileFormat)


@dataclass(frozen=True)
class Judgement:
    """How good a dataset is, and the checks that say so."""

    quality: tuple[Measurement, ...] = ()
    checks: tuple[CheckRecord, ...] = ()


@dataclass(frozen=True)
class _Made:
    """What is published of a dataset is made of it, of the agency and the reference packages, and
    of this; of no other dataset."""

    drawings: Sequence[Drawing]
    older: Sequence[Sequence[Drawing]]
    """Of its older editions."""
    judgement: Judgement

    def content(self) -> Iterator[str]:
        """All of it, as texts."""
        yield repr(self.judgement)
        for edition in (self.drawings, *self.older):
            yield str(len(edition))
            yield from map(_content_of_drawing, edition)


@dataclass(frozen=True)
class Publisher:
    """Publishes the datasets of one agency, into the depot: none is kept in memory."""

    catalog: Catalog
    cache: Cache
    depot: Depot

    def publish(
        self, dataset: Dataset, drawings: Sequence[Drawing], judgement: Judgement
    ) -> Published:
        """The dataset in every form, its page, and its older editions."""
        made = _Made(drawings, drawn_editions(dataset, self.catalog, self.cache), judgement)
        # Of other datasets nothing can be told that the key does not know.
        alone = replace(self.catalog, datasets=(dataset,))
        kept = self._key(dataset, made)
        make = partial(_published, dataset, alone, made, self.cache)
        data = self.cache.get(KIND, kept, lambda: packed(make()))
        found: Published = unpacked(data, _KINDS)
        return self._held(dataset, found, _pictures(dataset, drawings))

    def _held(self, dataset: Dataset, made: Published, pictures: Mapping[str, bytes]) -> Published:
        """The same with the pictures, in the depot."""
        files = self.depot.files({**made.files, **pictures})
        package = {name: f"data/{dataset.slug}/{name}" for name in made.package}
        return Published(
            files=files,
            pages=self.depot.values(made.pages, _PAGES),
            exhibits=self.depot.texts(made.exhibits),
            package=derived(package, files.__getitem__),
            offered=made.offered,
        )

    def _key(self, dataset: Dataset, made: _Made) -> Key:
        editions_ = (dataset, *dataset.editions)
        texts = (text for edition in editions_ for text in edition.content())
        return key(__name__, self._shared, *texts, *made.content())

    @cached_property
    def _shared(self) -> str:
        """One hash for what the products of all datasets are made of."""
        parts = (text for dataset in self.catalog.reference for text in dataset.content())
        return digest(repr(self.catalog.agency), *parts)


def _content_of_drawing(drawing: Drawing) -> str:
    pictures = digest(drawing.inline, *drawing.files.values())
    return repr((drawing.data, drawing.sentence, drawing.sizes, drawing.remarks, pictures))


def _pictures(dataset: Dataset, drawings: Sequence[Drawing]) -> dict[str, bytes]:
    """The files of its charts, which are kept already."""
    folder = f"data/{dataset.slug}"
    return {
        f"{folder}/{name}": data for drawing in drawings for name, data in drawing.files.items()
    }


def _published(dataset: Dataset, catalog: Catalog, made: _Made, cache: Cache) -> Published:
    """All but the pictures, made anew."""
    agency, drawings = catalog.agency, made.drawings
    package = downloads.dataset_downloads(dataset, agency, cache)
    files = {**package, **citation.citation_files(dataset, agency)}
    names = (*(table.path for table in dataset.tables), downloads.NOTES)
    tables = {name: package[name] for name in names if name in package}
    files[f"{dataset.slug}{DOSSIER}"] = web.dossier(dataset, agency, drawings, tables)
    files |= catalogues.csvw_files(dataset, agency, package)
    files[catalogues.CROISSANT] = catalogues.croissant(dataset, agency, package)
    offered = downloads.dataset_offer(dataset, files)
    markup = catalogues.markup(dataset.slug, catalog, offered, files)
    explored = explorer.explore(dataset, catalog.reference)
    judged = made.judgement
    exhibits = web.Exhibits(
        drawings,
        offered,
        judged.quality,
        judged.checks,
        markup,
        explored,
        ppid.takes_requests(catalog),
    )
    made_page = web.dataset_page(dataset, agency, exhibits)
    files |= web.embedded(dataset, agency, drawings, web.EmbedPage())
    if explored.data:
        files[explorer.EXPLORER] = explored.data
    # Once more under the number of the edition, where it stays when the next one comes.
    edition = web.EmbedPage("../../", "../../../..", pinned=True)
    pinned = web.embedded(dataset, agency, drawings, edition)
    files |= {f"v/{dataset.version}/{name}": data for name, data in pinned.items()}
    for drawing in drawings:
        files[web.oembed_name(drawing.data.view)] = web.oembed_file(drawing, dataset, agency)
    older, older_pages = editions(dataset, agency, made.older, cache)
    return Published(
        files={**{f"data/{dataset.slug}/{name}": data for name, data in files.items()}, **older},
        pages={page.address: page for page in (made_page.page, *older_pages)},
        exhibits=made_page.exhibits,
        package=package,
        offered=offered,
    )
