"""R6, who decides: `python -m benchmarks.decisions` (part of `make bench-reliability`).

Each note is approved and returned twelve times at one moment: two people, six processes, two hands each. One
decision and one audit row must come of it, one message to the author, and every other click must be told who
was first and when. Quick figures by default, `FULL=1` a thousand notes, `NOTES=n` so many. Exit code 1 where
anything differs.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing.context import SpawnContext
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Thread
from typing import Any

from sqlalchemy import func, select

from bot.errors import AlreadyDecided
from bot.rules.policy import load_policy
from bot.services.review import review
from storage import audit
from storage.contention import anew_where_lost
from storage.models import AuditRow, Delegate, Note, OutboxItem, ReviewDecision
from storage.types import Decision, NoteStatus
from tests.databases import AUDIT_KEY, PostgresServer, open_database
from tests.services.small_office import RILEY, SAM, SmallOffice
from tests.stock import MONDAY, ROSTER, Stock

NOTES = int(os.environ.get("NOTES") or (1000 if os.environ.get("FULL") == "1" else 40))
PROCESSES, CLICKS = 6, 12
PATIENCE = 120
"""Seconds that a hand waits at most for the others before each note, and the whole for each of its notes."""
PEOPLE = (SAM, RILEY)
SHORT = {SAM: "S. Ortega", RILEY: "R. Shaw"}
_VERBS = {Decision.APPROVED: "note_approved", Decision.RETURNED: "note_returned"}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the clicks."""

    notes: int
    clicks: int
    seconds: float
    decided: int
    decisions: int
    audited: int
    told_author: int
    told_others: int
    wrong: tuple[str, ...]

    @property
    def holds(self) -> bool:
        once = (self.decided, self.decisions, self.audited, self.told_author)
        return once == (self.notes,) * 4 and self.told_others == self.clicks - self.notes and not self.wrong


def storm(url: str, notes: int, processes: int = PROCESSES) -> Result:
    """Have so many notes decided by everybody at once, in an empty database, and count what came of it."""
    note_ids = _submitted(url, notes)
    context = multiprocessing.get_context("spawn")
    barrier, answers, started = context.Barrier(CLICKS), context.Queue(), time.monotonic()
    each = CLICKS // processes
    hands = [
        _process(context, url, note_ids, range(n * each, (n + 1) * each), barrier, answers)
        for n in range(processes)
    ]
    said = [line for _ in hands for line in answers.get(timeout=PATIENCE * max(notes, 30))]
    for hand in hands:
        hand.join(timeout=PATIENCE)
    return _judged(url, note_ids, said, time.monotonic() - started)


def _process(
    context: SpawnContext, url: str, note_ids: list[str], mine: range, barrier: Barrier, answers: Any
) -> Any:
    process = context.Process(target=_clicks, args=(url, note_ids, mine, barrier, answers))
    process.start()
    return process


def _submitted(url: str, count: int) -> list[str]:
    """That many notes with Sam, whom Riley stands in for; both have read them."""
    db = open_database(url)
    db.migrate()
    Stock(ROSTER, db, MONDAY)
    office = SmallOffice(db)
    with db.begin() as session:
        days = {"first_day": MONDAY.date(), "last_day": MONDAY.date()}
        session.add(Delegate(supervisor_id=SAM, delegate_id=RILEY, **days))
    found = []
    for _ in range(count):
        note = office.submitted()
        for who in PEOPLE:
            office.opens(note, who)
        found.append(note.id)
    db.close()
    return found


def _clicks(url: str, note_ids: list[str], mine: range, barrier: Barrier, answers: Any) -> None:
    """One process: a few hands, each of which taps every note once, at the moment at which all do."""
    db, said = open_database(url), list[tuple[str, str, str]]()
    office = SmallOffice(db)
    office.policy = load_policy()

    def hand(number: int) -> None:
        for note_id in note_ids:
            barrier.wait(PATIENCE)
            said.append((note_id, PEOPLE[number % 2], _one_click(office, note_id, number)))

    threads = [Thread(target=hand, args=(number,)) for number in mine]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.close()
    answers.put(said)


