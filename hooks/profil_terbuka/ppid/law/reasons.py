"""For what somebody may object."""

from __future__ import annotations

from ...model.messages import message

OBJECTION_REASONS_SAID = (
    message("ppid.reason-refused"),
    message("ppid.reason-not-published"),
    message("ppid.reason-not-answered"),
    message("ppid.reason-answered-otherwise"),
    message("ppid.reason-not-granted"),
    message("ppid.reason-cost"),
    message("ppid.reason-too-late"),
)
"""The reasons for an objection, a to g, as the law counts them."""
