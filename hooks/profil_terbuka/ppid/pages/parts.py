"""What the desk's pages share: how a page is put together, who is reached how, the way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from ...model import Agency
from ...model.products import Page
from ...web.fragments import front_matter, mark
from .templates import render

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
    """The page ppid/<name>/: headings as they are, everything else as marks of `fragments`."""
    body = [mark(part) if part in fragments else part for part in parts]
    head = [front_matter(title, description), f"# {title}"]
    return Page(_path(name), "\n\n".join([*head, *body]) + "\n", fragments)


def with_ways(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, each with the way to the others at its end."""
    there = {name: words for name, words in WAYS.items() if _path(name) in _paths(pages)}
    return tuple(_with_ways(page, there) for page in pages)


def _with_ways(page: Page, there: Mapping[str, tuple[str, str]]) -> Page:
    others = {name: words for name, words in there.items() if _path(name) != page.path}
    if not others:
        return page
    key = f"{page.path}/lain"
    html = render("ppid-lain", jalan=others, awal=HOME)
    return replace(
        page,
        markdown=f"{page.markdown}\n{mark(key)}\n",
        fragments={**page.fragments, key: html},
    )


def _path(name: str) -> str:
    return f"{HOME}{name}/index.md"


def _paths(pages: Sequence[Page]) -> set[str]:
    return {page.path for page in pages}


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