def _one_click(office: SmallOffice, note_id: str, number: int) -> str:
    """What the person is told; empty for the one who decided."""

    def click() -> None:
        with office.desk(PEOPLE[number % 2]) as desk:
            if (number // 2) % 2:
                review.return_note(desk, note_id, 1, "Which room?")
            else:
                review.approve(desk, note_id, 1)

    try:
        anew_where_lost(click)
    except AlreadyDecided as late:
        return str(late)
    except Exception as wrong:  # noqa: BLE001 - whatever it was is counted as wrong
        return f"{type(wrong).__name__}: {wrong}"
    return ""


def _judged(url: str, note_ids: list[str], said: list[tuple[str, str, str]], seconds: float) -> Result:
    db = open_database(url)
    with db.reading() as session:
        decisions = session.execute(
            select(ReviewDecision.note_id, ReviewDecision.decision, ReviewDecision.decided_by_id)
        ).all()
        settled = (NoteStatus.APPROVED, NoteStatus.RETURNED)
        decided = select(func.count()).select_from(Note).where(Note.status.in_(settled))
        audited = select(func.count()).where(AuditRow.action.in_(("note.approved", "note.returned")))
        told = select(func.count()).where(OutboxItem.kind.in_(_VERBS.values()))
        by = {note: (decision, who) for note, decision, who in decisions}
        counted = [session.scalar(each) or 0 for each in (decided, audited, told)]
        broken = audit.verify(session, [AUDIT_KEY])
    db.close()
    wrong = _untrue(by, said) + ([f"the audit chain: {broken}"] if broken else [])
    refused = sum(1 for _, _, sentence in said if sentence.startswith("Already "))
    return Result(
        notes=len(note_ids),
        clicks=len(said),
        seconds=seconds,
        decided=counted[0],
        decisions=len(decisions),
        audited=counted[1],
        told_author=counted[2],
        told_others=refused,
        wrong=tuple(wrong[:10]),
    )


def _untrue(by: dict[str, tuple[Decision, str]], said: list[tuple[str, str, str]]) -> list[str]:
    """Sentences that name another one, another decision, or no time; and notes that several decided."""
    winners = Counter(note_id for note_id, _, sentence in said if not sentence)
    found = [
        f"{note_id}: {count} were told that they decided" for note_id, count in winners.items() if count > 1
    ]
    for note_id, _, sentence in said:
        decision, who = by[note_id]
        expected = f"Already {decision.value} by {SHORT[who]}, Mon 5:30 PM."
        if sentence and sentence != expected:
            found.append(f"{sentence!r} instead of {expected!r}")
    return found


def show(name: str, result: Result) -> str:
    """A row of the table."""
    values = (name, result.notes, result.clicks, f"{result.seconds:.1f}", result.decisions, result.audited)
    return (
        "| "
        + " | ".join(map(str, (*values, result.told_author, result.told_others, len(result.wrong))))
        + " |"
    )


def main() -> None:
    """Both databases; exit code 1 where it does not hold."""
    notes, results = NOTES, []
    print(
        "| database | notes | clicks | seconds | decisions | audit rows | authors told | told who | wrong |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        results.append(storm(f"sqlite:///{Path(folder) / 'd.sqlite3'}", notes))
        print(show("SQLite", results[-1]), flush=True)
        server = PostgresServer(Path(folder) / "pg")
        try:
            results.append(storm(server.empty(), notes))
        finally:
            server.stop()
        print(show("PostgreSQL", results[-1]), flush=True)
    for result in results:
        print("\n".join(result.wrong))
    sys.exit(0 if all(result.holds for result in results) else 1)


if __name__ == "__main__":
    main()
