"""The program as a wheel: what another agency installs, and what it does in an empty folder."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import yaml

from installed_wheel import BEGIN, SLUG, Done, run, well
from profil_terbuka.cli.table import ROWS
from profil_terbuka.model.release import VERSION
from support import ENGINE, ROOT, fill_open_places, names, snapshot


def test_each_command_explains_itself(wheel_home: Path, home: Path) -> None:
    program = wheel_home / "venv/bin/python"
    told = json.loads(well(run(home, program, "-c", ASK_FOR_HELP)))
    assert set(told) == set(ROWS)
    assert {name: status for name, (status, _) in told.items() if status} == {}
    assert not [name for name, (_, said) in told.items() if "Cara pakai: " not in said]


ASK_FOR_HELP = """
import contextlib, io, json
from profil_terbuka.cli.main import command_line
from profil_terbuka.cli.table import ROWS
told = {}
for name in ROWS:
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            command_line([name, "--help"])
    except SystemExit as end:
        told[name] = (end.code, said.getvalue())
print(json.dumps(told))
"""


def test_the_program_knows_its_version(command: Callable[..., Done]) -> None:
    assert well(command("--version")) == f"{VERSION}\n"


def test_all_that_lies_beside_the_code_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        there = {name: packed.read(name) for name in packed.namelist()}
    own = {
        f"{ENGINE.name}/{name}": data
        for name, data in snapshot(ENGINE).items()
        if "__pycache__" not in name
    }
    shipped = {
        f"{ENGINE.name}/bawaan/{folder}/{name}": data
        for folder in ("datasets/acuan", "docs/portal")
        for name, data in snapshot(ROOT / folder).items()
    }
    assert shipped
    expected = {**own, **shipped}
    assert {name for name in expected if there.get(name) != expected[name]} == set()
    strange = {name for name in there if name not in expected and ".dist-info/" not in name}
    assert strange == {"profil_terbuka_mkdocs.py", f"{ENGINE.name}/bawaan/scripts/siapkan.py"}


def test_the_wheel_asks_for_all_libraries_that_are_locked_for_a_site(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        told = packed.read(name).decode("utf-8")
    asked = set(re.findall(r"^Requires-Dist: ([\w.-]+)(?:\[\w+\])?[^;\n]*$", told, re.M))
    locked = set(
        re.findall(r"^([\w.-]+)(?:\[\w+\])?==", (ROOT / "requirements.txt").read_text(), re.M)
    )
    assert {"mkdocs", "frictionless", "pyarrow"} <= {name.lower() for name in asked}
    assert {name.lower() for name in asked} <= {name.lower() for name in locked}
    assert f"\nVersion: {VERSION}\n" in told


def test_elsewhere_it_is_said_where_to_go(command: Callable[..., Done], home: Path) -> None:
    done = command("periksa")
    assert done.returncode == 2
    assert f"Folder {home} bukan repositori Profil Terbuka" in done.stderr
    assert names(home) == []


def test_another_folder_may_be_named(wheel_home: Path, repository: Path, tmp_path: Path) -> None:
    program = wheel_home / "venv/bin/profil-terbuka"
    for words in (("--akar", repository, "periksa"), ("periksa", "--akar", repository)):
        done = run(tmp_path, program, *words)
        assert done.returncode == 1
        assert f"docs/{SLUG}/index.md" in done.stderr


def test_a_folder_that_holds_other_things_stays_as_it_is(
    command: Callable[..., Done], home: Path
) -> None:
    (home / "skripsi.docx").write_bytes(b"milik orang")
    done = command(*BEGIN)
    assert done.returncode == 1
    assert "berisi hal lain: skripsi.docx." in done.stderr
    assert names(home) == ["skripsi.docx"]


def test_what_a_new_repository_of_a_host_holds_stays(
    command: Callable[..., Done], home: Path, wheel: Path
) -> None:
    (home / ".git").mkdir()
    (home / "README.md").write_text("# Milik kami\n", "utf-8")
    told = well(command(*BEGIN))
    assert "Sudah ada dan dibiarkan: README.md." in told
    assert (home / "README.md").read_text("utf-8") == "# Milik kami\n"
    assert (home / "requirements.txt").read_text("utf-8") == f"profil-terbuka=={VERSION}\n"
    assert (home / "roda" / wheel.name).read_bytes() == wheel.read_bytes()


def test_a_second_agency_joins_the_repository(
    command: Callable[..., Done], repository: Path
) -> None:
    before = snapshot(repository)
    well(command("baru", "dinas-kedua", "--nama", "Dinas Kedua"))
    after = snapshot(repository)
    assert {name: after[name] for name in before} == before
    new = {"/".join(name.split("/")[:2]) for name in set(after) - set(before)}
    assert new == {"datasets/dinas-kedua", "docs/dinas-kedua"}


def test_make_hands_over_what_people_write(repository: Path) -> None:
    tools = repository / ".venv/bin"
    tools.mkdir(parents=True)
    (tools / "profil-terbuka").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    (tools / "profil-terbuka").chmod(0o755)
    (repository / "scripts/siapkan.py").write_text("", "utf-8")
    said = ["BERKAS=isi $(x) `y`.xlsx", 'JUDUL=Jum\'at; "dua"', "TULIS=1"]
    told = well(run(repository, "make", "--silent", "impor", *said)).splitlines()
    assert told[0] == "impor"
    assert sorted(told[1:]) == said
    assert well(run(repository, "make", "--silent", "site", "STRICT=1")) == "bangun\nSTRICT=1\n"
    assert well(run(repository, "make", "--silent", "paket", "LURING=1")) == "paket\nLURING=1\n"
    assert "\npaket       ZIP situs" in well(run(repository, "make", "--silent"))


def test_the_new_repository_runs_its_test(repository: Path, wheel_home: Path) -> None:
    test = (wheel_home / "venv/bin/python", "-m", "unittest", "discover", "-s", "tests")
    assert run(repository, *test).returncode == 1
    fill_open_places(repository, SLUG)
    well(run(repository, *test))


def test_its_workflow_uses_what_ours_use(repository: Path) -> None:
    workflow = (repository / ".github/workflows/terbit.yml").read_text("utf-8")
    jobs = yaml.safe_load(workflow)["jobs"]
    assert [step["run"] for step in jobs["bangun"]["steps"] if "run" in step] == [
        "make test",
        "make site STRICT=1",
    ]
    ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    pinned = re.findall(r"uses: (\S+ # \S+)", workflow)
    assert len(pinned) == 5
    assert [name for name in pinned if name not in ours] == []
