"""Answers to what nobody asks: which names of questions there are is told in one place."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator

from profil_terbuka.editing.unasked import OF_FILE, OF_THING, unasked
from profil_terbuka.importer import Receipt
from profil_terbuka.importer.grid import Book, SheetCell, grid_of
from support import ENGINE

BOOK = Book("a.csv", (grid_of([[SheetCell("Laju (%)"), SheetCell("2023")]]),))


def kinds_in_the_code() -> Iterator[str]:
    """The kind of each question that the importer asks, but where a value holds it."""
    folder = ENGINE / "importer"
    for path in sorted(folder.rglob("*.py")):
        names = [
            node.args[0].id
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "asked"
            and isinstance(node.args[0], ast.Name)
        ]
        dotted = ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)
        module = importlib.import_module(dotted) if names else None
        yield from (getattr(module, name) for name in names if name.isupper())


def test_every_kind_of_question_is_known() -> None:
    found = set(kinds_in_the_code())
    assert found
    assert found <= {*OF_FILE, *OF_THING}


def test_an_answer_about_what_is_there_may_still_be_asked() -> None:
    said = {"desimal Laju (%)": "koma", "strip 2023": "nol", "lembar": "Data", "desimal": "koma"}
    assert unasked(said, BOOK, None, Receipt("a.csv")) == {}
