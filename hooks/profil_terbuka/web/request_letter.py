"""Letters to the information officer that open with what must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..model import Agency, Dataset
from ..model.messages import Message, message
from ..words.catalogues import text

_WANTED = message("ppid.told-wanted")
REQUEST_TELLS = (
    message("ppid.told-name"),
    message("ppid.told-identity"),
    message("ppid.told-address"),
    message("ppid.told-contact"),
    _WANTED,
    message("ppid.told-purpose"),
    message("ppid.told-form"),
    message("ppid.told-delivery"),
)
"""What a request must tell; its number is the officer's, and a proxy adds a letter of authority."""


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """A request for more than a dataset tells, filled in as far as the page knows: its text, and
    an address that opens it in a program for mail ('' without anybody to write to)."""

    text: str
    address: str


def request_letter(dataset: Dataset, agency: Agency) -> RequestLetter:
    """The letter that asks for the details behind a dataset."""
    subject = message("ppid.letter-request")
    lines = tuple(_filled_in(dataset, agency))
    body = "\n".join(lines)
    return RequestLetter(f"{text(subject)}\n\n{body}", _mail(agency.desk.email, subject, lines))


def _filled_in(dataset: Dataset, agency: Agency) -> Iterator[str]:
    wanted = message(
        "web.wanted-details",
        title=dataset.title,
        version=dataset.version,
        address=f"{agency.root}data/{dataset.slug}/"
        if agency.site_url
        else f"data/{dataset.slug}/",
    )
    for told in REQUEST_TELLS:
        yield f"{text(told)}: {text(wanted)}" if told == _WANTED else f"{text(told)}:"


def letter_address(email: str, subject: Message, told: Iterable[Message]) -> str:
    """An address that opens a letter with its subject and the things to be filled in.

    '' without anybody to write to.
    """
    return _mail(email, subject, [f"{text(thing)}:" for thing in told])


def _mail(email: str, subject: Message, lines: Iterable[str]) -> str:
    if not email:
        return ""
    body = "\r\n".join(lines)
    return f"mailto:{email}?subject={quote(text(subject))}&body={quote(body, safe='')}"
