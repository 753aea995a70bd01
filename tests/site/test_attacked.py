"""Whoever reads all that both agencies publish works out no withheld number."""

from __future__ import annotations

from pathlib import Path

import pytest

import attack
from agencies import AGENCIES


@pytest.mark.parametrize("slug", AGENCIES)
def test_nothing_is_recovered_from_the_agencies_sites(slug: str, built: Path) -> None:
    found = attack.published(built / slug / "data")
    assert attack.hidden(found)
    assert attack.narrow(found) == []
