"""The pages that compare: the record at two moments, and two versions of one report."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.model import Document
from rapporteur.record.moments import upper
from rapporteur.views.view import Row, View, view_named
from rapporteur.web.context import Desk, page, visit

ALIKE = 0.4  # share of words that makes one paragraph another version of the other
LONGEST = 4000  # words of a paragraph compared
COMPARED = ("timeline", "drafts", "positions", "disagreements")


def router(desk: Desk) -> APIRouter:
    """The routes of these pages."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/compare")
    def compare(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        left, right = (request.query_params.get(side, "")[:40] for side in ("left", "right"))
        parts: list[tuple[str, list[Row], list[Row]]] = []
        if left and right:
            zone = seen.asked.timezone
            with desk.record() as record:
                for name in COMPARED:
                    views = [
                        view_named(name)(
                            record, replace(seen.asked, as_of=upper(side, zone), limit=None, offset=0)
                        )
                        for side in (left, right)
                    ]
                    parts.append((name.capitalize(), *differing(*views)))
                return page(
                    "compare.html", seen, title="Compare two moments", section="", left=left, right=right,
                    parts=parts, short=record.ref,
                )  # fmt: skip
        return page(
            "compare.html",
            seen,
            title="Compare two moments",
            section="",
            left=left,
            right=right,
            parts=parts,
            short=str,
        )

    @routes.get("/revisions/{older}/{newer}")
    def revisions(request: Request, older: str, newer: str) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            reports = [record.find_report(ref) for ref in (older, newer)]
            documents = [record.document(report) for report in reports]
            labels = [version_words(document) for document in documents]
            pieces = changed(documents[0].text, documents[1].text)
            counts = {
                kind: sum(len(text.split()) for runs in pieces for k, text in runs if k == kind)
                for kind in ("gone", "came")
            }
            return page(
                "revisions.html", seen, title="Two versions compared", section="/reports", reports=reports,
                labels=labels, pieces=folded(pieces), counts=counts, short=record.ref,
            )  # fmt: skip

    return routes


def version_words(document: Document) -> str:
    """A version of a page by what it says of itself."""
    stated = document.updated or document.published
    return (
        f"{document.title.value if document.title else 'untitled'} ({stated.value if stated else 'undated'})"
    )


def differing(left: View, right: View) -> tuple[list[Row], list[Row]]:
    """The rows that only the first view has, and those only the second has."""
    of = {
        side: {(row.ref, row.cells): row for row in view.rows}
        for side, view in (("left", left), ("right", right))
    }
    gone = [row for key, row in of["left"].items() if key not in of["right"]]
    came = [row for key, row in of["right"].items() if key not in of["left"]]
    return gone[:100], came[:100]


Runs = list[tuple[str, str]]  # same, gone or came; the words


def changed(older: str, newer: str) -> list[Runs]:
    """Two texts paragraph by paragraph, and word by word in those that were rewritten."""
    left, right = (
        [part.strip() for part in re.split(r"\n\s*\n|\n", text) if part.strip()] for text in (older, newer)
    )
    pieces: list[Runs] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces += [[("same", text)] for text in left[a:b]]
            continue
        gone, came = left[a:b], right[c:d]
        while gone and came:
            if difflib.SequenceMatcher(a=gone[0].split(), b=came[0].split(), autojunk=False).ratio() >= ALIKE:
                pieces.append(by_words(gone.pop(0), came.pop(0)))
            elif len(gone) >= len(came):
                pieces.append([("gone", gone.pop(0))])
            else:
                pieces.append([("came", came.pop(0))])
        pieces += [[("gone", text)] for text in gone] + [[("came", text)] for text in came]
    return pieces


def by_words(older: str, newer: str) -> Runs:
    """One paragraph in two versions, word by word."""
    left, right = (re.findall(r"\s*\S+", text)[:LONGEST] for text in (older, newer))
    runs: Runs = []
    for tag, a, b, c, d in difflib.SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("same", "".join(left[a:b])))
        else:
            runs += [
                (kind, "".join(words)) for kind, words in (("gone", left[a:b]), ("came", right[c:d])) if words
            ]
    return runs


def folded(pieces: list[Runs]) -> list[Runs | int]:
    """The paragraphs with long stretches of unchanged ones, beyond one on either side, folded to their number."""
    plain = [all(kind == "same" for kind, _ in runs) for runs in pieces]
    shown: list[Runs | int] = []
    for number, runs in enumerate(pieces):
        near = plain[max(0, number - 1) : number + 2]
        if not all(near):
            shown.append(runs)
        elif shown and isinstance(shown[-1], int):
            shown[-1] += 1
        else:
            shown.append(1)
    return shown
