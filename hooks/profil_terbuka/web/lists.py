"""A table of words in one of the shapes a page may ask for (`{{ daftar: ... bentuk=... }}`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model import Catalog, Dataset, Filter, Table
from ..model.messages import message
from ..model.products import Term
from ..references import Unresolved, chosen_rows, option_pairs, referenced_table
from .fragments import render
from .glossary import glossary, has_terms
from .outline import has_parents, is_list, list_outline, tree
from .register import register

SERVICES = "layanan"
"""The subject of datasets whose remarks tell people what to bring and to do."""

Writer = Callable[[], str]
Options = dict[str, str]


@dataclass(frozen=True, slots=True)
class WordList:
    """How to write a list as HTML, and the terms that it explains."""

    write: Writer
    terms: tuple[Term, ...] = ()


def word_list(target: str, options: list[str], catalog: Catalog) -> WordList:
    """The list asked for; everything that can be wrong is raised now, as Unresolved."""
    dataset, table = referenced_table(target, catalog)
    wanted = option_pairs(options)
    own = {name: value for name, value in wanted if name in _OWN}
    where = chosen_rows([pair for pair in wanted if pair[0] not in _OWN], table)
    if next(table.select(where), None) is None:
        raise Unresolved(message("references.no-rows"))
    form = own.pop("bentuk", "")
    if form not in _FORMS:
        forms = tuple(filter(None, _FORMS))
        raise Unresolved(message("references.no-such-form", forms=forms))
    if own and form != "register":
        raise Unresolved(message("references.only-for-register", option=next(iter(own))))
    return _FORMS[form](form, dataset, table, where, own)


def _nested(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> WordList:
    if not is_list(table):
        raise Unresolved(message("references.holds-measures", table=table.name))
    branch = list_outline(table, where, calm=dataset.subject == SERVICES)
    return WordList(lambda: render("daftar", branch=branch, slug=dataset.slug, bentuk=form))


def _tree(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> WordList:
    if not has_parents(table, dataset):
        raise Unresolved(message("references.without-parents", table=table.name))
    branch = tree(table, dataset)
    return WordList(lambda: render("daftar", branch=branch, slug=dataset.slug, bentuk=form))


def _glossary(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> WordList:
    if not has_terms(table):
        raise Unresolved(message("references.without-terms", table=table.name))
    terms = glossary(table, where)
    return WordList(lambda: render("istilah", terms=terms, slug=dataset.slug), terms)


def _register(form: str, dataset: Dataset, table: Table, where: Filter, own: Options) -> WordList:
    entries = register(table, where, own.get("masa"), own.get("per"))
    return WordList(lambda: render("register", register=entries, slug=dataset.slug))


_OWN = ("bentuk", "masa", "per")
_FORMS: Mapping[str, Callable[[str, Dataset, Table, Filter, Options], WordList]] = {
    "": _nested,
    "centang": _nested,
    "garis-waktu": _nested,
    "pohon": _tree,
    "istilah": _glossary,
    "register": _register,
}
"""Outline, checklist, timeline; a hierarchy; terms with meanings; entries that can be filtered."""
