"""What an information officer keeps day by day. These are records, not statistics: they have no
editions, and their last row is as new as the site."""

from __future__ import annotations

EXEMPT_INFORMATION = "informasi-dikecualikan"
URGENT_ANNOUNCEMENTS = "serta-merta"
DESK_DOCUMENTS = "dokumen-ppid"
DESK_STATEMENTS = "pernyataan-ppid"
CUSTODY = "penguasaan-informasi"
LEGAL_CORRECTIONS = "koreksi-kewajiban"

REGISTERS = frozenset(
    (
        EXEMPT_INFORMATION,
        URGENT_ANNOUNCEMENTS,
        DESK_DOCUMENTS,
        DESK_STATEMENTS,
        CUSTODY,
        LEGAL_CORRECTIONS,
    )
)
"""The slugs of the packages."""
