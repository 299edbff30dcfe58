"""Who is in the workspace: made from a roster, or by hand for tests."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEAM_ID = "T0HARBOR"
GROUPS = {
    "caseworker": "Caseworkers",
    "supervisor": "Supervisors",
    "oncall": "On call",
    "director": "Director",
}
TITLES = {"oncall": "On-call worker", "admin": "Administrator"}


@dataclass(frozen=True)
class Person:
    """A member of the workspace as Slack knows them; `title` and `group` are for the page."""

    slack_user_id: str
    name: str
    title: str = ""
    group: str = "Not on staff"
    email: str = ""
    tz: str = "America/New_York"
    is_guest: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_bot: bool = False
    team_id: str = TEAM_ID
    hint: str = ""

    @property
    def channel(self) -> str:
        """The id of this person's direct messages with the bot; the same in every run."""
        return f"D{self.slack_user_id[1:]}"

    @property
    def handle(self) -> str:
        """The user name, as interaction payloads carry it."""
        return self.name.lower().replace(" ", ".")

    def to_slack(self) -> dict[str, Any]:
        """The `user` object of users.info."""
        profile: dict[str, Any] = {
            "real_name": self.name,
            "display_name": self.name,
            "title": self.title,
            "first_name": self.name.split(" ")[0],
            "last_name": self.name.split(" ")[-1],
            "team": self.team_id,
        }
        if self.email:
            profile["email"] = self.email
        return {
            "id": self.slack_user_id,
            "team_id": self.team_id,
            "name": self.handle,
            "real_name": self.name,
            "deleted": self.deleted,
            "tz": self.tz,
            "profile": profile,
            "is_admin": False,
            "is_owner": False,
            "is_restricted": self.is_guest,
            "is_ultra_restricted": False,
            "is_stranger": self.is_stranger,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 0,
        }


def people_of(roster: Path) -> list[Person]:
    """The staff of a roster's `staff.csv` who have a Slack id, in the file's order."""
    with (roster / "staff.csv").open(encoding="utf-8-sig", newline="") as file:
        return [_staff_member(row) for row in csv.DictReader(file) if row["slack_user_id"]]


def outsiders() -> list[Person]:
    """Four who should be turned away: not on staff, a guest, a deactivated member, an external."""
    return [
        Person("U0OUTSIDE1", "Terry Novak", "Facilities", email="tnovak@harborfamily.example"),
        Person("U0OUTSIDE2", "Casey Lund", "Guest", is_guest=True, email="casey@guest.example"),
        Person(
            "U0OUTSIDE3", "Robin Sayer", "Left in June", deleted=True, email="rsayer@harborfamily.example"
        ),
        Person("U0OUTSIDE4", "Alex Quill", "Another agency", is_stranger=True, team_id="T0ELSEWHERE"),
    ]


def _staff_member(row: dict[str, str]) -> Person:
    role = row["role"]
    title = TITLES.get(role, role.capitalize())
    return Person(
        row["slack_user_id"],
        row["name"],
        title=f"{title}, {row['unit']}" if row["unit"] else title,
        group=GROUPS.get(role, "Office"),
        email=row["email"],
        tz=row["timezone"] or "America/New_York",
    )
