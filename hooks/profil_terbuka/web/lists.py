"""A table of words in one of the shapes a page may ask for (`{{ daftar: ... bentuk=... }}`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..model import Catalog, Dataset, Filter, Table
from ..references import Unresolved, find_table, pairs, row_filter
from .fragments import render
from .glossary import glossary, has_terms
from .outline import has_parents, is_list, outline, tree
from .register import register

Writer = Callable[[], str]
Options = dict[str, str]


def list_writer(target: str, options: list[str], catalog: Catalog) -> Writer:
    """How to write the list; everything that can be wrong is raised now, as Unresolved."""
    dataset, table = find_table(target, catalog)
    wanted = pairs(options)
    own = {name: value for name, value in wanted if name in _OWN}
    where = row_filter([pair for pair in wanted if pair[0] not in _OWN], table)
    if next(table.select(where), None) is None:
        raise Unresolved("tidak ada baris yang cocok.")
    form = own.pop("bentuk", "")
    if form not in _FORMS:
        raise Unresolved(
            f"pilihannya `bentuk=` salah satu dari: {', '.join(filter(None, _FORMS))}."
        )
    if own and form != "register":
        raise Unresolved(f"`{next(iter(own))}=` hanya untuk `bentuk=register`.")
    return _FORMS[form](form, dataset, table, where, own)


def _nested(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> Writer:
    if not is_list(table):
        raise Unresolved(f"tabel `{table.name}` berisi ukuran; pakai `tabel` atau `grafik`.")
    return lambda: render("daftar", branch=outline(table, where), slug=dataset.slug, bentuk=form)


def _tree(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> Writer:
    if not has_parents(table, dataset):
        raise Unresolved(
            f"tabel `{table.name}` tidak punya induk: perlu aturan `acuan` dari satu kolom ke "
            "kolom lain tabel itu sendiri."
        )
    return lambda: render("daftar", branch=tree(table, dataset), slug=dataset.slug, bentuk=form)


def _glossary(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> Writer:
    if not has_terms(table):
        raise Unresolved(f"tabel `{table.name}` tidak punya kolom istilah dan penjelasannya.")
    return lambda: render("istilah", terms=glossary(table, where), slug=dataset.slug)


def _register(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> Writer:
    entries = register(table, where, own.get("masa"), own.get("per"))
    return lambda: render("register", register=entries, slug=dataset.slug)


_OWN = ("bentuk", "masa", "per")
_FORMS: Mapping[str, Callable[[str, Dataset, Table, Filter, Options], Writer]] = {
    "": _nested,
    "centang": _nested,
    "garis-waktu": _nested,
    "pohon": _tree,
    "istilah": _glossary,
    "register": _register,
}
"""Outline, checklist, timeline; a hierarchy; terms with meanings; entries that can be filtered."""
