"""The pages that write: judgements, issued briefs, pasted reports; each wants the browser's own token."""

from __future__ import annotations

from fastapi import APIRouter

from rapporteur.web.context import Desk


def router(desk: Desk) -> APIRouter:
    """The routes that write."""
    return APIRouter(include_in_schema=False)
