"""What the desk's pages share: how a page is put together, who is reached how, the way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ...model import Agency
from ...products import Page
from ..fragments import front_matter, mark, render

HOME = "ppid/"
REQUEST = "permohonan"
OBJECTION = "keberatan"
REQUEST_FORM = "formulir-permohonan"
OBJECTION_FORM = "formulir-keberatan"
WITHHELD = "dikecualikan"
URGENT = "serta-merta"
REPORT = "laporan-layanan"
STANDARDS = "standar-pelayanan"

WAYS = {
    REQUEST: ("Meminta informasi", "caranya, tenggatnya, formulirnya"),
    OBJECTION: ("Mengajukan keberatan", "bila permintaan ditolak atau tidak dijawab"),
    WITHHELD: ("Yang tidak diterbitkan", "apa, mengapa, sampai kapan"),
    URGENT: ("Pengumuman serta merta", "keadaan yang membahayakan orang banyak"),
    REPORT: ("Laporan layanan", "berapa permintaan, berapa dijawab"),
    STANDARDS: ("Standar pelayanan", "syarat, waktu, dan biaya tiap layanan"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the desk; without a value the agency has not told it."""

    label: str
    value: str
    address: str = ""
    doubtful: bool = False


def page(
    name: str, title: str, description: str, parts: Sequence[str], fragments: Mapping[str, str]
) -> Page:
    """The page ppid/<name>/: headings as they are, everything else as marks of `fragments`.

    A part that names a fragment is replaced by its mark.
    """
    key = f"ppid/{name}/lain"
    found = {**fragments, key: render("ppid-lain", jalan=WAYS, di_sini=name, awal=HOME)}
    body = [mark(part) if part in found else part for part in (*parts, key)]
    head = [front_matter(title, description), f"# {title}"]
    return Page(f"{HOME}{name}/index.md", "\n\n".join([*head, *body]) + "\n", found)


def contact(agency: Agency) -> tuple[Fact, ...]:
    """Who is reached how; the agency's own office where the desk has none of its own."""
    desk = agency.desk

    def fact(label: str, name: str, instead: str = "", address: str = "") -> Fact:
        told = getattr(desk, name)
        return Fact(label, told or instead, address, bool(told) and name in desk.unverified)

    return (
        fact("PPID dinas", "post"),
        fact("Atasan PPID", "superior"),
        fact("Alamat kantor", "address", agency.address),
        fact("Telepon kantor", "phone", agency.phone or ""),
        fact("Surel", "email", address=f"mailto:{desk.email}" if desk.email else ""),
        fact("Jam layanan", "hours"),
        fact("PPID utama", "main", address=desk.main_site),
        fact("Dasar penunjukan", "basis"),
    )


def letter(agency: Agency, subject: str, lines: Sequence[str]) -> str:
    """An address that opens a letter with its subject and the things to be filled in; '' without
    anybody to write to."""
    if not agency.desk.email:
        return ""
    body = "\r\n".join(f"{line}:" for line in lines)
    return f"mailto:{agency.desk.email}?subject={quote(subject)}&body={quote(body, safe='')}"
