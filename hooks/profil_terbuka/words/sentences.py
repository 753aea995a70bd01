"""Where one sentence ends and the next begins."""

from __future__ import annotations

import re

_END = re.compile(r"(?:(?<=\w\w\w)|(?<=[\w%]\)))\.\s+(?=[A-Z])")


def first_sentence(words: str) -> tuple[str, str]:
    """The first sentence without its full stop, and the rest ('' where there is one only).

    A dot after an abbreviation or inside a number ends no sentence.

    >>> first_sentence("Jumlahnya 1.245 orang. Terbanyak di Kec. Utara.")
    ('Jumlahnya 1.245 orang', 'Terbanyak di Kec. Utara.')
    """
    head, *rest = _END.split(words, maxsplit=1)
    return head.rstrip("."), rest[0] if rest else ""
