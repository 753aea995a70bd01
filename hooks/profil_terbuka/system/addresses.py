"""The address that a site is published at: said once, before anything is built."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

VARIABLE = "ALAMAT_SITUS"
"""Names the portal's address: ALAMAT_SITUS=https://data.contoh.go.id/"""

_RIGHT = f"Tulis alamat lengkap situs, misalnya {VARIABLE}=https://data.contoh.go.id/"


class WrongAddress(Exception):
    """Why a site cannot be published at what the environment says, in Indonesian."""


def given() -> str:
    """The portal's address as the environment says it; '' where it says none."""
    return os.environ.get(VARIABLE, "")


def check() -> None:
    """Refuse what is no address of a site; WrongAddress says why.

    `http` is fine: a site within an office's network has no certificate, and nothing in a site
    depends on one. So is a folder, as of a project's pages.
    """
    text = os.environ.get(VARIABLE, "")
    if text and (why := _fault(text)):
        shown = "".join(mark if mark.isprintable() else "?" for mark in text)
        raise WrongAddress(f"{VARIABLE}={shown} tidak dapat dipakai: {why}. {_RIGHT}")


def _fault(text: str) -> str:
    """What is wrong with the address; '' when nothing is."""
    if any(mark.isspace() or not mark.isprintable() for mark in text):
        return "berisi spasi atau tanda yang tidak tampak"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "nama situs atau nomor portnya salah"
    if parts.scheme not in ("http", "https"):
        return "tidak diawali https:// (atau http://)"
    if not host:
        return "tidak ada nama situs setelah //"
    if "@" in parts.netloc:
        return "berisi nama pengguna atau kata sandi"
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        return "berisi `?` atau `#`, yang milik satu halaman dan bukan situs"
    if "." in parts.path.rstrip("/").rpartition("/")[2]:
        return "menyebut satu berkas, bukan situs"
    return ""
