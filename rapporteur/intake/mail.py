"""E-mail: one message or a mailbox of them, with what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from rapporteur.intake.kinds import BY_SUFFIX, MAIL
from rapporteur.intake.opening import from_item, too_large
from rapporteur.intake.source import Item, Options, Received, Refused, make_report, shown

_FROM = re.compile(rb"(?m)^From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
_MOST_PARTS = 200


def from_message(item: Item, options: Options) -> Iterator[Received]:
    """A message as a report, and what is attached to it as reports of their own."""
    if len(item.raw) > options.limits.decoded:
        yield too_large(item.name, options.limits.decoded)
        return
    message = parse_message(item.raw)
    if message is None:
        yield Refused(source=item.name, reason="It is not a whole message.", code="broken")
        return
    body = body_of(message)
    if body is not None and body[0].strip():
        yield make_report(item, MAIL, options)
    found = body is not None
    for part in list(message.walk())[:_MOST_PARTS]:
        name = part.get_filename()
        if not name or item.depth >= options.limits.nesting:
            continue
        raw = part.get_payload(decode=True)
        suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else "."
        if not isinstance(raw, bytes) or suffix not in BY_SUFFIX or suffix == ".":
            continue
        found = True
        inner = Item(name=f"{item.name}/{shown(name)}", raw=raw, given=item.given, depth=item.depth + 1)
        yield from from_item(inner, options)
    if not found:
        yield Refused(source=item.name, reason="It has no text that can be read.", code="no-text")


def from_mailbox(item: Item, options: Options) -> Iterator[Received]:
    """The messages of a mailbox, in their order, each named by its number."""
    starts = [match.start() for match in _FROM.finditer(item.raw)]
    if not starts:
        yield Refused(source=item.name, reason="It holds no messages.", code="empty")
        return
    if len(starts) > options.limits.members:
        yield Refused(
            source=item.name, reason=f"It holds more than {options.limits.members} messages.", code="too-many"
        )
        return
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(item.raw)], strict=True), start=1):
        first = item.raw.index(b"\n", start) + 1
        raw = re.sub(rb"(?m)^>(>*From )", rb"\1", item.raw[first:end]).rstrip(b"\r\n") + b"\n"
        name = f"{item.name}#{number}"
        yield from from_message(Item(name=name, raw=raw, given=item.given, depth=item.depth), options)


def parse_message(raw: bytes) -> EmailMessage | None:
    """The message in these bytes, or None where there is none."""
    try:
        message = message_from_bytes(raw, policy=policy.default)
    except (MessageError, ValueError, IndexError, RecursionError):
        return None
    return message if isinstance(message, EmailMessage) and message.keys() else None


def body_of(message: EmailMessage) -> tuple[str, str] | None:
    """The message's text and its media type, markup before plain text."""
    try:
        part = message.get_body(preferencelist=("html", "plain"))
    except (KeyError, ValueError, AttributeError):
        return None
    if part is None:
        return None
    try:
        words = part.get_content()
    except (LookupError, ValueError, KeyError):
        raw = part.get_payload(decode=True)
        words = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    if not isinstance(words, str):
        return None
    return words.replace("\r\n", "\n").replace("\r", "\n"), part.get_content_type()


def header(message: EmailMessage, name: str) -> str | None:
    """A header's words, white space collapsed."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def sent(message: EmailMessage) -> str | None:
    """When the message was sent, ISO 8601 with zone."""
    value = header(message, "date")
    try:
        moment = parsedate_to_datetime(value) if value else None
    except (ValueError, TypeError, IndexError):
        return None
    if moment is None:
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()
