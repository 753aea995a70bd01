"""The content security policy: as narrow as said, and the same for every host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from adapter import Adapter
from profil_terbuka import hosting, pipeline
from profil_terbuka.web import policy
from support import add_program


def test_the_policy_is_as_narrow_as_said() -> None:
    rules = dict(policy.PAGE.directives)
    assert rules["default-src"] == rules["base-uri"] == ("'none'",)
    assert rules["script-src"] == ("'self'", "'wasm-unsafe-eval'")
    assert rules["style-src"] == rules["connect-src"] == rules["form-action"] == ("'self'",)
    for one in (policy.PAGE, policy.BARE, policy.EMBED):
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
    text = hosting.server_files(portal=True)[f"{hosting.FOLDER}{name}"]
    told = set(re.findall(r"\"(default-src [^\"]*)\"", text))
    listed = hosting.server_files(portal=True)[hosting.HEADERS]
    assert told == set(re.findall(r"Content-Security-Policy: (.*)", listed))
    assert told == {
        f"{policy.PAGE}; frame-ancestors 'self'",
        str(policy.EMBED),
        f"{policy.DOSSIERS}; frame-ancestors 'self'",
    }
    for header in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
        assert header in text
        assert header in listed


def test_apache_shows_the_page_for_lost_addresses() -> None:
    told = hosting.server_files(portal=False)[f"{hosting.FOLDER}apache.conf"]
    assert "\nErrorDocument 404 /404.html\n" in told


def test_the_host_is_told_the_folder_where_the_agency_stands() -> None:
    alone, above = (hosting.server_files(portal=one)[hosting.HEADERS] for one in (False, True))
    assert "\n/data/:dataset/sematan/*\n" in alone
    assert "\n/:instansi/data/:dataset/sematan/*\n" in above


def test_a_preview_lets_the_script_run_that_reloads_it(data: Path, kept: Path) -> None:
    project = add_program(data)
    (project / pipeline.CACHE).symlink_to(kept)
    for command, rules in (("serve", policy.PREVIEW), ("build", policy.PAGE)):
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
        config.extra["instansi"] = "contoh"
        made = Adapter()
        made.on_startup(command, dirty=False)
        made.on_config(config)
        assert made.publication.website.policy == policy.policy_head(rules)
    assert "'unsafe-inline'" in str(policy.PREVIEW)
