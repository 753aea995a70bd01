"""What is said to somebody who may not, or cannot: a page in words, never a traceback."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import HTMLResponse

from ..importer.formats import MOST_BYTES
from ..model.messages import NOTHING, Message, message
from .templates import render


@dataclass(frozen=True, slots=True)
class Sorry:
    """A status with its heading, the reason, and what helps."""

    status: int
    title: Message
    said: Message
    mend: Message = NOTHING
    back: str = ""
    """Where to go on from here; '' where nothing can be opened yet."""


_CLOSED = message("workbench.closed")
NO_COOKIE = Sorry(403, _CLOSED, message("workbench.no-cookie"), message("workbench.use-address"))
WRONG_KEY = Sorry(403, _CLOSED, message("workbench.wrong-key"), message("workbench.use-address"))
WRONG_HOST = Sorry(400, _CLOSED, message("workbench.wrong-host"), message("workbench.use-address"))
WRONG_ORIGIN = Sorry(
    403, _CLOSED, message("workbench.wrong-origin"), message("workbench.use-address")
)
NO_SEAL = Sorry(
    403, message("workbench.form-stale"), message("workbench.no-seal"), message("workbench.reload")
)
TOO_LARGE = Sorry(
    413,
    message("workbench.too-large"),
    message("workbench.larger-than", most=MOST_BYTES // 1024**2),
    message("workbench.split-file"),
)
MOST_FILES = 100
"""That a form may bring at once."""
TOO_MANY = Sorry(
    400,
    message("workbench.form-unreadable"),
    message("workbench.files-at-once", most=MOST_FILES),
    message("workbench.send-as-zip"),
)
NOT_FOUND = Sorry(404, message("workbench.not-found"), message("workbench.no-such-page"), back="/")


def sorry_page(sorry: Sorry) -> HTMLResponse:
    """The page that says so; it needs nothing that a stranger may not have."""
    html = render("maaf", isi=sorry)
    return HTMLResponse(html, sorry.status)
