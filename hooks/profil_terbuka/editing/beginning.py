"""An agency begins: its folders with who it is and starter pages, no table yet."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from string import Template

from ..importer.reasons import Unusable
from ..model.geo import level_of
from ..model.messages import message
from ..read import agency as agencies
from ..read.atlas import region_names
from ..read.catalog import DATASETS, RESERVED, reference
from ..read.manuscripts import PAGES
from .target import identity

_SKELETON = Path(__file__).parent / "kerangka"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TOWN = 2
"""The level of towns and regencies among regions: `61.71`."""


def begin_agency(root: Path, slug: str, name: str, region: str) -> None:
    """Write the folders of a new agency; what only its people know stays open (`ISI: ...`).

    `region` is the code of its town, or NO_REGION. Raises Unusable, with nothing written, for a
    name or a code that cannot be, and where a folder is there already.
    """
    if not _SLUG.fullmatch(slug) or slug in RESERVED:
        raise Unusable(message("editing.agency-slug-unusable", slug=slug))
    folders = (Path(DATASETS) / slug, Path(PAGES) / slug)
    for folder in folders:
        if (root / folder).exists():
            raise Unusable(message("editing.agency-there", folder=folder.as_posix()))
    data, pages = (root / folder for folder in folders)
    data.mkdir(parents=True)
    shutil.copy(_SKELETON / agencies.NAME, data)
    shutil.copytree(_SKELETON / "docs", pages)
    told = {
        "judul": name,
        "nama": json.dumps(name, ensure_ascii=False),
        "wilayah": json.dumps(region),
    }
    for path in (data / agencies.NAME, *pages.rglob("*.md")):
        path.write_text(Template(path.read_text("utf-8")).substitute(told), "utf-8")
    try:
        identity(root, slug)
    except Unusable:  # a region code that cannot be: nothing half made stays
        shutil.rmtree(data)
        shutil.rmtree(pages)
        raise


def known_towns(root: Path) -> Mapping[str, str]:
    """Code -> name of every town and regency that the repository knows, by code."""
    names = region_names(reference(root))
    return {code: names[code] for code in sorted(names) if level_of(code) == _TOWN}
