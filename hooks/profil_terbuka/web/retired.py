"""What stands at an address that was given up: the way to its successor, or what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..history import EditionRecord, Ledger, Retirement
from ..model import Agency
from ..model.messages import message
from ..model.products import GeneratedPage
from ..words.catalogues import text
from . import policy
from .fragments import head, insert, render
from .page import write_page


@dataclass(frozen=True)
class Notices:
    """Pages in the site's frame, and files where an address is a single HTML file."""

    pages: tuple[GeneratedPage, ...]
    files: dict[str, bytes]

    @property
    def addresses(self) -> frozenset[str]:
        """Where they stand."""
        return frozenset((*(page.address for page in self.pages), *self.files))


@dataclass(frozen=True)
class NoticeView:
    """What halaman/pensiun.html shows."""

    line: Retirement
    alamat: str
    records: tuple[EditionRecord, ...]


def notices(ledger: Ledger, agency: Agency, taken: Collection[str]) -> Notices:
    """One for every HTML address that is retired; never in the place of a page that is `taken`."""
    pages: list[GeneratedPage] = []
    files: dict[str, bytes] = {}
    named = {item.address for item in ledger.retired if item.address.endswith(("/", ".html"))}
    for address in sorted(named | {item for item in ledger.addresses if _is_page(item)}):
        line = ledger.retirement(address)
        if line is None:
            continue
        page = _page(address, line, ledger)
        if address.endswith("/") and page.path not in taken:
            pages.append(page)
        elif not address.endswith("/") and address not in taken:
            files[address] = _file(address, line, ledger, agency)
    return Notices(tuple(pages), files)


def _is_page(address: str) -> bool:
    return address.endswith(("/", ".html"))


def _page(address: str, line: Retirement, ledger: Ledger) -> GeneratedPage:
    title = text(message("web.moved") if line.target else message("web.gone"))
    view = NoticeView(line=line, alamat=address, records=_records(address, ledger))
    return write_page(
        "pensiun", address, title, f"{title}.", view, noindex=True, target=line.target or ""
    )


def _file(address: str, line: Retirement, ledger: Ledger, agency: Agency) -> bytes:
    """A document of its own, for an address that no page in the site's frame can have."""
    to_root = "/".join([".."] * address.count("/")) or "."
    html = render(
        "pensiun-mandiri",
        line=line,
        alamat=address,
        tujuan=f"{to_root}/{line.target}",
        agency=agency,
        records=_records(address, ledger),
        kebijakan=head(policy.BARE),
    )
    return insert(html, to_root).encode()


def _records(address: str, ledger: Ledger) -> tuple[EditionRecord, ...]:
    """The editions of a retired dataset, as far as the address is a dataset's."""
    return tuple(item for item in ledger.records if address.startswith(f"data/{item.dataset}/"))
