"""Reads many reports: cleaning and reading in as many processes as asked, appending in one, in order."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from types import FrameType

from rapporteur.model import Document, Entry, Reading, Report

PATIENCE = 120  # seconds of processor for one report, and for each megabyte of it as much again
LONGEST = 1800  # seconds, whatever its size
FEW = 4  # reports that are not worth other processes

Outcome = Entry | str
"""The report read, or why it could not be, in words that follow its name."""


class TooSlow(Exception):
    """A report took longer than anyone waits."""


def read_all(reports: Iterable[Report], jobs: int) -> Iterator[tuple[Report, Outcome]]:
    """Every report with what reading it came to, in the order given, whatever `jobs` is."""
    if jobs <= 1:
        yield from ((report, read_one(report)) for report in reports)
        return
    from rapporteur.clean.tongue import identifier
    from rapporteur.read import shipped_encoder

    waiting = iter(reports)
    first = list(islice(waiting, FEW + 1))
    if len(first) <= FEW:
        yield from ((report, read_one(report)) for report in first)
        return
    shipped_encoder()  # loaded before the processes part, so that they share it
    identifier()
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_quiet) as pool:
        running: deque[tuple[Report, Future[Outcome]]] = deque()
        try:
            for report in chain(first, waiting):
                running.append((report, pool.submit(read_one, report)))
                if len(running) > jobs * 3:
                    yield _result(*running.popleft())
            while running:
                yield _result(*running.popleft())
        finally:
            for _, future in running:
                future.cancel()


def read_one(report: Report) -> Outcome:
    """One report cleaned and read, or why not; nothing it holds can stop the others."""
    patience = min(LONGEST, PATIENCE + PATIENCE * len(report.raw) // 1_000_000)
    try:
        with _within(patience):
            document, reading = pass_over(report)
            return Entry(report=report, document=document, reading=reading)
    except TooSlow:
        return f"reading it took longer than {patience} s and was given up."
    except RecursionError:
        return "it is nested too deeply to be read."
    except MemoryError:
        return "there is not enough memory to read it."
    except Exception as error:
        return f"it could not be read ({type(error).__name__}: {_line(error)})."


def pass_over(report: Report) -> tuple[Document, Reading]:
    """The document of a report and its reading."""
    from rapporteur.clean import clean
    from rapporteur.read import read_by_encoder

    document = clean(report)
    return document, read_by_encoder(document)


def _result(report: Report, future: Future[Outcome]) -> tuple[Report, Outcome]:
    try:
        return report, future.result()
    except BrokenProcessPool:
        return report, "the process that read it died."


def _quiet() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _line(error: Exception) -> str:
    return (str(error).splitlines() or ["no more is known"])[0][:200]


@contextmanager
def _within(seconds: int) -> Iterator[None]:
    """Raises TooSlow inside after so many seconds of this process's work, where the system can ring.

    Work is counted, not time passing: a machine busy with something else must not cost a report.
    """
    if not hasattr(signal, "ITIMER_PROF"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    try:
        before = signal.signal(signal.SIGPROF, ring)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
