"""For what a request can be refused: the articles that the reference package lists."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Catalog
from ...words.catalogues import text
from ..law.obligations import read_law
from ..law.site_obligations import SitePart, obligations_of
from .columns import NOT_HELD_GROUND


def refusal_grounds(catalog: Catalog) -> Mapping[str, str]:
    """What a register and a letter call each ground, and what the law says of it, in its order.

    Last stands what is no ground of the law: that the agency does not hold the information.
    """
    known = read_law(catalog.reference, catalog.agency.region)
    names = obligations_of(SitePart.REFUSAL_GROUND, catalog.reference)
    found = [known.all[name] for name in names if known and name in known.all]
    grounds = {item.article: item.text for item in found if item.article}
    return {**grounds, text(NOT_HELD_GROUND): ""}
