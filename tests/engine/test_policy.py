"""The content security policy: every page tells it and satisfies it, and hosts say more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

import theme
from profil_terbuka import hosting, policy
from profil_terbuka.products import DOSSIER

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
        return policy.dossier(_STYLE.findall(html)[0])
    return policy.BARE if "/sematan/" in name else policy.PAGE


def test_every_page_tells_its_policy_before_it_loads_anything(published: dict[str, str]) -> None:
    for name, html in published.items():
        head = html.partition("</head>")[0]
        rules = policy.head(expected(name, html))
        assert html.count("Content-Security-Policy") == head.count(rules) == 1, name
        before = head.partition(rules)[0]
        assert "".join(before.split()) == BEFORE, name


def test_no_page_holds_script_or_style_of_its_own(published: dict[str, str]) -> None:
    for name, html in published.items():
        assert set(_OPEN_SCRIPT.findall(html)) <= {' type="application/ld+json"'}, name
        assert len(_STYLE.findall(html)) == name.endswith(DOSSIER), name
        assert not re.search(r"<[^>]* style=", html), name


def test_the_policy_is_as_narrow_as_said() -> None:
    rules = dict(policy.PAGE.directives)
    assert rules["default-src"] == rules["base-uri"] == ("'none'",)
    assert rules["script-src"] == ("'self'", "'wasm-unsafe-eval'")
    assert rules["style-src"] == rules["connect-src"] == rules["form-action"] == ("'self'",)
    for one in (policy.PAGE, policy.BARE):
        assert not re.search(r"unsafe-inline|'unsafe-eval|http|\*", str(one))


def test_changing_a_directive_leaves_the_others() -> None:
    changed = policy.PAGE.but("script-src", "'none'").but("frame-ancestors", "'self'")
    assert (
        str(changed)
        == str(policy.PAGE).replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'")
        + "; frame-ancestors 'self'"
    )


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "caddy.conf"])
def test_every_server_says_the_same(name: str) -> None:
    text = hosting.files(portal=True)[f"{hosting.FOLDER}{name}"]
    told = set(re.findall(r"\"(default-src [^\"]*)\"", text))
    listed = hosting.files(portal=True)[hosting.HEADERS]
    assert told == set(re.findall(r"Content-Security-Policy: (.*)", listed))
    assert told == {
        f"{policy.PAGE}; frame-ancestors 'self'",
        str(policy.BARE),
        f"{policy.DOSSIERS}; frame-ancestors 'self'",
    }
    for header in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
        assert header in text
        assert header in listed


@pytest.mark.parametrize("site", ["", "pontianak", "palangka-raya"])
def test_the_files_for_hosts_are_published_with_the_site(built: Path, site: str) -> None:
    made = hosting.files(portal=site == "")
    for name, text in made.items():
        assert (built / site / name).read_text("utf-8") == text


def test_the_host_is_told_the_folder_where_the_agency_stands() -> None:
    alone, above = (hosting.files(portal=one)[hosting.HEADERS] for one in (False, True))
    assert "\n/data/:dataset/sematan/*\n" in alone
    assert "\n/:instansi/data/:dataset/sematan/*\n" in above


def test_a_preview_lets_the_script_run_that_reloads_it() -> None:
    config = MkDocsConfig()
    for command, rules in (("serve", policy.PREVIEW), ("build", policy.PAGE)):
        theme.on_startup(command, dirty=False)
        assert theme.on_config(config).extra["kebijakan"] == policy.head(rules)
    assert "'unsafe-inline'" in str(policy.PREVIEW)
