"""What people who build on the program find beside it: forms, owners, how to cite, hooks."""

from __future__ import annotations

import re

import pytest
import yaml

from agencies import AGENCIES
from profil_terbuka.model.release import VERSION
from support import ROOT

FORMS = sorted(
    path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
)
PUBLIC_TEXTS = ("CODE_OF_CONDUCT.md", "CITATION.cff", ".github/CODEOWNERS")


def told(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_lint_holds_forms_and_citation_to_their_schemas() -> None:
    recipe = told("Makefile").partition("\nlint:")[2].partition("\n\n")[0]
    judged = dict(re.findall(r"--builtin-schema vendor\.(\S+) (\S+)\n", recipe))
    assert judged["github-issue-forms"] == "$(ISSUE_FORMS)"
    assert judged["github-issue-config"] == ".github/ISSUE_TEMPLATE/config.yml"
    assert judged["citation-file-format"] == "CITATION.cff"
    assert "\ncheck-jsonschema==" in told("requirements-dev.txt")


def test_there_is_a_form_for_data_that_are_wrong_for_wishes_and_for_faults() -> None:
    assert [path.stem for path in FORMS] == ["kekeliruan-data", "kutu", "permintaan-data"]
    assert (
        yaml.safe_load(told(".github/ISSUE_TEMPLATE/config.yml"))["blank_issues_enabled"] is False
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_warns_of_personal_data_before_it_asks(form) -> None:
    first, *asked = yaml.safe_load(form.read_text("utf-8"))["body"]
    assert first["type"] == "markdown"
    assert re.search(r"data pribadi|nama asli", first["attributes"]["value"])
    assert [item for item in asked if item.get("validations", {}).get("required")]


def test_a_wrong_figure_is_told_with_its_place_and_grounds() -> None:
    body = yaml.safe_load(told(".github/ISSUE_TEMPLATE/kekeliruan-data.yml"))["body"]
    needed = [item["id"] for item in body if item.get("validations", {}).get("required")]
    assert needed == ["alamat", "tempat", "tertulis", "dasar"]


def test_each_agency_owns_its_data_and_pages() -> None:
    lines = [line.split() for line in told(".github/CODEOWNERS").splitlines()]
    owners = {line[0]: line[1:] for line in lines if line and line[0] != "#"}
    for slug in AGENCIES:
        for folder in ("datasets", "docs"):
            assert owners[f"/{folder}/{slug}/"] == [f"@ORGANISASI/{slug}"]
    for path in owners.keys() - {"*"}:
        assert (ROOT / path.strip("/")).is_dir(), path
    teams = {team for named in owners.values() for team in named}
    assert all(team.startswith("@ORGANISASI/") for team in teams)
    assert "ORGANISASI adalah tempat kosong" in told(".github/CODEOWNERS")


def test_the_citation_names_this_release_and_its_licence() -> None:
    citation = yaml.safe_load(told("CITATION.cff"))
    assert citation["version"] == VERSION
    assert told("LICENSE").startswith(f"{citation['license']} License")
    holder = re.search(r"Copyright \(c\) \d+ (.+)", told("LICENSE"))
    assert holder
    assert citation["authors"] == [{"name": holder[1]}]


@pytest.mark.parametrize("name", PUBLIC_TEXTS)
def test_no_address_of_a_mailbox_is_invented(name: str) -> None:
    assert not re.search(r"[\w.-]+@[\w-]+\.\w+", told(name))


def test_hooks_run_what_is_locked_and_what_make_knows() -> None:
    (ours,) = yaml.safe_load(told(".pre-commit-config.yaml"))["repos"]
    assert ours["repo"] == "local"  # other repositories would bring versions of their own
    entries = {hook["id"]: hook["entry"].split() for hook in ours["hooks"]}
    assert entries.pop("data") == ["make", "--silent", "check"]
    assert re.search(r"^check:", told("Makefile"), re.M)
    for program, *_ in entries.values():
        assert f"\n{program.removeprefix('.venv/bin/')}==" in told("requirements-dev.txt")
