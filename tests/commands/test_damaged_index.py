"""The search index is verified like every other file."""

from __future__ import annotations

from pathlib import Path

from support import Run, change


def test_a_damaged_index_is_not_published(published: Path, run_again: Run) -> None:
    change(
        published / "hooks" / "search.py",
        "        path.write_bytes(data)\n",
        "        path.write_bytes(data[:-1])\n",
    )
    result = run_again("bangun.py")
    assert result.returncode == 1
    assert "situs-berkas-berbeda" in result.stderr
