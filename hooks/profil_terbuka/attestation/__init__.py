"""The proof of publication: a page that states what a site held on a day, and who signs for that.

chosen      which files of a sealed site the addresses mean that somebody names
served      what a server answers for them, held against the site as it was built
statement   both as one value: what is stated
sheet       the value as one page of paper, in HTML
signing     signatures by minisign, with a key that stays where it lies
"""

from .chosen import ChosenFiles, NotPublished, chosen_files, own_address
from .served import ServedLook, Sight, Unreachable, look_at
from .sheet import FITTING, SAFE_ROWS, proof_html
from .signing import SigningKey, Unsignable, check_signature, sign, signing_key
from .statement import Occasion, ProvedFile, PublicationProof, expected_files, publication_proof

__all__ = [
    "FITTING",
    "SAFE_ROWS",
    "ChosenFiles",
    "NotPublished",
    "Occasion",
    "ProvedFile",
    "PublicationProof",
    "ServedLook",
    "Sight",
    "SigningKey",
    "Unreachable",
    "Unsignable",
    "check_signature",
    "chosen_files",
    "expected_files",
    "look_at",
    "own_address",
    "proof_html",
    "publication_proof",
    "sign",
    "signing_key",
]
