"""The staff guide's page on findings, written from the code's own registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..check import EVERY_CODE
from ..model.findings import Code
from ..model.messages import message
from ..model.products import GeneratedPage
from ..words import report
from ..words.catalogues import text
from .fragments import render
from .page import write_page

CHART_KINDS = "panduan/jenis-grafik"
"""Marks the place of the table of chart kinds in a page that people write."""


@dataclass(frozen=True)
class ExplainedCode:
    """A kind of finding in words."""

    name: str
    severity: str
    answerable: bool
    cause: str
    example: str
    remedy: str


def _explained(code: Code) -> ExplainedCode:
    return ExplainedCode(
        name=code.name,
        severity=report.severity(code),
        answerable=code.answerable,
        cause=report.cause(code),
        example=report.example(code),
        remedy=report.general_remedy(code),
    )


@dataclass(frozen=True)
class GuideView:
    """What halaman/temuan.html shows."""

    kinds: Sequence[ExplainedCode]


def guide_page() -> GeneratedPage:
    """Every finding code with cause, example and mend."""
    kinds = [_explained(code) for code in sorted(EVERY_CODE, key=lambda code: code.name)]
    title, description = text(message("web.guide")), text(message("web.guide-description"))
    view = GuideView(kinds)
    return write_page("temuan", "panduan/temuan/", title, description, view)


def chart_kinds(lines: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """The kinds of chart (name, use, what it asks for) as a table, by its mark."""
    return {CHART_KINDS: render("jenis-grafik", jenis=lines).rstrip()}
