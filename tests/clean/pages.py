"""Invented pages with their furniture and their readers, each line labelled: what cleaning is measured on.

Every page is a list of (label, words), label one of body, page, comment, head; `as_text` prints it as a
page copied from a browser looks, `as_html` as a site would mark it up. Nothing is random: page n is
always page n.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from rapporteur.model import Document

PAGES = 56
Line = tuple[str, str]

LEADS = (
    "Aldmark and Vessia ended a third day of talks on the waters of the Issa without a date for the next round, the mediator said on Thursday.",
    "Negotiators for the two river states have narrowed a list of fourteen points to five, three people briefed on the talks said.",
    "The foreign minister of Aldmark flew home from Port Merrow on Sunday night, leaving her deputy to go on with what she called the smaller half of the work.",
    "A draft that would open three border crossings by the end of the year was handed to both delegations on Monday, officials said.",
    "Vessia has told the mediator that it will not discuss the dam before the observers are allowed back, a government spokeswoman said.",
    "The ceasefire along the upper valley held for a second week as envoys met in a hotel outside Kesh to agree on how it should be watched.",
)
SENTENCES = (
    "“We are closer on the crossings than on the water,” the minister told reporters before she left the building by a side door.",
    "The plan would release 420 million cubic metres a year, according to a copy that two delegates described in detail.",
    "He declined to say which of the points were still open.",
    "An official on the Vessian side said the figure had been put forward in April and withdrawn in May, and was now back on the table.",
    "The mediator, Miriam Achterveld, has asked both governments for written answers within ten days.",
    "Nobody had expected the finance ministers to attend.",
    "“It is a number, not a speech,” he said.",
    "Farmers in the lower districts fear that a dry August would leave them with a third of what they had last year, the growers' union said in a letter.",
    "The two governments have not met at this level since the accord on the lakes of Orrin was signed fifteen years ago.",
    "A spokesman for the union of coastal states said it would pay for the gauges but not for the canal.",
    "Under the proposal, observers would stay at the dam for no less than ten years and report to both capitals every quarter.",
    "She said the date was “not decoration”.",
    "Diplomats from two neighbouring countries, who asked not to be named because the meetings are private, said the text had changed hands four times in a week.",
    "The opposition in Vessia has called for a vote on any agreement that touches the river districts.",
    "By Wednesday evening the delegations had moved on to the question of compensation, which both sides had earlier described as settled.",
    "The Aldmark cabinet is due to discuss the draft on Friday.",
    "“If I have two serious answers on the seventeenth I will not send them back because of the calendar,” Achterveld said.",
    "Trucks have been waiting on both sides of the northern bridge since the crossing was closed in March.",
    "In a statement, the Aldmark delegation said that reports of a split in its ranks were invented.",
    "What happens to the prisoners taken in the autumn is not part of these talks, though both sides raise it in the corridors.",
)
SUBHEADS = (
    "A bridge too far",
    "Who pays for the canal",
    "Pressure at home",
    "What the draft says",
    "Farmers wait for rain",
    "No word on observers",
    "Old maps, new quarrels",
)
LABELS = (
    "Why it matters:",
    "The big picture:",
    "Between the lines:",
    "What they're saying:",
    "Zoom in:",
    "Yes, but:",
    "What's next:",
    "Driving the news:",
)
TITLES = (
    "River states end third day of talks without a date",
    "Fourteen points become five as Issa talks drag on",
    "Aldmark minister flies home, deputy stays",
    "Draft would open three crossings by year's end",
    "Vessia ties dam talks to return of observers",
    "Ceasefire holds as envoys meet near Kesh",
)
DEKS = (
    "Mediator sets ten days for written answers",
    "Both sides say the water is the harder part",
    "Officials describe a draft that changed hands four times",
)
NAMES = (
    "Petra Lindqvar",
    "Jonah Ferrault",
    "Mirela Sand",
    "Corin Haste",
    "Nils Abery",
    "Edda Morrow",
    "Tobias Renn",
    "Ana Kolb",
)
PAPERS = (
    "Northern Wire",
    "Merrow Courier",
    "The Capital Ledger",
    "Vessia Today",
    "The Dispatch Weekly",
    "Harbour Daily",
)
STAMPS = (
    "2 June 2026",
    "June 3, 2026 7:40 pm GMT",
    "Published 4 June 2026 at 09:15",
    "Updated 6:05 PM ET, Fri June 5, 2026",
    "Jun 8, 2026, 11:20am EDT",
    "Tue 9 Jun 2026 14.05 BST",
)
TEASERS = (
    "Ten walks along the old canal", "Why your bread goes stale", "Storm names for 2027 announced", "The best ferries, ranked",
    "Merrow United sack their coach", "How to read a river gauge", "House prices fall again in Kesh", "A recipe for smoked eel",
    "Minister's dog returns home", "What your tide table gets wrong", "Five islands you can walk to", "Inside the lighthouse keepers' strike",
)  # fmt: skip
TOPS = (
    ("Skip to content", "Menu", "Home", "World", "Business", "Sport", "Sign in", "Subscribe"),
    ("News", "Opinion", "Culture", "More", "Search", "My account"),
    ("Home | World | Money | Weather", "Subscribe for 1 crown a week"),
    (
        "We use cookies to make this site work. By continuing you accept our policy.",
        "Accept all",
        "Manage preferences",
    ),
    ("Sections", "Newsletters", "Breaking news alerts", "Log in"),
    ("You have 2 free articles left this month.", "Start your free trial"),
    ("Live", "Video", "Audio", "Weather", "Games", "ADVERTISEMENT"),
    ("Get every paper in one place.", "300 titles, one login.", "Try it free"),
)
INSIDE = (
    "ADVERTISEMENT", "Story continues below advertisement", "Read more: Who owns a river?", "Sign up for our morning newsletter",
    "Related: The long road to Port Merrow", "Share", "Also read: What the gauges show", "Listen to this article · 6 min",
    "Get the week's news in your inbox every Friday.", "Article continues after this ad", "Facebook", "Copy link",
)  # fmt: skip
BOTTOMS = (
    (
        "Related stories",
        *TEASERS[:3],
        "© 2026 Harbour Media. All rights reserved.",
        "Terms of use",
        "Privacy policy",
    ),
    ("Most read", *TEASERS[3:7], "Contact us", "About us", "Cookie settings"),
    ("Topics", "Issa river", "Vessia", "Aldmark", "More from World", *TEASERS[5:8]),
    ("Share this article", "Follow us on Telegram", "Recommended for you", *TEASERS[7:10]),
    ("Already a subscriber? Log in", "Download the app", "One login. Every title."),
    ("Popular posts from this blog", *TEASERS[8:11], "Powered by Inkpot", "Report abuse"),
    (
        "Thank you for reading.",
        "Your support keeps our reporting free. Give today.",
        "Newsletters",
        "Careers",
        "Accessibility",
    ),
    ("Next article", TEASERS[2], "Previous article", TEASERS[4], "Back to top"),
)
CREDITS = (
    "(Reporting by Petra Lindqvar; Editing by Samuel Oke)", "Additional reporting by Ana Kolb in Kesh.",
    "This article was originally published by Northern Wire.", "Nils Abery contributed to this report.",
    "Write to Corin Haste at corin.haste@ledger.example", "The post appeared first on Merrow Courier.",
    "Edited by: Tobias Renn", "This story has been updated with comment from the ministry.",
)  # fmt: skip
COMMENTS = (
    "My cousin works at the dam and says they already agreed on 500 million. Believe me.",
    "The minister said the same thing four years ago.",
    "They will sign nothing before the elections.",
    "lol a number is not a speech, ok",
    "Has anyone actually read the draft? I have, and page 6 says nothing about observers.",
    "Great reporting as always, thank you.",
    "Why does nobody ask the people who live in the valley? We have had soldiers in the school since March and not one journalist has come.",
    "35 million is nothing!!",
    "Agree with the above. It was always about the canal.",
    "Source?",
)
USERS = (
    "river_rat",
    "Anna K.",
    "old_customs_man",
    "Bettina",
    "Issa_fan",
    "TomW77",
    "Gustav from Kesh",
    "mllopez",
    "Dr Marten",
    "hydrogeek",
)


def thread(rng: Random, style: int) -> list[Line]:
    """A comment thread in one of the shapes that threads have."""
    count = rng.randint(2, 5)
    said = rng.sample(COMMENTS, count)
    by = rng.sample(USERS, count)
    lines: list[Line] = []
    if style == 0:
        lines.append(("page", f"Comments ({count})"))
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", user),
                ("comment", f"{rng.randint(1, 9)} June 2026 at 08:{rng.randint(10, 59)}"),
                ("comment", words),
                ("comment", f"Reply · {rng.randint(1, 40)} likes"),
            ]
    elif style == 1:
        lines.append(("page", f"{count} comments"))
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", f"{user} · {rng.randint(2, 20)} hours ago"),
                ("comment", words),
                ("comment", "Like  Reply  Share"),
            ]
    elif style == 2:
        lines.append(("page", f"{count} thoughts on “{TITLES[0]}”"))
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", f"{user} says:"),
                ("comment", f"June {rng.randint(1, 9)}, 2026 at 8:{rng.randint(10, 59)} am"),
                ("comment", words),
                ("comment", "Reply"),
            ]
        lines += [
            ("page", "Leave a Reply"),
            ("page", "Your email address will not be published. Required fields are marked *"),
        ]
    elif style == 3:
        lines.append(("page", "Join the conversation"))
        lines.append(("page", "Sort by: Newest"))
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", user),
                ("comment", f"{rng.randint(1, 6)}d"),
                ("comment", words),
                ("comment", "Reply"),
                ("comment", str(rng.randint(0, 30))),
            ]
    elif style == 4:
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", user),
                ("comment", f"{rng.randint(1, 9)} Jun 2026 8.{rng.randint(10, 59)}"),
                ("comment", words),
                ("comment", "Reply"),
                ("comment", "Report"),
            ]
    elif style == 5:
        lines.append(("page", "Reader comments"))
        for user, words in zip(by, said, strict=True):
            lines += [
                ("comment", f"{user} • {rng.randint(2, 6)} days ago"),
                ("comment", words),
                ("comment", f"{rng.randint(0, 9)} • Reply • Share ›"),
            ]
    else:
        lines.append(("page", "COMMENTS"))
        for user, words in zip(by, said, strict=True):
            lines += [("comment", words), ("comment", f"Posted by {user} on {rng.randint(1, 9)} June 2026")]
    return lines


@dataclass(frozen=True, slots=True)
class MadePage:
    """One page: its lines, and whether its paragraphs are parted by blank lines when printed."""

    number: int
    lines: tuple[Line, ...]
    spaced: bool

    def as_text(self) -> str:
        """The page as it looks when copied from a browser."""
        return ("\n\n" if self.spaced else "\n").join(words for _, words in self.lines) + "\n"

    def as_html(self) -> str:
        """The page as a site would mark it up."""
        return _markup(self)


def make_page(number: int) -> MadePage:
    """Page `number`, always the same."""
    rng = Random(1000 + number)
    paper = rng.choice(PAPERS)
    title = rng.choice(TITLES)
    lines: list[Line] = [("page", words) for words in rng.choice(TOPS)] if number % 5 else []
    if rng.random() < 0.3:
        lines.insert(0, ("page", paper))
    lines.append(("head", title))
    if rng.random() < 0.5:
        lines.append(("head", rng.choice(DEKS)))
    names = rng.sample(NAMES, rng.randint(1, 2))
    form = number % 4
    if form == 0:
        lines.append(("head", "By " + " and ".join(names)))
        lines.append(("head", rng.choice(STAMPS)))
    elif form == 1:
        lines.append(("head", paper))
        lines.append(("head", rng.choice(STAMPS)))
    elif form == 2:
        lines.append(("head", f"By {names[0]}, {paper}, {rng.choice(STAMPS)}"))
    body = [rng.choice(LEADS), *rng.sample(SENTENCES, rng.randint(7, 13))]
    if number % 3 == 0:
        body[0] = f"PORT MERROW, June 2 ({paper}) - {body[0]}"
    every = rng.randint(2, 4)
    for index, words in enumerate(body):
        if index and index % every == 0 and number % 4 == 1:
            lines.append(("body", SUBHEADS[(number + index) % len(SUBHEADS)]))
        if index and number % 4 == 2 and index % every == 0:
            lines.append(("body", f"{LABELS[(number + index) % len(LABELS)]} {words}"))
            continue
        if number % 4 == 2 and index > 2 and index % 2:
            words = f"• {words}"
        lines.append(("body", words))
        if 0 < index < len(body) - 1 and rng.random() < 0.25:
            lines.append(("page", rng.choice(INSIDE)))
    if rng.random() < 0.6:
        lines.append(("page", rng.choice(CREDITS)))
    bottom: list[Line] = [("page", words) for words in rng.choice(BOTTOMS)]
    if number % 2 == 0:
        comments = thread(rng, (number // 2) % 7)
        lines += comments + bottom if rng.random() < 0.5 else bottom[:4] + comments
    else:
        lines += bottom
    return MadePage(number=number, lines=tuple(lines), spaced=bool(number % 3))


def _markup(page: MadePage) -> str:
    """Sites differ in how much they say: every third names its parts, every third uses bare divisions."""
    style = page.number % 3
    parts: list[str] = []
    last = ""
    began = False
    heads = 0
    closing = {"comment": "</div>", "page": "</div>", "body": "", "head": ""}
    for label, words in page.lines:
        if label != last:
            if last:
                parts.append(closing[last])
            if not began and label in ("head", "body"):
                parts.append(("<article>", '<div class="content-main">', "<div>")[style])
                began = True
            if label == "comment":
                parts.append(
                    ('<div class="comment">', '<div id="c1" class="reader-comments">', '<div class="x9">')[
                        style
                    ]
                )
            elif label == "page":
                parts.append(('<div class="promo">', '<div class="widget">', '<div class="x7">')[style])
        text = html.escape(words)
        if label == "head":
            parts.append(
                f"<h1>{text}</h1>"
                if heads == 0
                else f'<p class="{"byline" if style < 2 else "x2"}">{text}</p>'
            )
            heads += 1
        elif label == "body":
            if words in SUBHEADS:
                parts.append(f"<h2>{text}</h2>")
            elif words.startswith("• "):
                parts.append(f"<ul><li>{html.escape(words[2:])}</li></ul>")
            else:
                parts.append(f"<p>{text}</p>")
        elif label == "comment":
            parts.append(f"<p>{text}</p>")
        else:
            parts.append(
                f'<div><a href="/{len(parts)}">{text}</a></div>'
                if words in TEASERS or len(words.split()) < 4
                else f"<div>{text}</div>"
            )
        last = label
    parts.append(closing[last])
    if began:
        parts.append(("</article>", "</div>", "</div>")[style])
    head = f"<title>{html.escape(next(w for k, w in page.lines if k == 'head'))}</title>"
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{"".join(parts)}</body></html>'


def counts(form: str, document_of: Callable[[bytes, str], Document]) -> dict[str, tuple[int, int, int]]:
    """For page, comment and body: characters found rightly, found wrongly and missed, over all pages."""
    totals = {"page": [0, 0, 0], "comment": [0, 0, 0], "body": [0, 0, 0]}
    for number in range(PAGES):
        page = make_page(number)
        raw = (page.as_text() if form == "text" else page.as_html()).encode()
        document = document_of(raw, "text/plain" if form == "text" else "text/html")
        for wanted, found in zip(*labels(page, document), strict=True):
            for label, total in totals.items():
                total[0] += wanted == label == found
                total[1] += found == label != wanted
                total[2] += wanted == label != found
    return {label: (total[0], total[1], total[2]) for label, total in totals.items()}


def labels(page: MadePage, document: Document) -> tuple[list[str], list[str]]:
    """What each character of a document's lines is, as it was made and as it was cleaned; white space left out."""
    text = document.text
    wanted: list[str | None] = [None] * len(text)
    at = 0
    for label, words in page.lines:
        printed = text.find(words, at)
        if printed < 0:  # markup collapses white space and has list items for bullets
            words = " ".join(words.removeprefix("• ").split())
        start = text.index(words, at)
        wanted[start : start + len(words)] = [label] * len(words)
        at = start + len(words)
    found = ["none"] * len(text)
    for block in document.blocks:
        label = "comment" if block.kind == "comment" else "page" if block.voice == "page" else "body"
        label = "head" if block.kind in ("headline", "dek", "byline") else label
        found[block.start : block.end] = [label] * (block.end - block.start)
    kept = [
        i for i, label in enumerate(wanted) if label is not None and not text[i].isspace() and text[i] != "•"
    ]
    return [wanted[i] or "" for i in kept], [found[i] for i in kept]
