"""Titles that spell what the program makes of names: each heading has an id of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import well
from support import Run, change

DESCRIPTOR = "datasets/contoh/penerima/datapackage.json"


@pytest.mark.parametrize("title", ["Tabel penerima", "Grafik penerima per-kecamatan", "Unduh"])
def test_a_title_may_spell_a_name(project: Path, run: Run, title: str) -> None:
    text = (project / DESCRIPTOR).read_text("utf-8")
    old = text.partition('"title": "')[2].partition('"')[0]
    change(project / DESCRIPTOR, f'"title": "{old}"', f'"title": "{title}"')
    front = project / "docs/contoh/index.md"
    front.write_text(f"{front.read_text('utf-8')}\n## {title}\n", "utf-8")
    well(run("bangun.py"))
