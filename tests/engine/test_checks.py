"""The registry of checks is whole: no module and no kind of finding is forgotten."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

import profil_terbuka
from profil_terbuka.check import CHECKS, EVERY_CODE, kinds
from profil_terbuka.model import codes
from profil_terbuka.model.findings import Code


def test_every_module_of_a_check_is_listed_once() -> None:
    names = [f"{kinds.__name__}.{found.name}" for found in pkgutil.iter_modules(kinds.__path__)]
    held = [import_module(name).CHECK for name in names]
    assert Counter(map(id, held)) == Counter(map(id, CHECKS))


def engine_codes() -> Iterator[tuple[str, Code]]:
    """Every kind of finding that a module of the engine holds by name, with the module."""
    for found in pkgutil.walk_packages(profil_terbuka.__path__, f"{profil_terbuka.__name__}."):
        import_module(found.name)
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{profil_terbuka.__name__}."):
            for value in vars(module).values():
                if isinstance(value, Code):
                    yield name, value


def test_every_kind_of_finding_is_listed_once() -> None:
    assert {code for _, code in engine_codes()} == set(EVERY_CODE)
    names = [code.name for code in EVERY_CODE]
    assert len(names) == len(set(names))


def test_a_kind_of_finding_that_only_one_check_makes_stands_beside_it() -> None:
    makers: dict[Code, set[str]] = {}
    for check in CHECKS:
        for code in check.codes:
            makers.setdefault(code, set()).add(check.find.__module__)
    for code, modules in makers.items():
        if code not in codes.COMMON:
            (module,) = modules
            assert code in vars(sys.modules[module]).values(), code.name


def test_a_check_declares_every_kind_of_finding_it_makes() -> None:
    for check in CHECKS:
        module = sys.modules[check.find.__module__]
        made = {
            eval(ast.unparse(call.args[0]), {}, dict(vars(module)))
            for call in ast.walk(ast.parse(inspect.getsource(module)))
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Finding"
            if not (isinstance(call.args[0], ast.Name) and call.args[0].id == "code")
        }
        assert made <= set(check.codes), module.__name__
