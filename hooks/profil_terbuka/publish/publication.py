"""A site with all that its publication needs to know besides: one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..history import Ledger
from ..model import Catalog
from ..render import Website
from .search import Record


@dataclass(frozen=True)
class Publication:
    """What is laid out (`website`), and what the finished site is held against."""

    website: Website
    origins: Mapping[str, str]
    """Every page by its file, and the source that people can mend."""
    catalogs: Iterable[Catalog]
    """Whose official numbers and addresses may stand in it."""
    inputs: tuple[str, ...]
    """Folders and files below the repository's root that it is made of."""
    records: tuple[Record, ...] = ()
    """What can be found besides the words of pages."""
    ledger: Ledger | None = None
    """What has been published before; None for the portal, which promises nothing."""
    notices: frozenset[str] = frozenset()
    """Addresses that only tell what became of what was there."""
    below: Mapping[str, Path] = field(default_factory=dict)
    """Sites that will stand in this one, by folder."""
    is_portal: bool = False
