"""Finished sites as commands take them: whole, and as they were sealed."""

from __future__ import annotations

from pathlib import Path

from .. import packing
from ..model.messages import message
from ..words.refusals import Refusal


def untouched_site(folder: Path) -> packing.SealedSite:
    """The site in a folder; raises Refusal with what is wrong with it, and what to do."""
    try:
        return packing.sealed_site(folder)
    except packing.Unsealed as reason:
        said = message("commands.with-remedy", said=reason.said, remedy=reason.remedy)
        raise Refusal(said) from None
