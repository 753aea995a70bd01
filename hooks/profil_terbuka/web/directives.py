"""References in pages: `{{ angka: pkh tahun=2024 }}`, `{{ grafik: pkh/per-kecamatan }}`.

Prose takes every figure by reference, so a page cannot contradict a table. A reference that does
not resolve is a finding and stops the build.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Catalog, codes
from ..model.findings import Finding, Place
from ..model.messages import message
from ..model.products import Term
from ..read.suggestions import suggestion
from ..references import (
    Unresolved,
    newer_year,
    quoted_figure,
    reference_words,
    referenced_dataset,
    referenced_table,
)
from ..words.catalogues import text as sentence
from ..words.numbers import number
from .cards import card
from .fragments import mark, render, table_key
from .grid import Reader
from .lists import Writer, word_list
from .ranking import ranking
from .services import list_names, service_list

_DIRECTIVE = re.compile(r"\{\{(.*?)\}\}")
_FORM = re.compile(r"\s*([a-z]+)\s*:\s*(.*?)\s*")
_STRAY = re.compile(r"\{\{|\}\}")


@dataclass(frozen=True, slots=True)
class _Block:
    """HTML that takes the place of the mark `key`; without a writer, a dataset's page made it."""

    key: str
    write: Writer | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpandedText:
    """Markdown with every reference resolved, HTML by mark for what only this page shows, and the
    terms that the page explains."""

    markdown: str
    exhibits: Mapping[str, str]
    terms: tuple[Term, ...]


def expand(text: str, page: str, catalog: Catalog) -> ExpandedText:
    """The Markdown of `page` (path below the agency's pages) with every reference resolved.

    Call it only on pages that have passed `check_references`; a bad reference raises ValueError.
    """
    written: dict[str, str] = {}
    terms: list[Term] = []

    def resolve(found: re.Match[str]) -> str:
        try:
            result = _resolve(found[1], page, catalog)
        except Unresolved as problem:
            raise ValueError(f"{page}: {problem}") from problem
        if isinstance(result, str):
            return result
        if result.write:
            written[result.key] = result.write()
        terms.extend(result.terms)
        return mark(result.key)

    markdown = _DIRECTIVE.sub(resolve, text)
    return ExpandedText(markdown, written, tuple(terms))


def check_references(text: str, page: str, file: str, catalog: Catalog) -> Iterator[Finding]:
    """A finding for each reference of a page that does not resolve; `file` is the path shown."""
    blocks: set[str] = set()
    for found in _DIRECTIVE.finditer(text):
        place = Place(file, _line(text, found.start()))
        try:
            result = _resolve(found[1], page, catalog)
        except Unresolved as problem:
            said = message("references.unresolved", reference=found[0], reason=problem.said)
            yield Finding(codes.PAGE_DIRECTIVE, place, said, problem.remedy)
            continue
        if isinstance(result, str):
            continue
        if later := _newer(found[1], catalog):
            said = message("references.not-newest", reference=found[0], year=str(later))
            yield Finding(codes.NOT_NEWEST, place, said)
        if result.key in blocks:
            said = message("references.twice-on-page", reference=found[0])
            yield Finding(codes.PAGE_DIRECTIVE, place, said)
        blocks.add(result.key)
    rest = _DIRECTIVE.sub("", text)
    for stray in _STRAY.finditer(rest):
        place = Place(file, _line(rest, stray.start()))
        said = message("references.braces-unpaired", braces=stray[0])
        yield Finding(codes.PAGE_DIRECTIVE, place, said)


def _newer(body: str, catalog: Catalog) -> int | None:
    """A newer year than that of a card which resolves."""
    name, _, rest = body.strip().partition(":")
    if name.strip() != "kartu":
        return None
    target, *options = reference_words(rest)
    chosen = [option for option in options if not option.startswith("label=")]
    return newer_year(target, chosen, catalog)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _resolve(body: str, page: str, catalog: Catalog) -> str | _Block:
    form = _FORM.fullmatch(body)
    if form is None:
        raise Unresolved(message("references.form"))
    name, rest = form.groups()
    if name not in _KINDS:
        hint = suggestion(name, _KINDS)
        raise Unresolved(message("references.no-such-kind", kind=name, hint=hint))
    target, *options = reference_words(rest) or [""]
    if not target:
        raise Unresolved(message("references.no-target"))
    return _KINDS[name](target, options, page, catalog)


def _chart(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    slug, _, view = target.partition("/")
    known = [item.name for item in referenced_dataset(slug, catalog).views]
    if view not in known:
        hint = suggestion(view, known)
        raise Unresolved(message("references.no-such-chart", dataset=slug, chart=view, hint=hint))
    _refuse(options, "grafik")
    return _Block(target)


def _whole_table(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    dataset, table = referenced_table(target, catalog)
    _refuse(options, "tabel")
    return _Block(table_key(dataset.slug, table.name))


def _ranking(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    dataset, table = referenced_table(target, catalog)
    _refuse(options, "peringkat")
    notes = [note for note in dataset.notes if note.table == table.name]
    ranks = ranking(Reader(table, notes), dataset)
    if ranks is None:
        raise Unresolved(message("references.no-ranking", table=table.name))
    id_ = f"{table.name}-peringkat"
    return _Block(
        f"peringkat {target}", lambda: render("tabel", grid=ranks, id=id_, slug=dataset.slug)
    )


def _list(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    made = word_list(target, options, catalog)
    return _Block(" ".join(["daftar", target, *options]), made.write, made.terms)


def _figure(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    """The sum of a measure over the rows chosen, linked to the dataset's page."""
    slug = target.partition("/")[0]
    found = quoted_figure(target, options, catalog)
    link = posixpath.relpath(f"data/{slug}/index.md", posixpath.dirname(page) or ".")
    source = sentence(message("web.figure-source", slug=slug))
    return f'[{number(found.value)}{found.mark}]({link} "{source}"){{ .angka }}'


def _card(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    html = card(target, options, catalog)
    return _Block(" ".join(["kartu", target, *options]), lambda: html)


def _services(target: str, options: list[str], page: str, catalog: Catalog) -> _Block:
    _refuse(options, "layanan")
    html = service_list(target, catalog)
    if html is None:
        names = list_names()
        hint = suggestion(target, names)
        raise Unresolved(message("services.no-such-list", name=target, known=names, hint=hint))
    return _Block(f"layanan {target}", lambda: html)


def _refuse(options: list[str], kind: str) -> None:
    if options:
        raise Unresolved(message("references.takes-no-options", kind=kind))


_KINDS: Mapping[str, Callable[[str, list[str], str, Catalog], str | _Block]] = {
    "angka": _figure,
    "grafik": _chart,
    "tabel": _whole_table,
    "daftar": _list,
    "peringkat": _ranking,
    "kartu": _card,
    "layanan": _services,
}
