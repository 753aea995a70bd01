"""The web around the pages: addresses, forms with their files, and faults as pages."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..model.messages import message
from ..read.catalog import DATASETS
from ..system import program_faults
from ..words.labels import trouble
from ..words.refusals import Refusal
from ..words.where import WORKBENCH, read_at
from .bench import Workbench
from .guard import BodyTooLarge, Guard
from .refusing import (
    MOST_FILES,
    NO_SEAL,
    NOT_FOUND,
    TOO_LARGE,
    TOO_MANY,
    WRONG_KEY,
    Sorry,
    sorry_page,
)
from .rooms import room_of
from .showing import Room, go_to, show_sorry
from .visits import Upload, Visit

Handler = Callable[[Workbench, Visit], Response]
SEAL = "tanda"
"""The field of every form that only pages of the bench can fill."""
_MOST_FIELDS = 3000
_MOST_FILES = 60
_MOST_TEXT = 8 * 1024 * 1024
"""Bytes of one field: a table that was pasted."""


@dataclass(frozen=True, slots=True)
class Page:
    """An address and what answers there; `posts`: forms are taken as well."""

    path: str
    handler: Handler
    posts: bool = False


def application(bench: Workbench, pages: tuple[Page, ...]) -> Guard:
    """The bench as an ASGI application, guarded."""
    routes = [
        Route("/masuk", _entrance(bench)),
        *(
            Route(
                page.path,
                _endpoint(bench, page.handler),
                methods=["GET", "POST"] if page.posts else ["GET"],
            )
            for page in pages
        ),
    ]

    def lost(request: Request, problem: Exception) -> Response:
        return sorry_page(NOT_FOUND)

    return Guard(Starlette(routes=routes, exception_handlers={HTTPException: lost}), bench)


def _entrance(bench: Workbench) -> Callable[[Request], Awaitable[Response]]:
    """Whoever shows the key gets the cookie; the key does not stay in the address."""

    async def enter(request: Request) -> Response:
        shown = request.query_params.get("kunci", "")
        if not secrets.compare_digest(shown.encode(), bench.key.encode()):
            return sorry_page(WRONG_KEY)
        answer = go_to("/")
        answer.set_cookie(bench.cookie_name, bench.cookie, httponly=True, samesite="strict")
        return answer

    return enter


def _endpoint(bench: Workbench, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            form = await _form(request)
        except BodyTooLarge:
            return sorry_page(TOO_LARGE)
        except HTTPException:
            return sorry_page(TOO_MANY)
        try:
            visit = _visit(request, form)
            sealed = secrets.compare_digest(visit.said(SEAL).encode(), bench.seal.encode())
            if visit.posts and not sealed:
                return sorry_page(NO_SEAL)
            return await run_in_threadpool(_answered, bench, handler, visit)
        finally:
            await form.close()

    return answer


async def _form(request: Request) -> FormData:
    if request.method != "POST":
        return FormData()
    return await request.form(
        max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_TEXT
    )


def _visit(request: Request, form: FormData) -> Visit:
    pairs = list(form.multi_items())
    return Visit(
        request.method,
        request.url.path,
        {name: str(value) for name, value in request.path_params.items()},
        tuple(request.query_params.multi_items()),
        tuple((name, value) for name, value in pairs if isinstance(value, str)),
        tuple(
            Upload(value.filename, value.file)
            for _, value in pairs
            if isinstance(value, UploadFile) and value.filename
        ),
    )


def _answered(bench: Workbench, handler: Handler, visit: Visit) -> Response:
    """The page, or the reason why there is none: whatever happens is said in words."""
    with read_at(WORKBENCH):
        return _page(bench, handler, visit)


def _page(bench: Workbench, handler: Handler, visit: Visit) -> Response:
    room = Room()
    try:
        room = room_of(bench, visit)
        return handler(bench, visit)
    except HTTPException:
        return show_sorry(bench, room, NOT_FOUND)
    except Refusal as reason:
        said = Sorry(422, message("workbench.cannot"), reason.said, reason.remedy, room.home)
        return show_sorry(bench, room, said)
    except OSError as problem:
        told = message("workbench.plain", said=trouble(problem))
        return show_sorry(
            bench, room, Sorry(500, message("workbench.cannot"), told, back=room.home)
        )
    except Exception as problem:
        return show_sorry(bench, room, _fault(bench, problem, room))


def _fault(bench: Workbench, problem: Exception, room: Room) -> Sorry:
    """A fault of the program: kept for who mends it, told without its inside."""
    folder = bench.cache().folder
    finding = program_faults.kept_fault(problem, folder, "meja", DATASETS)
    title = message("workbench.program-failed")
    return Sorry(500, title, finding.message, message("workbench.nothing-lost"), room.home)
