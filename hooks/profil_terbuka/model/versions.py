"""Version numbers of editions: three whole numbers, compared as numbers."""

from __future__ import annotations

import re

FIRST = "1.0.0"
_SEMVER = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")

Rank = tuple[int, ...]


def is_version(text: str) -> bool:
    """Whether the text is a version number as https://semver.org writes it, without suffixes."""
    return _SEMVER.fullmatch(text) is not None


def rank(version: str) -> Rank:
    """A sort key: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))
