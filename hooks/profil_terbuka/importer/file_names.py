"""Names of files: they become folders, titles and reasons, so nobody's number may stand in them."""

from __future__ import annotations

import re
from pathlib import PurePath

from ..model.messages import message
from ..privacy.kinds import PrivateKind
from ..privacy.scan import hits, without_private
from .reasons import Unusable

_NUMBERS = frozenset(PrivateKind) - {
    PrivateKind.ADDRESS,
    PrivateKind.POSITION,
    PrivateKind.PLATE,
    PrivateKind.CHILD,
}
"""What is one person's alone; a street or a place may be an office's."""


_LONG = re.compile(r"\d{15,}")
"""So many figures in a row number one person, or one card, whatever they stand for."""


def refuse_private_name(name: str) -> None:
    """Raise Unusable, without telling it, where a file's name holds somebody's number or e-mail."""
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    for spoken in (stem, stem.replace("_", " ")):
        shown = private_hidden(spoken)
        if shown != spoken:
            raise Unusable(message("importer.private-file-name", file=f"{shown}{ending}"))


def private_hidden(words: str) -> str:
    """The words of a file's name with numbers of people and e-mail masked.

    >>> private_hidden("Rekawati 0812-0000-0000"), private_hidden("penerima 2024")
    ('Rekawati 08••-••••-••••', 'penerima 2024')
    """
    found = any(hit.kind in _NUMBERS for hit in hits(words))
    return _LONG.sub("•" * 4, without_private(words) if found else words)
