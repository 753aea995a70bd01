"""Words that data use to choose among what the program knows: each is known, or a finding."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka import pipeline
from profil_terbuka.catalogues import vocabulary
from profil_terbuka.comparison import snapshot
from profil_terbuka.model import CellStatus, ChangeKind, NoteStatus, PeriodKind, Role
from profil_terbuka.model.periods import PERIOD_EXAMPLES
from profil_terbuka.portal.members import portal_members
from profil_terbuka.read import broken_rules, tables
from profil_terbuka.read.descriptor import parts
from profil_terbuka.read.schemas import schema
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from profil_terbuka.words import labels
from support import written

SCHEMA: Any = schema("datapackage.schema.json")
DEFS: Any = SCHEMA["$defs"]
FIELD: Any = DEFS["kolomTabel"]["properties"]


@pytest.mark.parametrize(
    ("allowed", "known"),
    [
        (SCHEMA["properties"]["frekuensi"]["enum"], labels.FREQUENCY),
        (SCHEMA["properties"]["frekuensi"]["enum"], vocabulary.FREQUENCIES),
        (SCHEMA["properties"]["subjek"]["enum"], labels.SUBJECT),
        (FIELD["type"]["enum"], labels.TYPE),
        (FIELD["type"]["enum"], {*tables._TYPES, "string"}),
        (FIELD["peran"]["enum"], set(Role)),
        (set(Role), labels.ROLE),
        (FIELD["periode"]["enum"], set(PeriodKind)),
        (set(PeriodKind), PERIOD_EXAMPLES),
        (DEFS["aturan"]["properties"]["jenis"]["enum"], parts._RULES),
        (DEFS["catatan"]["properties"]["status"]["enum"], set(NoteStatus)),
        (set(NoteStatus), labels.NOTE_STATUS),
        (DEFS["riwayat"]["properties"]["jenis"]["enum"], set(ChangeKind)),
        (set(ChangeKind), labels.CHANGE),
        (set(CellStatus) - {CellStatus.NORMAL}, labels.CELL_STATUS),
        (("array", "boolean", "integer", "null", "number", "object"), broken_rules.TYPE_NAMES),
    ],
)
def test_whatever_the_schema_allows_has_its_words(
    allowed: Iterable[str], known: Collection[str]
) -> None:
    assert set(allowed) <= set(known)


def test_a_hostile_summary_with_a_value_of_another_type_is_a_finding(
    data: Path, tmp_path: Path, cache: Cache
) -> None:
    """The schema of summaries is the only one that speaks of `null`."""
    checked = pipeline.examine(data, "contoh", cache)
    made = written(checked, cache)
    summary = json.loads(made.files["ringkasan.json"])
    folder = tmp_path / "situs/contoh"
    folder.mkdir(parents=True)
    told = snapshot.Contribution(
        concept="pkh",
        dataset="penerima",
        title="Penerima",
        meaning="penerima",
        equal=True,
        remark="sama",
        decided_by="Dinas",
        decided_on="2026-01-01",
        additive=True,
        unit_read=False,
        observations=(snapshot.Observation(2024, "", 5),),
        unmatched=(),
    )
    summary["contributions"] = [asdict(told)]
    (folder / "ringkasan.json").write_text(json.dumps(summary), "utf-8")
    _, (about_other_files,) = portal_members(tmp_path / "situs")
    assert "feed.xml" in words.text(about_other_files.message)  # the summary itself is fine
    summary["contributions"][0]["observations"][0]["value"] = "banyak"
    (folder / "ringkasan.json").write_text(json.dumps(summary), "utf-8")
    found, (finding,) = portal_members(tmp_path / "situs")
    assert found == ()
    assert finding.code.name == "ringkasan-tidak-terpakai"
    assert "kosong (null)" in words.text(finding.message)
