"""The agency's own colours as CSS variables."""

from __future__ import annotations

from ..model import Agency

PATH = "aset/instansi.css"


def sheet(agency: Agency) -> str:
    """CSS with the agency's colour (#rrggbb, already checked against the schema)."""
    return f":root {{ --instansi: {agency.colour}; }}\n"
