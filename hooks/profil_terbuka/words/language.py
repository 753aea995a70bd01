"""The language in which readers are spoken to: a folder below `words`, named by its code.

It holds the grammar as modules (`numbers`, `dates`, `amounts`, `labels` ...) and the sentences as
catalogues (`check.po` ...); but for the first language, the sentences of templates as well
(`templates.po`). Another language is another folder: nothing else has to be changed, and
tests/engine/test_languages.py tells what the folder still lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace

DEFAULT = "id"
_SPOKEN = SimpleNamespace(language=DEFAULT)
"""Of the whole process: a site is written in one language, by however many threads."""


def language() -> str:
    """The code of the language that is spoken: 'id'."""
    return str(_SPOKEN.language)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Another language for as long as this lasts; ModuleNotFoundError if there is none."""
    folder(code)
    before, _SPOKEN.language = language(), code
    try:
        yield
    finally:
        _SPOKEN.language = before


def grammar(part: str) -> ModuleType:
    """One module of the language that is spoken."""
    return import_module(f"{__package__}.{language()}.{part}")


def folder(code: str) -> Path:
    """Where a language's modules and catalogues stand."""
    package = import_module(f"{__package__}.{code}")
    return Path(package.__path__[0])
