"""What a server must know of the files of a site: the one table that all rules are made of.

Addresses are told by regular expressions that nginx, Apache and Caddy read alike; all fit the path
alone, never what stands behind a question mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MediaType:
    """One kind of file: how it is called on the web, and by which ends of names it is known.

    `is_text`: UTF-8, and said so. `packs`: gets smaller by compression. `is_data`: what scripts and
    programs of other sites may read as well (CORS); pages are not among it.
    """

    name: str
    extensions: tuple[str, ...]
    is_text: bool = False
    packs: bool = False
    is_data: bool = False

    @property
    def told(self) -> str:
        """As a server sends it.

        >>> MediaType("text/csv", ("csv",), is_text=True).told
        'text/csv; charset=utf-8'
        """
        return f"{self.name}; charset=utf-8" if self.is_text else self.name


def _text(name: str, *extensions: str, is_data: bool = False) -> MediaType:
    return MediaType(name, extensions, is_text=True, packs=True, is_data=is_data)


def _data(name: str, *extensions: str, packs: bool = False) -> MediaType:
    return MediaType(name, extensions, packs=packs, is_data=True)


def _office(kind: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.{kind}"


MEDIA_TYPES = (
    _text("text/html", "html"),
    _text("text/css", "css"),
    _text("text/javascript", "js"),
    _text("text/csv", "csv", is_data=True),
    _text("text/turtle", "ttl", is_data=True),
    _text("text/calendar", "ics", is_data=True),
    _text("text/plain", "txt", "conf", is_data=True),
    _text("text/markdown", "md", is_data=True),
    _text("application/x-research-info-systems", "ris", is_data=True),
    _text("application/x-bibtex", "bib", is_data=True),
    _text("application/yaml", "cff", "yml", is_data=True),
    # JSON is UTF-8 by itself (RFC 8259), and XML says in its first line what it is.
    _data("application/json", "json", packs=True),
    _data("application/ld+json", "jsonld", packs=True),
    _data("application/geo+json", "geojson", packs=True),
    _data("application/xml", "xml", packs=True),
    _data("application/rdf+xml", "rdf", packs=True),
    _data("application/atom+xml", "feed", packs=True),
    MediaType("application/manifest+json", ("webmanifest",), packs=True),
    MediaType("image/svg+xml", ("svg",), packs=True, is_data=True),
    _data("application/vnd.apache.parquet", "parquet"),
    _data("application/vnd.sqlite3", "sqlite", packs=True),
    _data(_office("spreadsheetml.sheet"), "xlsx"),
    _data(_office("wordprocessingml.document"), "docx"),
    _data("application/pdf", "pdf"),
    _data("application/zip", "zip"),
    MediaType("application/gzip", ("gz",)),
    MediaType("image/png", ("png",)),
    MediaType("image/webp", ("webp",)),
    MediaType("image/jpeg", ("jpg", "jpeg")),
    MediaType("image/gif", ("gif",)),
    MediaType("image/avif", ("avif",)),
    MediaType("image/x-icon", ("ico",)),
    MediaType("font/woff2", ("woff2",)),
    MediaType("application/wasm", ("wasm",), packs=True),
    # The index of the search: packed already, and read by its own script alone.
    MediaType(
        "application/octet-stream", ("pagefind", "pf_fragment", "pf_index", "pf_filter", "pf_meta")
    ),
)
"""Of everything that can stand in a site; whatever else is sent as bytes without a meaning."""

UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class NamedFile:
    """Files that are another kind than the end of their names tells; `pattern` fits the path."""

    pattern: str
    media: MediaType


NAMED_FILES = (
    NamedFile(r"/feed\.xml$", _data("application/atom+xml", packs=True)),
    NamedFile(r"\.csv-metadata\.json$", _data("application/csvm+json", packs=True)),
    NamedFile(r"/(SHA256SUMS|_headers|_redirects)$", _text("text/plain", is_data=True)),
)
"""What counts before the ends of names."""

FRESH = "no-cache"
"""May be kept, and is asked for each time whether it is still so: a short answer where it is.

Pages, data and their checksums stand for the same state; a kept old one beside a new one would
contradict it.
"""
FOR_EVER = "public, max-age=31536000, immutable"
"""For what has its own content in its name: under this name it never becomes another."""
UNCHANGING = r"\.pf_(fragment|index|filter|meta)$"
"""The address of what has its content's hash in its name."""


def media_of(address: str) -> MediaType:
    """The kind of file at an address.

    >>> media_of("data/pbi/pbi.csv").name, media_of("data/pbi/pbi.csv-metadata.json").name
    ('text/csv', 'application/csvm+json')
    >>> media_of("SHA256SUMS").told, media_of("aset/lain.xyz").told
    ('text/plain; charset=utf-8', 'application/octet-stream')
    """
    for named in NAMED_FILES:
        if re.search(named.pattern, f"/{address}"):
            return named.media
    extension = address.rpartition("/")[2].rpartition(".")[2]
    known = (media for media in MEDIA_TYPES if extension in media.extensions)
    return next(known, MediaType(UNKNOWN, ()))


def open_addresses() -> str:
    """The addresses that any site's scripts may read, as one regular expression."""
    named = (item.pattern for item in NAMED_FILES if item.media.is_data)
    return "|".join((ending(_extensions(is_data=True)), *named))


def packed_extensions() -> tuple[str, ...]:
    """Ends of the names of files that are packed beforehand."""
    return tuple(
        extension for media in MEDIA_TYPES if media.packs for extension in media.extensions
    )


def ending(extensions: tuple[str, ...]) -> str:
    r"""A regular expression for names with one of these ends.

    >>> ending(("csv", "ttl"))
    '\\.(csv|ttl)$'
    """
    return rf"\.({'|'.join(extensions)})$"


def _extensions(is_data: bool) -> tuple[str, ...]:
    return tuple(
        extension
        for media in MEDIA_TYPES
        if media.is_data is is_data
        for extension in media.extensions
    )


def packed_types() -> Iterator[str]:
    """Names of the kinds that get smaller, each once."""
    told = [media.name for media in MEDIA_TYPES if media.packs]
    told += [named.media.name for named in NAMED_FILES]
    yield from dict.fromkeys(told)


def text_types() -> Iterator[str]:
    """Names of the kinds that are sent as UTF-8 text, each once."""
    yield from dict.fromkeys(media.name for media in MEDIA_TYPES if media.is_text)
