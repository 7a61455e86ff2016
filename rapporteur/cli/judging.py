"""`judge`: a person's decision about something in the record."""

from __future__ import annotations

from typing import Any

import click

from rapporteur.cli.options import as_option, now, out, record_option

VERDICTS = ("right", "wrong", "same", "different", "set", "add")


@click.command("judge")
@click.argument("ref", required=False)
@click.argument("verdict", required=False, type=click.Choice(VERDICTS))
@click.argument("rest", nargs=-1, metavar="[REF | TYPE | FIELD=VALUE...]")
@record_option
@as_option
@click.option(
    "--undo",
    metavar="JUDGEMENT",
    help="Take back a judgement (by its id), or the last one of yours about REF.",
)
@click.option("--settle", is_flag=True, help="Decide where others differ.")
def judge_command(
    ref: str | None, verdict: Any, rest: tuple[str, ...], record: str, by: str, note: str | None, undo: str | None,
    settle: bool,
) -> int:  # fmt: skip
    """Decides: REF same REF, REF different REF, REF right, REF wrong, REF set FIELD=VALUE…, REF add TYPE FIELD=VALUE…

    REF is as any view prints it; to add, point at the words: REPORT@START-END.
    """
    from rapporteur.record import open_record
    from rapporteur.record.acts import judge, judgement_of
    from rapporteur.record.given import SETTLES

    with open_record(record) as opened:
        if undo is not None:
            made = _undo(opened, undo, by, note)
        elif ref is None or verdict is None:
            raise click.UsageError(f"say what is judged and how: judge REF {'|'.join(VERDICTS)}.")
        else:
            fields: list[tuple[str, str]] = [(SETTLES, "yes")] if settle else []
            other = None
            if verdict in ("same", "different"):
                if len(rest) != 1:
                    raise click.UsageError(f"{verdict} needs one other REF.")
                other = _one(opened, rest[0])
            elif verdict == "add":
                if not rest:
                    raise click.UsageError("add needs a TYPE, such as mention or attribution.")
                fields += [("type", rest[0]), *_fields(rest[1:])]
            elif verdict == "set":
                fields += [_resolved(opened, pair) for pair in _fields(rest)]
            elif rest:
                raise click.UsageError(f"{verdict} needs nothing more.")
            target = _place(opened, ref) if verdict == "add" else _one(opened, ref)
            made = judgement_of(
                opened, target, verdict, by=by, at=now(), other=other, fields=fields, note=note
            )
        store = opened.store
        shown = opened.ref(made.target)
    added = judge(store, made)
    out(f"{'judged' if added else 'judged so already'}: {shown} {made.verdict} ({made.id})\n")
    return 0


def _one(record: Any, ref: str) -> str:
    """The one address a REF means; those of which a group is made come before the rest."""
    from rapporteur.record import NoSuchThing

    found = record.resolve(ref)
    if len(found) == 1:
        return str(found[0])
    if len(set(found)) > 1:
        choices = ", ".join(record.ref(address) + f" ({address.split(':')[1]})" for address in found)
        raise NoSuchThing(f"{ref} may be several things: {choices}. Say which.")
    return str(found[0])


def _place(record: Any, ref: str) -> str:
    report, at, place = ref.partition("@")
    if not at or "-" not in place:
        raise click.UsageError("to add something, point at its words: REPORT@START-END.")
    return f"{record.find_report(report)}:place:{place}"


def _fields(words: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = [word.partition("=") for word in words]
    if any(not name or not equals for name, equals, _ in pairs):
        raise click.UsageError("say FIELD=VALUE.")
    return [(name, value) for name, _, value in pairs]


def _resolved(record: Any, pair: tuple[str, str]) -> tuple[str, str]:
    """A REF given as a value is kept as the address it means."""
    from rapporteur.record import NoSuchThing

    name, value = pair
    if "@" not in value or " " in value:
        return pair
    try:
        found = record.resolve(value)
    except NoSuchThing:
        return pair
    return (name, found[0]) if len(found) == 1 else pair


def _undo(record: Any, given: str, by: str, note: str | None) -> Any:
    from rapporteur.record import NoSuchThing
    from rapporteur.record.acts import judgement_of
    from rapporteur.record.judged import not_undone

    left = not_undone(record.judgements())
    found = [judgement for judgement in left if judgement.id.startswith(given)]
    if not found and "@" in given:
        targets = set(record.resolve(given))
        found = [j for j in left if j.by == by and targets & {j.target, j.other}][-1:]
    if len(found) != 1:
        raise NoSuchThing(
            f"{'several judgements are' if found else 'no standing judgement is'} named {given}."
        )
    return judgement_of(record, found[0].target, "undo", by=by, at=now(), other=found[0].id, note=note)


COMMANDS = {"judge": judge_command}
