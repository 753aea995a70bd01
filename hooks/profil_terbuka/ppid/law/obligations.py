"""What the law asks an agency to publish: the reference packages `kewajiban` and `tenggat`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ...model import Dataset
from ...model.messages import message
from ...words.catalogues import text
from .reference import reference_table, text_rows
from .rhythms import Rhythm, read_rhythms

OBLIGATIONS = "kewajiban"
_YES, _PUBLISH = "ya", "terbitkan"
_OBLIGATION = (
    "id",
    "peraturan",
    "pasal",
    "pasal_terverifikasi",
    "kategori",
    "butir",
    "jenis",
    "induk",
    "frekuensi",
    "berlaku_opd",
    "wilayah",
    "bukti_di_situs",
    "isi_terverifikasi",
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


@dataclass(frozen=True, slots=True)
class Obligation:
    """One row of the law; `link_suffices` and `may_be_nil` are only known of leaves."""

    name: str
    law: str
    article: str
    """As the law numbers it; '' where nobody has read the number in the law."""
    category: str
    text: str
    kind: str
    parent: str
    rhythm: str
    applies: bool
    region: str
    expected: str
    verified: bool
    """Whether the wording was read in a text, not remembered."""
    link_suffices: bool
    may_be_nil: bool
    holder: str

    @property
    def basis(self) -> str:
        """'UU 14/2008 Pasal 9 ayat (3)'; never a number that was not verified."""
        if self.article:
            return f"{self.law} {self.article}"
        return text(message("ppid.article-unverified", law=self.law))


@dataclass(frozen=True)
class Law:
    """All obligations by name, in the order of the reference package, and all rhythms."""

    all: Mapping[str, Obligation]
    rhythms: Mapping[str, Rhythm]
    region: str

    @cached_property
    def leaves(self) -> Mapping[str, Obligation]:
        """What is judged: published items that nothing below them fulfils more closely."""
        parents = {item.parent for item in self.all.values()}
        return {
            name: item
            for name, item in self.all.items()
            if self._publishable(item) and name not in parents
        }

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
    return Law({item.name: item for item in found}, rhythms, region)


def _obligation(row: Mapping[str, str]) -> Obligation:
    return Obligation(
        name=row["id"],
        law=row["peraturan"],
        article=row["pasal"] if row["pasal_terverifikasi"] == _YES else "",
        category=row["kategori"],
        text=row["butir"],
        kind=row["jenis"],
        parent=row["induk"],
        rhythm=row["frekuensi"],
        applies=row["berlaku_opd"] != "tidak",
        region=row["wilayah"],
        expected=row["bukti_di_situs"],
        verified=row["isi_terverifikasi"] == _YES,
        link_suffices=row["tautan_cukup"] == _YES,
        may_be_nil=row["boleh_nihil"] == _YES,
        holder=row["biasanya_di"],
    )
