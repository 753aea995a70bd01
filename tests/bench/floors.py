"""The same data as sites that others would make: the floor, and an installable peer.

The floor is plain MkDocs with Material, its search included: a page of Markdown for each dataset
with its table, no chart, no download, no check. It is the least that a site of these pages costs
with the libraries that we stand on. The peer is what an office could install instead of us: the
plugin mkdocs-table-reader reads each table out of its CSV file while the site is built.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from .datasets_made import COLUMNS, MadeDataset
from .repository_made import write

PEER = "mkdocs_table_reader_plugin"
"""The peer's module, and what it is installed by: `pip install mkdocs-table-reader-plugin`."""
PEER_PACKAGE = "mkdocs-table-reader-plugin"
_CONFIGURATION = """site_name: Dinas Bangku Rekaan
site_url: https://bangku.example/
theme:
  name: material
  language: id
plugins:
  - search
"""


def write_floor(folder: Path, datasets: Iterable[MadeDataset]) -> None:
    """A site of MkDocs whose pages hold their tables."""
    _begin(folder, "")
    for dataset in datasets:
        _page(folder, dataset, _markdown_table(dataset))


def write_peer(folder: Path, datasets: Iterable[MadeDataset]) -> None:
    """A site of MkDocs whose pages name the CSV files that hold their tables."""
    _begin(folder, "  - table-reader\n")
    for dataset in datasets:
        write(folder / "docs" / "data" / f"{dataset.slug}.csv", _csv(dataset))
        _page(folder, dataset, f"{{{{ read_csv('docs/data/{dataset.slug}.csv') }}}}\n")


def _begin(folder: Path, plugins: str) -> None:
    write(folder / "mkdocs.yml", _CONFIGURATION + plugins)
    write(folder / "docs" / "index.md", "# Dinas Bangku Rekaan\n\nData terbuka.\n")


def _page(folder: Path, dataset: MadeDataset, table: str) -> None:
    text = f"# {dataset.title}\n\n{dataset.title}, dicatat setiap akhir tahun.\n\n{table}"
    write(folder / "docs" / "data" / f"{dataset.slug}.md", text)


def _markdown_table(dataset: MadeDataset) -> str:
    lines = (COLUMNS, ("---",) * len(COLUMNS), *dataset.rows)
    return "".join(f"| {' | '.join(map(str, cells))} |\n" for cells in lines)


def _csv(dataset: MadeDataset) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows((COLUMNS, *dataset.rows))
    return text.getvalue()
