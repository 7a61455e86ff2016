"""Links in what an article tells: to another outlet's page a citation, to the own site's only where the words say so.

A link among the navigation, on a name alone, or to an office or a company cites nothing that was reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from rapporteur.clean.outlets import bundled
from rapporteur.model import Document, Link, Relation, Sentence, Span
from rapporteur.read.outlet_names import Press, same_name

TOLD_IN = frozenset({"paragraph", "item", "dek", "quote", "caption"})
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|gub|govt|go|mil|int|edu|ac|europa|un|parliament)(?:\.[a-z]{2,3})?$"
)
_ARTICLE = re.compile(
    r"/(?:19|20)\d\d[/-]|\d{5,}|(?:[a-z0-9]+-){3,}[a-z0-9]+|/(?:article|articles|story|news)/", re.I
)
_REPORTING = re.compile(
    r"\b(?:re?port(?:s|ed|ing)?|according|told|tells|wrote|writes|written|reveal(?:s|ed)|disclosed|publish(?:ed|es)|"
    r"interview(?:ed)?|article|story|investigation|scoop|quoted|cited|citing|op-ed|editorial|column)\b",
    re.I,
)
_OWN_EARLIER = re.compile(
    r"\b(?:(?:we|has|had|have|as|first|earlier|previously|already|exclusively)\s+(?:\w+\s+){0,3}?(?:reported|revealed|disclosed|told|published|wrote|written)|"
    r"(?:our|its|an?|the)\s+(?:own\s+)?(?:earlier|previous|exclusive)\s+(?:report|reporting|story|article|interview))\b",
    re.I,
)
_NEAR = 60  # characters before and after a link in which a word of reporting counts
_BESIDE = 25  # the same for a link within the site, which mostly leads to a topic
Cited = tuple[int, int, str, Relation, str]


def find_links(
    document: Document, text: str, sentences: Sequence[Sentence], press: Press, taken: Sequence[Span]
) -> Iterator[Cited]:
    """The links that cite: start, end, outlet, relation and address; those on a citation found already are left."""
    if not document.links:
        return
    told = [b for b in document.blocks if b.kind in TOLD_IN and b.voice in ("newsroom", "author")]
    links = [link for link in document.links if any(b.start <= link.start < b.end for b in told)]
    own_hosts = _own_hosts(document, links, press.own)
    for link in links:
        if any(span.start < link.end and link.start < span.end for span in taken):
            continue
        within = next((s for s in sentences if s.start <= link.start < s.end), None)
        low, high = (within.start, within.end) if within else (link.start, link.end)
        words, beside = (
            text[max(low, link.start - near) : min(high, link.end + near)] for near in (_NEAR, _BESIDE)
        )
        found = _cited(link, words, beside, own_hosts, press)
        if found is not None:
            yield link.start, link.end, *found, link.url


def _cited(
    link: Link, words: str, beside: str, own_hosts: frozenset[str], press: Press
) -> tuple[str, Relation] | None:
    host, path = _place(link.url)
    if not host or host in own_hosts:
        if press.own and path.strip("/") and _OWN_EARLIER.search(beside):
            return press.own, "own-earlier"
        return None
    outlet = bundled().at(host)
    if outlet is not None and outlet.kind == "platform":
        return outlet.name, "quotes-post"
    if not path.strip("/") or (outlet is not None and outlet.kind in ("official", "institute", "archive")):
        return None
    if same_name(outlet.name if outlet else host, press.own):
        return (press.own or host, "own-earlier") if _OWN_EARLIER.search(beside) else None
    reporting = bool(_REPORTING.search(words))
    if outlet is None and (_OFFICIAL.search(host) or not (reporting or _ARTICLE.search(path))):
        return None
    if outlet is not None and not (reporting or _ARTICLE.search(path)):
        return None
    return (outlet.name if outlet else _named(host, words, press)), "cites"


def _place(url: str) -> tuple[str, str]:
    """The host without its first label for every site alike, and the path; "" for an address within the site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "", ""
    if parts.scheme not in ("http", "https", ""):
        return "", ""
    return re.sub(r"^(?:www|m|edition|amp|mobile)\.", "", (parts.hostname or "").lower()), parts.path


def _own_hosts(document: Document, links: Sequence[Link], own: str | None) -> frozenset[str]:
    """The hosts of the page's own site: that of its outlet, and that to which most of its links lead."""
    hosts = Counter(host for link in document.links if (host := _place(link.url)[0]))
    found = {host for host in hosts if own and _is_named(host, own)}
    common = hosts.most_common(1)
    if common and common[0][1] >= 3 and common[0][1] * 2 >= sum(hosts.values()):
        found.add(common[0][0])
    return frozenset(found)


def _named(host: str, words: str, press: Press) -> str:
    """The name in the words around a link that its host is made of; else the host."""
    for match in re.finditer(r"[A-Z][\w’'&.-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'&.-]*){0,4}", words):
        parts = match[0].split()
        for first in range(len(parts)):
            for last in range(len(parts), first, -1):
                name = " ".join(parts[first:last]).rstrip(".,’'")
                if _is_named(host, name):
                    press.learned.add(name)
                    return name
    return host


def _is_named(host: str, name: str) -> bool:
    """Whether a host is made of a name: its words run together, or first letters and last word ("wsj", "nytimes")."""
    words = re.findall(r"[^\W_]+", name.lower().removeprefix("the "))
    if not words:
        return False
    label = host.split(".")
    site = (
        label[-3]
        if len(label) > 2 and len(label[-1]) == 2 and len(label[-2]) <= 3
        else label[-2]
        if len(label) > 1
        else host
    )
    first = "".join(word[0] for word in words)
    forms = {"".join(words), first if len(words) > 1 else "".join(words), first[:-1] + words[-1]}
    return site.replace("-", "") in forms or "".join(label).replace("-", "") == "".join(words)
