"""A report's bytes laid out as text and units, whatever form they came in."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parseaddr

from rapporteur.clean.html import lay_out_html
from rapporteur.clean.inline import find_inline
from rapporteur.clean.laid import Laid, Meta
from rapporteur.clean.units import find_units
from rapporteur.intake.documents import docx_text, pdf_text
from rapporteur.intake.encoding import decode
from rapporteur.intake.kinds import DOCX, HTML, MAIL, PDF
from rapporteur.intake.mail import body_of, header, parse_message, sent
from rapporteur.intake.source import Limits
from rapporteur.model import Problem, Report


def lay_out(report: Report) -> Laid:
    """The text of a report and its units."""
    if report.media_type == HTML:
        decoded = decode(report.raw, markup=True)
        return lay_out_html(decoded.text, decoded.problem)
    if report.media_type == MAIL:
        return _mail(report)
    if report.media_type in (PDF, DOCX):
        return _document(report)
    decoded = decode(report.raw)
    return _plain(decoded.text, decoded.problem)


def _plain(text: str, problem: Problem | None = None, meta: Meta | None = None) -> Laid:
    inline = find_inline(text)
    return Laid(
        text=text,
        units=find_units(text, inline),
        links=inline.links,
        problems=(problem,) if problem else (),
        meta=meta or Meta(),
    )


def _document(report: Report) -> Laid:
    """A PDF or DOCX: its extracted text, and what it calls itself."""
    found = (pdf_text if report.media_type == PDF else docx_text)(report.raw, Limits())
    if isinstance(found, str):
        return _plain("", Problem(code="unreadable", message=found))
    problem = Problem(code="cut-short", message="Only its first part was read.") if found.cut else None
    # The title a document carries inside is as often a file name or the last one's; it only fills a gap.
    return _plain(
        found.text, problem, Meta(title=found.title, authors=(found.author,) if found.author else ())
    )


def _mail(report: Report) -> Laid:
    """A message: its body, with subject, sender and date of sending from its head."""
    message = parse_message(report.raw)
    body = body_of(message) if message is not None else None
    if message is None or body is None:
        return _plain("", Problem(code="unreadable", message="The message has no text."))
    sender = message.get("from")
    listed = any(message.get(name) for name in ("list-id", "list-unsubscribe", "list-post"))
    name, address = parseaddr(str(sender)) if sender else ("", "")
    meta = Meta(
        title=header(message, "subject"),
        site=(name or None) if listed else None,
        url="https://" + address.rsplit("@", 1)[1] if listed and "@" in address else None,
        published=sent(message),
    )
    if body[1] == HTML:
        laid = lay_out_html(body[0])
        return replace(laid, meta=replace(meta, authors=laid.meta.authors))
    return _plain(body[0], meta=meta)
