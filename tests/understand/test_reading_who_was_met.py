"""Which of the children and adults named were met: those for another day, elsewhere, or only awaited were not."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children, events, people


@pytest.mark.parametrize(
    ("staff", "text", "met", "later"),
    [
        (
            "S015",
            "Finn and Nora both fine, saw them at Peg's at 4:15 today. Aidan I will see Thursday.",
            2,
            1,
        ),
        ("S015", "Saw Finn and Nora at Peg's at 4:15 today. Aidan I'm going to see Thursday.", 2, 1),
        ("S015", "Saw Finn and Nora at Peg's at 4:15 today. Aidan will be seen Thursday.", 2, 1),
        ("S015", "Finn and Nora both well, seen at Peg's at 4:15 today. Aidan is for Thursday.", 2, 0),
        ("S006", "h/v 4 today ms delgado. isabella and sofia fine. manny tomorrow", 2, 0),
        ("S006", "Visita hoy a las 4 con doña Carmen, Isabella y Sofía bien. Manny queda para mañana.", 2, 1),
        ("S005", "Saw Maya at Ms Thompson's 4pm today, Mateo next week", 1, 0),
        ("S005", "Saw Maya at Ms Thompson's 4pm today. Mateo I saw there too.", 2, 0),
        ("S005", "Saw Maya and Mateo at Ms Thompson's 4pm today. Mateo has the dentist tomorrow.", 2, 0),
    ],
)
def test_a_child_for_another_day_is_not_in_todays_visit(staff: str, text: str, met: int, later: int) -> None:
    first, *rest = events(text, staff=staff, sent=TUESDAY)
    assert (len(first.children), first.outcome) == (met, Outcome.COMPLETED)
    assert [len(one.children) for one in rest] == [1] * later
    assert all(one.outcome is Outcome.PLANNED for one in rest)


@pytest.mark.parametrize(
    ("staff", "text", "who"),
    [
        ("S008", "saw nadia and her sister 4pm today at ms augustes", ["Guerline", "Nadia"]),
        ("S008", "saw nadia and her brother 4pm today at the agency", ["Nadia", "Wilner"]),
        ("S015", "saw Nora and her little brother 4pm today at Peg's", ["Finn", "Nora"]),
        ("S015", "Vi a Finn y su hermana hoy a las 4 en casa de Peg", ["Finn", "Nora"]),
        ("S006", "saw Javier and his sister today 4pm at Ms Tang's", ["Javier", "Julieta"]),
        # of two sisters, and a brother, any may be meant
        ("S006", "saw Manny and his sister today 4pm at the office", ["Emmanuel"]),
        ("S005", "saw Mateo and his sister 4pm today at Ms Thompson's", ["Mateo", "Maya"]),
    ],
)
def test_a_brother_or_sister_is_the_only_one_that_fits(staff: str, text: str, who: list[str]) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert children(item) == who


@pytest.mark.parametrize(
    ("staff", "text", "who", "adults"),
    [
        (
            "S008",
            (
                "Visited Nadia and her little sister 3:40 today at Mme Auguste home. Wilner he stay by Miss Etienne so"
                " I did not see him."
            ),
            ["Guerline", "Nadia"],
            [],
        ),
        (
            "S006",
            (
                "Visita al hogar hoy 4:30: estaban Isabella, Sofía y doña Carmen, con quien hablé. Manny vive con su"
                " tío y no estaba."
            ),
            ["Isabella", "Sofia"],
            ["Carmen Delgado"],
        ),
        (
            "S006",
            (
                "Home visit 4:30 today at Ms Delgado's with Isabella and Sofia. Manny lives with his uncle and"
                " wasn't there."
            ),
            ["Isabella", "Sofia"],
            [],
        ),
        (
            "S006",
            "saw isabella and sofia at ms delgados 4:30 today. rafael came by and we talked",
            ["Isabella", "Sofia"],
            ["Rafael Peña"],
        ),
    ],
)
def test_a_siblings_carer_is_of_another_home(
    staff: str, text: str, who: list[str], adults: list[str]
) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert (children(item), people(item), item.place) == (who, adults, Place.FOSTER_HOME)


@pytest.mark.parametrize(
    ("text", "adults", "outcome"),
    [
        (
            "met w mr lindqvist and mr moran today 9:30 before court, ms sheridan never showed",
            ["Patrick Moran", "Peter Lindqvist"],
            Outcome.COMPLETED,
        ),
        (
            "met Ms Xie at her shelter today 9:30, Mr Nolan was to join but cancelled last minute",
            ["Ai Hua Xie"],
            Outcome.COMPLETED,
        ),
        (
            "Ms Estrada and Maya with me in the living room today at 5. gwendolyn was upstairs and did not come down",
            ["Norma Estrada"],
            Outcome.COMPLETED,
        ),
        ("Saw Owen at Ms Daley's 4 today and she wasn't there.", [], Outcome.COMPLETED),
        ("Went to see Owen at Ms Daley's 4 today and she wasn't there.", [], Outcome.ATTEMPTED),
        (
            "supervised visit for Owen today 3pm at agency, saw Owen, mom never showed.",
            ["Nancy Sheridan"],
            Outcome.ATTEMPTED,
        ),
        ("HV 4pm today, Ms Daley no show", ["Joycelyn Daley"], Outcome.ATTEMPTED),
    ],
)
def test_who_stayed_away_undoes_no_meeting_with_others(
    text: str, adults: list[str], outcome: Outcome
) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert (people(item), item.outcome) == (adults, outcome)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I'll be honest, saw Owen at Ms Daley's 1pm today", Intent.LOG_CONTACT),
        ("I'll keep it short: visited Owen at Ms Daley's 1pm today", Intent.LOG_CONTACT),
        ("ok I will admit I saw Owen at Ms Daley's 1pm today", Intent.LOG_CONTACT),
        ("voy a ser breve: vi a Owen hoy a la 1 en casa de la sra Daley", Intent.LOG_CONTACT),
        ("I'll be at Ms Daley's to see Owen tomorrow at 1", Intent.PLAN_VISIT),
        ("I'll see Owen at Ms Daley's tomorrow at 1", Intent.PLAN_VISIT),
    ],
)
def test_how_it_is_said_is_no_plan(text: str, intent: Intent) -> None:
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent is intent
