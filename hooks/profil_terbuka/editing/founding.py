"""A repository begins: what an agency needs beside its data, in a folder that was empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..importer.reasons import Unusable
from ..model.messages import message
from ..model.release import VERSION
from ..read.catalog import DATASETS
from ..read.shipped import SHIPPED

WHEELS = "roda"
"""The folder of a repository with the program itself, where nobody fetches it from elsewhere."""
_SKELETON = Path(__file__).parent / "repositori"
_MARK = ".awal"
"""Ends the name of each file of the skeleton: none of them is a part of the program."""
_PLACE = re.compile(r"\$(judul|slug|versi)\b")
_SET_UP = "scripts/siapkan.py"
_MAY_BE_THERE = {"README.md", "LICENSE", "CHANGELOG.md", WHEELS}
"""What may lie in the folder already; such files stay as they are."""


def is_repository(root: Path) -> bool:
    """Whether the folder holds datasets, or is to."""
    return (root / DATASETS).is_dir()


def refuse_full_folder(root: Path) -> None:
    """Raise Unusable where the folder holds what belongs to something else."""
    strangers = _strangers(root)
    if strangers:
        raise Unusable(message("editing.folder-not-empty", folder=str(root), found=strangers))


def found_repository(root: Path, slug: str, name: str, wheel: Path | None) -> tuple[str, ...]:
    """Write all that a repository of agency `slug` needs, but for the agency itself.

    What is there already stays: its paths are given back. `wheel` is the file that the program was
    installed from, where it is still there: a copy goes into the repository, which so needs nobody
    else.
    """
    told = {"judul": name, "slug": slug, "versi": VERSION}
    files = {**_skeleton(told), _SET_UP: _set_up()}
    if wheel is not None:
        files[f"{WHEELS}/{wheel.name}"] = wheel.read_bytes()
    there = tuple(path for path in sorted(files) if (root / path).exists())
    for path, data in files.items():
        target = root / path
        if path not in there:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return there


def _strangers(root: Path) -> tuple[str, ...]:
    """Names of what lies in the folder and belongs to something else."""
    return tuple(
        path.name
        for path in sorted(root.iterdir())
        if not (
            path.name.startswith(".")
            or path.name in _MAY_BE_THERE
            or path.suffix == ".whl"
            or (path / "pyvenv.cfg").is_file()
        )
    )


def _skeleton(told: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the skeleton with what is told of the agency, by their paths."""
    found = {}
    for path in sorted(_SKELETON.rglob(f"*{_MARK}")):
        text = path.read_bytes().decode("utf-8")
        filled = _PLACE.sub(lambda match: told[match[1]], text)
        name = path.relative_to(_SKELETON).as_posix().removesuffix(_MARK)
        found[name] = filled.encode("utf-8")
    return found


def _set_up() -> bytes:
    """The script that makes .venv: the one of the program's own repository."""
    own = Path(__file__).resolve().parents[3] / _SET_UP
    shipped = SHIPPED / _SET_UP
    return (shipped if shipped.exists() else own).read_bytes()
