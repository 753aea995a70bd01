"""Cases and golden files: an input laid over the invented agency, and what is expected of it.

What a golden file holds differs: `expectation.py` writes codes and values, a wording test words.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from support import ROOT, add_material, change

CASES = ROOT / "tests" / "cases"


def prepare(case: Path, repository: Path) -> None:
    """Lay the case over the repository."""
    if (case / "bahan.txt").is_file():
        add_material(repository, *(case / "bahan.txt").read_text("utf-8").split())
    if (case / "isi").is_dir():
        shutil.copytree(case / "isi", repository, dirs_exist_ok=True, symlinks=True)
    if (case / "ubah.json").is_file():
        for file, changes in json.loads((case / "ubah.json").read_text("utf-8")).items():
            for old, new in changes:
                change(repository / file, old, new)


def compare(actual: str, expected_file: Path) -> None:
    """Hold what was made against its golden file."""
    changed = expected_file.with_stem(f"{expected_file.stem}-changed")
    changed.unlink(missing_ok=True)
    expected = expected_file.read_text("utf-8") if expected_file.is_file() else None
    if actual != expected and not os.environ.get("CI"):
        target = expected_file if expected is None else changed
        target.write_text(actual, "utf-8")
    assert expected is not None, f"no {expected_file}: outside CI it has been written; read it"
    assert actual == expected, f"read {changed.name} beside {expected_file}, then move it there"
