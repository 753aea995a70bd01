"""Sentences stand in the catalogues: each that is told is there, each that is there is told."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from profil_terbuka.check import EVERY_CODE
from profil_terbuka.model.findings import Severity
from profil_terbuka.words.scripts import script_words
from support import ENGINE, ROOT

CATALOGUES = sorted((ENGINE / "words" / "id").glob("*.po"))
MODULES = sorted((*(ROOT / "hooks").rglob("*.py"), *(ROOT / "scripts").glob("*.py")))
SEVERITIES = {f"report.{severity}" for severity in Severity}
GUIDE = ("sebab", "contoh", "perbaikan")
"""What the staff guide says of each kind of finding: named by the kind, not by a sentence."""


@cache
def entries() -> dict[str, str]:
    """Every sentence by its whole name."""
    found = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for entry in read_po(file):
                if entry.id:
                    name = entry.id if isinstance(entry.id, str) else entry.id[0]
                    said = entry.string if isinstance(entry.string, str) else entry.string[0]
                    found[f"{path.stem}.{name}"] = said
    return found


def told() -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Each `message("area.name", value=...)` in the code: where, its name, its values' names."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message"):
                continue
            whole = all(item.arg for item in node.keywords)
            if node.args and isinstance(node.args[0], ast.Constant) and whole:
                given = frozenset(item.arg for item in node.keywords if item.arg)
                yield path, str(node.args[0].value), given


def placeholders(sentence: str) -> frozenset[str]:
    """The values that a sentence asks for."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def told_by_scripts() -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Each `kata("area.name", { value: ... })` in the scripts of pages, likewise."""
    for path in sorted(ENGINE.rglob("*.js")):
        for name, given in script_words(path.read_text("utf-8")):
            yield path, name, given


@cache
def told_anywhere() -> tuple[tuple[Path, str, frozenset[str]], ...]:
    return (*told(), *told_by_scripts())


def test_whatever_is_told_has_words_for_its_values() -> None:
    wrong = []
    for path, name, given in told_anywhere():
        if name not in entries():
            wrong.append(f"{path.name}: no words for {name}")
        elif given and not placeholders(entries()[name]) <= given:
            wrong.append(f"{path.name}: {name} needs {placeholders(entries()[name]) - given}")
    assert not wrong


def test_scripts_know_every_value_of_their_sentences() -> None:
    """Where none is given, braces would be shown as they are."""
    assert {name: given for _, name, given in told_by_scripts()} == {
        name: placeholders(entries()[name]) for _, name, _ in told_by_scripts()
    }


def test_every_value_is_told() -> None:
    """A value that no sentence shows is one too many, but for the number that chooses a form."""
    silent = [
        f"{path.name}: {name}: {given - placeholders(entries()[name])}"
        for path, name, given in told_anywhere()
        if name in entries() and given - placeholders(entries()[name]) - {"n"}
    ]
    assert not silent


def test_no_sentence_is_left_over() -> None:
    code = "\n".join(path.read_text("utf-8") for path in MODULES)
    code += "\n".join(path.read_text("utf-8") for path in ENGINE.rglob("*.html"))
    guide = {f"{code.area}.{code.name}.{part}" for code in EVERY_CODE for part in GUIDE}
    named = {name for _, name, _ in told_anywhere()} | guide | SEVERITIES
    unused = [name for name in entries() if name not in named and f'"{name}"' not in code]
    assert not unused


@pytest.mark.parametrize("part", GUIDE)
def test_the_guide_explains_every_kind_of_finding(part: str) -> None:
    missing = [
        code.name for code in EVERY_CODE if f"{code.area}.{code.name}.{part}" not in entries()
    ]
    assert not missing


# No sentence in Python

SMALL_WORDS = frozenset(
    [
        "yang",
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "dengan",
        "tidak",
        "ini",
        "itu",
        "adalah",
        "atau",
        "pada",
        "sudah",
        "belum",
        "oleh",
        "dalam",
        "hanya",
        "juga",
        "dapat",
        "supaya",
        "agar",
        "bila",
        "jika",
        "karena",
    ]
)
"""Hardly an Indonesian sentence goes without one of them."""
PATTERN = re.compile(r"[\\|]|\(\?")
"""A pattern recognises what others wrote; it says nothing."""
RECOGNISED = {
    "hooks/profil_terbuka/charts/order.py",  # levels of schooling
    "hooks/profil_terbuka/importer/figures.py",  # words for an empty cell
}
"""Modules with lists of what others write."""
ROOMS = [path for path in MODULES if ENGINE in path.parents and "words" not in path.parts]


def sentences_in(path: Path) -> list[str]:
    """Strings of a module, docstrings aside, that look like Indonesian sentences."""
    tree = ast.parse(path.read_text("utf-8"))
    mute = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in mute
    )
    return [text for text in texts if _is_sentence(text)]


def _is_sentence(text: str) -> bool:
    words = re.findall(r"\w+", text.lower())
    several = " " in text.strip() and len(words) >= 3
    return several and not PATTERN.search(text) and not SMALL_WORDS.isdisjoint(words)


def test_no_sentence_stands_in_the_code() -> None:
    speaking = {path.relative_to(ROOT).as_posix() for path in ROOMS if sentences_in(path)}
    assert speaking == RECOGNISED
