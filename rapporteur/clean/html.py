"""HTML as text and units: what a reader would see, line by line, with what the markup says of each line."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from rapporteur.clean.container import find_article
from rapporteur.clean.laid import Laid
from rapporteur.clean.metadata import read_meta
from rapporteur.clean.units import Unit, find_units, make_unit
from rapporteur.model import Link, Problem

_SKIP = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head", "button",
    "select", "input", "textarea", "canvas", "audio", "video", "map", "area", "base", "link", "meta",
    "param", "source", "track", "datalist", "dialog",
})  # fmt: skip
_BLOCK = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "blockquote", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "body", "html", "address", "details",
    "summary", "time", "fieldset", "center", "form",
})  # fmt: skip
_TAGS = frozenset({
    "p", "li", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "time", "td", "th",
    "dt", "dd",
})  # fmt: skip
_HOLDERS = frozenset(["li", "blockquote", "figcaption", "td", "th", "dd"])  # a p inside one of these is that
_MARKS = (
    ("comment", re.compile(r"(?i)(?:^|[\s_-])(?:comments?|disqus|respond|replies|commentlist)(?:$|[\s_-])|comment(?:s?[-_]?(?:list|thread|section|area|body|item|content|wrap))|fb-comments")),
    ("related", re.compile(r"(?i)related|recommend|more-?(?:stories|from|news|on)|most-?(?:read|popular|viewed)|trending|teaser|outbrain|taboola|read-?(?:next|more|also)|also-?(?:read|like)|further-?reading|you-?may|popular-?posts|latest-?(?:news|posts|stories)|up-?next|see-?also")),
    ("chrome", re.compile(r"(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|shares|social|newsletter|subscribe|subscription|signup|sign-up|paywall|cookies?|consent|gdpr|advert\w*|ads?|adslot|dfp|sponsor\w*|promo\w*|footer|sidebar|toolbar|tags?|tag-?list|topics|pagination|pager|login|banner|popup|modal|widget|print-?only|screen-reader\w*|sr-only|visually-?hidden|skip|copyright|disclaimer|print|rating|ratings|poll|author-?bio|about-?author|bio|toc|jump)(?:$|[\s_-])|sharedaddy|addthis|jp-relatedposts|social-?(?:share|links|media)|newsletter|site-?footer|page-?footer|site-?header")),
    ("byline", re.compile(r"(?i)(?:^|[\s_-])(?:bylines?|authors?|contributors?|writer|meta|post-?meta|entry-?meta|dateline|timestamp|published|posted-on|date|pubdate|article-?info)(?:$|[\s_-])|by-?line|author-?name|article-?(?:meta|date)")),
    ("dek", re.compile(r"(?i)(?:^|[\s_-])(?:dek|standfirst|subtitle|sub-?headline|subhead|summary|article-?summary|sub-?title|excerpt|description|deck)(?:$|[\s_-])")),
    ("caption", re.compile(r"(?i)(?:^|[\s_-])(?:captions?|credits?|photo-?credit|image-?credit|wp-caption\w*|figcaption|gallery|slideshow|lightbox|image-?(?:info|meta))(?:$|[\s_-])|caption")),
    ("pullquote", re.compile(r"(?i)pull-?quote")),
    ("embed", re.compile(r"(?i)twitter-tweet|instagram-media|(?:^|[\s_-])(?:tweet|embedded-?post|social-?embed)(?:$|[\s_-])|truth-?social")),
    ("article", re.compile(r"(?i)(?:article|story|entry|post|news|content|page)[-_]{0,2}(?:body|content|text|copy|main)|(?:^|[\s_-])(?:articlebody|entry|hentry|body-?copy|article__body|storytext|main-?content)(?:$|[\s_-])")),
)  # fmt: skip
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?</\1>")
_RESETS = frozenset({"ul", "ol", "div", "section", "article", "aside"})
_HARDLY_ANY = 60  # words
_DEEPEST = 200  # elements of a path that are kept apart


@dataclass(slots=True)
class _Writer:
    """Text, units and links as they are written down while walking a tree."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    line: list[str] = field(default_factory=list)
    line_length: int = 0
    anchors: list[tuple[int, int, str]] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    paths: list[tuple[int, ...]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    opened: tuple[int, str] | None = None
    named: dict[int, frozenset[str]] = field(default_factory=dict)

    def put(self, words: str | None) -> None:
        """Adds words to the line."""
        if words:
            self.line.append(words)
            self.line_length += len(words)

    def open_link(self, url: str) -> None:
        """Begins a link here; a link inside a link begins a new one."""
        self.close_link()
        self.opened = (self.line_length, url)

    def close_link(self) -> None:
        """Ends the link that is open."""
        if self.opened is not None and self.opened[0] < self.line_length:
            self.anchors.append((self.opened[0], self.line_length, self.opened[1]))
        self.opened = None

    def flush(self, tag: str, marks: frozenset[str], path: tuple[int, ...]) -> None:
        """Ends the line: what is on it becomes a unit."""
        if not self.line:
            return
        url = self.opened[1] if self.opened else None
        self.close_link()
        words = "".join(self.line)
        kept = _SPACE.sub(" ", words).strip()
        if kept:
            if self.parts:
                self.parts.append("\n\n")
                self.length += 2
            linked = self._links(words, kept)
            start, self.length = self.length, self.length + len(kept)
            self.parts.append(kept)
            share = min(1.0, linked / len(kept))
            self.units.append(make_unit(start, self.length, kept, gap=1, tag=tag, linked=share, marks=marks))
            self.paths.append(path)
        self.line, self.line_length, self.anchors = [], 0, []
        if url is not None:
            self.opened = (0, url)  # a link around several lines goes on in the next

    def _links(self, words: str, kept: str) -> int:
        at = linked = 0
        for a, b, url in self.anchors:
            anchor = _SPACE.sub(" ", words[a:b]).strip()
            found = kept.find(anchor, at) if anchor else -1
            if found >= 0:
                at = found + len(anchor)
                linked += len(anchor)
                if url:
                    self.links.append(Link(start=self.length + found, end=self.length + at, url=url))
        return linked


def lay_out_html(text: str, problem: Problem | None = None) -> Laid:
    """The text and units of a page in markup, once decoded."""
    problems = [problem] if problem else []
    root = parse(text)
    if root is None:
        problems.append(Problem(code="no-markup", message="The markup holds no page."))
        return Laid(text="", units=(), problems=tuple(problems))
    if not _told(root) and (words := _flattened(text)):
        note = "The markup is nested deeper than is followed; only its words were read."
        problems.append(Problem(code="markup-flattened", message=note))
        return Laid(text=words, units=find_units(words), problems=tuple(problems))
    meta = read_meta(root)
    writer = _walk(root, hidden=True)
    if sum(unit.words for unit in writer.units) < _HARDLY_ANY:
        writer = _walk(root, hidden=False)  # a page that hides itself until a script has run
    within = find_article(writer.units, writer.paths, writer.named, meta.body)
    return Laid(
        text="".join(writer.parts),
        units=tuple(writer.units),
        links=tuple(writer.links),
        problems=tuple(problems),
        meta=meta,
        language=meta.language,
        within=within,
    )


def _told(root: Any) -> bool:
    """Whether a tree holds any words."""
    return any(words.strip() for words in root.itertext())


def _flattened(text: str) -> str:
    """The words between the tags, a line each."""
    kept = (html.unescape(line).strip() for line in _TAG.sub("\n", _UNSEEN.sub("\n", text)).split("\n"))
    return "\n\n".join(line for line in kept if line)


def parse(text: str) -> Any:
    """The tree of a page, or None where there is none; broken markup is mended as browsers do."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _walk(root: Any, *, hidden: bool) -> _Writer:
    """Writes down a tree without recursion: pages nest deeper than Python does. `hidden`: leave out what is hidden."""
    writer = _Writer()
    body = root.find("body")
    stack: list[tuple[str, frozenset[str], tuple[int, ...]]] = []
    tag = ""
    marks: frozenset[str] = frozenset()
    path: tuple[int, ...] = ()
    count = skipped = 0
    broken = False
    for event, node in etree.iterwalk(body if body is not None else root, events=("start", "end")):
        name = node.tag
        if event == "start":
            if skipped or not isinstance(name, str) or name in _SKIP or (hidden and _is_hidden(node)):
                skipped += 1
                continue
            stack.append((tag, marks, path))
            if name == "br":
                if broken:  # two in a row end a paragraph
                    writer.flush(tag, marks, path)
                writer.put("\n")
                broken = True
                continue
            if name in _BLOCK:
                broken = False
                writer.flush(tag, marks, path)
                count += 1
                path = (*path, count) if len(path) < _DEEPEST else path
                if name in _TAGS and not (name == "p" and tag in _HOLDERS):
                    tag = name
                elif name in _RESETS and tag != "blockquote":
                    tag = ""
                own = _marks_of(
                    name, node.get("class") or "", node.get("id") or "", node.get("itemprop") or ""
                )
                if own:
                    marks = marks | own
                    writer.named[count] = own
            elif name == "a":
                writer.open_link(node.get("href") or "")
            words = node.text
        else:
            if skipped:
                skipped -= 1
            else:
                if name == "a":
                    writer.close_link()
                elif name in _BLOCK:
                    writer.flush(tag, marks, path)
                tag, marks, path = stack.pop()
            words = None if skipped else node.tail
        if words:
            broken = broken and not words.strip()
            writer.put(words)
    writer.flush(tag, marks, path)
    return writer


def _is_hidden(node: Any) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    style = node.get("style")
    return style is not None and bool(_HIDDEN.search(style))


@lru_cache(maxsize=20_000)
def _marks_of(name: str, classes: str, ident: str, prop: str) -> frozenset[str]:
    """What an element's name, classes and id say of what is in it."""
    found = {name} if name in ("nav", "footer", "aside", "article", "main", "header", "blockquote") else set()
    if prop == "articleBody":
        found.add("article")
    if name in ("body", "html"):
        return frozenset()
    for words in (classes, ident):
        if words and len(words) < 600:
            found |= {mark for mark, pattern in _MARKS if pattern.search(words)}
    return frozenset(found)
