"""`retract`, `forget`, `reread`, `rebuild` and `check`: what keeps a record in order."""

from __future__ import annotations

import sys
from typing import Any

import click

from rapporteur.cli.options import as_option, now, out, record_option

LISTED = 12  # things named of each kind before the rest is counted


@click.command("retract")
@click.argument("report")
@record_option
@as_option
@click.option("--undo", is_flag=True, help="Put a withdrawn report back.")
def retract_command(report: str, record: str, by: str, note: str | None, undo: bool) -> int:
    """Withdraws a report and prints what that took away."""
    if undo:
        _withdraw(record, _any_report(record, report), "restore", by, note)
        out("put back.\n")
        return 0
    return _take_away(report, record, "retract", by, note)


@click.command("forget")
@click.argument("report")
@record_option
@as_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_command(report: str, record: str, by: str, note: str | None, yes: bool) -> int:
    """Withdraws a report and wipes its text for good; its digest and address stay."""
    found = _any_report(record, report)
    if not yes:
        click.confirm(f"Wipe the text of {found} for good?", abort=True, err=True)
    return _take_away(found, record, "forget", by, note)


@click.command("reread")
@click.argument("reports", nargs=-1, metavar="[REPORT...]")
@record_option
def reread_command(reports: tuple[str, ...], record: str) -> int:
    """Reads reports (all of them where none is named) again with the current reader."""
    from rapporteur.clean import clean
    from rapporteur.read import read_by_encoder
    from rapporteur.record import bring_up_to_date, open_record
    from rapporteur.record.acts import reread

    with open_record(record) as opened:
        store = opened.store
        wanted = [opened.find_report(report) for report in reports] or list(opened.windows())
    outcomes: dict[str, int] = {}
    failed = 0
    for report in wanted:
        try:
            done = reread(store, report, clean, read_by_encoder, now=now())
        except Exception as error:
            failed += 1
            click.echo(f"{report}: {type(error).__name__}: {error}", err=True)
            continue
        outcomes[done.outcome] = outcomes.get(done.outcome, 0) + 1
        if done.outcome == "text kept":
            click.echo(
                f"{report}: its bytes clean to another text now; the old text was read again.", err=True
            )
    bring_up_to_date(store)
    words = {"same": "as before", "newer reading": "read anew", "text kept": "read anew from the text kept"}
    said = [f"{count} {words[outcome]}" for outcome, count in sorted(outcomes.items())]
    out((" · ".join(said) or "no report to read again") + "\n")
    return 1 if failed else 0


@click.command("rebuild")
@record_option
def rebuild_command(record: str) -> int:
    """Throws away everything derived and derives it again from the ledger."""
    from rapporteur.ledger import Store
    from rapporteur.record.acts import rebuild

    store = Store(record, create=False)
    shown = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if shown:
            click.echo(f"\rderiving {done} of {total}", nl=done == total, err=True)

    rebuild(store, progress)
    out("derived again from the ledger.\n")
    return 0


@click.command("check")
@record_option
@click.option("--quick", is_flag=True, help="The ledger only: leave the derived tables out.")
def check_command(record: str, quick: bool) -> int:
    """Verifies digests, spans and derived tables."""
    from rapporteur.record import open_record
    from rapporteur.record.checks import derived_faults, ledger_faults

    with open_record(record) as opened:
        faults = [*ledger_faults(opened), *([] if quick else derived_faults(opened))]
        reports = len(opened.windows())
    for fault in faults:
        click.echo(fault, err=True)
    out(f"{reports} reports checked: {f'{len(faults)} faults' if faults else 'all is well'}.\n")
    return 1 if faults else 0


def _take_away(report: str, record: str, kind: Any, by: str, note: str | None) -> int:
    from rapporteur.record import open_record
    from rapporteur.views.labels import label, resting_on

    with open_record(record) as opened:
        found = opened.find_report(report)
        gone = resting_on(opened, found) if found in opened.windows() else []
        lines = []
        for layer, alone, touched in gone:
            if alone:
                named = [f"  {label(noun)}" for noun in alone[:LISTED]]
                more = [f"  and {len(alone) - LISTED} more"] if len(alone) > LISTED else []
                lines += [f"{len(alone)} {layer} rested on it alone:", *named, *more]
            if touched:
                named = [f"  {label(noun)}" for noun in touched[:LISTED]]
                more = [f"  and {len(touched) - LISTED} more"] if len(touched) > LISTED else []
                lines += [f"{len(touched)} {layer} lost one of their accounts:", *named, *more]
    _withdraw(record, found, kind, by, note)
    out("\n".join([f"{found} {'withdrawn' if kind == 'retract' else 'withdrawn and wiped'}.", *lines]) + "\n")
    return 0


def _withdraw(record: str, report: str, kind: Any, by: str, note: str | None) -> None:
    from rapporteur.ledger import Store, Withdrawal
    from rapporteur.record import bring_up_to_date
    from rapporteur.record.acts import withdraw

    store = Store(record, create=False)
    withdraw(store, Withdrawal(report=report, kind=kind, made=now(), made_by=by, note=note))
    bring_up_to_date(store)


def _any_report(record: str, prefix: str) -> str:
    from rapporteur.record import open_record

    with open_record(record) as opened:
        return opened.find_report(prefix)


COMMANDS = {
    "retract": retract_command,
    "forget": forget_command,
    "reread": reread_command,
    "rebuild": rebuild_command,
    "check": check_command,
}
