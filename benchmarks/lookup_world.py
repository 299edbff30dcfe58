"""A random agency of staff, units, transfers, leaves, delegates and shifts, and who may look up whom in it.

The truth is worked out here from the very rows that are written to the files, by no code of the program, so
that it can be held against what the program answers (RELIABILITY R12, restricted to look-ups).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

TZ = ZoneInfo("America/New_York")
START = datetime(2026, 11, 2, 6, 0, tzinfo=TZ)
DAYS = 45
FREE, REASON = "free", "reason"
_FIRST = (
    "Maya",
    "Mateo",
    "Imani",
    "Luz",
    "Kevin",
    "Amara",
    "Declan",
    "Nadia",
    "Ethan",
    "Zuri",
    "Owen",
    "Leila",
)
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_AUTHORS = {"caseworker", "supervisor", "director", "oncall"}
Row = dict[str, str]


def named(number: int) -> str:
    """A family name for a number, no two alike."""
    size = len(_SYLLABLES)
    parts = (number % size, number // size % size, (number * 7 + 3) % size)
    return "".join(_SYLLABLES[part] for part in parts).capitalize()


@dataclass
class World:
    """The rows of the roster's files, changed at random from one import to the next."""

    rng: Random
    cases_each: int = 3
    staff: dict[str, Row] = field(default_factory=dict)
    cases: dict[str, Row] = field(default_factory=dict)
    children: dict[str, Row] = field(default_factory=dict)
    contacts: dict[str, Row] = field(default_factory=dict)
    shifts: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    leaves: list[tuple[str, date, date, str]] = field(default_factory=list)
    delegates: list[tuple[str, str, date, date]] = field(default_factory=list)

    def build(self, units: int = 5, each: int = 5) -> World:
        """A director, supervisors, their workers, on-call staff, a secretary, an administrator; families."""
        self._hire("D", "director", "")
        for unit in range(units):
            self._hire(f"V{unit}", "supervisor", "D")
            for n in range(each):
                self._hire(f"W{unit}{n}", "caseworker", f"V{unit}")
        for n, role in enumerate(("oncall", "oncall", "oncall", "secretary", "admin")):
            self._hire(f"O{n}", role, "D")
        for number in range(len(self.workers) * self.cases_each):
            self._family(number)
        self._shifts()
        self.change()
        return self

    @property
    def workers(self) -> list[str]:
        """Those who have caseloads."""
        return [i for i, row in self.staff.items() if row["role"] == "caseworker"]

    def _hire(self, key: str, role: str, above: str) -> None:
        phone = f"{200 + len(self.staff)}-555-0100"
        self.staff[key] = {
            "staff_id": key, "name": f"{key} Person", "role": role, "slack_user_id": f"U{key}",
            "supervisor_id": above, "unit": above, "email": "", "phone": phone,
            "timezone": "America/New_York",
        }  # fmt: skip

    def _family(self, number: int) -> None:
        key, rng, name = f"C{number}", self.rng, named(number)
        status = "closed" if rng.random() < 0.12 else "open"
        self.cases[key] = {"case_id": key, "family_name": name, "status": status}
        self.cases[key]["primary_worker_id"] = rng.choice(self.workers)
        for n in range(rng.randint(1, 3)):
            child = f"P{number}-{n}"
            self.children[child] = {
                "child_id": child, "case_id": key, "first_name": f"{_FIRST[(number + n) % len(_FIRST)]}",
                "last_name": name, "entered_care_on": "2025-01-01",
                "placement_type": "foster_home", "placement_contact_id": f"K{number}-0",
                "alerts": rng.choice(["", "Peanuts"]),
            }  # fmt: skip
        for n in range(5):
            area, last = divmod(len(self.contacts), 100)
            contact = f"K{number}-{n}"
            self.contacts[contact] = {
                "contact_id": contact, "case_id": key, "name": f"Person {named(number * 5 + n)}",
                "relationship": "foster_parent" if n == 0 else rng.choice(["kin", "therapist", "other"]),
                "phone": f"{300 + area}-555-01{last:02}", "on_call_visible": rng.choice(["yes", "yes", "no"]),
                "part2": rng.choice(["yes", "no", "no", "no"]),
            }  # fmt: skip

    def _shifts(self) -> None:
        able = [i for i, row in self.staff.items() if row["role"] in _AUTHORS]
        for day in range(DAYS):
            for _ in range(3):
                start = START + timedelta(days=day, hours=self.rng.choice([0, 11]))
                end = start + timedelta(hours=15)
                # Nobody is in two places of the rota at once, so that it is plain when a duty is over.
                busy = {who for who, a, b in self.shifts if a <= end and start <= b}
                who = self.rng.choice([i for i in able if i not in busy])
                self.shifts.append((who, start, end))

    def change(self) -> None:
        """Transfers, closed and reopened families, leaves and delegates anew."""
        rng = self.rng
        for case in rng.sample(list(self.cases.values()), len(self.cases) // 5):
            case["primary_worker_id"] = rng.choice(self.workers)
            case["status"] = "open" if rng.random() < 0.85 else "closed"
        for worker in rng.sample(self.workers, 3):
            self.staff[worker]["supervisor_id"] = rng.choice([i for i in self.staff if i[0] == "V"])
        away = rng.sample([i for i in self.staff if i[0] in "WV"], 8)
        kept = {(i, a): (i, a, b, c) for i, a, b, c in self.leaves}  # what a later file lacks stays
        for who in away:
            first, last = self._stretch()
            kept[who, first] = (who, first, last, self._other(who))
        self.leaves = list(kept.values())
        bosses = rng.sample([i for i in self.staff if i[0] == "V"], 2)
        self.delegates = [(i, self._other(i), *self._stretch()) for i in bosses]

    def _other(self, who: str) -> str:
        return self.rng.choice([i for i in self.staff if i != who])

    def _stretch(self) -> tuple[date, date]:
        first = START.date() + timedelta(days=self.rng.randrange(DAYS))
        return first, first + timedelta(days=self.rng.randrange(1, 20))

    def write(self, folder: Path) -> Path:
        """The files, as `fieldnote import` takes them."""
        shifts = [
            {"starts_at": a.isoformat(), "ends_at": b.isoformat(), "staff_id": who, "tier": tier}
            for (who, a, b), tier in zip(self.shifts, ("primary", "backup", "supervisor") * DAYS, strict=True)
        ]
        leaves = [
            {"staff_id": i, "first_day": str(a), "last_day": str(b), "covering_staff_id": c}
            for i, a, b, c in self.leaves
        ]
        tables: dict[str, Iterable[Row]] = {
            "staff": self.staff.values(), "cases": self.cases.values(), "children": self.children.values(),
            "contacts": self.contacts.values(), "oncall": shifts, "leave": leaves,
        }  # fmt: skip
        for name, rows in tables.items():
            kept = list(rows)
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, list(dict.fromkeys(k for row in kept for k in row)))
                writer.writeheader()
                writer.writerows(kept)
        return folder

    # -- the truth

    def right(self, actor: str, case_id: str, now: datetime) -> str | None:
        """FREE, REASON or None: by role and tie, from these rows alone."""
        role, case, day = self.staff[actor]["role"], self.cases[case_id], now.astimezone(TZ).date()
        if role not in _AUTHORS:
            return None
        worker = case["primary_worker_id"]
        line = self._line(worker)
        free = {worker, *line, *self._instead(worker, day), *self._instead(line[0], day)}
        if role == "director" or actor in free:
            return FREE
        on_shift = any(who == actor and a <= now < b for who, a, b in self.shifts)
        return REASON if on_shift and case["status"] == "open" else None

    def _line(self, who: str) -> list[str]:
        found = [self.staff[who]["supervisor_id"]]
        while above := self.staff[found[-1]]["supervisor_id"]:
            found.append(above)
        return found

    def _instead(self, who: str, day: date) -> set[str]:
        covering = {c for i, a, b, c in self.leaves if i == who and a <= day <= b}
        return covering | {d for i, d, a, b in self.delegates if i == who and a <= day <= b}

    def shift_end(self, actor: str, now: datetime) -> datetime:
        """When the actor's shift of this moment is over."""
        return max(b for who, a, b in self.shifts if who == actor and a <= now < b)

    def may_show(self, contact_id: str, *, free: bool) -> bool:
        """Never a treatment's; one hidden from on-call staff only to who may read the family."""
        row = self.contacts[contact_id]
        return row["part2"] == "no" and (free or row["on_call_visible"] == "yes")
