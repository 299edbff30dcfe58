"""Random people ask for random families: `python -m benchmarks.lookup_reach [COUNT]`.

100,000 requests, on SQLite; `DATABASE=postgresql` for the other one. RELIABILITY R12, restricted to look-ups:
each answer is held against the truth of `lookup_world`, the card that it would make is searched for numbers
that must not be in it, and each answer must have its row in the access log. Exit code 1 where one is wrong.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import delete, insert, select

from benchmarks.lives import open_database
from benchmarks.lookup_world import FREE, REASON, START, TZ, World
from benchmarks.places import postgres, sqlite
from bot.errors import Refusal
from bot.handlers.door.cards import Wanted as ToDraw
from bot.handlers.lookups.lookup_questions import as_details
from bot.handlers.lookups.lookups import draw_answer
from bot.rules.policy import load_policy
from bot.services.desk import Desk, desk_of
from bot.services.lookups import glass, lookup
from bot.services.lookups.lookup import OutOfReach, Wanted
from bot.services.roster.roster import import_roster
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import AuditRow, Delegate

EPOCH, PORTION = 4_000, 50
_WANTS = (
    None,
    "phone",
    "address",
    "worker",
    "supervisor",
    "alerts",
    "summary",
    "last_contact",
    "next_hearing",
)


@dataclass
class Trial:
    """What was asked and what came of it."""

    db: Database
    rng: Random
    world: World
    now: datetime = START
    counts: Counter[str] = field(default_factory=Counter)
    reasons: dict[tuple[str, str], datetime] = field(default_factory=dict)
    opened: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def run(self, count: int, folder: Path) -> Counter[str]:
        """So many requests; a changed roster every few thousand."""
        self.shelf, self.policy = Shelf(), load_policy()
        pace = timedelta(days=40) / count
        for begin in range(0, count, PORTION):
            if begin % EPOCH == 0:
                self._import(folder)
            self._portion(min(PORTION, count - begin), pace)
        return self.counts

    def _import(self, folder: Path) -> None:
        self.world.change()
        with self.db.begin() as session:
            import_roster(session, self.world.write(folder), now=self.now, tz=TZ)
            session.execute(delete(Delegate))
            names = ("supervisor_id", "delegate_id", "first_day", "last_day")
            rows = [
                dict(zip(names, each, strict=True)) | {"id": f"G{n}"}
                for n, each in enumerate(self.world.delegates)
            ]
            session.execute(insert(Delegate), rows)

    def _portion(self, count: int, pace: timedelta) -> None:
        """Some requests in one transaction; then its access rows are counted."""
        with self.db.begin() as session:
            before = session.scalar(select(AuditRow.seq).order_by(AuditRow.seq.desc()).limit(1)) or 0
            agency, shown = self.shelf.agency(session), Counter[tuple[str, str]]()
            for _ in range(count):
                self.now += pace
                who = self.rng.choice(list(self.world.staff))
                desk = desk_of(session, who, agency, self.policy, self.now)
                shown.update((who, case) for case in self._request(desk))
        rows = select(AuditRow.actor_id, AuditRow.subject_id).where(
            AuditRow.seq > before, AuditRow.action == "lookup"
        )
        with self.db.reading() as session:
            logged = Counter((row[0], row[1]) for row in session.execute(rows))
        self.counts["without their access row"] += (shown - logged).total()
        self.counts["access rows too many"] += (logged - shown).total()

    def _request(self, desk: Desk) -> list[str]:
        """One request, now and then after a reason or with the glass broken; the families that were shown."""
        wanted = self._wanted()
        self._prepare(desk, lookup.cases_of(desk, wanted))
        self.counts["requests"] += 1
        reach = {case: self._reach(desk.actor.id, case) for case in lookup.cases_of(desk, wanted)}
        try:
            found = lookup.answer(desk, wanted)
        except OutOfReach:
            self.counts["refused"] += 1
            self.counts["refused wrongly"] += None not in reach.values()
            return []
        lookup.put_in_access_log(desk, wanted, found)
        cases = [each.case.id for each in found.cases]
        self.counts["answered"] += bool(cases)
        self.counts["a reason asked"] += bool(found.needs_reason)
        self.counts["outside reach"] += sum(reach[case] is None for case in cases)
        self.counts["without a reason"] += sum(reach[case] == REASON for case in cases)
        self.counts["a reason asked wrongly"] += sum(reach[case] != REASON for case in found.needs_reason)
        self._look_at_the_card(desk, wanted, {case: reach[case] == FREE for case in cases})
        return cases

    def _wanted(self) -> Wanted:
        rng = self.rng
        children = tuple(rng.sample(list(self.world.children), rng.choice([0, 1, 1, 2])))
        people = tuple(rng.sample(list(self.world.contacts), rng.choice([0, 1, 1, 2]) or not children))
        if people and rng.random() < 0.7:  # mostly of one family
            case = self.world.contacts[people[0]]["case_id"]
            children = tuple(i for i in children if self.world.children[i]["case_id"] == case)
            people = people[:1]
        return Wanted(children, people, (), rng.choice(_WANTS))

    def _reach(self, who: str, case: str) -> str | None:
        """FREE, "given" with a reason or by the glass, REASON where one is still to be given, or None."""
        right = self.world.right(who, case, self.now)
        if right == REASON:
            return "given" if self.reasons.get((who, case), self.now) > self.now else REASON
        if right is None and self.world.staff[who]["role"] not in ("secretary", "admin"):
            return "given" if self.opened.get((who, case), self.now) > self.now else None
        return right

    def _prepare(self, desk: Desk, cases: list[str]) -> None:
        who, kind = desk.actor.id, self.rng.random()
        for case in cases:
            right = self.world.right(who, case, self.now)
            if kind < 0.5:
                self._give(desk, case, right)
            elif kind < 0.6:
                self._break(desk, case, right)

    def _give(self, desk: Desk, case: str, right: str | None) -> None:
        try:
            lookup.give_reason(desk, case, "medical")
        except Refusal:
            self.counts["a reason refused wrongly"] += right == REASON
            return
        self.counts["a reason taken wrongly"] += right != REASON
        if self.reasons.get((desk.actor.id, case), self.now) <= self.now:
            self.reasons[desk.actor.id, case] = self.world.shift_end(desk.actor.id, self.now)

    def _break(self, desk: Desk, case: str, right: str | None) -> None:
        try:
            lookup.rights_to(desk, [case])
        except OutOfReach as beyond:
            writes = self.world.staff[desk.actor.id]["role"] not in ("secretary", "admin")
            self.counts["glass offered wrongly"] += beyond.may_open and (right is not None or not writes)
            if beyond.may_open:
                glass.break_glass(desk, beyond.cases, "crisis", "it cannot wait")
                self.opened[desk.actor.id, case] = self.now + timedelta(minutes=60)

    def _look_at_the_card(self, desk: Desk, wanted: Wanted, free: dict[str, bool]) -> None:
        """No number of anybody in it but those that may be shown."""
        drawn = draw_answer(desk, ToDraw("", as_details(wanted)))
        words = str(drawn.blocks) if drawn else ""
        world = self.world
        for case, row in ((c["case_id"], c) for c in world.contacts.values() if c["phone"] in words):
            shown = case in free and world.may_show(row["contact_id"], free=free[case])
            self.counts["numbers shown wrongly"] += not shown


FAULTS = (
    "outside reach", "without a reason", "numbers shown wrongly", "without their access row",
    "access rows too many", "refused wrongly", "a reason asked wrongly", "a reason taken wrongly",
    "a reason refused wrongly", "glass offered wrongly",
)  # fmt: skip


def trial(url: str, count: int, seed: int = 7) -> Counter[str]:
    """So many requests against a fresh database; what came of them."""
    db = open_database(url)
    db.migrate()
    rng = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        found = Trial(db, rng, World(rng).build()).run(count, Path(folder))
    db.close()
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    began, busy = time.monotonic(), time.process_time()
    if os.environ.get("DATABASE") == "postgresql":
        with postgres() as server:
            found = trial(server.url, count)
    else:
        with sqlite() as url:
            found = trial(url, count)
    for word in ("requests", "answered", "a reason asked", "refused", *FAULTS):
        print(f"{word:28} {found[word]:>8,}")
    each = 1000 * (time.process_time() - busy) / count
    print(f"{time.monotonic() - began:.0f} s, {each:.2f} ms CPU a request")
    raise SystemExit(1 if any(found[word] for word in FAULTS) else 0)


if __name__ == "__main__":
    main()
