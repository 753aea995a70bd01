"""What can happen to a file between two runs of a program."""

from __future__ import annotations

import random
from collections.abc import Callable


def cut_off(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def flipped(whole: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]


def lengthened(whole: bytes, chance: random.Random) -> bytes:
    return whole + chance.randbytes(chance.randint(1, 9))


def emptied(whole: bytes, chance: random.Random) -> bytes:
    return b""


def garbage(whole: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(whole))


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [
    cut_off,
    flipped,
    lengthened,
    emptied,
    garbage,
]
