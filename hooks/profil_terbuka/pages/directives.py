"""References in pages: `{{ angka: pkh tahun=2024 }}`, `{{ grafik: pkh/per-kecamatan }}`.

Prose takes every figure by reference, so a page cannot contradict a table. A reference that does
not resolve is a finding and stops the build.
"""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterator
from decimal import Decimal

from .. import codes
from ..documents import nearest
from ..findings import Finding, Place
from ..model import Catalog, Dataset, Filter, Role, Table
from ..wording import number
from .fragments import list_key, mark, ranking_key, table_key
from .grid import Reader
from .outline import is_list
from .ranking import ranking

_DIRECTIVE = re.compile(r"\{\{(.*?)\}\}")
_FORM = re.compile(r"\s*([a-z]+)\s*:\s*(.*?)\s*")
_STRAY = re.compile(r"\{\{|\}\}")


class _Unresolved(Exception):
    """Why a reference cannot be resolved, in Indonesian; never leaves this module."""


def expand(text: str, page: str, catalog: Catalog) -> str:
    """The Markdown of `page` (path below the agency's pages) with every reference resolved.

    Call it only on pages that `check` has passed; a bad reference raises ValueError.
    """

    def resolve(found: re.Match[str]) -> str:
        try:
            return _resolve(found[1], page, catalog)
        except _Unresolved as problem:
            raise ValueError(f"{page}: {problem}") from problem

    return _DIRECTIVE.sub(resolve, text)


def check(text: str, page: str, file: str, catalog: Catalog) -> Iterator[Finding]:
    """A finding for each reference of a page that does not resolve; `file` is the path shown."""
    figures: set[str] = set()
    for found in _DIRECTIVE.finditer(text):
        place = Place(file, _line(text, found.start()))
        try:
            result = _resolve(found[1], page, catalog)
        except _Unresolved as problem:
            yield Finding(codes.PAGE_DIRECTIVE, place, f"`{found[0]}`: {problem}")
            continue
        if result in figures:
            message = f"`{found[0]}` sudah ada di halaman ini; cukup satu kali."
            yield Finding(codes.PAGE_DIRECTIVE, place, message)
        if result.startswith("<div"):
            figures.add(result)
    rest = _DIRECTIVE.sub("", text)
    for stray in _STRAY.finditer(rest):
        place = Place(file, _line(rest, stray.start()))
        message = f"Ada `{stray[0]}` tanpa pasangannya di baris yang sama."
        yield Finding(codes.PAGE_DIRECTIVE, place, message)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _resolve(body: str, page: str, catalog: Catalog) -> str:
    form = _FORM.fullmatch(body)
    if form is None:
        raise _Unresolved("bentuknya harus `{{ nama: isi }}`.")
    name, rest = form.groups()
    try:
        words = shlex.split(rest)
    except ValueError:
        raise _Unresolved("tanda kutipnya tidak berpasangan.") from None
    if name not in _KINDS:
        raise _Unresolved(f"tidak ada rujukan `{name}`.{nearest(name, _KINDS)}")
    if not words:
        raise _Unresolved("sasarannya belum disebut.")
    return _KINDS[name](words[0], words[1:], page, catalog)


