#!/usr/bin/env python3
"""Photograph pages of site/: potret.py FOLDER [PAGE ...]

Every page at 360, 768 and 1280 px, light and dark, as FOLDER/<page>-<width>-<scheme>.png, and as
it is printed, as FOLDER/<page>.pdf. Without pages one of every kind (browser/page_types.py).
"""

import itertools
import runpy
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli.photographing import go, opened, served  # noqa: E402

SITE = ROOT / "site"
KINDS = ROOT / "tests/browser/page_types.py"
WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 800


def main(folder: Path, pages: Iterable[str]) -> None:
    """Write the pictures; `pages` are addresses below site/ such as '<instansi>/data/'."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {address: address.strip("/").replace("/", "_") or "portal" for address in pages}
    with served(SITE) as root, opened() as browser:
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page = browser.new_page(
                viewport={"width": width, "height": HEIGHT}, color_scheme=scheme
            )
            for address, name in names.items():
                go(page, f"{root}{address}")
                path = folder / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=str(path), full_page=True)
            page.close()
        page = browser.new_page()
        for address, name in names.items():
            go(page, f"{root}{address}")
            page.pdf(path=str(folder / f"{name}.pdf"), prefer_css_page_size=True)


def one_of_every_kind() -> Iterable[str]:
    """The pages on which browser tests try what every page must withstand."""
    kinds: Iterable[str] = runpy.run_path(str(KINDS))["PAGE_TYPES"]
    return kinds


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or one_of_every_kind())
