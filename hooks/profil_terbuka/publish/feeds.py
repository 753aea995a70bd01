"""Atom feeds (RFC 4287) that announce editions: of one dataset, of an agency, of the portal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from ..history import Edition, timeline
from ..model import UNPUBLISHED, Agency, Catalog, Dataset
from ..model.messages import message
from ..words.catalogues import text
from ..words.labels import CHANGE
from ..words.language import language

NAME = "feed.xml"
_AUTHORITY = f"tag:{urlsplit(UNPUBLISHED).hostname},2026:"
"""Begins every identifier. They must never change, so they do not depend on the site's address."""
_NEVER = "1970-01-01T00:00:00Z"
_ATOM = "{http://www.w3.org/2005/Atom}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

Xml.register_namespace("", _ATOM.strip("{}"))


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the entries; the feed lies at `path` below `root`."""

    name: str
    title: str
    author: str
    root: str
    path: str = ""


def feed_files(catalog: Catalog, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The feed of every dataset and the agency's own; `files` tells the sizes of the tables."""
    agency, made, everything = catalog.agency, dict[str, bytes](), list[Xml.Element]()
    for dataset in catalog.datasets:
        entries = [_entry(edition, dataset, agency, files) for edition in timeline(dataset)]
        path, name = f"data/{dataset.slug}/", f"{agency.slug}/{dataset.slug}"
        head = _Head(name, dataset.title, agency.name, agency.root, path)
        made[f"{path}{NAME}"] = _feed(head, entries)
        everything += entries
    head = _Head(
        agency.slug,
        text(message("publish.newest-of-agency", agency=agency.name)),
        agency.name,
        agency.root,
    )
    return {**made, NAME: _feed(head, everything)}


def merged_feeds(publisher: str, root: str, feeds: Iterable[bytes]) -> bytes:
    """One feed of all entries in the `feeds` that agencies have published."""
    entries = [
        entry
        for data in feeds
        for entry in Xml.fromstring(data).iter(f"{_ATOM}entry")  # noqa: S314  written by `feed_files`
    ]
    return _feed(
        _Head(
            "portal",
            text(message("publish.newest-of-portal", publisher=publisher)),
            publisher,
            root,
        ),
        entries,
    )


def newest_day(feed: bytes) -> str:
    """The day of the newest edition that a feed of ours announces; '' where there is none.

    >>> newest_day(merged_feeds("Portal", "https://portal.example/", []))
    ''
    """
    said = _child_text(Xml.fromstring(feed), "updated")  # noqa: S314  written by `_feed`
    return "" if said == _NEVER else said.partition("T")[0]


def _feed(head: _Head, entries: Iterable[Xml.Element]) -> bytes:
    listed = sorted(entries, key=lambda entry: _child_text(entry, "id"))
    listed.sort(key=lambda entry: _child_text(entry, "updated"), reverse=True)
    feed = Xml.Element(f"{_ATOM}feed", {_LANGUAGE: language()})
    _child(feed, "id", f"{_AUTHORITY}{head.name}")
    _child(feed, "title", head.title)
    _child(feed, "updated", _child_text(listed[0], "updated") if listed else _NEVER)
    _child(Xml.SubElement(feed, f"{_ATOM}author"), "name", head.author)
    _link(feed, "self", f"{head.root}{head.path}{NAME}", "application/atom+xml")
    _link(feed, "alternate", f"{head.root}{head.path}", "text/html")
    feed.extend(listed)
    Xml.indent(feed)
    written: bytes = Xml.tostring(feed, "utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(
    edition: Edition, dataset: Dataset, agency: Agency, files: Mapping[str, bytes]
) -> Xml.Element:
    entry = Xml.Element(f"{_ATOM}entry")
    _child(entry, "id", f"{_AUTHORITY}{agency.slug}/{dataset.slug}/{edition.version}")
    title = message("publish.edition", title=dataset.title, version=edition.version)
    _child(entry, "title", text(title))
    _child(entry, "updated", f"{edition.date}T00:00:00Z")
    _child(Xml.SubElement(entry, f"{_ATOM}author"), "name", agency.name)
    _link(entry, "alternate", f"{agency.root}{edition.address}", "text/html")
    if edition.data:
        table = f"{edition.address}{edition.data.main.path}"
        _link(entry, "enclosure", f"{agency.root}{table}", "text/csv", len(files[table]))
    _child(entry, "summary", _summary(edition, dataset))
    return entry


def _summary(edition: Edition, dataset: Dataset) -> str:
    change = edition.change
    if change is None:
        return text(message("publish.first-edition", description=dataset.description))
    kind = CHANGE[change.kind]
    said = message("publish.changed-edition", kind=kind, what=change.what, why=change.why)
    return text(said)


def _child_text(element: Xml.Element, name: str) -> str:
    return element.findtext(f"{_ATOM}{name}", "")


def _child(parent: Xml.Element, name: str, words: str) -> None:
    """A child with text; control characters, which XML cannot hold, are left out."""
    clean = "".join(mark for mark in words if mark.isprintable() or mark in "\n\t")
    Xml.SubElement(parent, f"{_ATOM}{name}").text = clean


def _link(parent: Xml.Element, relation: str, address: str, kind: str, size: int = 0) -> None:
    given = {"rel": relation, "href": address, "type": kind}
    if size:
        given["length"] = str(size)
    Xml.SubElement(parent, f"{_ATOM}link", given)
