"""How the program came onto this machine: pip keeps it beside what it installs (PEP 610)."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

NAME = "profil-terbuka"


def own_wheel() -> Path | None:
    """The wheel that the program was installed from; None where it is not there, or came by net."""
    try:
        told = metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    address = urlsplit(str(json.loads(told).get("url", "")) if told else "")
    file = Path(url2pathname(unquote(address.path)))
    is_wheel = address.scheme == "file" and file.suffix == ".whl" and file.is_file()
    return file if is_wheel else None
