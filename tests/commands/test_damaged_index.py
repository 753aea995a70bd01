"""The search index is verified like every other file."""

from __future__ import annotations

from pathlib import Path

from programs import anew
from support import change, own_engine


def test_a_damaged_index_is_not_published(published: Path) -> None:
    change(
        own_engine(published) / "publish/finishing.py",
        "    write_files(folder, besides)\n",
        "    write_files(folder, {name: data[:-1] for name, data in besides.items()})\n",
    )
    result = anew(published, "bangun.py")
    assert result.returncode == 1
    assert "situs-berkas-berbeda" in result.stderr
