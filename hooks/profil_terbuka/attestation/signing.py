"""Signatures by minisign, a small program that many systems have: https://jedisct1.github.io/minisign/

The secret key is read by minisign alone, which also asks for its passphrase on the terminal; here
only the public key beside it is read. What was signed is checked at once.
"""

from __future__ import annotations

import base64
import binascii
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.messages import message
from ..words.refusals import Refusal

PROGRAM = "minisign"
VARIABLE = "MINISIGN"
"""Names the program where it is on no path: MINISIGN=C:/alat/minisign.exe"""
SIGNATURE = ".minisig"
_PUBLIC = b"Ed"
_PUBLIC_BYTES = 2 + 8 + 32
"""Of a public key: the kind, its identifier, the key."""


class Unsignable(Refusal):
    """Why nothing can be signed, or why a signature does not hold."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The file of a secret key, and the public key that belongs to it."""

    secret: Path
    public: str

    @property
    def identifier(self) -> str:
        """What minisign calls the key: 16 hexadecimal digits."""
        return base64.b64decode(self.public)[2:10][::-1].hex().upper()


def minisign() -> str:
    """The path of the program; raises Unsignable that says how to get it."""
    said = os.environ.get(VARIABLE) or PROGRAM
    if path := shutil.which(said):
        return path
    raise Unsignable(message("attestation.no-minisign", variable=VARIABLE))


def signing_key(secret: Path, repository: Path) -> SigningKey:
    """The key in a file; raises Unsignable for one that is none, or that git might carry away."""
    minisign()
    secret = secret.expanduser().resolve()
    if not secret.is_file():
        raise Unsignable(message("attestation.no-key", file=str(secret)))
    if secret.is_relative_to(repository.resolve()):
        raise Unsignable(message("attestation.key-in-repository", file=str(secret)))
    if _public_key(secret):
        raise Unsignable(message("attestation.key-is-public", file=str(secret)))
    beside = (secret.with_suffix(".pub"), secret.with_name(f"{secret.name}.pub"))
    public = next(filter(None, map(_public_key, beside)), "")
    if not public:
        file, wanted = str(secret), str(beside[0])
        raise Unsignable(message("attestation.no-public-key", file=file, public=wanted))
    return SigningKey(secret, public)


def _public_key(file: Path) -> str:
    """The public key that a file holds; '' where it holds none."""
    try:
        line = file.read_text("utf-8").splitlines()[1].strip()
        data = base64.b64decode(line, validate=True)
    except (OSError, UnicodeError, IndexError, binascii.Error):
        return ""
    return line if len(data) == _PUBLIC_BYTES and data.startswith(_PUBLIC) else ""


def sign(files: Sequence[Path], key: SigningKey, comment: str) -> None:
    """Lay a signature beside each file; `comment` is signed too. Raises Unsignable."""
    said = " ".join(comment.split())
    command = [minisign(), "-S", "-s", str(key.secret), "-t", said, "-m", *map(str, files)]
    if subprocess.run(command, check=False).returncode:
        raise Unsignable(message("attestation.not-signed"))
    for file in files:
        if not check_signature(file, key.public):
            raise Unsignable(message("attestation.other-key", key=key.identifier))


def check_signature(file: Path, public: str) -> bool:
    """Whether the signature beside a file is that of the public key, and of this very file."""
    command = [minisign(), "-V", "-q", "-P", public, "-m", str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
