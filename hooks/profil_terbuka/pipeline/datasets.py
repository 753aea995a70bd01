"""Everything that is published about one dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import catalogues, citation, downloads
from .. import web as pages
from ..model import Catalog, Dataset
from ..model.products import DOSSIER, Download, Drawing, Measurement, Page
from ..system.cache import Cache
from .editions import editions


@dataclass(frozen=True)
class Published:
    """Files by address and pages; `package` are the files that hold its rows, by name."""

    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    package: Mapping[str, bytes]
    offered: tuple[Download, ...]


def publish(
    dataset: Dataset,
    catalog: Catalog,
    drawings: Sequence[Drawing],
    quality: Sequence[Measurement],
    cache: Cache,
) -> Published:
    """The dataset in every form, its page, and its older editions."""
    agency = catalog.agency
    package = downloads.dataset_downloads(dataset, agency, cache)
    made = {**package, **citation.citation_files(dataset, agency)}
    names = (*(table.path for table in dataset.tables), downloads.NOTES)
    tables = {name: package[name] for name in names if name in package}
    made[f"{dataset.slug}{DOSSIER}"] = pages.dossier(dataset, agency, drawings, tables)
    made |= catalogues.dataset_files(dataset, agency, package)
    offered = downloads.dataset_offer(dataset, made)
    markup = catalogues.markup(dataset.slug, catalog, offered, made)
    page = pages.dataset_page(dataset, agency, pages.Exhibits(drawings, offered, quality, markup))
    for drawing in drawings:
        made[f"{drawing.data.view.name}.svg"] = drawing.svg
        made[f"{drawing.data.view.name}.png"] = drawing.png
    made |= pages.embedded(dataset, agency, drawings, pages.EmbedPage())
    # Once more under the number of the edition, where it stays when the next one comes.
    pinned = pages.embedded(dataset, agency, drawings, pages.EmbedPage("../../", "../../../.."))
    made |= {f"v/{dataset.version}/{name}": data for name, data in pinned.items()}
    older, older_pages = editions(dataset, catalog, cache)
    files = {f"data/{dataset.slug}/{name}": data for name, data in made.items()}
    return Published({**files, **older}, (page, *older_pages), package, offered)
