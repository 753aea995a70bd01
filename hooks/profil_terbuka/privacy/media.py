"""Who made a document, as XMP and the properties of Office files tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.messages import message
from .hiding import Hidden

ZIP = b"PK\x03\x04"

_CREATOR = re.compile(
    r"<(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)\b[^>]*>(.*?)"
    r"</(?:dc:creator|pdf:Author|cp:lastModifiedBy|meta:initial-creator)>",
    re.DOTALL,
)


def document_creators(xml: str) -> Iterator[Hidden]:
    """Names of authors in XMP or in the properties of an Office document."""
    for found in _CREATOR.finditer(xml):
        if name := " ".join(re.sub(r"<[^>]*>", " ", found[1]).split()):
            yield Hidden(message("privacy.hidden-author"), name, is_author=True)
