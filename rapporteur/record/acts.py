"""What people do to a record: take reports in, judge, withdraw, wipe, read again. One transaction each.

The command and the pages both come here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapporteur.ledger import Appended, Ledger, Store, Withdrawal
from rapporteur.model import Address, AnonymousSource, Document, Entry, Judgement, Reading, Report
from rapporteur.record.engine import Engine, prepare
from rapporteur.record.given import CannotJudge, check_fields, make_fact
from rapporteur.record.judged import WITH, judgement_id, members_of, report_of
from rapporteur.record.layer import Layer
from rapporteur.record.layers import LAYERS
from rapporteur.record.query import NoSuchThing, Record

Verdict = Literal["right", "wrong", "same", "different", "set", "add", "undo"]


def take_in(store: Store, entry: Entry, *, now: str, layers: Sequence[Layer] = LAYERS) -> Appended:
    """Appends a report with its document and reading, and derives what follows, in one transaction."""
    with store.write() as connection:
        prepare(connection, layers)
        ledger = Ledger(connection)
        before = ledger.held(entry.report.id)
        outcome, _ = ledger.append(entry, now=now)
        moved = before is not None and entry.report.source < before.source
        if moved or outcome in ("new", "newer reading"):
            Engine(connection, layers).advance(entry.report.id)
    return outcome


def seen_again(store: Store, report: Report, *, layers: Sequence[Layer] = LAYERS) -> None:
    """Notes that a known report was found at another place; the least place is the one shown."""
    with store.write() as connection:
        ledger = Ledger(connection)
        before = ledger.held(report.id)
        ledger.add_source(report)
        if before is not None and report.source < before.source:
            prepare(connection, layers)
            Engine(connection, layers).advance(report.id)


def judgement_of(
    record: Record, target: Address, verdict: Verdict, *, by: str, at: str, other: Address | None = None,
    fields: Iterable[tuple[str, str]] = (), note: str | None = None,
) -> Judgement:  # fmt: skip
    """A judgement ready to be added; CannotJudge where it makes no sense.

    Wrong said of a group is said of every member it has now; what joins later stands for itself.
    """
    if not by.strip():
        raise CannotJudge("a judgement needs a name: --as NAME.")
    given = tuple(sorted(fields))
    if verdict in ("same", "different"):
        if other is None or other == target:
            raise CannotJudge(f"{verdict} needs two different things.")
        if not _comparable(record, target, other):
            raise CannotJudge(f"{record.ref(target)} and {record.ref(other)} are not of one kind.")
    elif verdict == "set" and not given:
        raise CannotJudge("set needs FIELD=VALUE.")
    elif verdict == "wrong":
        given += tuple((WITH, member) for member in _members(record, target) if member != target)
    made = Judgement(
        id="", target=target, verdict=verdict, by=by.strip(), at=at, other=other, fields=given, note=note
    )
    if verdict == "add":
        make_fact(made, record.document(report_of(target)).text)
    elif verdict == "set":
        _settable(record, target, dict(given))
    return replace(made, id=judgement_id(made))


def judge(store: Store, judgement: Judgement, *, layers: Sequence[Layer] = LAYERS) -> bool:
    """Adds a judgement and derives what it touches again; False where it stood already."""
    with store.write() as connection:
        prepare(connection, layers)
        return Engine(connection, layers).judge(judgement)


def withdraw(store: Store, withdrawal: Withdrawal, *, layers: Sequence[Layer] = LAYERS) -> None:
    """Withdraws, restores or wipes a report, and everything that rested on it alone."""
    with store.write() as connection:
        prepare(connection, layers)
        ledger = Ledger(connection)
        held = ledger.held(withdrawal.report)
        if held is None:
            raise NoSuchThing(f"no report {withdrawal.report} was ever received.")
        if held.withdrawn == "forget":
            raise NoSuchThing(f"report {withdrawal.report} was forgotten: its text is gone.")
        if held.withdrawn == withdrawal.kind:
            raise NoSuchThing(f"report {withdrawal.report} is withdrawn already.")
        if withdrawal.kind == "restore" and held.withdrawn is None:
            raise NoSuchThing(f"report {withdrawal.report} was not withdrawn.")
        ledger.withdraw(withdrawal)
        engine = Engine(connection, layers)
        engine.advance(withdrawal.report)
        if withdrawal.kind == "forget":
            engine.settle()  # so that no noun keeps words of it
    if withdrawal.kind == "forget":
        store.wipe_traces()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What reading a report again came to."""

    report: str
    outcome: Literal["same", "newer reading", "text kept"]


def reread(
    store: Store, report: str, clean: Callable[[Report], Document], read: Callable[[Document], Reading], *,
    now: str, layers: Sequence[Layer] = LAYERS,
) -> Reread:  # fmt: skip
    """Reads a report again with the current reader; the newest reading counts, older ones stay.

    Addresses live for ever, so the text stays: where the bytes clean to another text now, the old
    document is read again.
    """
    with store.read() as connection:
        ledger = Ledger(connection)
        raw, held = ledger.report(report), ledger.document(report)
    if raw is None or held is None:
        raise NoSuchThing(f"report {report} has no text to read again.")
    document = clean(raw)
    kept = document.text != held.text
    document = held if kept else document
    outcome = take_in(
        store, Entry(report=raw, document=document, reading=read(document)), now=now, layers=layers
    )
    if kept:
        return Reread(report=report, outcome="text kept")
    return Reread(report=report, outcome="same" if outcome == "known" else "newer reading")


def rebuild(store: Store, progress: Callable[[int, int], None], *, layers: Sequence[Layer] = LAYERS) -> None:
    """Derives everything again from the ledger."""
    with store.write() as connection:
        engine = Engine(connection, layers)
        engine.rebuild(progress)
        engine.settle()


def _comparable(record: Record, left: Address, right: Address) -> bool:
    """Whether some layer groups both, or both are unnamed sources, which only people join."""
    if isinstance(record.fact(left), AnonymousSource) and isinstance(record.fact(right), AnonymousSource):
        return True
    return any(
        record.group_of(layer.name, left) is not None and record.group_of(layer.name, right) is not None
        for layer in record.layers
    )


def _members(record: Record, target: Address) -> list[Address]:
    """The members of the group whose id this is, in any layer; nothing where it is no group's id."""
    found: set[Address] = set()
    for layer in record.layers:
        noun = record.noun(layer.name, target)
        if noun is not None and layer.name != "derivations":
            found |= {member for member in members_of(noun) if record.fact(member) is not None}
    return sorted(found)


def _settable(record: Record, target: Address, fields: dict[str, str]) -> None:
    """Refuses fields that neither the fact, nor its group, nor its report has, and values that make no sense."""
    things = [record.fact(target)]
    if target in record.windows():
        things.append(record.document(target))
    for layer in record.layers:
        things.append(record.noun(layer.name, target) or record.noun_of(layer.name, target))
    check_fields([thing for thing in things if thing is not None], fields)
