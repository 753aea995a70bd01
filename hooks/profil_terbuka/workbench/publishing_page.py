"""What was changed goes out: what it is, whether anything stands against it, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from ..model.messages import Message, message
from ..pipeline import Refused, Unrecorded, record_site
from ..words.catalogues import text
from ..words.refusals import Refusal
from . import repository
from .bench import Workbench
from .errands import Errand, Tell
from .examining import Examined, examination
from .previewing import build_site
from .rooms import room_of
from .shelves import shelves
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

_MOST_NAMED = 4
_LEAF = Leaf("terbitkan", message("workbench.publish"))
_RECORDING = message("workbench.step-recording")
_SENDING = message("workbench.step-sending")


@dataclass(frozen=True, slots=True)
class PublishView:
    """What is not published yet, what stands against it, and what the history will say."""

    kept: bool
    changes: tuple[repository.FolderChange, ...] = ()
    errors: int = 0
    said: str = ""
    remote: str = ""
    waiting: int = 0
    """Entries of the history that were never sent."""
    refused: str = ""
    """Why publishing ended before its end."""


def publish_page(bench: Workbench, visit: Visit) -> Response:
    """Tell what goes out; on demand write it into the history, and send it."""
    room = room_of(bench, visit, "terbitkan")
    name = f"terbitkan/{visit.agency}"
    if not repository.kept_by_git(bench.root):
        return show_page(bench, room, _LEAF, PublishView(False))
    if visit.posts:
        said = visit.said("pesan")
        bench.errands.again(name, lambda tell: publish_agency(bench, room, said, tell))
        return go_to(f"{room.home}terbitkan/")
    publishing = bench.errands.take(name)
    if publishing is not None and not publishing.wait():
        return waiting_page(bench, room, message("workbench.publishing"), publishing)
    refused = _ended(bench, name, publishing)
    errand = examination(bench, visit.agency)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.checking"), errand)
    view = _publish_view(bench, visit.agency, errand.outcome(), refused)
    return show_page(bench, room, _LEAF, view)


def _ended(bench: Workbench, name: str, publishing: Errand | None) -> str:
    """Say what came of publishing, once; why it ended early, '' where it did not."""
    if publishing is None:
        return ""
    bench.errands.take(name)
    try:
        bench.tell(publishing.outcome())
    except (Refusal, Refused, Unrecorded) as reason:
        return str(reason)
    return ""


def _publish_view(bench: Workbench, agency: str, examined: Examined, refused: str) -> PublishView:
    changes = repository.unpublished(bench.root, agency)
    titles = {item.slug: item.title for item in shelves(bench.root, agency)}
    return PublishView(
        kept=True,
        changes=changes,
        errors=len(examined.errors),
        said=proposed(changes, titles),
        remote=repository.remote_of(bench.root),
        waiting=repository.never_sent(bench.root),
        refused=refused,
    )


def publish_agency(bench: Workbench, room: Room, said: str, tell: Tell) -> tuple[Message, ...]:
    """Build the site, record what it publishes, write it into the history, and send that.

    Raises Refused, Unrecorded or Unsent where it must not or cannot; what was done stays done.
    """
    agency = room.agency
    if agency is None:
        raise ValueError("only an agency publishes")
    told = []
    with bench.writing:
        build_site(bench.root, agency.slug, bench.cache(), tell)
        tell(_RECORDING)
        record_site(bench.root, agency.slug)
        if repository.unpublished(bench.root, agency.slug):
            plain = text(message("workbench.commit-plain", agency=agency.name))
            repository.record_changes(bench.root, agency, said or plain)
            told.append(message("workbench.recorded"))
        tell(_SENDING)
        told += repository.send_changes(bench.root)
    return tuple(told)


def proposed(changes: Sequence[repository.FolderChange], titles: dict[str, str]) -> str:
    """What the history may say of these changes.

    >>> from .repository import FolderChange, PublicationGap
    >>> proposed([FolderChange("datasets/a/pkh", PublicationGap.NEW, 2)], {"pkh": "Penerima PKH"})
    'Perbarui Penerima PKH'
    """
    if not changes:
        return ""
    slugs = [change.folder.rpartition("/")[2] for change in changes]
    named = tuple(titles.get(slug, slug) for slug in slugs[:_MOST_NAMED])
    if len(slugs) > _MOST_NAMED:
        rest = len(slugs) - _MOST_NAMED
        return text(message("workbench.commit-many", titles=named, count=rest))
    return text(message("workbench.commit-few", titles=named))
