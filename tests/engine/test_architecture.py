"""The house rules that a machine can check: imports point down, adapters stay at the edge."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ENGINE

LAYERS = {
    0: {
        "aggregation",
        "continuity",
        "quantities",
        "model",
        "colours",
        "products",
        "findings",
        "codes",
        "allowed",
        "policy",
        "markup",
        "wording",
        "geo",
        "versions",
        "canonical",
        "timezones",
        "identifiers",
        "open_places",
        "hygiene",
        "located",
        "formulas",
    },
    1: {
        "documents",
        "notation",
        "program_faults",
        "violations",
        "duties",
        "descriptor",
        "agency",
        "tables",
        "layout",
        "spelling",
        "manuscripts",
        "addresses",
        "reference_contract",
        "recipes",
        "revision",
        "cache",
        "clock",
        "dictionary",
        "manifest",
        "workdays",
        "swap",
        "verify",
    },
    2: {
        "atlas",
        "catalog",
        "conform",
        "checks",
        "privacy",
        "disclosure",
        "references",
        "snapshot",
        "comparison",
        "draft",
        "citation",
        "quality",
        "history",
        "ppid",
    },
    3: {"charts", "downloads", "pages", "search", "feeds", "catalogues", "hosting"},
    4: {"site", "portal", "members"},
}
LAYER = {name: layer for layer, names in LAYERS.items() for name in names}
MODULES = sorted(path for path in ENGINE.rglob("*.py") if path != ENGINE / "__init__.py")


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


def inside(name: str) -> str | None:
    """The part of the engine an imported name belongs to."""
    words = name.split(".")
    return words[1] if words[0] == "profil_terbuka" and len(words) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_imports_point_down(path: Path) -> None:
    own = part(path)
    assert own in LAYER, f"{own} has no layer in this test"
    for name in imports(path):
        other = inside(name)
        if other is None or other == own:
            continue
        assert other in LAYER, f"{path.name} imports {name}, which has no layer"
        # Within a layer parts may build on each other, except the producers: they only meet above.
        allowed = LAYER[other] < LAYER[own] or (LAYER[other] == LAYER[own] and LAYER[own] != 3)
        assert allowed, f"{own} (layer {LAYER[own]}) imports {other} (layer {LAYER[other]})"


def test_no_import_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        others = {inside(name) for name in imports(path)} - {None, part(path)}
        graph.setdefault(part(path), set()).update(other for other in others if other)
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"cycle: {' -> '.join([*trail, name])}"
        if name not in done:
            for other in graph.get(name, ()):
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


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


def test_layer_zero_uses_only_the_standard_library() -> None:
    for path in MODULES:
        if LAYER[part(path)] == 0:
            foreign = {
                name.split(".")[0]
                for name in imports(path)
                if inside(name) is None and name.split(".")[0] != "profil_terbuka"
            }
            assert foreign <= set(sys.stdlib_module_names), f"{path.name}: {foreign}"


def test_hook_files_stay_short() -> None:
    for path in ENGINE.parent.glob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 60, path.name


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
