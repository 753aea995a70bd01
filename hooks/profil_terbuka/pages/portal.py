"""The portal's list of agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Catalog
from .fragments import render


def portal_fragments(catalogs: Sequence[Catalog]) -> Mapping[str, str]:
    """HTML by mark for the portal's pages."""
    return {"portal/instansi": render("portal-instansi", catalogs=catalogs)}
