"""The text file that lies in an archive: what it holds, where that is from, how to check it."""

from __future__ import annotations

from typing import Protocol, cast

from ..model import Agency, Catalog, Dataset
from .language import grammar

README = "BACA-SAYA.txt"


class ReadmeWords(Protocol):
    """What a language says in its module `readme`."""

    def package_readme(self, dataset: Dataset, agency: Agency) -> str:
        """Of one data package."""

    def catalogue_readme(self, catalog: Catalog) -> str:
        """Of all data packages of an agency."""


def _words() -> ReadmeWords:
    return cast(ReadmeWords, grammar("readme"))


def package_readme(dataset: Dataset, agency: Agency) -> str:
    """What a data package holds."""
    return _words().package_readme(dataset, agency)


def catalogue_readme(catalog: Catalog) -> str:
    """What all data packages of an agency are."""
    return _words().catalogue_readme(catalog)
