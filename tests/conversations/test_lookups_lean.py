"""“Her number?” right behind a look-up is about whom that was; behind anything else it is asked."""

from __future__ import annotations

from datetime import datetime

from tests.conversations.office import Office
from tests.stock import NEW_YORK

WHOM = "Whom do you mean?"


def test_her_number_is_that_of_whom_was_just_looked_up(office: Office) -> None:
    office.dana.says("who is Tobi's foster mother")
    office.dana.waits_for("718-555-0102")
    office.dana.says("her number?")
    assert office.demo.workspace.wait_until(lambda: office.dana.reads().count("718-555-0102") > 1, 20)
    office.dana.says("any allergies for him?")
    office.dana.waits_for("No alerts on file")


def test_his_number_is_not_hers(office: Office) -> None:
    office.dana.says("who is Maya Okafor's foster mother")
    office.dana.waits_for("718-555-0102")
    office.dana.says("his number?")
    office.dana.waits_for(WHOM)


def test_it_leans_on_nothing_older_or_else(office: Office) -> None:
    office.dana.says("her number?")
    office.dana.waits_for(WHOM)
    office.dana.says("who is Tobi's foster mother")
    office.dana.waits_for("718-555-0102")
    office.dana.says("what's due?")
    office.dana.waits_for("What's due")
    office.dana.says("her number?")
    assert office.demo.workspace.wait_until(lambda: _asked(office) == 2)
    office.dana.says("who is Tobi's foster mother")
    assert office.demo.workspace.wait_until(lambda: "718-555-0102" in office.dana.newest_card())
    office.fast_forward(datetime(2026, 11, 9, 17, 50, tzinfo=NEW_YORK))
    office.dana.says("her number?")
    assert office.demo.workspace.wait_until(lambda: _asked(office) == 3)


def _asked(office: Office) -> int:
    return office.dana.reads().count(WHOM)
