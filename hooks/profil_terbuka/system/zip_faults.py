"""What goes wrong in ZIPs from elsewhere."""

from __future__ import annotations

import lzma
import zipfile
import zlib

ZIP_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    RuntimeError,
)
"""What zipfile raises for a ZIP that is damaged, locked or packed in an unknown way.

A password is a plain RuntimeError, an unknown way of packing a kind of it.
"""
