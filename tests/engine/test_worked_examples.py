"""The examples in docstrings hold: whoever reads how something is computed can rely on them."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ENGINE = Path(__file__).resolve().parents[2] / "hooks" / "profil_terbuka"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in ENGINE.rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_worked_examples_hold(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted, "its examples stand where nobody runs them"
    assert not found.failed
