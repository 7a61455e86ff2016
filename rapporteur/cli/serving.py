"""`serve`: the pages and the JSON API."""

from __future__ import annotations

import secrets

import click

from rapporteur.cli.options import record_option


@click.command("serve")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port to listen on."
)
@click.option(
    "--token", envvar="RAPPORTEUR_TOKEN", help="What callers must show; needed beyond this machine."
)
def serve_command(record: str, host: str, port: int, token: str | None) -> int:
    """Opens the pages and the JSON API, on this machine alone by default."""
    from rapporteur.web.app import serve
    from rapporteur.web.safety import is_loopback

    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)  # beyond this machine nobody comes in without one
    tail = f"/?token={token}" if token else "/"
    click.echo(f"Open http://{host}:{port}{tail}   (Ctrl-C ends)", err=True)
    serve(record, host=host, port=port, token=token)
    return 0


COMMANDS = {"serve": serve_command}
