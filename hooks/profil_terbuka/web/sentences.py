"""What a chart says, parted into the headline of its figure and the rest."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?:(?<=\w\w\w)|(?<=[\w%]\)))\.\s+(?=[A-Z])")


def headline(sentence: str) -> tuple[str, str]:
    """The first sentence, which heads the figure, and the rest ('' where there is one only).

    A dot after an abbreviation or inside a number ends no sentence.
    """
    head, *rest = _SENTENCE_END.split(sentence, maxsplit=1)
    return head.rstrip("."), rest[0] if rest else ""
