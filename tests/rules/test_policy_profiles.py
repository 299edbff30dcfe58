"""Profiles: what ships, and how a wrong one is named."""

import re
from datetime import date, time

import pytest

from bot.errors import SettingsError
from bot.rules.policy import PROFILES, load_policy, profile_names
from bot.rules.profile_reader import key_lines

DEFAULT_TEXT = (PROFILES / "little_flower_ny.toml").read_text(encoding="utf-8")


@pytest.fixture
def write(tmp_path):
    def written(old, new, count=1):
        assert old in DEFAULT_TEXT
        path = tmp_path / "ours.toml"
        path.write_text(DEFAULT_TEXT.replace(old, new, count), encoding="utf-8")
        return path

    return written


def line_of(path, needle):
    return next(n for n, line in enumerate(path.read_text().splitlines(), 1) if needle in line)


def test_the_default_is_little_flower():
    policy = load_policy()
    assert policy.name == "little_flower_ny"
    assert (policy.notes.hours, policy.review.review_days, policy.review.correction_days) == (72, 5, 3)
    assert (policy.quiet.starts, policy.quiet.ends) == (time(20), time(7))
    assert policy.leave.cutoff == time(17)


@pytest.mark.parametrize("name", profile_names())
def test_every_shipped_profile_loads_under_its_own_name(name):
    assert load_policy(name).name == name


def test_an_agencys_own_file_is_loaded(write):
    assert load_policy(write("hours = 72 ", "hours = 60 ")).notes.hours == 60
    assert load_policy(str(write("hours = 72 ", "hours = 61 "))).notes.hours == 61


def test_the_setting_overrides_the_profiles_zone():
    assert load_policy(timezone="America/Chicago").zone.key == "America/Chicago"


def test_a_wrong_zone_in_the_setting_is_named():
    with pytest.raises(SettingsError, match="AGENCY_TIMEZONE: 'Mars/Olympus' is no time zone"):
        load_policy(timezone="Mars/Olympus")


def test_a_profile_that_is_not_there_is_named():
    with pytest.raises(SettingsError, match=r"no readable profile 'nowhere\.toml'"):
        load_policy("nowhere.toml")


def test_broken_toml_names_file_and_line(write):
    path = write("hours = 72 ", "hours = = ")
    with pytest.raises(SettingsError, match=r"ours\.toml: .*line \d+"):
        load_policy(path)


WRONG = {
    "a text for a number": ("hours = 72 ", 'hours = "72" ', "notes.hours", "whole number"),
    "true for a number": ("review_days = 5 ", "review_days = true ", "review.review_days", "whole number"),
    "too large": ("hours = 72 ", "hours = 72000 ", "notes.hours", "between 1 and 2000"),
    "negative": ("correction_days = 3", "correction_days = -3", "review.correction_days", "between"),
    "no such word": ('met_by = "submission"', 'met_by = "prayer"', "notes.met_by", "submission, entry"),
    "no such weekday": ('"mon", "tue"', '"mon", "tues"', "office.days", "'tues'"),
    "a misspelt key": ("ping_hours", "pings_hours", "notes.pings_hours", "no such key"),
    "a number for a list": ("warn_days = [2, 1]", "warn_days = 2", "review.warn_days", "list"),
    "a number for a time": ("cutoff = 17:00:00", "cutoff = 17", "leave.cutoff", "time of day"),
    "a date with a time": ("dates = []", "dates = [2026-12-24T10:00:00]", "holidays.dates", "a date"),
    "no such zone": ('"America/New_York"', '"America/Gotham"', "timezone", "no time zone"),
    "no such state": ('subdivision = "NY"', 'subdivision = "ZZ"', "holidays.subdivision", "no such country"),
    "closed before open": ("closes = 17:00:00", "closes = 08:00:00", "office.closes", "close after"),
    "digest backwards": ("closes = 08:30:00", "closes = 07:00:00", "digest.closes", "end after"),
    "digest at night": ("opens = 07:30:00", "opens = 06:30:00", "digest.opens", "quiet hours"),
    "report first": ("report_days = 14", "report_days = 61", "hearings.report_days", "after consultation"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_value_names_file_key_and_line(write, case):
    old, new, key, why = WRONG[case]
    path = write(old, new)
    with pytest.raises(SettingsError) as told:
        load_policy(path)
    sentence = str(told.value)
    assert sentence.startswith(f"Policy ours.toml, line {line_of(path, new.strip())}: {key}: ")
    assert why in sentence
    assert "\n" not in sentence


def test_a_missing_key_names_its_table(write):
    path = write("every_days = 7 ", "# every_days = 7 ")
    with pytest.raises(
        SettingsError, match=rf"line {line_of(path, '[conference]')}: conference.every_days: .*missing"
    ):
        load_policy(path)


def test_a_profile_written_before_the_hotline_was_asked_for_still_loads(write):
    assert load_policy(write("hotline", "# hotline")).incidents.hotline == ""
    assert load_policy(write("hotline_phone", "# hotline_phone")).incidents.hotline_phone == ""


def test_a_missing_table_is_named(write):
    path = write("[conference]", "[confrence]")
    with pytest.raises(SettingsError, match=r"line \d+: confrence: there is no such key"):
        load_policy(path)


def test_a_table_must_be_a_table(write):
    path = write('state_system = "CONNECTIONS"', 'conference = 7\nstate_system = "C"')
    text = re.sub(r"\[conference\]\nevery_days.*\n", "", path.read_text())
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"conference: must be a table, written \[conference\]"):
        load_policy(path)


def test_every_figure_has_its_source_beside_it_or_on_its_table():
    text = (PROFILES / "little_flower_ny.toml").read_text()
    sourced = set()
    table = ""
    for line in text.splitlines():
        if line.startswith("["):
            table, commented = line, "#" in line
        elif table and "=" in line and not line.startswith("#"):
            assert "#" in line or commented, f"no source: {table} {line}"
            sourced.add(table)
    assert len(sourced) == 15


def test_key_lines_count_from_one():
    assert key_lines('a = 1\n[b]\n# c\nd = "x = y"\n') == {"a": 1, "b": 2, "b.d": 4}


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 11, 3), False),  # Election Day: the office works
        (date(2027, 2, 12), False),  # Lincoln's Birthday
        (date(2027, 2, 15), True),  # Washington's, though Susan B. Anthony Day is the same
        (date(2026, 11, 26), True),
        (date(2026, 11, 27), True),  # the agency's own Friday
        (date(2027, 11, 26), True),
        (date(2026, 12, 24), False),
        (date(2027, 12, 24), True),  # Christmas observed
    ],
)
def test_the_agencys_holidays(day, closed):
    assert (day in load_policy().closed) is closed


def test_an_agency_adds_its_own_days(write):
    ours = load_policy(write("dates = []", "dates = [2026-12-24]"))
    assert date(2026, 12, 24) in ours.closed
    assert "2026-12-24" not in ours.closed
