"""What somebody probably meant: the known name nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ..model.messages import NOTHING, Message, message


def suggestion(word: str, known: Iterable[str]) -> Message:
    """' Mungkin maksudnya `x`.' as the end of a sentence; nothing where no known word is close.

    >>> suggestion("kelurahn", ["kecamatan", "kelurahan"])
    Message(name='read.perhaps', values=(('meant', 'kelurahan'),))
    >>> suggestion("abc", ["kelurahan"])
    Message(name='', values=())
    """
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return message("read.perhaps", meant=close[0]) if close else NOTHING
