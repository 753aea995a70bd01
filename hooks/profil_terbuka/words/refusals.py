"""Why something cannot be done: an exception that carries a sentence for staff, yet to be said."""

from __future__ import annotations

from ..model.messages import NOTHING, Message
from .catalogues import text


class Refusal(Exception):
    """`said` is the reason, `remedy` how to mend this very case; `str()` tells the reason.

    >>> from ..model.messages import message
    >>> str(Refusal(message("report.error")))
    'kesalahan'
    """

    def __init__(self, said: Message, remedy: Message = NOTHING) -> None:
        super().__init__(said, remedy)
        self.said, self.remedy = said, remedy

    def __str__(self) -> str:
        return text(self.said)
