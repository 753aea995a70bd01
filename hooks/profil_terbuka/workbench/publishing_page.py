"""What was changed goes out: what it is, whether anything stands against it, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from ..model.messages import message
from ..words.catalogues import text
from . import repository
from .bench import Workbench
from .examining import Examined, examination
from .rooms import room_of
from .shelves import shelves
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class PublishView:
    """What is not published yet, what stands against it, and what the history will say."""

    kept: bool
    changes: tuple[repository.FolderChange, ...]
    errors: int
    said: str
    remote: str
    waiting: int
    """Entries of the history that were never sent."""


def publish_page(bench: Workbench, visit: Visit) -> Response:
    """Tell what goes out; on demand write it into the history, and send it."""
    room = room_of(bench, visit, "terbitkan")
    if not repository.kept_by_git(bench.root):
        empty = PublishView(False, (), 0, "", "", 0)
        return show_page(bench, room, Leaf("terbitkan", message("workbench.publish")), empty)
    errand = examination(bench, visit.agency)
    if visit.posts:
        errand.wait(600)
    elif not errand.wait():
        return waiting_page(bench, room, message("workbench.checking"), errand)
    examined: Examined = errand.outcome()
    changes = repository.unpublished(bench.root, visit.agency)
    if visit.posts and not examined.errors:
        _publish(bench, room, visit.said("pesan"), bool(changes))
        return go_to(f"{room.home}terbitkan/")
    titles = {item.slug: item.title for item in shelves(bench.root, visit.agency)}
    view = PublishView(
        kept=True,
        changes=changes,
        errors=len(examined.errors),
        said=visit.said("pesan") or proposed(changes, titles),
        remote=repository.remote_of(bench.root),
        waiting=repository.never_sent(bench.root),
    )
    leaf = Leaf("terbitkan", message("workbench.publish"), 422 if visit.posts else 200)
    return show_page(bench, room, leaf, view)


def _publish(bench: Workbench, room: Room, said: str, changed: bool) -> None:
    if room.agency is None:
        raise ValueError("only an agency publishes")
    said = said or text(message("workbench.commit-plain", agency=room.agency.name))
    with bench.writing:
        if changed:
            repository.record_changes(bench.root, room.agency, said)
            bench.tell([message("workbench.recorded")])
        bench.tell(repository.send_changes(bench.root))


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
