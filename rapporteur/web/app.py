"""The workbench: server-rendered pages and a JSON API over the same views as the commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles

import rapporteur
from rapporteur.ledger import Busy, CannotOpen, Store
from rapporteur.record import NoSuchThing
from rapporteur.web import acts, api, comparing, looking, pages, review, showing, sources, today
from rapporteur.web.context import Desk, page, visit
from rapporteur.web.safety import Guard, protect

STATIC = Path(rapporteur.__file__).parent / "present" / "html" / "static"


def create_app(
    store: Store, *, guard: Guard, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> FastAPI:
    """The application over one record; the clock and the guard are passed in."""
    app = FastAPI(
        title="Rapporteur",
        version="1",
        description="The record of a negotiation, as the pages show it. Every view takes the clocks of the commands.",
        docs_url=None,  # the interactive page loads its script from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    desk = Desk(store=store, guard=guard, clock=clock)
    protect(app, guard)
    for room in (api, today, pages, looking, comparing, showing, sources, review, acts):
        app.include_router(room.router(desk))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")

    def told(request: Request, title: str, text: str, status: int) -> Response:
        if request.url.path.startswith("/api/"):
            return PlainTextResponse(f"{text}\n", status)
        try:
            seen = visit(request, desk)
        except ValueError:  # the address itself is what cannot be understood
            return PlainTextResponse(f"{text}\n", status)
        return page("message.html", seen, title=title, section="", text=text, status=status)

    @app.exception_handler(NoSuchThing)
    async def nothing_there(request: Request, error: Exception) -> Response:
        return told(request, "Nothing there", str(error), 404)

    @app.exception_handler(404)
    async def no_such_page(request: Request, error: Exception) -> Response:
        return told(request, "No such page", f"There is no page {request.url.path}.", 404)

    @app.exception_handler(ValueError)
    async def not_understood(request: Request, error: Exception) -> Response:
        return told(request, "Not understood", str(error), 400)

    @app.exception_handler(acts.NotOurs)
    async def not_ours(request: Request, error: Exception) -> Response:
        return PlainTextResponse(
            "This form is from another visit: go back, reload the page and send it again.\n", 403
        )

    @app.exception_handler(Busy)
    @app.exception_handler(CannotOpen)
    async def not_now(request: Request, error: Exception) -> Response:
        return told(request, "Not now", str(error), 503)

    return app


def serve(place: str, *, host: str = "127.0.0.1", port: int = 8765, token: str | None = None) -> None:
    """Serves the pages until interrupted."""
    import uvicorn

    store = Store(place)
    uvicorn.run(
        create_app(store, guard=Guard(token=token, hosts=(host,))),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        h11_max_incomplete_event_size=64 * 1024,
        limit_concurrency=64,
        timeout_keep_alive=10,
    )
