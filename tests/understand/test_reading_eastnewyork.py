"""What a stranger's agency writes that was read wrong: worries said outright, island English, asides."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.parts import Item, Reading
from bot.understand.reading import read
from bot.understand.writing.island_english import island_english
from storage.types import EventType, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)


@pytest.mark.parametrize(
    "words",
    [
        "call me when you can, i don't think they're safe",
        "i do not believe the girls are safe with him",
        "i don't feel like she is safe there tonight",
        "can't say that those kids are safe in that house",
        "i am not convinced CHILD is safe",
        "no creo que los nenes esten seguros con el",
        "no siento que CHILD este a salvo ahi",
    ],
)
def test_a_worker_who_holds_the_child_unsafe_is_worried(words):
    assert alarm_of(words).concern


@pytest.mark.parametrize(
    "words",
    [
        "i have no reason to think she isn't safe",
        "i don't think they are safe drivers over there",
        "i don't think he is safe to ride the bus alone yet",
        "they are safe and happy in the home",
        "no creo que esten seguros de la fecha",
    ],
)
def test_other_safe_things_are_no_worry(words):
    assert not alarm_of(words).concern


def reading(text: str, *, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=TUESDAY, tz=TZ, voice=False)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        "Lucia Rivera miss she visit today 3:30 at the office",
        "Lucia Rivera miss her visit again was 3:30 today at the office",
        "Lucia Rivera missed her visit with the kids today 3:30 at the office, no call",
        "Lucia Rivera miss her visit today 3:30 at the office, never call",
    ],
)
def test_a_parent_who_missed_her_visit_did_not_see_the_children(text):
    item = only(text)
    assert (item.types, item.outcome) == ((EventType.BIRTH_PARENT_CHILD,), Outcome.ATTEMPTED)


def test_a_visit_with_the_worker_that_was_missed_is_the_workers():
    item = only("Lucia Rivera missed our visit today 3:30 at the office")
    assert item.types == (EventType.BIRTH_PARENT_CASEWORKER,)


@pytest.mark.parametrize(
    "text",
    [
        "La visita de Lucia Rivera con los nenes fue hoy de 10 a 11am en la oficina",
        "La visita de Lucia Rivera con las nenas hoy a las 10am en la oficina se canceló",
    ],
)
def test_a_parents_visit_with_the_nenes_is_theirs(text):
    assert only(text).types == (EventType.BIRTH_PARENT_CHILD,)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Rivera in Part 7 today 2:15. Me and Lucia in the courtroom. Put off to april 6", Outcome.COMPLETED),
        ("Rivera in Part 7 today 2:15. Finished by 3, trial put off to april 6", Outcome.COMPLETED),
        ("Rivera court today 2:15 put off to april 6, judge out sick", Outcome.CANCELLED),
    ],
)
def test_a_hearing_that_somebody_sat_through_was_held(text, outcome):
    assert only(text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("saw Mateo at school today 2pm. spoke to nobody there just him", Outcome.COMPLETED),
        ("saw Mateo at school today 2pm, talked to no one else, only him", Outcome.COMPLETED),
        ("vi a Mateo en la escuela hoy 2pm. no hablé con nadie ahí, solo con él", Outcome.COMPLETED),
        ("went to see Mateo at school today 2pm, spoke to nobody, he was absent", Outcome.ATTEMPTED),
    ],
)
def test_nobody_but_the_child_is_somebody(text, outcome):
    assert only(text).outcome is outcome


@pytest.mark.parametrize(
    ("low", "written"),
    [
        ("bf dialed in? no he never did. goal stays", "bf did not dial in. goal stays"),
        ("mom showed up? nope", "mom did not show up"),
        ("bf called in? yes for ten minutes", "bf called in? yes for ten minutes"),
        ("visit with ari and she brother", "visit with ari and her brother"),
        ("i called and he visit me", "i called and he visit me"),
        ("he going to miss he visit", "he going to miss his visit"),
        ("gm there, spoke w her", "grandma there, spoke w her"),
        ("tc gm 3pm", "tc grandma 3pm"),
        ("gm team, saw leo at 4", "gm team, saw leo at 4"),
        ("hi gm! saw leo at 4", "hi gm! saw leo at 4"),
    ],
)
def test_the_words_are_put_as_the_rules_have_them(low, written):
    for start, end, words in sorted(island_english(low), reverse=True):
        low = low[:start] + words + low[end:]
    assert low == written


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Beverly me llamó hoy a las 3pm, Mateo se escapó y no responde los mensajes", Outcome.COMPLETED),
        (
            "Beverly me acaba de llamar 5pm, Mateo se fue de la casa, no aparece y no contesta",
            Outcome.COMPLETED,
        ),
        ("llamé a Beverly hoy a las 3pm y no contesta", Outcome.ATTEMPTED),
    ],
)
def test_who_rang_is_not_the_one_who_does_not_answer(text, outcome):
    assert only(text).outcome is outcome


@pytest.mark.parametrize(
    "worry",
    [
        "im not ok w/ her going back there at 3",
        "i'm not comfortable with him returning to that house at 3",
        "worried about her being home alone with them at 3",
    ],
)
def test_an_hour_at_which_the_child_goes_somewhere_is_no_visit_of_ours(worry):
    assert clock(only(f"saw Mateo at school today 12:50, 15 min. {worry}")) == "11-17 12:50"


def test_ones_own_going_back_is_planned():
    later = reading("saw Mateo at school today 12:50, 15 min. im going back there tomorrow at 3").contacts
    assert [item.outcome for item in later] == [Outcome.COMPLETED, Outcome.PLANNED]
