"""Families handed over for a leave and given back: the files that people get, and that nobody else gets."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.owing import at, morning
from tests.views.papers import words_of


def files_of(office: Office, user: str) -> dict[str, str]:
    """What stands in the files that the bot gave to somebody, by the beginning of their names."""
    workspace = office.demo.workspace
    shown = [workspace.files.get(one) for m in workspace.conversations.visible_to(user) for one in m.files]
    return {file.name.rsplit("-", 1)[0]: words_of(file.content) for file in shown}


def test_the_sheet_comes_by_itself_before_the_leave_and_back_after_it(office: Office) -> None:
    morning(office, 13)
    office.dana.waits_for("Hand-over sheet for Mon Nov 16 – Wed Nov 18: 1 family")
    assert "Hugh Talbot (foster parent) · 718-555-0107" in files_of(office, "U0DANA")["hand-over"]
    office.fast_forward(at(17, 12))
    office.dana.says("saw Bence Varga today 11am at Mr Talbot's, all good")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit", on="Bence Varga")
    office.dana.waits_for("Submitted")
    morning(office, 19)
    for person in (office.kim, office.dana):
        person.waits_for("Back from leave: what happened Mon Nov 16 – Wed Nov 18 with 1 family")
    assert "D. Ellis · Submitted" in files_of(office, "U0KIM")["back-from-leave"]
    for user in ("U0SAM", "U0RILEY"):
        assert files_of(office, user) == {}


def test_the_button_gives_it_from_the_confirmation_on(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("I'm off Nov 30 thru Dec 4, Kim covers")
    office.dana.waits_for("Covered by Kim Osei")
    assert "Hand-over sheet" not in office.dana.reads()
    office.dana.clicks("Confirm", on="Plan of leave")
    office.kim.waits_for("You cover 2 families")
    office.kim.clicks("Hand-over sheet (PDF)", on="You cover 2 families")
    office.kim.waits_for("Hand-over sheet for Mon Nov 30 – Fri Dec 4: 2 families")
    said = files_of(office, "U0KIM")["hand-over"]
    assert said.index("Lindgren family") < said.index("Okafor family")
    button = office.kim.finds("Hand-over sheet (PDF)", on="You cover 2 families")
    office.dana.clicks("Take back", on="Leave confirmed")
    office.kim.waits_for("Leave taken back")
    office.kim.clicks(button)
    office.kim.waits_for("There is no hand-over sheet of that leave for you.")
