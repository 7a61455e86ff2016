"""The brief as one screen of text, and as Markdown: sections, each line with its REF and origins, drafts side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapporteur.model import Address
from rapporteur.present.text import markdown, one_line
from rapporteur.views.view import View

Ref = Callable[[Address], str]
FIRST = 17  # width of the column of issues
GAP = "  "


def as_brief(view: View, ref: Ref, *, width: int = 110, evidence: bool = False) -> str:
    """The sections of a brief under its title; with `evidence` the words behind each line under it."""
    lines = [_heading(view)]
    for part in view.data["sections"]:
        lines += ["", part["title"]]
        table = part.get("table")
        if table and not evidence:
            lines += _table(table, part["lines"], width)
        elif part["title"] == "NOT KNOWN" and not evidence:
            lines += _run_on(part["lines"], width)
        else:
            once = part["title"] == "STANDING"
            for line, label in zip(part["lines"], _labels(part["lines"], once), strict=True):
                lines += _line(line, label, width)
                if evidence:
                    lines += _words(line, ref, width)
    if not view.data["sections"]:
        lines += ["", "Nothing."]
    notes = [row for note in (*view.notes, *_options(view)) for row in textwrap.wrap(one_line(note), width)]
    return "\n".join([*lines, "", *notes]) + "\n"


def as_brief_markdown(view: View, ref: Ref) -> str:
    """The same as Markdown, drafts side by side in a table."""
    lines = [f"# {markdown(_heading(view))}"]
    for part in view.data["sections"]:
        lines += ["", f"## {part['title']}", ""]
        table = part.get("table")
        if table:
            heads = ["", *(markdown(_column(draft)) for draft in table["drafts"])]
            lines += ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
            for row in table["rows"]:
                cells = ["; ".join(markdown(_cell(part["lines"][n])) for n in cell) for cell in row["cells"]]
                lines.append("| " + " | ".join([markdown(row["title"]), *cells]) + " |")
        else:
            lines += [f"- {markdown(line['text'] + _mark(line))}" for line in part["lines"]]
    lines += ["", *(f"{markdown(note)}  " for note in view.notes)]
    return "\n".join(lines) + "\n"


def _options(view: View) -> list[str]:
    """The options of the command that show what this brief does not."""
    told = ["--long shows all of it"] if view.data["left_out"]["more"] else []
    told += ["--talks NAME the others"] if view.data["other_talks"] else []
    return [f"{', '.join(told)}."] if told else []


def _heading(view: View) -> str:
    name, dot, rest = one_line(view.title).partition(" · ")
    return f"{name.upper()}{dot}{rest}"


def _labels(lines: Sequence[dict[str, Any]], once: bool) -> Iterator[str]:
    """The label of each line; `once` leaves it blank where the line before has the same."""
    last = ""
    for line in lines:
        label = line.get("label") or ""
        yield "" if once and label and label == last else label
        last = label


def _line(line: dict[str, Any], label: str, width: int) -> list[str]:
    body = one_line(line["body"] if "body" in line else line["text"])
    text = f"{label} {body}".strip() if label or not line.get("label") else body
    pad = "    " if line.get("label") and not label else "  "
    return textwrap.wrap(
        f"{text}{_mark(line)}", width, initial_indent=pad, subsequent_indent="    ", break_on_hyphens=False
    )


def _mark(line: dict[str, Any]) -> str:
    """ "[f2ebto@770 1o]": where the line stands and on how many origins; the record’s own lines have no origins."""
    refs = " ".join(line["refs"][:1])
    inside = " ".join(part for part in (refs, line["origins"]) if part)
    return f" [{inside}]" if inside else ""


def _run_on(lines: Sequence[dict[str, Any]], width: int) -> list[str]:
    """Gaps one after the other, as they are short: refusals on lines of their own."""
    told = [line for line in lines if line["origins"] is not None]
    own = [f"{one_line(line['text'])}{_mark(line)}" for line in lines if line["origins"] is None]
    made = [row for line in told for row in _line(line, line.get("label") or "", width)]
    if own:
        made += textwrap.wrap(
            " · ".join(own), width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )
    return made


def _words(line: dict[str, Any], ref: Ref, width: int) -> list[str]:
    made: list[str] = []
    for found in line["evidence"]:
        words = f"“{one_line(found['exact'])}” [{ref(found['report'])}@{found['start']}]"
        made += textwrap.wrap(words, width, initial_indent="      ", subsequent_indent="      ")
    return made


def _table(table: dict[str, Any], lines: Sequence[dict[str, Any]], width: int) -> list[str]:
    """Drafts side by side: a column each, an issue a row, what nobody reports left as "not reported"."""
    count = len(table["drafts"])
    each = max(16, (width - 2 - FIRST - len(GAP) * count) // count)
    rows = [["", *(_column(draft) for draft in table["drafts"])]]
    for row in table["rows"]:
        cells = ["; ".join(_cell(lines[n]) for n in cell) or "–" for cell in row["cells"]]
        rows.append([row["title"], *cells])
    made: list[str] = []
    for row in rows:
        wrapped = [
            textwrap.wrap(one_line(cell), size, break_on_hyphens=False) or [""]
            for cell, size in zip(row, [FIRST, *[each] * count], strict=True)
        ]
        for n in range(max(map(len, wrapped))):
            parts = [
                (part[n] if n < len(part) else "").ljust(size)
                for part, size in zip(wrapped, [FIRST, *[each] * count], strict=True)
            ]
            made.append(f"  {GAP.join(parts)}".rstrip())
    return [*made, "  –: not reported"]


def _column(draft: dict[str, Any]) -> str:
    told = ", ".join(part for part in (draft["counts"], *draft["problems"]) if part)
    day = f", {draft['when']}" if draft["when"] else ""
    return f"{draft['title']}{day} [{draft['origins']}]{': ' + told if told else ''}"


def _cell(line: dict[str, Any]) -> str:
    status = [mark for mark in line["marks"] if mark]
    return f"{one_line(line['body'])}{' (' + ', '.join(status) + ')' if status else ''} [{line['refs'][0]}]"
