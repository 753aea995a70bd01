"""The address that a site is published at: said once, before anything is built."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from ..model.messages import NOTHING, Message, message
from ..words.refusals import Refusal

VARIABLE = "ALAMAT_SITUS"
"""Names the portal's address: ALAMAT_SITUS=https://data.contoh.go.id/"""


class WrongAddress(Refusal):
    """Why a site cannot be published at what the environment says."""


def given_address() -> str:
    """The portal's address as the environment says it; '' where it says none."""
    return os.environ.get(VARIABLE, "")


def check_address() -> None:
    """Refuse what is no address of a site; WrongAddress says why.

    `http` is fine: a site within an office's network has no certificate, and nothing in a site
    depends on one. So is a folder, as of a project's pages.
    """
    text = os.environ.get(VARIABLE, "")
    if text and (why := address_fault(text)):
        shown = "".join(mark if mark.isprintable() else "?" for mark in text)
        assigned = f"{VARIABLE}={shown}"
        raise WrongAddress(
            message("system.address-unusable", assigned=assigned, why=why, variable=VARIABLE)
        )


def address_fault(text: str) -> Message:
    """What is wrong with the address; nothing when it is one.

    >>> address_fault("https://data.contoh.go.id/kota/")
    Message(name='', values=())
    >>> address_fault("data.contoh.go.id").name
    'system.address-without-scheme'
    """
    if any(mark.isspace() or not mark.isprintable() for mark in text):
        return message("system.address-has-spaces")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return message("system.address-host-wrong")
    if parts.scheme not in ("http", "https"):
        return message("system.address-without-scheme")
    if not host:
        return message("system.address-without-host")
    if "@" in parts.netloc:
        return message("system.address-with-user")
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        return message("system.address-of-part")
    if "." in parts.path.rstrip("/").rpartition("/")[2]:
        return message("system.address-of-file")
    return NOTHING
