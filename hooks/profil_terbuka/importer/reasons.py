"""Why no package can be made of a table."""

from __future__ import annotations

from ..model.messages import Message, message
from ..words.refusals import Refusal


class Unusable(Refusal):
    """The reason, and what to do; scripts say theirs in their own words."""

    def __init__(self, said: Message | str) -> None:
        sentence = message("importer.as-said", sentence=said) if isinstance(said, str) else said
        super().__init__(sentence)
