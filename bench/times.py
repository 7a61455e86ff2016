"""Scores of the time and number decoders on TimeBank and AQUAINT and on the Recognizers-Text cases.

usage: python -m bench.times [--corpora ../shared/corpora] [--errors N] [--all]

Time expressions are scored as in TempEval-3 (S13-2001): strict (same offsets), relaxed (they overlap),
and value (relaxed F1 times the share of overlapping pairs whose value is the same). The document's
creation time is given, as there. A third of the documents, by a hash of their names, is held out: no
rule was tuned on it, and the table gives it a row of its own.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import io
import os
import re
import sys
import tarfile
import time
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

from rapporteur.model import Block, Document, Sentence, Span, Stated, Timex
from rapporteur.read.times import find_timexes

_tag = re.compile(r"<(/?)(\w+)([^>]*)>")


def held_out(name: str) -> bool:
    """Whether a document belongs to the third that no rule is tuned on."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def timeml(source: str) -> tuple[str, str | None, list[tuple[int, int, dict[str, str]]]]:
    """Text, creation time and gold expressions (start, end, attributes) of a TimeML file."""
    dct = re.search(r"<DCT>.*?value=\"([^\"]*)\"", source, re.S)
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    text: list[str] = []
    length, gold, opened, last = 0, [], [], 0
    for tag in [*_tag.finditer(body), None]:
        piece = unescape(body[last : tag.start() if tag else len(body)])
        text.append(piece)
        length += len(piece)
        if tag is None:
            break
        last = tag.end()
        if tag.group(2) == "TIMEX3":
            if not tag.group(1):
                opened.append((length, dict(re.findall(r"(\w+)=\"([^\"]*)\"", tag.group(3)))))
            elif opened:
                start, attributes = opened.pop()
                gold.append((start, length, attributes))
    full = "".join(text)
    trimmed = []
    for start, end, attributes in gold:
        exact = full[start:end]
        trimmed.append(
            (start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip()), attributes)
        )
    return full, dct.group(1) if dct else None, sorted(trimmed, key=lambda g: g[0])


def document(name: str, text: str, published: str | None) -> tuple[Document, tuple[Sentence, ...]]:
    """A document of one block a paragraph, and its sentences as the program finds them."""
    blocks = tuple(
        Block(kind="paragraph", voice="newsroom", start=m.start(), end=m.end())
        for m in re.finditer(r"(?:[^\n]+\n?)+", text)
    )
    made = Document(report=name, text=text, language="en", blocks=blocks,
                    published=Stated(value=published[:10], basis="given") if published else None)  # fmt: skip
    try:
        from rapporteur.read.sentences import find_sentences

        return made, tuple(find_sentences(made))
    except ImportError:
        return made, tuple(
            Sentence(start=m.start(), end=m.end())
            for m in re.finditer(r"\S.*?(?:[.!?](?=\s+[A-Z\"“])|\n\s*\n|$)", text, re.S)
        )


def value_of(timex: Timex) -> str:
    """The value as TempEval writes it: one string."""
    return timex.value or ""


def alike(value: str) -> str:
    """A value with what the two corpora write in several ways written in one ("2000-W7", "1949-XX", "198X")."""
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"^(\d{4}(?:-\d\d)?)(?:-XX)+$", r"\1", value)
    return re.sub(r"^(\d{3})X$", r"\1", value)


_joint = re.compile(r"(?:\s?[-–—]\s?|\s+(?:to|through|until|till|and)\s+)(?:the\s+)?")


_two_ended = {"range", "year-range", "month-range", "month-between"}


