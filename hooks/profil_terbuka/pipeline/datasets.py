"""Everything that is published about one dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import catalogues, citation, downloads, web
from ..model import Catalog, Dataset
from ..model.products import DOSSIER, Download, Drawing, GeneratedPage, Measurement
from ..system.cache import Cache
from .editions import editions


@dataclass(frozen=True)
class Published:
    """Files by address and pages; `package` are the files that hold its rows, by name.

    `exhibits` is the HTML of its figures and tables, for pages that people write.
    """

    files: Mapping[str, bytes]
    pages: tuple[GeneratedPage, ...]
    exhibits: Mapping[str, str]
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
    made[f"{dataset.slug}{DOSSIER}"] = web.dossier(dataset, agency, drawings, tables)
    made |= catalogues.csvw_files(dataset, agency, package)
    offered = downloads.dataset_offer(dataset, made)
    markup = catalogues.markup(dataset.slug, catalog, offered, made)
    made_page = web.dataset_page(dataset, agency, web.Exhibits(drawings, offered, quality, markup))
    for drawing in drawings:
        made[f"{drawing.data.view.name}.svg"] = drawing.svg
        made[f"{drawing.data.view.name}.png"] = drawing.png
    made |= web.embedded(dataset, agency, drawings, web.EmbedPage())
    # Once more under the number of the edition, where it stays when the next one comes.
    pinned = web.embedded(dataset, agency, drawings, web.EmbedPage("../../", "../../../.."))
    made |= {f"v/{dataset.version}/{name}": data for name, data in pinned.items()}
    older, older_pages = editions(dataset, catalog, cache)
    files = {f"data/{dataset.slug}/{name}": data for name, data in made.items()}
    return Published(
        files={**files, **older},
        pages=(made_page.page, *older_pages),
        exhibits=made_page.exhibits,
        package=package,
        offered=offered,
    )
