"""Which obligations the parts of the site that the program itself makes are about.

Pages and datasets say for themselves what they meet. Lists, forms and announcements are made by the
program: what these meet is said by the reference package, in the table `kewajiban-situs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model import Dataset
from ...model.findings import Place
from .obligations import OBLIGATIONS
from .reference import reference_table, text_rows

TABLE = "kewajiban-situs"


class SitePart(StrEnum):
    """A part of the site."""

    PUBLIC_LIST = "daftar-informasi"
    PERIODIC_LIST = "daftar-berkala"
    CATALOGUE = "katalog-data"
    SDI_TABLE = "metadata-sdi"
    ACTIVITY_FORM = "formulir-kegiatan"
    INDICATOR_FORM = "formulir-indikator"
    EXEMPT_LIST = "daftar-dikecualikan"
    REQUEST = "permohonan"
    OBJECTION = "keberatan"
    REQUEST_REGISTER = "register-permohonan"
    REFUSAL_GROUND = "dasar-penolakan"
    SERVICE_REPORT = "laporan-layanan"
    ANNOUNCEMENT = "pengumuman"
    SERVICE_COMPONENT = "komponen-layanan"
    DATA_RIGHTS = "hak-data-pribadi"
    DATA_OFFICER = "petugas-data-pribadi"


@dataclass(frozen=True, slots=True)
class SiteObligation:
    """One row: `kind` is the kind of announcement, the thing that is reported, or what of the
    metadata is meant; '' for others."""

    part: str
    kind: str
    obligation: str
    place: Place


def site_obligations(reference: Sequence[Dataset]) -> tuple[SiteObligation, ...]:
    """The table in its order; none without it."""
    table = reference_table(reference, OBLIGATIONS, TABLE, "bagian", "jenis", "kewajiban")
    if table is None:
        return ()
    return tuple(
        SiteObligation(row["bagian"], row["jenis"], row["kewajiban"], Place(table.file, number))
        for number, row in enumerate(text_rows(table), start=2)
    )


def obligations_of(part: SitePart, reference: Sequence[Dataset], kind: str = "") -> tuple[str, ...]:
    """The names of the obligations that a part of the site is about."""
    return tuple(
        item.obligation
        for item in site_obligations(reference)
        if (item.part, item.kind) == (part, kind)
    )