def as_annotated(mine: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """Our ranges as the corpora annotate them: an expression for each end."""
    out: list[Timex] = []
    for timex in mine:
        joint = _joint.search(timex.span.exact) if timex.end_value and timex.rule in _two_ended else None
        if joint is None:
            out.append(timex)
            continue
        start, text = timex.span.start, timex.span.exact
        left = Span(start=start, end=start + joint.start(), exact=text[: joint.start()])
        right = Span(start=start + joint.end(), end=timex.span.end, exact=text[joint.end() :])
        out += [
            replace(timex, span=left, end_value=None),
            replace(timex, span=right, value=timex.end_value, end_value=None),
        ]
    return tuple(out)


def corpus(where: Path) -> Iterator[tuple[str, str]]:
    """Names and sources of the TimeBank and AQUAINT documents."""
    with tarfile.open(where / "tempeval.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if member.name.endswith(".tml") and ("TimeBank" in member.name or "AQUAINT" in member.name):
                handle = archive.extractfile(member)
                assert handle is not None
                yield member.name, io.TextIOWrapper(handle, encoding="utf8").read()


class Score:
    """Counts of a TempEval-3 run."""

    def __init__(self) -> None:
        self.gold = self.mine = self.strict = self.relaxed = self.right = self.alike = self.kind = 0

    def add(
        self, gold: list[tuple[int, int, dict[str, str]]], mine: tuple[Timex, ...]
    ) -> list[tuple[str, str, str, str]]:
        """Adds a document; gives the errors as (kind, gold or found words, gold value, found value)."""
        self.gold += len(gold)
        self.mine += len(mine)
        errors = []
        used: set[int] = set()
        for start, end, attributes in gold:
            hit = next(
                (
                    i
                    for i, t in enumerate(mine)
                    if i not in used and t.span.start < end and start < t.span.end
                ),
                None,
            )
            if hit is None:
                errors.append(("MISS", f"{start}", attributes.get("value", ""), f"{attributes.get('type')}"))
                continue
            used.add(hit)
            timex = mine[hit]
            self.relaxed += 1
            self.strict += (timex.span.start, timex.span.end) == (start, end)
            self.kind += timex.timex_type == attributes.get("type")
            same = value_of(timex) == attributes.get("value")
            self.right += same
            self.alike += alike(value_of(timex)) == alike(attributes.get("value", ""))
            if not same:
                errors.append(
                    (
                        "VALUE",
                        f"{start}",
                        attributes.get("value", ""),
                        f"{timex.span.exact!r} {value_of(timex)} [{timex.rule}]",
                    )
                )
            elif (timex.span.start, timex.span.end) != (start, end):
                errors.append(
                    ("SPAN", f"{start}", attributes.get("value", ""), f"{timex.span.exact!r} [{timex.rule}]")
                )
        errors += [
            ("EXTRA", f"{t.span.start}", "", f"{t.span.exact!r} {t.value} [{t.rule}]")
            for i, t in enumerate(mine)
            if i not in used
        ]
        return errors

    def row(self) -> tuple[float, ...]:
        """Strict F1, relaxed precision, recall and F1, value F1 as written and as meant."""

        def f(hits: int) -> float:
            return 200 * hits / (self.gold + self.mine) if self.gold + self.mine else 0.0

        over = max(1, self.relaxed)
        return (
            f(self.strict),
            100 * self.relaxed / max(1, self.mine),
            100 * self.relaxed / max(1, self.gold),
            f(self.relaxed),
            f(self.relaxed) * self.right / over,
            f(self.relaxed) * self.alike / over,
        )


def tempeval(where: Path, *, errors: str, show: int, only: bool | None = None) -> None:
    """Prints the TempEval-3 table, and the errors on the documents that rules may be tuned on."""
    scores = {"tuned on (two thirds)": Score(), "held out (a third)": Score()}
    shown: list[str] = []
    words, spent = 0, 0.0
    tally: collections.Counter[str] = collections.Counter()
    for name, source in corpus(where):
        text, dct, gold = timeml(source)
        made, sentences = document(name, text, dct)
        began = time.process_time()
        mine = as_annotated(find_timexes(made, sentences))
        spent += time.process_time() - began
        words += len(text.split())
        out = held_out(name)
        problems = scores["held out (a third)" if out else "tuned on (two thirds)"].add(gold, mine)
        if not out:
            for kind, at, want, got in problems:
                i = int(at)
                context = re.sub(r"\s+", " ", text[max(0, i - 60) : i] + "⟦" + text[i : i + 50])
                tally[kind] += 1
                if errors == "all" or kind == errors:
                    shown.append(f"{kind:6}{dct or '':11.10}{want:14} {got:50} …{context}")
    print(f"{'':24}{'strict':>8}{'P':>8}{'R':>8}{'relaxed':>8}{'value':>8}{'meant':>8}")
    for label, score in scores.items():
        print(
            f"{label:24}" + "".join(f"{x:8.1f}" for x in score.row()),
            f"({score.gold} gold, {score.mine} found, type {100 * score.kind / max(1, score.relaxed):.1f})",
        )
    print(f"{words / spent:,.0f} words/s, {dict(tally)}")
    for line in shown[:show]:
        print(line)


def main() -> None:
    """Runs the benches asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, default=Path(os.environ.get("RAPPORTEUR_SHARED", "../shared")) / "corpora"
    )
    parser.add_argument(
        "--errors", default="", help="print errors of this kind: MISS, EXTRA, VALUE, SPAN or all"
    )
    parser.add_argument("--show", type=int, default=400)
    asked = parser.parse_args()
    if not asked.corpora.exists():
        sys.exit(f"The corpora are not at {asked.corpora}; nothing measured.")
    tempeval(asked.corpora, errors=asked.errors, show=asked.show)


if __name__ == "__main__":
    main()
