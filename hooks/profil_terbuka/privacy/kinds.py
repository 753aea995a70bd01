"""What sorts of private data there are, and where one was found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PrivateKind(StrEnum):
    """What sort of private data."""

    NIK = "nik"
    NIP = "nip"
    NPWP = "npwp"
    CARD = "kartu"
    PHONE = "telepon"
    EMAIL = "surel"
    ADDRESS = "alamat"
    POSITION = "koordinat"
    ACCOUNT = "rekening"
    PLATE = "kendaraan"
    CHILD = "anak"


@dataclass(frozen=True, slots=True)
class Hit:
    """Private data at text[start:end]."""

    kind: PrivateKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Detector:
    """An outline, whose group `it` is the data, and what tells it from its lookalikes."""

    kind: PrivateKind
    outline: re.Pattern[str]
    accepts: Callable[[re.Match[str]], bool]
    signs: tuple[str, ...] = ()
    """Small letters, one of which every text with such data holds: without them it is not searched
    (looking for a word is many times faster than looking for an outline). None: always searched.
    """


def always(_: re.Match[str]) -> bool:
    """For outlines that nothing innocent has."""
    return True
