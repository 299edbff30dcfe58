"""The reading process: it reads as this one does, and nobody waits in vain when it dies, hangs or can't be told."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.clock import monotonic
from bot.handlers.door import reader_apart
from bot.handlers.door.reader import Here
from bot.handlers.door.reader_apart import Apart
from bot.understand.agency import Agency
from bot.understand.parts import Intent
from bot.understand.roster_files import load_roster
from bot.understand.two_steps import ToRead
from tests.stock import ROSTER
from tests.understand.opinion.opinion_says import subtle

ZONE = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 30, tzinfo=ZONE)


def said(text: str, staff_id: str = "W1", **more: dict[str, str]) -> ToRead:
    return ToRead(staff_id, text, SENT, ZONE, **more)


VISIT = said("saw Maya Okafor at Ms Stone's today 4pm, healthy")
SUBTLE = said(subtle("saw Maya Okafor at Ms Stone's yesterday 4pm"))


@pytest.fixture(scope="module")
def agency() -> Agency:
    return Agency.of(load_roster(ROSTER))


def started() -> Iterator[Apart]:
    made = Apart()
    made.start()
    yield made
    made.stop()


apart = pytest.fixture(scope="module", name="apart")(started)
"""One for all that do it no harm: a process takes a second to begin."""
doomed = pytest.fixture(name="doomed")(started)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_reads_as_this_process_does(agency: Agency, apart: Apart) -> None:
    here = Here()
    for message in (VISIT, said("who is on call"), said("vi a Luz hoy", nicknames={"nene": "C1"}), SUBTLE):
        assert apart.begin(agency, message).seen().listens == here.begin(agency, message).seen().listens
        assert apart.begin(agency, message).seen() == here.begin(agency, message).seen()
    begun = apart.begin(agency, SUBTLE)
    begun.seen()
    danger = begun.danger()
    assert danger == here.begin(agency, SUBTLE).danger()
    assert danger is not None
    assert danger.questions[0].slot == "alarm"
    assert apart.begin(agency, VISIT).danger() is None
    assert apart.here.opinion.ready.encoder is None, "the model is loaded in one process only"


def test_many_are_read_at_once_each_with_its_own_answer(agency: Agency, apart: Apart) -> None:
    messages = [said(f"saw Maya Okafor at Ms Stone's today {hour}pm") for hour in range(1, 6)] * 4
    begun = [apart.begin(agency, message) for message in messages]
    hours = [one.seen().reading.contacts[0].starts_at for one in reversed(begun)]
    assert [at.hour for at in hours if at] == [17, 16, 15, 14, 13] * 4


def test_a_changed_roster_is_read_by_at_once(agency: Agency, apart: Apart) -> None:
    nobody = Agency.of(type(agency.roster)(staff=agency.roster.staff))
    for _ in range(3):  # to and fro: the process keeps two
        assert apart.begin(agency, VISIT).seen().reading.contacts[0].children
        assert not apart.begin(nobody, VISIT).seen().reading.contacts[0].children
    others = [Agency.of(agency.roster) for _ in range(4)]
    assert all(apart.begin(one, VISIT).seen().reading.contacts[0].children for one in others)
    assert apart.begin(agency, VISIT).seen().reading.contacts[0].children


def test_it_is_free_for_an_agency_that_it_knows_until_it_falls_behind(agency: Agency, doomed: Apart) -> None:
    line = doomed.line()
    assert line is not None
    assert not doomed.is_free_for(agency), "its roster is still to be sent"
    doomed.begin(agency, VISIT).seen()
    assert doomed.is_free_for(agency)
    os.kill(line.pid, signal.SIGSTOP)
    begun = [doomed.begin(agency, VISIT) for _ in range(40)]
    assert not doomed.is_free_for(agency)
    os.kill(line.pid, signal.SIGCONT)
    assert all(each.seen().reading.contacts for each in begun)
    assert doomed.is_free_for(agency)


def test_nobody_waits_for_its_getting_warm(agency: Agency, doomed: Apart) -> None:
    line = doomed.line()
    assert line is not None
    os.kill(line.pid, signal.SIGSTOP)
    doomed.warm(agency, VISIT)
    os.kill(line.pid, signal.SIGCONT)
    assert doomed.begin(agency, VISIT).seen().reading.contacts[0].children == ("C1",)
    assert doomed.line() is line


def test_what_it_had_in_hand_when_it_was_killed_is_read_here(agency: Agency, doomed: Apart) -> None:
    line = doomed.line()
    assert line is not None
    read_before = doomed.begin(agency, SUBTLE)
    assert read_before.seen().listens
    os.kill(line.pid, signal.SIGSTOP)
    begun = [doomed.begin(agency, VISIT) for _ in range(3)]
    os.kill(line.pid, signal.SIGKILL)
    assert {one.seen().reading.intent for one in begun} == {Intent.LOG_CONTACT}
    line.wait(60)
    assert doomed.begin(agency, VISIT).seen().reading.contacts[0].children == ("C1",)
    danger = read_before.danger()
    assert danger is not None
    assert danger.questions[0].slot == "alarm"


def test_another_one_is_begun_once_some_seconds_are_over(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_apart, "PAUSE", 0.0)
    apart = Apart()
    try:
        first = apart.line()
        assert first is not None
        os.kill(first.pid, signal.SIGKILL)
        first.wait(60)
        begun = apart.begin(agency, VISIT)  # may be sent to the dead one still
        assert begun.seen().reading.intent is Intent.LOG_CONTACT
        until = monotonic() + 60
        while (second := apart.line()) is first and monotonic() < until:
            apart.begin(agency, VISIT).seen()
        assert second is not None
        assert second.pid != first.pid
        assert apart.begin(agency, VISIT).seen().reading.intent is Intent.LOG_CONTACT
    finally:
        apart.stop()


def test_one_that_hangs_is_ended_and_what_cannot_be_sent_is_read_here(
    agency: Agency, doomed: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = doomed.line()
    assert line is not None
    os.kill(line.pid, signal.SIGSTOP)
    monkeypatch.setattr(reader_apart, "PATIENCE", 0.05)
    assert doomed.begin(agency, VISIT).seen().reading.intent is Intent.LOG_CONTACT
    line.wait(60)
    assert not is_there(line.pid)

    names: dict[str, str] = type("Unsendable", (dict,), {"__reduce__": lambda self: 1 / 0})()
    assert doomed.begin(agency, said(VISIT.text, nicknames=names)).seen().reading.contacts


def test_a_failure_of_one_message_is_raised_to_who_waits_for_it(agency: Agency, apart: Apart) -> None:
    broken = ToRead("W1", 5, SENT, ZONE)  # type: ignore[arg-type] # no words at all
    with pytest.raises(TypeError):
        apart.begin(agency, broken).seen()
    assert apart.begin(agency, VISIT).seen().reading.contacts, "the others are read on"


def test_it_ends_with_the_bot_and_is_given_no_key(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECORD_KEYS", "secret")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    apart = Apart()
    line = apart.line()
    assert line is not None
    assert apart.begin(agency, VISIT).seen().reading.contacts
    assert b"secret" not in Path(f"/proc/{line.pid}/environ").read_bytes()
    apart.stop()
    assert not is_there(line.pid)
    assert apart.begin(agency, VISIT).seen().reading.contacts, "what is left to do at the end is read here"
