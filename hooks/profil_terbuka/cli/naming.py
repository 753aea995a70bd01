"""How a table that comes in is called: by what the person says, or by the name of its file."""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import importer
from ..importer import DraftWishes, Unusable
from ..importer.grid import Book
from ..importer.merging import stated_code
from ..model.messages import Message, message

PASTED = "-"
"""Stands for a file's name: the table comes through the standard input."""


def name_of_dataset(options: argparse.Namespace, book: Book) -> tuple[str, list[Message]]:
    """The name of the dataset, and what was chosen for the person.

    Raises Unusable where neither the person nor the file tells a name.
    """
    if options.dataset:
        return options.dataset, []
    if code := stated_code(book):
        return code.slug, []
    words = _file_words(options.berkas)
    if slug := importer.dataset_slug(words):
        return slug, _altered(words, slug)
    if slug := importer.dataset_slug(options.judul or ""):
        return slug, [message("commands.named-by-title", slug=slug)]
    if options.berkas == PASTED:
        raise Unusable(message("commands.pasted-without-name"))
    raise Unusable(message("commands.file-without-letters", file=Path(options.berkas).name))


def wishes_of(options: argparse.Namespace, slug: str) -> DraftWishes:
    """What the person says about the table."""
    words = _file_words(options.berkas) or slug
    title = options.judul or importer.spoken_title(words.replace("-", " "))
    about, source = options.uraian.strip(), options.sumber.strip()
    return DraftWishes(slug, title, options.satuan, options.subjek, about, source)


def _file_words(file: str) -> str:
    """What the name of a file says; '' for a table that is pasted."""
    return "" if file == PASTED else Path(file).stem


def _altered(words: str, slug: str) -> list[Message]:
    """How a name became other than the file's."""
    if importer.is_shortened(words):
        said = message("commands.dataset-name-shortened", slug=slug, most=importer.LONGEST)
        return [said]
    if any(letter.isalpha() and not letter.isascii() for letter in words):
        return [message("commands.dataset-name-plain", slug=slug)]
    return []
