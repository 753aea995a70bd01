"""What comes with the program, for repositories that have none of their own.

The wheel holds a small repository beside the engine: the reference packages (`datasets/acuan`) and
the portal's pages with the staff guide (`docs/portal`). Whatever stands in a repository goes before
it: a package in place of the package of the same name, a page in place of the same page. In a
checkout of the program that folder is not there; its own repository holds all of it.
"""

from __future__ import annotations

from pathlib import Path

SHIPPED = Path(__file__).resolve().parent.parent / "bawaan"


def located(root: Path, file: str) -> Path:
    """Where the file lies that findings call `file`: in the repository `root`, or with the program.

    One that lies in neither is looked for in the repository.
    """
    own, shipped = root / file, SHIPPED / file
    return shipped if not own.exists() and shipped.exists() else own


def entries(root: Path, folder: str) -> tuple[Path, ...]:
    """What stands in a folder of the repository `root`, with what comes with the program and has no
    other of its name there; in order of names."""
    places = [place for place in (SHIPPED / folder, root / folder) if place.is_dir()]
    found = {path.name: path for place in places for path in place.iterdir()}
    return tuple(found[name] for name in sorted(found))


def files_below(root: Path, folder: str) -> tuple[tuple[str, Path], ...]:
    """The files below it, in the same way, by the name that each has there; in order of paths."""
    places = (SHIPPED / folder, root / folder)
    found = {
        path.relative_to(place): path
        for place in places
        for path in place.rglob("*")
        if not path.is_dir()
    }
    return tuple((name.as_posix(), found[name]) for name in sorted(found))
