"""What files for programs promise, held against what is there: croissant.json and llms.txt."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping

from ..model.messages import Message, message
from .croissant import NAME as CROISSANT

LISTING = "llms.txt"
_CROISSANT = re.compile(rf"data/[^/]+/{re.escape(CROISSANT)}")
_LINK = re.compile(r"\]\(([^)\s]+)\)")

Fault = tuple[str, Message]
"""Address of a file, and what is wrong with it."""


def program_faults(files: Mapping[str, bytes], root: str) -> Iterator[Fault]:
    """Everything that they promise and is not so; `root` is the site's address.

    >>> files = {"llms.txt": b"- [Data](https://x/data/index.md)"}
    >>> [said.name for _, said in program_faults(files, "https://x/")]
    ['catalogues.file-missing']
    """
    for address in filter(_CROISSANT.fullmatch, sorted(files)):
        yield from ((address, said) for said in _misdescribed(address, files))
    for target in _LINK.findall(files.get(LISTING, b"").decode("utf-8", errors="replace")):
        inside = target.startswith(root)
        if inside and target.removeprefix(root) not in files:
            yield LISTING, message("catalogues.file-missing", file=target)


def _misdescribed(address: str, files: Mapping[str, bytes]) -> Iterator[Message]:
    """Tables that are not beside it, or not as it says."""
    try:
        listed = json.loads(files[address])["distribution"]
        sealed = {str(item["@id"]): str(item["sha256"]) for item in listed}
    except (ValueError, KeyError, TypeError) as problem:
        yield message("catalogues.metadata-unread", problem=repr(problem))
        return
    for name, seal in sealed.items():
        data = files.get(posixpath.join(posixpath.dirname(address), name))
        if data is None:
            yield message("catalogues.file-missing", file=name)
        elif hashlib.sha256(data).hexdigest() != seal:
            yield message("catalogues.seal-differs", file=name)
