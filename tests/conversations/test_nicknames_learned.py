"""A name that a worker confirmed is hers alone, of her caseload alone, and hers to remove."""

from __future__ import annotations

from sqlalchemy import select

from storage.models import AuditRow, Nickname
from tests.conversations.office import Office

VISIT = "saw Nene today 4pm for 30 min"


def taught(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("Which child?")
    office.dana.clicks("Maya Okafor, 7")
    office.dana.clicks("Remember: Nene is Maya Okafor")
    office.dana.waits_for("I will know that name")


def aliases(office: Office) -> list[str]:
    with office.db.reading() as session:
        return [n.alias for n in session.scalars(select(Nickname).where(Nickname.removed_at.is_(None)))]


def test_who_nene_is_is_asked_once_offered_and_remembered(office: Office) -> None:
    taught(office)
    assert aliases(office) == ["Nene"]
    office.dana.says("saw nene today at 2pm at Ms Stone's, 20 min")
    office.dana.waits_for("2:00 PM")
    card = office.dana.newest_card("2:00 PM")
    assert card.startswith("Maya Okafor")
    assert "you wrote" not in card
    assert "[Submit]" in card


def test_it_is_not_learned_without_the_tap(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("Which child?")
    office.dana.clicks("Maya Okafor, 7")
    office.dana.waits_for("Remember: Nene is Maya Okafor")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    assert aliases(office) == []


def test_nobody_else_reads_by_it(office: Office) -> None:
    taught(office)
    office.kim.says(VISIT)
    office.kim.waits_for("Which child?")
    assert not office.kim.sees("Okafor")


def test_it_is_listed_and_removed(office: Office) -> None:
    taught(office)
    office.dana.says("what nicknames do you know?")
    office.dana.waits_for("Nicknames you taught me")
    office.dana.clicks("Remove")
    office.dana.waits_for("I know no nicknames of yours")
    assert aliases(office) == []
    with office.db.reading() as session:
        actions = session.scalars(select(AuditRow.action)).all()
        assert {"nickname.learn", "nickname.remove"} <= set(actions)
    office.dana.says(VISIT)
    office.dana.waits_for("Which child?")


def test_the_command_shows_the_list(office: Office) -> None:
    office.dana.command("/fieldnote", "nicknames")
    office.dana.waits_for("I know no nicknames of yours")


def test_the_home_opens_the_list(office: Office) -> None:
    office.dana.opens_home()
    office.dana.clicks("Nicknames")
    office.dana.waits_for("I know no nicknames of yours")


def test_the_alias_is_sealed(office: Office) -> None:
    taught(office)
    with office.db.reading() as session:
        assert b"Nene" not in bytes(session.scalars(select(Nickname.alias_sealed)).one() or b"")


def test_a_name_that_another_child_bears_is_not_offered(office: Office) -> None:
    office.dana.says("saw Maya today 4pm for 30 min")
    office.dana.waits_for("Which child?")
    office.dana.clicks("Maya Lindgren")
    office.dana.waits_for("[Submit]")
    assert not office.dana.sees("Remember:")


def test_two_unknown_names_are_not_told_apart(office: Office) -> None:
    office.dana.says("saw Nene today 4pm for 30 min with Bobo")
    office.dana.waits_for("Which child?")
    office.dana.clicks("Maya Okafor, 7")
    office.dana.waits_until_gone("Which child?")
    assert not office.dana.sees("Remember:")


def test_the_window_offers_it_too(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("Which child?")
    office.dana.clicks("Edit")
    office.dana.waits_for_window("Edit note")
    office.dana.chooses("Tobi Okafor", from_="Children")
    office.dana.submits()
    office.dana.clicks("Remember: Nene is Tobi Okafor")
    office.dana.waits_for("I will know that name")
    assert aliases(office) == ["Nene"]
