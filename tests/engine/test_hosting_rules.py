"""The rules for servers come from one table, and each says all of it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest
import yaml

import server_uji
from profil_terbuka.hosting import facts, server_files
from support import ROOT

RULES = server_files(portal=True)


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "caddy.conf"])
@pytest.mark.parametrize("media", facts.MEDIA_TYPES, ids=lambda media: media.extensions[0])
def test_each_server_knows_each_kind(name: str, media: facts.MediaType) -> None:
    told = RULES[f"server/{name}"]
    assert media.name in told
    for extension in media.extensions:
        assert re.search(rf"\b{extension}\b", told)


def test_no_end_of_a_name_means_two_kinds() -> None:
    known = [end for media in facts.MEDIA_TYPES for end in media.extensions]
    assert len(known) == len(set(known))


def test_text_is_told_to_be_utf_8_and_json_is_not() -> None:
    assert facts.media_of("a.csv").told.endswith("; charset=utf-8")
    assert facts.media_of("a.json").told == "application/json"


def test_cloudflare_takes_no_more_rules_than_it_says() -> None:
    """100 rules of at most 2,000 characters a line: its documentation of `_headers`."""
    lines = RULES["_headers"].splitlines()
    assert sum(line.startswith("/") for line in lines) <= 100
    assert max(map(len, lines)) <= 2000


def test_apache_is_told_the_path_of_a_site_that_has_one() -> None:
    told = server_files(portal=False, base="/kota/")["server/apache.conf"]
    assert "\nErrorDocument 404 /kota/404.html\n" in told


def dockerfile() -> list[list[str]]:
    """Its instructions as words, those of many lines as one."""
    whole = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line and not line.startswith("#")]
    return [shlex.split(line) for line in lines]


def test_the_container_serves_what_a_first_stage_built_and_is_nobodys_root() -> None:
    told = dockerfile()
    begins = [number for number, words in enumerate(told) if words[0] == "FROM"]
    assert len(begins) == 2
    last = told[begins[1] :]
    assert all(":" in told[number][1] and ":latest" not in told[number][1] for number in begins)
    assert ["USER", "101"] in last
    assert any(words[0] == "HEALTHCHECK" for words in last)
    assert not [words for words in last if words[0] in ("RUN", "ADD")]
    for words in last:
        if words[0] == "COPY" and not words[1].startswith("--from"):
            assert (ROOT / words[1]).is_file(), words


def test_the_container_builds_by_scripts_that_are_there() -> None:
    (build,) = [words for words in dockerfile() if "scripts/bangun.py" in words]
    scripts = [word for word in build if word.startswith("scripts/")]
    assert scripts == ["scripts/bangun.py", "scripts/paket.py"]
    assert all((ROOT / script).is_file() for script in scripts)
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/paket.py"), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--pohon" in done.stdout


def test_true_rows_stay_out_of_the_image() -> None:
    left_out = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert {"rahasia", "isian-*", "bukti-monev", ".venv"} <= set(left_out)


def test_a_missing_server_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_uji, "path_of", lambda name: None)
    with pytest.raises(server_uji.MissingServer, match="sudo apt install nginx apache2"):
        server_uji.found("nginx")


def test_what_is_late_is_told_weekly_and_writes_nothing_else() -> None:
    plan = yaml.safe_load((ROOT / ".github/workflows/jadwal.yml").read_text("utf-8"))
    assert plan["permissions"] == {"contents": "read"}
    writing = [job["permissions"] for job in plan["jobs"].values() if "permissions" in job]
    assert writing == [{"issues": "write"}]
