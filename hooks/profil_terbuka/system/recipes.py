"""What made a kept result: the code it comes from, with everything that code imports.

A result kept by an older program must not be published by a newer one. So the seal of a module
covers the modules of this package that it reaches, the sentences they tell, the Python and the
libraries installed. It is worked out once per process, from import lines alone: parsing all modules
would cost half a second.
"""

from __future__ import annotations

import hashlib
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent
_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+)?import[ \t]+(\([^)]*\)|[^\n;]+)", re.M)
_BY_NAME = {
    "words/language.py": "words/*/*.py",
    "privacy/pdf.py": "privacy/pdf_reader.py",
}
"""Modules that load or run files by name, which no import line tells, and where these stand."""
_COMMENT = re.compile(r"#[^\n]*")
_NAME = re.compile(r"([.\w]+)(?:\s+as\s+\w+)?")
_TOLD = re.compile(r"\bmessage\(\s*f?[\"']([a-z]+)\.")
"""The area that the first part of a message's name tells."""


@cache
def recipe(module: str) -> str:
    """One hash for all that the results of `module` (its __name__) depend on besides its input."""
    total = hashlib.sha256(surroundings().encode())
    modules = reached(_module_file(module, ENGINE), ENGINE)
    for file in (*modules, *sentences(modules, ENGINE)):
        total.update(file.relative_to(ENGINE).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


@cache
def surroundings() -> str:
    """The Python that runs, and every library installed beside it, with its version."""
    libraries = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return "\n".join([sys.implementation.name, platform.python_version(), *sorted(libraries)])


def reached(start: Path, engine: Path) -> list[Path]:
    """The modules below the package folder `engine` that `start` imports, and theirs, in order.

    Those that are imported only inside a function count as well. `start` is one of them.
    """
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(file, engine)
    return sorted(found)


def sentences(modules: Sequence[Path], engine: Path) -> list[Path]:
    """The catalogues of words, in every language, that the modules take sentences from.

    Modules that reach no writer of sentences keep names and values only, whatever these say later.
    """
    if engine / "words" / "catalogues.py" not in modules:
        return []
    examples = engine / "model"  # says how sentences are named, and tells none
    tellers = [file for file in modules if examples not in file.parents]
    areas = set().union(*map(_areas, tellers))
    return sorted(path for path in engine.glob("words/*/*.po") if path.stem in areas)


@cache
def _areas(file: Path) -> frozenset[str]:
    """The areas of the sentences that one module tells."""
    return frozenset(_TOLD.findall(file.read_text("utf-8")))


@cache
def _imported(file: Path, engine: Path) -> tuple[Path, ...]:
    """The modules of the package that one module names in its import lines, or loads by name."""
    names = imports(file.read_text("utf-8"), _package(file, engine))
    inside = (name for name in names if name.partition(".")[0] == engine.name)
    loaded = _BY_NAME.get(file.relative_to(engine).as_posix())
    by_name = (path for path in engine.glob(loaded) if path.is_file()) if loaded else ()
    return tuple({*by_name, *(path for name in inside if (path := _nearest(name, engine)))})


def imports(text: str, package: str) -> Iterator[str]:
    """The whole names of what a module in `package` imports: modules, or names in modules.

    A line of prose that looks like an import may be among them: it leads nowhere, or to a module
    too many, never to one too few.

    >>> list(imports("from ..model import Table", "profil_terbuka.read"))
    ['profil_terbuka.model.Table']
    """
    for source, names in _IMPORT.findall(text):
        listed = _NAME.findall(_COMMENT.sub("", names))
        if not source:
            yield from listed
            continue
        base = source
        if source.startswith("."):
            up = len(source) - len(source.lstrip("."))
            parts = package.split(".")
            base = ".".join(filter(None, [*parts[: len(parts) - up + 1], source.lstrip(".")]))
        yield from (f"{base}.{name}" for name in listed)


def _package(file: Path, engine: Path) -> str:
    return ".".join([engine.name, *file.parent.relative_to(engine).parts])


def _nearest(name: str, engine: Path) -> Path | None:
    """The module that a whole name leads to: itself, or the one it is a name in."""
    parts = name.split(".")[1:]
    for end in (len(parts), len(parts) - 1):
        if end >= 0 and (path := _module(engine.joinpath(*parts[:end]))):
            return path
    return None


def _module(path: Path) -> Path | None:
    """The file of a module or of a package."""
    package, module = path / "__init__.py", path.with_name(f"{path.name}.py")
    return package if package.is_file() else module if module.is_file() else None


def _module_file(module: str, engine: Path) -> Path:
    path = _module(engine.joinpath(*module.split(".")[1:]))
    if path is None:
        raise ValueError(f"{module} is no module of {engine.name}")
    return path
