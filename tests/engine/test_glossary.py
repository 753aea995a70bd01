"""The glossary of CONTRIBUTING.md: what it names is there."""

from __future__ import annotations

import functools
import re

import pytest

from support import ENGINE, ROOT

ROW = re.compile(r"^\| (`.+?) \| (.+?) \| .+ \|$", re.M)
NAME = re.compile(r"`([^`]+)`")
GLOSSARY = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Glossary")[2]
ROWS = ROW.findall(GLOSSARY)


@functools.cache
def code() -> frozenset[str]:
    """Every word of the engine."""
    texts = (path.read_text("utf-8") for path in ENGINE.rglob("*.py"))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text))


@functools.cache
def data() -> frozenset[str]:
    """Every word of the schemas and of the packages, and the packages' names."""
    files = [*ENGINE.glob("schemas/*.json"), *ROOT.glob("datasets/*/instansi.yml")]
    files += ROOT.glob("datasets/*/*/datapackage.json")
    words = {path.parent.name for path in files}
    for path in files:
        words |= set(re.findall(r"[\w-]+", path.read_text("utf-8")))
    return frozenset(words)


def test_there_are_terms() -> None:
    assert len(ROWS) > 15


@pytest.mark.parametrize(("in_code", "in_data"), ROWS)
def test_what_the_glossary_names_is_there(in_code: str, in_data: str) -> None:
    assert [name for name in NAME.findall(in_code) if name not in code()] == []
    assert [name for name in NAME.findall(in_data) if name not in data()] == []
