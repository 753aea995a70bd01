"""The content security policy: every page tells it and satisfies it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from profil_terbuka import hosting
from profil_terbuka.model.products import DOSSIER
from profil_terbuka.web import policy

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
BEFORE = '<!doctypehtml><htmllang="id"><head><metacharset="utf-8">'
"""All that stands before it, without spaces."""
_OPEN_SCRIPT = re.compile(r"<script(?![^>]* src=)([^>]*)>")


@pytest.fixture(scope="module")
def published(built: Path) -> dict[str, str]:
    """All HTML of the built sites by address."""
    files = {path.relative_to(built).as_posix(): path for path in built.rglob("*.html")}
    assert len(files) > 500
    return {name: path.read_text("utf-8") for name, path in files.items()}


def expected(name: str, html: str) -> policy.Policy:
    """The policy that a page of that address tells."""
    if name.endswith(DOSSIER):
        return policy.dossier_policy(_STYLE.findall(html)[0])
    return policy.EMBED if "/sematan/" in name else policy.PAGE


def test_every_page_tells_its_policy_before_it_loads_anything(published: dict[str, str]) -> None:
    for name, html in published.items():
        head = html.partition("</head>")[0]
        rules = policy.policy_head(expected(name, html))
        assert html.count("Content-Security-Policy") == head.count(rules) == 1, name
        before = head.partition(rules)[0]
        assert "".join(before.split()) == BEFORE, name


def test_no_page_holds_script_or_style_of_its_own(published: dict[str, str]) -> None:
    for name, html in published.items():
        assert set(_OPEN_SCRIPT.findall(html)) <= {' type="application/ld+json"'}, name
        assert len(_STYLE.findall(html)) == name.endswith(DOSSIER), name
        assert not re.search(r"<[^>]* style=", html), name


@pytest.mark.parametrize("site", ["", "pontianak", "palangka-raya"])
def test_the_files_for_hosts_are_published_with_the_site(built: Path, site: str) -> None:
    made = hosting.server_files(portal=site == "")
    for name, text in made.items():
        assert (built / site / name).read_text("utf-8") == text
