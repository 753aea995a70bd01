"""The house rules that a machine can check: imports point down, adapters stay at the edge."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from profil_terbuka import ppid
from support import ENGINE, ROOT

ROOMS = (
    "model",
    "words",
    "read",
    "system",
    "references",
    "services",
    "privacy",
    "importer",
    "charts",
    "explorer",
    "comparison",
    "history",
    "check",
    "disclosure",
    "quality",
    "citation",
    "downloads",
    "catalogues",
    "reporting",
    "web",
    "ppid",
    "render",
    "hosting",
    "publish",
    "portal",
    "pipeline",
    "packing",
    "attestation",
    "preview",
    "editing",
    "workbench",
    "cli",
)
"""The way of the data, top to bottom: a room builds on those that stand before it."""
PRODUCERS = {"charts", "downloads", "catalogues", "web"}
"""Values in, text or bytes out: they know nothing of each other and meet only above."""
STANDARD_LIBRARY_ONLY = {"model"}
EDGE = {ENGINE / "__init__.py", ENGINE / "__main__.py"}
MODULES = sorted(path for path in ENGINE.rglob("*.py") if path not in EDGE)


def part(path: Path) -> str:
    """The part of the engine a file belongs to: 'charts' for charts/spec.py."""
    return path.relative_to(ENGINE).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[str]:
    """Absolute names of all modules and names that a file imports."""
    package = ["profil_terbuka", *path.relative_to(ENGINE).with_suffix("").parts]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            up = package[: len(package) - node.level] if node.level else []
            base = [*up, *(node.module.split(".") if node.module else [])]
            yield from (".".join([*base, alias.name]) for alias in node.names)


def _absolute(path: Path) -> Iterator[str]:
    """The same for a file that may stand outside of the engine, where nothing is relative."""
    if path.is_relative_to(ENGINE):
        yield from imports(path)
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str) -> str | None:
    """The part of the engine an imported name belongs to."""
    words = name.split(".")
    return words[1] if words[0] == "profil_terbuka" and len(words) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_imports_point_down(path: Path) -> None:
    own = part(path)
    assert own in ROOMS, f"{own} is not among the rooms of this test"
    for name in imports(path):
        other = inside(name)
        if other is None or other == own:
            continue
        assert other in ROOMS, f"{path.name} imports {name}, which is no room"
        assert ROOMS.index(other) < ROOMS.index(own), f"{own} imports {other}, which stands below"
        assert not {own, other} <= PRODUCERS, f"{own} imports {other}: producers meet only above"


PPID_ORDER = ("law", "desk", "register", "letters", "files", "pages")
"""Within the desk's room: what it builds on stands before it."""


@pytest.mark.parametrize(
    "path", sorted((ENGINE / "ppid").rglob("*.py")), ids=lambda path: str(path.relative_to(ENGINE))
)
def test_the_desks_parts_point_down(path: Path) -> None:
    parts = path.relative_to(ENGINE / "ppid").parts
    if len(parts) == 1:
        return  # the face itself
    for name in imports(path):
        words = name.split(".")
        if words[:2] == ["profil_terbuka", "ppid"] and len(words) > 2:
            assert words[2] in PPID_ORDER, f"{path.name} imports {name}"
            assert PPID_ORDER.index(words[2]) <= PPID_ORDER.index(parts[0]), name


def test_the_desk_is_asked_through_its_face() -> None:
    outside = [path for path in MODULES if part(path) != "ppid"]
    outside += [*(ROOT / "hooks").glob("*.py"), *(ROOT / "scripts").glob("*.py")]
    for path in outside:
        for name in _absolute(path):
            words = name.split(".")
            if words[:2] == ["profil_terbuka", "ppid"] and len(words) > 2:
                assert words[2] in ppid.__all__, f"{path.name} goes past the face: {name}"


def public_names(path: Path) -> Iterator[str]:
    """Public classes and functions that a file defines at its top level."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_public_name_stands_twice() -> None:
    """Of the languages' grammar each name stands in every language, and in the face before it."""
    homes = defaultdict(list)
    for path in MODULES:
        if path.parent.parent.name != "words":
            for name in public_names(path):
                homes[name].append(path.relative_to(ENGINE).as_posix())
    assert len(homes) > 1000, "the names are not found any more"
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_every_module_stands_in_a_room() -> None:
    assert {path.parent for path in MODULES if path.parent == ENGINE} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_engine_never_imports_mkdocs(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] in {"mkdocs", "material"}]


def test_frictionless_sits_behind_one_module() -> None:
    users = {
        path.name
        for path in MODULES
        if any(name.split(".")[0] == "frictionless" for name in imports(path))
    }
    assert users == {"conform.py"}


def test_the_domain_needs_only_the_standard_library() -> None:
    for path in MODULES:
        if part(path) in STANDARD_LIBRARY_ONLY:
            foreign = {
                name.split(".")[0]
                for name in imports(path)
                if inside(name) is None and name.split(".")[0] != "profil_terbuka"
            }
            assert foreign <= set(sys.stdlib_module_names), f"{path.name}: {foreign}"


def test_mkdocs_is_known_to_one_thin_adapter() -> None:
    (adapter,) = ENGINE.parent.glob("*.py")
    assert len(adapter.read_text("utf-8").splitlines()) <= 260


def test_every_test_belongs_to_a_part() -> None:
    """Otherwise neither `make test-cepat` nor the closing lines know where to count it."""
    parts = {"engine", "commands", "data", "site", "browser"}
    tests = ENGINE.parent.parent / "tests"
    lost = [
        path for path in tests.rglob("test_*.py") if path.parent not in map(tests.joinpath, parts)
    ]
    assert lost == []


def test_engine_tests_build_no_site_and_open_no_browser() -> None:
    slow = {"built", "origin", "published", "project", "run", "run_again", "visit", "open_page"}
    for path in (ENGINE.parent.parent / "tests/engine").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                asked = {argument.arg for argument in node.args.args}
                assert not asked & slow, f"{path.name}: {node.name}"


def test_no_agency_is_named_in_code() -> None:
    root = ENGINE.parent.parent
    agencies = {path.parent.name for path in root.glob("datasets/*/instansi.yml")}
    assert agencies
    for folder in (root / "hooks", root / "scripts"):
        for path in folder.rglob("*.py"):
            text = path.read_text("utf-8").lower()
            assert not [name for name in agencies if name in text], path
