"""The proof as one page of paper: HTML that needs no other file, no network and no script."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ..history.ledger import HOME
from ..model.messages import Message, message
from ..publish.manifest import SUMS
from ..web import policy
from ..web.fragments import head, renderer
from ..words.catalogues import text
from .served import Sight
from .statement import ProvedDataset, ProvedFile, PublicationProof

PAGE, PAPER = "bukti-tayang.html", "bukti-tayang.pdf"
FITTING = tuple(range(20, -1, -2))
"""How many files the page may list, most first: whoever prints it takes the first that fits."""
SAFE_ROWS = 6
"""How many it lists where nobody sees whether it fits."""
_MOST_DATASETS, _MOST_ADDRESSES = 4, 6
_TELLING = (HOME, "datapackage.json", ".csv", ".xlsx", ".json", ".zip")
"""Ends of the files that readers ask about most, first things first."""

_SAID: Mapping[Sight, Message] = {
    Sight.SAME: message("attestation.sight-same"),
    Sight.OTHER: message("attestation.sight-other"),
    Sight.ABSENT: message("attestation.sight-absent"),
    Sight.REFUSED: message("attestation.sight-refused"),
    Sight.ELSEWHERE: message("attestation.sight-elsewhere"),
    Sight.SILENT: message("attestation.sight-silent"),
}
_NOT_LOOKED = message("attestation.sight-none")
_FOLDER = Path(__file__).parent
_render = renderer(_FOLDER)


@dataclass(frozen=True, slots=True)
class SheetView:
    """What bukti-tayang.html shows."""

    proof: PublicationProof
    address: str
    """The site's own; '' for none."""
    looked_at: str
    """'' where nobody looked."""
    files: tuple[ProvedFile, ...]
    """Those that are listed: whatever was not served as it was built stands first."""
    example: str
    """What one of the files is called, without its folder."""
    unlisted: int
    unlisted_unlike: int
    """Those among them that were not served as they were built."""
    unlike: tuple[tuple[str, int], ...]
    """What else was seen than the same, in words, with the number of files."""
    same: int
    datasets: tuple[str, ...]
    more_datasets: int
    addresses: tuple[str, ...]
    more_addresses: int
    day: str
    began: str
    ended: str
    zone: str
    parts: tuple[str, ...]
    """The files that make up the proof."""

    def said(self, file: ProvedFile) -> str:
        """What was seen of a file, in words."""
        return text(_SAID[file.sight] if file.sight else _NOT_LOOKED)

    def is_unlike(self, file: ProvedFile) -> bool:
        """Whether something else was seen than the site as it was built."""
        return _is_unlike(file)


def proof_html(proof: PublicationProof, rows: int, printed: bool) -> bytes:
    """The page, with at most so many `rows` of files; `printed`: there is a PDF beside it."""
    style = " ".join((_FOLDER / "bukti-tayang.css").read_text("utf-8").split())
    html = _render(
        "bukti-tayang",
        lembar=_view(proof, rows, printed),
        gaya=Markup(style),  # noqa: S704  our own style sheet
        kebijakan=head(policy.dossier_policy(style)),
    )
    return html.encode()


def _view(proof: PublicationProof, rows: int, printed: bool) -> SheetView:
    files = sorted(proof.files, key=_rank)
    seen = Counter(file.sight for file in files)
    unlike = seen.keys() - {None, Sight.SAME}
    datasets, addresses = proof.datasets, proof.addresses
    occasion = proof.occasion
    began = occasion.look.began if occasion.look else occasion.moment
    ended = occasion.look.ended if occasion.look else occasion.moment
    return SheetView(
        proof=proof,
        address=occasion.address,
        looked_at=occasion.look.root if occasion.look else "",
        files=tuple(files[:rows]),
        example=files[0].address.rpartition("/")[2],
        unlisted=len(files[rows:]),
        unlisted_unlike=sum(map(_is_unlike, files[rows:])),
        unlike=tuple((text(_SAID[one]), seen[one]) for one in Sight if one in unlike),
        same=seen[Sight.SAME],
        datasets=tuple(map(_told, datasets[:_MOST_DATASETS])),
        more_datasets=len(datasets[_MOST_DATASETS:]),
        addresses=tuple(map(_named, addresses[:_MOST_ADDRESSES])),
        more_addresses=len(addresses[_MOST_ADDRESSES:]),
        day=began.date().isoformat(),
        began=_time(began),
        ended=_time(ended),
        zone=began.tzname() or "",
        parts=(PAGE, PAPER, SUMS) if printed else (PAGE, SUMS),
    )


def _is_unlike(file: ProvedFile) -> bool:
    return file.sight not in (None, Sight.SAME)


def _rank(file: ProvedFile) -> tuple[bool, int, int]:
    """What is told first: what was not served as it was built, then pages and data near the top.

    >>> files = ["data/pkh/a.bib", "data/pkh/pkh.csv", "data/pkh/index.html", "ppid/dip.xlsx"]
    >>> sorted(files, key=lambda name: _rank(ProvedFile(name, 1, "")))
    ['ppid/dip.xlsx', 'data/pkh/index.html', 'data/pkh/pkh.csv', 'data/pkh/a.bib']
    """
    kind = next(
        (at for at, end in enumerate(_TELLING) if file.address.endswith(end)), len(_TELLING)
    )
    return not _is_unlike(file), file.address.count("/"), kind


def _told(dataset: ProvedDataset) -> str:
    title, versions = dataset.title, dataset.versions
    if versions:
        return text(message("attestation.dataset-edition", title=title, versions=versions))
    return text(message("attestation.dataset-register", title=title))


def _named(address: str) -> str:
    return address or text(message("attestation.front-page"))


def _time(moment: datetime.datetime) -> str:
    hour, minute, second = (f"{part:02}" for part in (moment.hour, moment.minute, moment.second))
    return text(message("attestation.time", hour=hour, minute=minute, second=second))