def _chart(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    slug, _, view = target.partition("/")
    dataset = _dataset(slug, catalog)
    known = [item.name for item in dataset.views]
    if view not in known:
        raise _Unresolved(f"dataset `{slug}` tidak punya grafik `{view}`.{nearest(view, known)}")
    if options:
        raise _Unresolved("rujukan grafik tidak menerima pilihan.")
    return mark(target)


def _whole_table(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    slug, _, name = target.partition("/")
    table = _table(_dataset(slug, catalog), name or slug)
    if options:
        raise _Unresolved("rujukan tabel tidak menerima pilihan.")
    return mark(table_key(slug, table.name))


def _ranking(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    slug, _, name = target.partition("/")
    table = _table(_dataset(slug, catalog), name or slug)
    if options:
        raise _Unresolved("rujukan peringkat tidak menerima pilihan.")
    if ranking(Reader(table)) is None:
        raise _Unresolved(f"tabel `{table.name}` tidak dapat diperingkatkan menurut tahun.")
    return mark(ranking_key(slug, table.name))


def _outline(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    slug, _, name = target.partition("/")
    table = _table(_dataset(slug, catalog), name or slug)
    if not is_list(table):
        raise _Unresolved(f"tabel `{table.name}` berisi ukuran; pakai `tabel` atau `grafik`.")
    place = mark(list_key(slug, table.name))
    if not options:
        return place
    form = options[0].removeprefix("bentuk=")
    if options != [f"bentuk={form}"] or form not in _FORMS:
        raise _Unresolved(f"pilihannya `bentuk=` salah satu dari: {', '.join(_FORMS)}.")
    return f'<div class="{form}">{place}</div>'


def _figure(target: str, options: list[str], page: str, catalog: Catalog) -> str:
    """The sum of a measure over the rows chosen, linked to the dataset's page."""
    slug, _, table_name = target.partition("/")
    dataset = _dataset(slug, catalog)
    table = _table(dataset, table_name or slug)
    measure, where = _choice(table, options)
    rows = [row for _, row in table.select(where)]
    if not rows:
        raise _Unresolved("tidak ada baris yang cocok.")
    excluded = [row for row in rows if not table.status(row).counts]
    if excluded:
        raise _Unresolved(
            f"{len(excluded)} baris berstatus `{table.status(excluded[0])}` (tidak boleh dikutip)."
        )
    values = [table.value(row, measure) for row in rows]
    missing = sum(value is None for value in values)
    if missing:
        raise _Unresolved(f"{missing} sel kosong ikut terpilih; angkanya tidak lengkap.")
    total = sum((value for value in values if isinstance(value, int | Decimal)), start=0)
    link = posixpath.relpath(f"data/{slug}/index.md", posixpath.dirname(page) or ".")
    return f'[{number(total)}]({link} "Sumber: data {slug}"){{ .angka }}'


_KINDS = {
    "angka": _figure,
    "grafik": _chart,
    "tabel": _whole_table,
    "daftar": _outline,
    "peringkat": _ranking,
}


_FORMS = ("centang", "garis-waktu")
"""Looks of an outline: a checklist, a timeline."""


def _dataset(slug: str, catalog: Catalog) -> Dataset:
    if slug not in catalog.by_slug:
        raise _Unresolved(f"tidak ada dataset `{slug}`.{nearest(slug, catalog.by_slug)}")
    return catalog.by_slug[slug]


def _table(dataset: Dataset, name: str) -> Table:
    known = [table.name for table in dataset.tables]
    if name not in known:
        raise _Unresolved(
            f"dataset `{dataset.slug}` tidak punya tabel `{name}`.{nearest(name, known)}"
        )
    return dataset.table(name)


def _choice(table: Table, options: list[str]) -> tuple[str, Filter]:
    """The measure column (`ukuran=`; needed only where there are several) and the row filter."""
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    measure = measures[0] if len(measures) == 1 else ""
    where: dict[str, tuple[str | int, ...]] = {}
    for option in options:
        column, equals, value = option.partition("=")
        if not equals:
            raise _Unresolved(f"`{option}` harus berbentuk `kolom=nilai`.")
        if column == "ukuran":
            measure = value
        elif column not in table.schema:
            raise _Unresolved(
                f"tidak ada kolom `{column}`.{nearest(column, table.schema.position)}"
            )
        else:
            where[column] = tuple(_typed(part, table, column) for part in value.split("|"))
    if measure not in measures:
        raise _Unresolved(f"sebutkan `ukuran=` salah satu dari: {', '.join(measures)}.")
    return measure, where


def _typed(text: str, table: Table, column: str) -> str | int:
    if table.schema[column].type not in ("integer", "year"):
        return text
    try:
        return int(text)
    except ValueError:
        raise _Unresolved(f"kolom `{column}` berisi bilangan, bukan `{text}`.") from None
