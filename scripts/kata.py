#!/usr/bin/env python3
"""What translators have to say of the pages' templates: kata.py

Collects the sentences of all templates in words/templates.pot, and tells every other language's
templates.po what is new and what is gone; what it says already stays.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402
from profil_terbuka.words.templates import AREA, as_po, translators_catalogue  # noqa: E402

ENGINE = ROOT / "hooks" / "profil_terbuka"


def sentences() -> Catalog:
    """The sentences of the templates as they are now."""
    files = sorted(ENGINE.rglob("*.html"))
    return translators_catalogue(
        {path.relative_to(ENGINE).as_posix(): path.read_text("utf-8") for path in files}
    )


def updated(path: Path, found: Catalog) -> bytes:
    """A language's catalogue, asked for all that is found."""
    with path.open("rb") as file:
        spoken = read_po(file, locale=path.parent.name)
    spoken.update(found, no_fuzzy_matching=True)
    spoken.obsolete.clear()
    return as_po(spoken)


def main() -> None:
    """Write the catalogues, and say how many sentences there are."""
    found = sentences()
    (ENGINE / "words" / f"{AREA}.pot").write_bytes(as_po(found))
    for path in sorted((ENGINE / "words").glob(f"*/{AREA}.po")):
        path.write_bytes(updated(path, found))
    print(text(message("commands.sentences-collected", count=len(found))))


if __name__ == "__main__":
    main()
