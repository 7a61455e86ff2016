"""Which report has its words or facts from which: by name, by repost footer, by shared passages.

A node is a report; two reports are joined where one passage stands in both, or where one names the
other's outlet and shares words with it. What a component sums up to is a `Lineage`: the edges of all
its reports, and which of them are only a later version of the same item (a revision derives from
nothing). Thresholds were set on pairs of news reports, see docs/evaluation/origins.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import urlsplit

from rapporteur.model import Citation, Document
from rapporteur.record.compared import join
from rapporteur.record.layer import Dated, Group, Layer, Node
from rapporteur.record.lineages import Lineage, finish
from rapporteur.record.outlets import from_elsewhere, outlet_key, own_outlet, relied_on
from rapporteur.record.passages import TOLD_IN, WORD, Word, keys, narrative, pack, posts, shingles, winnow

NAMED = 8  # outlets of which what is credited to them is compared
NAMED_KEYS = 24  # of each outlet named
OWN_KEYS = 96  # under which those that name this outlet find the report meant

TRACKING = re.compile(r"^(?:utm_\w+|hpt|fbclid|gclid|ref|src|source|cmp|cid|smid|mod|partner|rss|feed\w*)=")


def url_key(url: str) -> str:
    """A URL without scheme, `www.`, tracking parameters and closing slash; "" for a site's front page."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("edition.")
    asked = "&".join(sorted(part for part in parts.query.split("&") if part and not TRACKING.match(part)))
    path = parts.path.rstrip("/") + (f"?{asked}" if asked else "")
    return f"{host}{path}" if host and path else ""


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a report, with the prints of what it tells and the outlets and addresses it names."""
    entry = dated.entry
    document, reading = entry.document, entry.reading
    outlet = own_outlet(entry)
    told = [shingles(run) for run in narrative(document)]
    embedded = [shingles(run) for run in posts(document)]
    whole = [_whole(document.text, block.start, block.end) for block in document.words_of()]
    every = [shingles(run) for run in whole]
    cited = from_elsewhere(reading.citations, outlet)
    url = url_key(entry.report.given.url or (entry.report.source if "://" in entry.report.source else ""))
    urls = sorted({key for citation in cited if citation.url and (key := url_key(citation.url))})
    near = _near(document, cited)
    own = outlet_key(outlet) if outlet else None
    mine = sorted({value for run in every for value in winnow(run)})[:OWN_KEYS] if own else []
    yield Node(
        key=document.report,
        address=document.report,
        report=document.report,
        blocks=(
            *keys([*told, *embedded]),
            *(f"n:{value:08x}:{own}" for value in mine),
            *(f"n:{value:08x}:{name}" for name, runs in near.items() for value in _least(runs)),
            *(f"u:{key}" for key in [*urls[:20], *([url] if url else [])]),
        ),
        data={
            "outlet": outlet,
            "carrier": document.carrier.value if document.carrier else None,
            "url": url,
            "names": sorted(near),
            "near": {name: pack(runs) for name, runs in near.items()},
            "urls": urls,
            "words": sum(len(run) for run in told),
            "prints": pack(told),
            "posts": pack(embedded),
            "every": pack(every),
            "relied_on": relied_on(document, reading, outlet),
            "repost": outlet if document.kind == "repost" else None,
            "cited": [
                [citation.id, outlet_key(citation.outlet or ""), citation.outlet, citation.relation]
                for citation in cited
            ],
        },
    )


def _near(document: Document, cited: Sequence[Citation]) -> dict[str, list[list[int]]]:
    """Outlet → the shingles of the paragraphs that name it, quotations included, and of what they introduce.

    What is credited to another outlet stands there; words shared elsewhere say nothing of it.
    """
    told = [block for block in document.blocks if block.kind in TOLD_IN or block.kind == "quote"]
    found: dict[str, list[list[int]]] = {}
    for citation in cited:
        at = next((i for i, b in enumerate(told) if b.start <= citation.span.start < b.end), None)
        if at is None:
            continue
        last = at + 1 if document.text[: told[at].end].rstrip().endswith(":") else at
        runs = [shingles(_whole(document.text, b.start, b.end)) for b in told[at : last + 1]]
        found.setdefault(outlet_key(citation.outlet or ""), []).extend(runs)
    return dict(sorted(found.items())[:NAMED])


def _least(runs: Sequence[Sequence[int]]) -> list[int]:
    return sorted({value for run in runs for value in winnow(run)})[:NAMED_KEYS]


def _whole(text: str, start: int, end: int) -> list[Word]:
    return [Word(m[0].lower(), m.start(), m.end()) for m in WORD.finditer(text, start, end)]


def sum_up(group: Group) -> Lineage | None:
    """The reports of a component; its edges need the clock and the texts, and are drawn by `finish`."""
    reports = tuple(node.report for node in group.nodes)
    if len(reports) == 1 and not group.nodes[0].data["cited"] and not group.nodes[0].data["repost"]:
        return None
    return Lineage(id=group.id, reports=reports, derivations=())


def enough(shared: Collection[str]) -> bool:
    """A name, an address, or two prints: the shared passage that makes a rewrite is longer than one print shows."""
    return len(shared) > 1 or not all(key.startswith("w:") for key in shared)


LAYER = Layer(name="derivations", nodes=nodes, join=join, sum_up=sum_up, finish=finish, enough=enough)
