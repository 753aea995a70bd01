"""What a format of downloads is: of one table, of one dataset, of all that an agency publishes.

Each format stands in one file of `downloads.formats`: how it is written, what it is called in
lists and in catalogues. The gate at the exit (`privacy.contents`) tells files by how they begin;
tests/test_formats.py holds that it can read whatever is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..model import Agency, Catalog, Dataset, Table
from ..model.messages import NOTHING, Message, message
from ..model.products import FileFormat
from ..system.cache import Cache

Resource: TypeAlias = Mapping[str, Any]
"""How a data package describes one of its files."""


@dataclass(frozen=True)
class TableSource:
    """What a file of one table is made of; `resource` is how the descriptor describes the table."""

    table: Table
    dataset: Dataset
    resource: Resource
    cache: Cache


@dataclass(frozen=True)
class TableFile:
    """A file made from one table; with a `resource` of its own where it joins the data package."""

    data: bytes
    resource: Resource | None = None


@dataclass(frozen=True)
class TableFormat:
    """One file for each table that has such a form."""

    kind: FileFormat
    name: Callable[[Table], str]
    title: Callable[[Table], Message | str]
    write: Callable[[TableSource], TableFile | None]
    packaged: bool = False
    """Whether the data package holds it."""
    more: bool = True
    """Whether only some readers want it."""
    keeps_rows: bool = True
    """Whether it has a line for each row of the table."""


@dataclass(frozen=True)
class DatasetSource:
    """What a file of a whole dataset is made of; `package` are the files of its data package."""

    dataset: Dataset
    agency: Agency
    package: Mapping[str, bytes]


@dataclass(frozen=True)
class DatasetFormat:
    """One file for each dataset; `write` is None where it is made elsewhere and only listed."""

    kind: FileFormat
    name: Callable[[Dataset], str]
    title: Message
    write: Callable[[DatasetSource], bytes] | None
    more: bool = False
    about: Callable[[Dataset], Message] = lambda _: NOTHING
    """What its title does not say of a file of this dataset."""


@dataclass(frozen=True)
class AgencySource:
    """What a file of all datasets is made of; `packages` are their data packages by slug."""

    catalog: Catalog
    packages: Mapping[str, Mapping[str, bytes]]


@dataclass(frozen=True)
class AgencyFormat:
    """One file with everything that an agency publishes; `about` tells more than its title.

    `write` gives None where there is no such file. `holds_tables`: whether it has rows of datasets.
    """

    kind: FileFormat
    name: str
    title: Message
    about: Message
    write: Callable[[AgencySource], bytes | None]
    holds_tables: bool = True


def table_name(ending: str) -> Callable[[Table], str]:
    """Names a table's file by the table and what follows its name: '-lebar.csv'."""
    return lambda table: f"{table.name}{ending}"


def dataset_name(ending: str) -> Callable[[Dataset], str]:
    """Names a dataset's file by the dataset and what follows its name: '.xlsx'."""
    return lambda dataset: f"{dataset.slug}{ending}"


def first_rows_only(dataset: Dataset, most: int) -> Message:
    """What a list says of a file that holds so many rows of a table; nothing where these are all.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang)", (2023, 7), (2024, 8))
    >>> first_rows_only(invented_dataset(table), 1).name
    'downloads.first-rows-only'
    """
    longest = max((len(table.rows) for table in dataset.tables), default=0)
    return message("downloads.first-rows-only", most=most) if longest > most else NOTHING
