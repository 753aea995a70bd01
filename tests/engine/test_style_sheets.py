"""The style sheets are whole: a browser leaves out in silence what it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2

from support import ENGINE

SHEETS = sorted((ENGINE / "theme").rglob("*.css"))


def faults(css: str) -> Iterator[str]:
    """What cannot be read, with its line: in rules, in their declarations, in @media within."""
    for node in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        yield from _faults(node)


def _faults(node: tinycss2.ast.Node) -> Iterator[str]:
    if node.type == "error":
        yield f"{node.source_line}: {node.message}"
    for inner in getattr(node, "content", None) or ():
        if inner.type == "error":
            yield f"{inner.source_line}: {inner.message}"
    if node.type in ("qualified-rule", "at-rule") and node.content:
        for inner in tinycss2.parse_blocks_contents(
            node.content, skip_comments=True, skip_whitespace=True
        ):
            yield from _faults(inner)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_rule_can_be_read(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "css", ["a { color }", "a { color: red; } }", "@media print { a { b c } }"]
)
def test_what_cannot_be_read_is_seen(css: str) -> None:
    assert list(faults(css))
