"""README, reference, Makefile, schema and chart kinds agree: whoever adds one sees what to say."""

from __future__ import annotations

import json
import re

import pytest

from invented import dataset_of
from profil_terbuka.charts.kinds import KINDS
from profil_terbuka.downloads.formats import OF_AGENCIES, OF_DATASETS, OF_TABLES
from shapes import FIELDS
from support import ENGINE, ROOT

README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "REFERENCE.md").read_text("utf-8")
LONGEST = 200
"""Lines: a README is read once, from its beginning to its end."""
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SCHEMA = json.loads((ENGINE / "schemas" / "datapackage.schema.json").read_text("utf-8"))
STANDARD = {
    *("$schema", "name", "title", "description", "version", "created", "keywords", "licenses"),
    *("contributors", "sources", "resources", "type", "constraints", "id", "homepage", "image"),
    *("format", "example", "rdfType", "categories", "categoriesOrdered", "missingValues"),
    *("groupChar", "decimalChar", "bareNumber", "trueValues", "falseValues"),
}
"""Keys of Data Package v2, which the standard itself explains."""
EXPLAINED_BY_GUIDE = {"subjek", "frekuensi", "cakupan", "untuk"}
"""Keys of every draft that an importer writes: the staff guide (`panduan/`) tells of them."""
PARTS_OF = {"satuan_bacaan", "tidak_dijumlah"}
"""Keys that stand in the row of another."""
VARIABLES_OF_ALL = {"TANGGAL", "STRICT"}


def rows(heading: str) -> list[tuple[str, str]]:
    """The rows of the reference's table that begins with a heading, both cells."""
    _, _, table = REFERENCE.partition(f"| {heading} |")
    lines = table.partition("\n\n")[0].splitlines()[2:]
    assert lines, f"the reference has no table of {heading}"
    return [tuple(cell.strip() for cell in line.strip("|").split(" | ", 1)) for line in lines]  # type: ignore[misc]


def targets() -> dict[str, str]:
    """Every command that `make` lists, with its help and recipe."""
    found = re.findall(r"^([a-z-]+):(.*## .*\n(?:\t.*\n)*)", MAKEFILE, re.MULTILINE)
    return dict(found)


COMMANDS = re.findall(r"`make ([a-z-]+)([^`]*)`", README + REFERENCE)


def test_every_command_that_is_told_is_there() -> None:
    assert COMMANDS
    assert {name for name, _ in COMMANDS} <= targets().keys()


def test_every_command_is_told() -> None:
    told = {name for name, _ in re.findall(r"\bmake ([a-z-]+)()", README + REFERENCE)}
    others = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told |= set(re.findall(r"\bmake ([a-z-]+)", others))
    assert targets().keys() - told == {"help"}, "make alone tells of itself"


@pytest.mark.parametrize(("name", "options"), COMMANDS)
def test_a_command_takes_what_it_is_given(name: str, options: str) -> None:
    wanted = set(re.findall(r"\b([A-Z]+)=", options))
    recipe = targets()[name]
    for one in wanted - VARIABLES_OF_ALL:
        assert f"$({one})" in recipe or f",{one})" in recipe


def test_what_people_give_is_read_as_a_command_by_nobody() -> None:
    """Neither by the shell, nor by make, which reads what it hands on to programs."""
    recipes = "".join(targets().values())
    given = set(re.findall(r"\$\(call (?:as_is|option,[a-z-]+),([A-Z]+)\)", recipes))
    kept = MAKEFILE.partition("\nunexport ")[2].partition("\noption")[0].replace("\\", "").split()
    switches = set(re.findall(r"\$\(if \$\(([A-Z_]+)\),--[a-z-]+\)", recipes))
    assert given <= set(kept)
    assert set(re.findall(r"\$\(([A-Z_]+)\)", recipes)) <= switches | {"VENV", "MAKEFILE_LIST"}


def test_every_key_of_our_own_is_told() -> None:
    places = (SCHEMA, SCHEMA["$defs"]["kolomTabel"])
    own = {key for place in places for key in place["properties"]} - STANDARD
    listed = {key for keys, _ in rows("key") for key in re.findall(r"`([a-z_]+)`", keys)}
    row_of_another = {key for _, holds in rows("key") for key in re.findall(r"`([a-z_]+)`", holds)}
    assert listed <= own
    assert own - listed <= EXPLAINED_BY_GUIDE | (PARTS_OF & row_of_another)


def test_every_kind_of_rule_is_told_and_no_other() -> None:
    (holds,) = [holds for keys, holds in rows("key") if keys == "`aturan`"]
    kinds = SCHEMA["$defs"]["aturan"]["properties"]["jenis"]["enum"]
    assert sorted(re.findall(r"`([a-z]+)`", holds)) == sorted(kinds)


def test_a_kind_of_chart_that_is_named_is_there() -> None:
    (holds,) = [holds for keys, holds in rows("key") if keys == "`grafik`"]
    assert set(re.findall(r"\(`([a-z-]+)`\)", holds)) <= {kind.name for kind in KINDS}
    assert (ENGINE / "charts" / "kinds").is_dir()


def test_a_file_that_is_named_is_offered() -> None:
    """The others stand in the folder of formats, which the reference leads to."""
    dataset = dataset_of(FIELDS, [(2024, "A", 1, "A")])
    offered = {item.name(dataset.main).removeprefix(dataset.main.name) for item in OF_TABLES}
    offered |= {item.name(dataset).removeprefix(dataset.slug) for item in OF_DATASETS}
    offered |= {item.name for item in OF_AGENCIES}
    _, _, told = REFERENCE.partition("## The data\n\n")
    files = told.partition(" Each chart is there as")[0]
    named = re.findall(r"`(?:<[a-z]+>)?([a-z-]*\.[a-z.-]+)`", files)
    assert len(named) > 8
    assert [name for name in named if name not in offered] == []


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README + REFERENCE)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_a_readme_is_read_once() -> None:
    assert len(README.splitlines()) <= LONGEST
    assert re.findall(r"^## (.+)$", README, re.MULTILINE) == [
        *("Two commands", "How to adopt", "How it works", "How it compares", "Limits"),
        *("How to deploy", "Data and licence"),
    ]
