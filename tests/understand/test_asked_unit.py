"""What a supervisor asks of her unit's notes, and how she goes on from a list; what is none of it."""

from __future__ import annotations

import pytest

from bot.understand.agency import Agency
from bot.understand.office.asked_figures import Figure, figure_asked
from bot.understand.office.asked_unit import UnitAsk, asks_who_went, unit_asked
from bot.understand.office.narrowing import narrows_to, other_days, wants_names, wants_ranking
from storage.types import Role, Roster, StaffMember

STAFF = Agency.of(
    Roster(
        staff=(
            StaffMember("V1", "Rosa Maldonado", Role.SUPERVISOR),
            StaffMember("W1", "Keisha Grant", Role.CASEWORKER),
            StaffMember("W2", "Luis Ortega", Role.CASEWORKER),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("what came in today", UnitAsk.CAME_IN), ("anything come in since yesterday?", UnitAsk.CAME_IN),
        ("how many notes came in this week", UnitAsk.CAME_IN), ("who submitted notes today", UnitAsk.CAME_IN),
        ("what came in from my people today", UnitAsk.CAME_IN), ("qué entró hoy", UnitAsk.CAME_IN),
        ("what did I approve today", UnitAsk.APPROVED), ("which notes have i signed off on this week", UnitAsk.APPROVED),
        ("qué aprobé hoy", UnitAsk.APPROVED), ("what have i approved so far", UnitAsk.APPROVED),
        ("what did I send back this week", UnitAsk.RETURNED), ("which ones did i return", UnitAsk.RETURNED),
        ("qué devolví esta semana", UnitAsk.RETURNED), ("what did i review today", UnitAsk.DECIDED),
        ("what got corrected today", UnitAsk.CHANGED), ("any corrected notes", UnitAsk.CHANGED),
        ("which notes are back", UnitAsk.CHANGED), ("what did my team do today", UnitAsk.DID),
        ("recap of my unit today", UnitAsk.DID), ("what did everybody do this week", UnitAsk.DID),
        ("whats still out", UnitAsk.OPEN), ("any returned notes still open", UnitAsk.OPEN),
        ("who still owes me corrections", UnitAsk.OPEN), ("whats still out with my team", UnitAsk.OPEN),
    ],
)  # fmt: skip
def test_of_the_whole_unit(text: str, what: UnitAsk) -> None:
    assert unit_asked(text, of_somebody=False) is what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("whats still open w keisha", UnitAsk.OPEN), ("what's pending with luis", UnitAsk.OPEN),
        ("what does keisha still have to send me", UnitAsk.OPEN), ("what does luis owe me", UnitAsk.OPEN),
        ("anything back from keisha or luis", UnitAsk.OPEN), ("what hasnt luis sent back", UnitAsk.OPEN),
        ("does keisha have drafts she hasnt sent", UnitAsk.OPEN), ("what am i waiting on from luis", UnitAsk.OPEN),
        ("qué le falta a keisha", UnitAsk.OPEN), ("where are we with luis", UnitAsk.OPEN),
        ("what did luis change", UnitAsk.CHANGED), ("what did luis fix on the sosa note", UnitAsk.CHANGED),
        ("anything new from keisha", UnitAsk.CAME_IN), ("what did keisha send me today", UnitAsk.CAME_IN),
        ("did luis submit anything today", UnitAsk.CAME_IN), ("qué me mandó luis hoy", UnitAsk.CAME_IN),
        ("whats due for keisha", UnitAsk.OPEN), ("what does luis have due this week", UnitAsk.OPEN),
        ("show me keishas notes", UnitAsk.DID), ("qué notas tengo de luis", UnitAsk.DID),
        ("did keisha send in the fight note", UnitAsk.CAME_IN),
        ("what did keisha do today", UnitAsk.DID), ("who did keisha see today", UnitAsk.DID),
    ],
)  # fmt: skip
def test_of_somebody(text: str, what: UnitAsk) -> None:
    assert unit_asked(text, of_somebody=True) is what


@pytest.mark.parametrize(
    "text",
    [
        "what did mom do today", "what came back from the lab", "anything from the school today",
        "whats open with the school", "what did dad send me", "what did i do today", "any notes",
        "what do i still have to approve", "what time is court today", "what is waiting for the judge",
        "what did the doctor change", "what did they do today", "what did they change at the meeting",
        "summary of the Hall case", "show me my notes", "how did court go today", "the notes from school are in the file", "open visit at the agency with Malik at 3",
    ],
)  # fmt: skip
def test_what_is_none_of_it(text: str) -> None:
    assert unit_asked(text, of_somebody=False) is None


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("just keishas", ("W1",)), ("only luis", ("W2",)), ("and luis?", ("W2",)), ("what about keisha", ("W1",)),
        ("keisha and luis only", ("W1", "W2")), ("which of those are luis's", ("W2",)), ("luis?", ("W2",)),
        ("solo las de keisha", ("W1",)), ("y luis?", ("W2",)), ("keisha grant's please", ("W1",)),
        ("and the whole team", ()), ("keisha", None), ("just nia", None), ("and mom?", None),
        ("and luis saw her at 3", None),
    ],
)  # fmt: skip
def test_a_list_narrowed(text: str, to: tuple[str, ...] | None) -> None:
    assert narrows_to(STAFF, "V1", text) == to


def test_ranked_and_asked_of_nobody() -> None:
    assert wants_ranking("whos worst")
    assert wants_ranking("who has the most left")
    assert not wants_ranking("who is the best person to call")
    found = figure_asked("who hasnt turned in anything today", of_somebody=False)
    assert found is not None
    assert found.what is Figure.TIMELY
    found = figure_asked("quién de mi equipo está atrasado", of_somebody=False)
    assert found is not None
    assert found.what is Figure.BEHIND


def test_names_and_other_days() -> None:
    for text in ("names please", "which kids", "who are they", "which ones?", "list them", "los nombres"):
        assert wants_names(text), text
    for text in ("who is on call", "name of the school", "which school", "their names are Nia and Malik"):
        assert not wants_names(text), text
    for text in ("and yesterday?", "what about last week", "y la semana pasada?"):
        assert other_days(text), text
    for text in ("also friday at 3", "friday", "and monday she called"):
        assert not other_days(text), text


@pytest.mark.parametrize(
    "text", ["has anybody been to the Tejadas", "did keisha see malik", "has anyone seen akeem"]
)
def test_whether_somebody_went(text: str) -> None:
    assert asks_who_went(text)


@pytest.mark.parametrize("text", ["did i see malik", "who has malik", "has malik been approved for camp"])
def test_what_asks_no_such_thing(text: str) -> None:
    assert not asks_who_went(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("who hasnt keisha seen", Figure.UNSEEN), ("who does luis still need to see", Figure.UNSEEN),
        ("who has keisha not seen yet", Figure.UNSEEN), ("who's left for luis", Figure.UNSEEN),
        ("did luis do his court report for guzman", Figure.COURT_REPORTS),
        ("has luis filed the guzman court report", Figure.COURT_REPORTS),
        ("did luis see all his kids", Figure.UNSEEN), ("how many kids does luis have left", Figure.UNSEEN),
        ("is luis's doyle report in", Figure.COURT_REPORTS), ("did luis visit malik every week", None),
        ("is luis behind on visits", Figure.VISITS), ("who is keisha seeing tomorrow", None),
    ],
)  # fmt: skip
def test_children_and_reports_of_somebody(text: str, what: Figure | None) -> None:
    found = figure_asked(text, of_somebody=True)
    assert (found.what if found else None) is what
