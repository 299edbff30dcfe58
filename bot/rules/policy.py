"""An agency's rules as numbers: the policy profile.

The profiles in `profiles/` carry each figure with its source; an agency copies one and names its file in
POLICY. `load_policy` reads and checks it. Everything in bot.rules takes the `Policy` it returns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.rules import policy_parts as parts
from bot.rules.calendars import Holidays
from bot.rules.profile_reader import Profile, read_profile

PROFILES = Path(__file__).parent / "profiles"
DEFAULT = "little_flower_ny"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One agency's policy profile. `timezone` is the agency's: its days are computed in it."""

    name: str
    title: str
    timezone: str
    state_system: str
    office: parts.Office
    quiet: parts.Quiet
    digest: parts.Digest
    notes: parts.Notes
    review: parts.Review
    leave: parts.LeaveRule
    visits: parts.Visits
    incidents: parts.Incidents
    hearings: parts.Hearings
    conference: parts.Conference
    federal: parts.Federal
    on_call: parts.OnCall
    crisis: parts.Crisis
    record: parts.Record
    holidays: parts.ClosedDays

    @cached_property
    def zone(self) -> ZoneInfo:
        """The agency's zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def closed(self) -> Holidays:
        """The days on which the office is closed: `day in policy.closed`."""
        return Holidays(**vars(self.holidays))

    def in_zone(self, timezone: str) -> Policy:
        """The same policy for an agency in another zone (the setting AGENCY_TIMEZONE)."""
        return replace(self, timezone=timezone)


def load_policy(name_or_path: str | Path = DEFAULT, *, timezone: str | None = None) -> Policy:
    """The profile of that name in `profiles/`, or of that TOML file; `timezone` overrides the profile's.

    SettingsError, one sentence naming file, key and line, where the profile is missing, cannot be read
    or holds an unknown, absent or impossible value.
    """
    profile = read_profile(_path_of(str(name_or_path)))
    policy: Policy = profile.build(Policy)
    _check_whole(policy, profile)
    return policy.in_zone(_checked_zone(timezone, profile)) if timezone else policy


def profile_names() -> tuple[str, ...]:
    """The names of the profiles that come with Fieldnote."""
    return tuple(sorted(path.stem for path in PROFILES.glob("*.toml")))


def _path_of(name: str) -> Path:
    shipped = PROFILES / f"{name}.toml"
    return shipped if name in profile_names() else Path(name)


def _checked_zone(timezone: str, profile: Profile) -> str:
    if not profile.is_zone(timezone):
        raise profile.wrong_setting("AGENCY_TIMEZONE", timezone)
    return timezone


def _check_whole(policy: Policy, profile: Profile) -> None:
    """What a single value cannot show: that the values fit each other."""
    if not profile.is_zone(policy.timezone):
        raise profile.error("timezone", f"{policy.timezone!r} is no time zone (say America/New_York)")
    if policy.office.opens >= policy.office.closes:
        raise profile.error("office.closes", "the office must close after it opens")
    if policy.digest.opens >= policy.digest.closes:
        raise profile.error("digest.closes", "the digest's window must end after it begins")
    if not policy.quiet.ends <= policy.digest.opens < policy.digest.closes <= policy.quiet.starts:
        raise profile.error("digest.opens", "the digest must not fall into the quiet hours")
    if policy.hearings.report_days >= policy.hearings.consultation_days:
        raise profile.error("hearings.report_days", "the report must be due after consultation opens")
    if not profile.knows_holidays(policy.holidays.country, policy.holidays.subdivision):
        raise profile.error("holidays.subdivision", "the holidays package knows no such country or state")
