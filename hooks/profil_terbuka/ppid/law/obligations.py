"""What the law asks an agency to publish: the reference packages `kewajiban` and `tenggat`."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from ...model import Dataset
from ...model.messages import message
from ...words.catalogues import text
from .reference import reference_table, text_rows
from .rhythms import Rhythm, read_rhythms

OBLIGATIONS = "kewajiban"
DOCUMENTS = "kewajiban-dokumen"
_YES, _PUBLISH = "ya", "terbitkan"
_OBLIGATION = (
    "id",
    "peraturan",
    "pasal",
    "pasal_terverifikasi",
    "kategori",
    "butir",
    "jenis",
    "sifat",
    "dokumen",
    "induk",
    "frekuensi",
    "fakta_tetap",
    "berlaku_opd",
    "wilayah",
    "bukti_di_situs",
    "isi_terverifikasi",
    "tingkat_bukti",
    "naskah_dibaca",
    "tautan_cukup",
    "boleh_nihil",
    "biasanya_di",
)


class ObligationCategory(StrEnum):
    """Groups of obligations in the order in which readers see them."""

    PERIODIC = "berkala"
    URGENT = "serta-merta"
    ANY_TIME = "setiap-saat"
    SERVICE = "layanan"
    EXEMPT = "dikecualikan"
    PERSONAL_DATA = "data-pribadi"
    STATISTICS = "satu-data"


class Demand(StrEnum):
    """What is asked of an agency, the strictest first."""

    ANNOUNCED = "wajib-diumumkan"
    """To be put before the public unasked."""
    AVAILABLE = "wajib-tersedia"
    """To be there at any time for whoever asks."""
    PRACTICE = "praktik-baik"
    """Asked by assessors; no text that was read makes it a duty."""


class ArticleReading(StrEnum):
    """Where somebody has read the number of an article."""

    ITSELF = "ya"
    """In a copy of the law itself."""
    CARRIED_OVER = "turunan"
    """In a later regulation that repeats the rule."""
    NOWHERE = "tidak"


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """What fulfils one obligation or several, so that it is counted once."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class ObligationCorrection:
    """What an agency's legal office says of one column of an obligation instead."""

    obligation: str
    column: str
    value: str
    by: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """One row of the law.

    `demand`, `document`, `standing`, `link_suffices` and `may_be_nil` are only known of leaves.
    """

    name: str
    law: str
    article: str
    """As the law numbers it; '' where nobody has read the number anywhere."""
    article_read: str
    """An `ArticleReading`."""
    category: str
    text: str
    kind: str
    demand: Demand
    document: str
    parent: str
    rhythm: str
    standing: bool
    """Whether it asks for what holds until it changes: to be reviewed, never late by its age."""
    applies: bool
    region: str
    expected: str
    verified: bool
    """Whether the wording was read in a text, not remembered."""
    grade: str
    """How good the proof of the wording is, from A to R; see `words.proof`."""
    source: str
    """The text in which the wording was read; '' where it was none."""
    link_suffices: bool
    may_be_nil: bool
    holder: str
    corrections: tuple[ObligationCorrection, ...] = ()
    """What the agency's legal office has put right, in the order of its table."""

    @property
    def basis(self) -> str:
        """'UU 14/2008 Pasal 9 ayat (3)'; never a number that nobody has read."""
        if not self.article:
            return text(message("ppid.article-unverified", law=self.law))
        if self.article_read == ArticleReading.CARRIED_OVER:
            said = message("ppid.article-carried-over", law=self.law, article=self.article)
            return text(said)
        return f"{self.law} {self.article}"


@dataclass(frozen=True)
class Law:
    """All obligations by name and all documents, in the reference package's order; all rhythms."""

    all: Mapping[str, Obligation]
    rhythms: Mapping[str, Rhythm]
    region: str
    titles: Mapping[str, str] = field(default_factory=dict)
    """What documents are called, by name."""

    @cached_property
    def leaves(self) -> Mapping[str, Obligation]:
        """What is judged: published items that nothing below them fulfils more closely."""
        parents = {item.parent for item in self.all.values()}
        return {
            name: item
            for name, item in self.all.items()
            if self._publishable(item) and name not in parents
        }

    @cached_property
    def documents(self) -> tuple[AskedDocument, ...]:
        """The documents that leaves ask for, in order; a leaf that names none is one of its own."""
        asked = {document_of(leaf, self.titles) for leaf in self.leaves.values()}
        listed = [name for name in self.titles if name in asked]
        alone = [name for name in self.leaves if name in asked and name not in self.titles]
        titles = {name: self.leaves[name].text for name in alone} | dict(self.titles)
        return tuple(AskedDocument(name, titles[name]) for name in (*listed, *alone))

    def below(self, name: str) -> tuple[Obligation, ...]:
        """The leaves that together fulfil a parent; none for a leaf."""
        children = [item for item in self.all.values() if item.parent == name]
        found = [leaf for child in children for leaf in self.below(child.name)]
        found += [child for child in children if child.name in self.leaves]
        return tuple(dict.fromkeys(found))

    def _publishable(self, item: Obligation) -> bool:
        return (
            item.kind == _PUBLISH
            and item.applies
            and (not item.region or item.region == self.region)
        )


def read_law(reference: Sequence[Dataset], region: str) -> Law | None:
    """The law for an agency of that region; None where the repository holds no such reference."""
    listed = reference_table(reference, OBLIGATIONS, OBLIGATIONS, *_OBLIGATION)
    rhythms = read_rhythms(reference)
    if listed is None or rhythms is None:
        return None
    found = [_obligation(row) for row in text_rows(listed)]
    documents = reference_table(reference, OBLIGATIONS, DOCUMENTS, "dokumen", "judul")
    named = text_rows(documents) if documents else ()
    titles = {row["dokumen"]: row["judul"] for row in named}
    return Law({item.name: item for item in found}, rhythms, region, titles)


def document_of(leaf: Obligation, known: Container[str]) -> str:
    """The document that fulfils a leaf, by name; the leaf itself where it names no known one."""
    return leaf.document if leaf.document in known else leaf.name


def demand_of(word: str) -> Demand:
    """What goes by this word; what says nothing is asked by nobody's rule.

    >>> demand_of("wajib-tersedia"), demand_of("")
    (<Demand.AVAILABLE: 'wajib-tersedia'>, <Demand.PRACTICE: 'praktik-baik'>)
    """
    return Demand(word) if word in set(Demand) else Demand.PRACTICE


def _obligation(row: Mapping[str, str]) -> Obligation:
    article_read = row["pasal_terverifikasi"]
    return Obligation(
        name=row["id"],
        law=row["peraturan"],
        article="" if article_read == ArticleReading.NOWHERE else row["pasal"],
        article_read=article_read,
        category=row["kategori"],
        text=row["butir"],
        kind=row["jenis"],
        demand=demand_of(row["sifat"]),
        document=row["dokumen"],
        parent=row["induk"],
        rhythm=row["frekuensi"],
        standing=row["fakta_tetap"] == _YES,
        applies=row["berlaku_opd"] != "tidak",
        region=row["wilayah"],
        expected=row["bukti_di_situs"],
        verified=row["isi_terverifikasi"] == _YES,
        grade=row["tingkat_bukti"],
        source=row["naskah_dibaca"],
        link_suffices=row["tautan_cukup"] == _YES,
        may_be_nil=row["boleh_nihil"] == _YES,
        holder=row["biasanya_di"],
    )
