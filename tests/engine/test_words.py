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
from profil_terbuka.model.messages import message
from profil_terbuka.words.catalogues import catalogue, text
from profil_terbuka.words.language import DEFAULT
from profil_terbuka.words.scripts import script_words
from profil_terbuka.words.where import WORKBENCH, read_at
from support import ENGINE, ROOT

CATALOGUES = sorted((ENGINE / "words" / "id").glob("*.po"))
MODULES = sorted((*(ROOT / "hooks").rglob("*.py"), *(ROOT / "scripts").glob("*.py")))
SEVERITIES = {f"report.{severity}" for severity in Severity}
GUIDE = ("sebab", "contoh", "perbaikan")
"""What the staff guide says of each kind of finding: named by the kind, not by a sentence."""


@cache
def wordings() -> tuple[tuple[str, str, str], ...]:
    """Every sentence: its whole name, where it is read ('' for everywhere), and what it says."""
    return tuple(_wordings())


def _wordings() -> Iterator[tuple[str, str, str]]:
    for path in CATALOGUES:
        with path.open("rb") as file:
            for entry in read_po(file):
                if entry.id:
                    name = entry.id if isinstance(entry.id, str) else entry.id[0]
                    said = entry.string if isinstance(entry.string, str) else entry.string[0]
                    yield f"{path.stem}.{name}", entry.context or "", said


@cache
def entries() -> dict[str, str]:
    """Every sentence by its whole name."""
    return {name: said for name, where, said in wordings() if not where}


@cache
def values() -> dict[str, frozenset[str]]:
    """The values that a sentence asks for, in any of its wordings."""
    found: dict[str, frozenset[str]] = {}
    for name, _, said in wordings():
        found[name] = found.get(name, frozenset()) | placeholders(said)
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
        elif given and not values()[name] <= given:
            wrong.append(f"{path.name}: {name} needs {values()[name] - given}")
    assert not wrong


def test_scripts_know_every_value_of_their_sentences() -> None:
    """Where none is given, braces would be shown as they are."""
    assert {name: given for _, name, given in told_by_scripts()} == {
        name: placeholders(entries()[name]) for _, name, _ in told_by_scripts()
    }


def test_every_value_is_told() -> None:
    """A value that no sentence shows is one too many, but for the number that chooses a form."""
    silent = [
        f"{path.name}: {name}: {given - values()[name]}"
        for path, name, given in told_anywhere()
        if name in entries() and given - values()[name] - {"n"}
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
    "hooks/profil_terbuka/importer/reading/figures.py",  # words for an empty cell
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


# What the workbench says otherwise

ON_THE_WORKBENCH = ("importer", "editing")
"""The areas that may have wordings for it: no page of a site tells them."""
BEFORE_A_COMMAND = {
    "importer.answer-unreadable",  # answers come as fields there
    "importer.more-changes",  # of receipts in a terminal
    "importer.receipt-answer",
}
"""Sentences that nobody reads but those who type commands."""
COMMAND_WORDS = re.compile(r"\b[A-Z]{3,}=|(?<!\w)--[a-z]|\bmake [a-z]+\b|`[a-z-]+=")
"""Options and commands: nothing that the workbench has."""


def test_the_workbench_names_its_own_buttons_and_no_option_of_a_command() -> None:
    wrong = []
    for name in sorted(entries()):
        area, _, own = name.partition(".")
        if area in ON_THE_WORKBENCH and name not in BEFORE_A_COMMAND:
            entry = catalogue(DEFAULT, area).get(own, WORKBENCH) or catalogue(DEFAULT, area).get(
                own
            )
            assert entry is not None
            if COMMAND_WORDS.search(str(entry.string)):
                wrong.append(f"{name}: {entry.string}")
    assert not wrong


def test_only_what_names_options_is_said_to_commands_alone() -> None:
    """Else it needs no exception."""
    assert all(COMMAND_WORDS.search(entries()[name]) for name in BEFORE_A_COMMAND)


def test_a_wording_for_the_workbench_stands_beside_the_plain_one() -> None:
    for path in CATALOGUES:
        special = [entry for entry in catalogue(DEFAULT, path.stem) if entry.context]
        assert not special or path.stem in ON_THE_WORKBENCH
        assert {entry.context for entry in special} <= {WORKBENCH}
        assert {f"{path.stem}.{entry.id}" for entry in special} <= set(entries())


def test_a_sentence_is_said_otherwise_at_the_workbench() -> None:
    said = message("editing.no-number", value="x", title="Jumlah")
    assert "NILAI=" in text(said)
    with read_at(WORKBENCH):
        assert "NILAI=" not in text(said)
    assert "NILAI=" in text(said)
