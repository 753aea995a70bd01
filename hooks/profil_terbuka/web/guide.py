"""The staff guide's page on findings, written from the code's own registry."""

from __future__ import annotations

from dataclasses import dataclass

from ..check import EVERY_CODE
from ..model.findings import Code
from ..model.products import Page
from ..words import report
from .fragments import front_matter, mark, render

PATH = "panduan/temuan/index.md"


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


def guide_page() -> Page:
    """Every finding code with cause, example and mend."""
    title = "Arti setiap temuan"
    description = "Daftar kode temuan saat memeriksa data: sebab, contoh, dan cara memperbaikinya."
    parts = [front_matter(title, description), f"# {title}", mark("panduan/temuan")]
    kinds = [_explained(code) for code in sorted(EVERY_CODE, key=lambda code: code.name)]
    fragments = {"panduan/temuan": render("temuan", kinds=kinds)}
    return Page(PATH, "\n\n".join(parts) + "\n", fragments)
