"""Languages that are not there: folders of words made up for a test."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

import kata
from profil_terbuka import words
from profil_terbuka.words import catalogues
from profil_terbuka.words.language import DEFAULT
from profil_terbuka.words.templates import AREA

FIRST = Path(words.__file__).parent / DEFAULT
_MARKED = re.compile("⟦[^⟦⟧]*⟧")


@contextmanager
def spoken_there(folder: Path) -> Iterator[str]:
    """A folder among those of the words for as long as this lasts; its name is the language's."""
    before = words.__path__
    words.__path__ = [*before, str(folder.parent)]
    try:
        yield folder.name
    finally:
        words.__path__ = before
        here = f"{words.__name__}.{folder.name}"
        for name in [name for name in sys.modules if name == here or name.startswith(f"{here}.")]:
            del sys.modules[name]
        catalogues.catalogue.cache_clear()


def marked_language(folder: Path) -> Path:
    """A language with the first one's grammar, in which every sentence stands in ⟦brackets⟧."""
    shutil.copytree(FIRST, folder, ignore=shutil.ignore_patterns("__pycache__", "*.po"))
    for path in FIRST.glob("*.po"):
        with path.open("rb") as file:
            _write_marked(folder / path.name, read_po(file))
    _write_marked(folder / f"{AREA}.po", kata.sentences())
    return folder


def unmarked(text: str) -> str:
    """What is left of a text without all that stands in brackets."""
    while (left := _MARKED.sub("", text)) != text:
        text = left
    return text


def _write_marked(path: Path, catalog: Catalog) -> None:
    for entry in catalog:
        if entry.id:
            said = entry.string if any(entry.string or ()) else entry.id
            entry.string = (
                f"⟦{said}⟧" if isinstance(said, str) else tuple(f"⟦{one}⟧" for one in said)
            )
    with path.open("wb") as file:
        write_po(file, catalog, omit_header=True)


def _marked(said: str) -> str:
    return f"⟦{said}⟧"
