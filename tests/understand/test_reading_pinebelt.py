"""Classes of wording in which an agency of Mississippi's pine woods was misread, in words of our own."""

import pytest

from bot.understand.parts import Intent
from storage.types import EventType, Method, Outcome, Place
from tests.understand.telling import children, clock, events, intent, people


@pytest.mark.parametrize(
    "text",
    [
        "Saw Maya at school 2:10. Circular burn on her wrist, she says Uncle Ray did it with a cigarette",
        "Saw Maya at school 2:10. She told me the neighbor burned her hand with his lighter.",
        "Saw Mateo at school 2:10.\n- Dime-sized burn on the top of his foot, scabbed",
        "Saw Mateo at school 2:10. He says Papa Joe put his cigar out on his arm",
        "Saw Mateo at school 2:10.\n- Mark on his hand\n- Says Papa Joe did it w/ his cigar",
        "Vi a Mateo en la escuela 2:10. Tiene una quemadura redonda en la mano",
        "Vi a Mateo en la escuela 2:10. Dice que el señor le apagó un cigarrillo en el brazo",
    ],
)
def test_a_burn_of_the_shape_of_what_made_it_is_a_concern(text):
    assert intent(text) is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Saw Mateo at school 2:10, 20 min. He lit the campfire, did it with a match, proud",
        "Saw Mateo at Ms Daley's 2:10. Ms Daley smokes cigars on the porch, never inside",
        "Saw Mateo at Ms Daley's 2:10. Cigarette hole in the couch, she says her brother did it with his cigar",
        "Vi a Mateo en la escuela 2:10. Apagó las velas del pastel con su hermana",
    ],
)
def test_what_is_lit_for_no_harm_is_none(text):
    assert intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Youth court this morning on the Rivera case. They called us at 9:15 and we were done by 9:35.",
        "Court today on Rivera. Judge called our case around 9:15 and we were done by 9:35.",
        "court today for Maya and Mateo, they finally called us back at 9:15. done by 9:35",
        "The bailiff called us in at 9:15 for the Rivera hearing. Out at 9:35",
        "Corte hoy de los Rivera. Nos llamaron a las 9:15 y salimos a las 9:35.",
    ],
)
def test_who_is_called_into_court_is_on_no_phone(text):
    (item,) = events(text)
    assert (item.method, item.types) == (Method.IN_PERSON, (EventType.COURT_APPEARANCE,))
    assert (clock(item), item.minutes) == ("11-09 09:15", 20)


@pytest.mark.parametrize(
    "text",
    [
        "Court on Rivera was moved. They called us at 9:15 to say it is next week now",
        "Court this morning on Rivera 9:00. Lucia Rivera called us at 11:15 and wants to know what happened",
        "Visited Maya and Mateo at Ms Daley's at 9. They called us at 10:15 on my cell",
    ],
)
def test_who_rings_after_a_hearing_rings(text):
    assert Method.PHONE in [item.method for item in events(text)]


_SEEN = "Saw Mateo at his foster home at 3:40. "


@pytest.mark.parametrize(
    "text",
    [
        "Ms Daley and I talked about the allergist, who will see Mateo on the 26th at 8:15",
        "We talked about the dentist, who will see him Friday at 9",
        "Talked about the counselor that will meet with Maya on the 26th at 8:15",
        "He likes the new tutor, who is going to see Mateo Thursday at 4",
        "Hay un alergista quien va a ver a Mateo el 26 a las 8:15",
    ],
)
def test_whom_a_doctor_is_to_see_is_no_visit_of_ours(text):
    (item,) = events(_SEEN + text)
    assert (children(item), item.outcome) == (["Mateo"], Outcome.COMPLETED)


@pytest.mark.parametrize(
    "text",
    ["I will see Mateo again on the 26th at 8:15", "Will see Mateo again on the 26th at 8:15"],
)
def test_whom_we_are_to_see_is_one(text):
    assert [item.outcome for item in events(_SEEN + text)] == [Outcome.COMPLETED, Outcome.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "hv mateo 2:30 today, nobody home. neighbor says his mom is @ church",
        "HV Mateo 2:30 today, no answer. Neighbor says Lucia Rivera is at work",
        "Went to see Mateo at his foster home 2:30 today, nobody home. Neighbor told me mom is at the store",
        "Fui a ver a Mateo a su casa a las 2:30, no había nadie. La vecina dice que su mamá está en la iglesia",
    ],
)
def test_whom_a_neighbor_tells_of_was_not_tried(text):
    (item,) = events(text)
    assert (children(item), people(item), item.outcome) == (["Mateo"], [], Outcome.ATTEMPTED)


def test_who_was_tried_stays_whatever_a_neighbor_tells():
    (item,) = events("Went to see Lucia Rivera at 2:30, nobody home. Neighbor says Lucia Rivera is at church")
    assert (people(item), item.outcome) == (["Lucia Rivera"], Outcome.ATTEMPTED)


_MET_MATEO = "Saw Mateo at his foster home 3:45-4:30. "


@pytest.mark.parametrize(
    "text",
    [
        "Maya Rivera not seen, at the dentist w/ her mother",
        "Maya Rivera was not home, out shopping with her mother",
        "Maya Rivera: not seen, at a party with her mom",
        "Did not see Maya Rivera, she was at practice with her mother",
    ],
)
def test_who_is_elsewhere_with_whom_was_not_seen_was_not_met(text):
    (item,) = events(_MET_MATEO + text)
    assert (children(item), people(item)) == (["Mateo"], [])


def test_who_is_spoken_with_of_whom_was_not_seen_was_met():
    (item,) = events(_MET_MATEO + "Maya Rivera not home, I talked with her mother")
    assert people(item) == ["Lucia Rivera"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at the McDonald's in Bridgeview", Place.COMMUNITY),
        ("at the Dairy Queen in Bridgeview", Place.COMMUNITY),
        ("in the gym at Bridgeview", Place.SCHOOL),
        ("at the cafeteria in Bridgeview", Place.SCHOOL),
        ("at Bridgeview", Place.SCHOOL),
    ],
)
def test_a_spot_in_a_town_is_not_the_towns_school(where, place):
    (item,) = events(f"Met Hope {where} 4:45 today, 40 min")
    assert item.place is place


@pytest.mark.parametrize(
    "text",
    [
        "Received call 1:50 PM from Beverly Thompson. Mateo threw up at school",
        "Incoming call 1:50 PM from Beverly Thompson, Mateo threw up at school",
        "Placed call 1:50 PM to Beverly Thompson. Mateo is home",
        "Beverly Thompson call 1:50 PM Mateo threw up",
        "Beverly Thompson tc 150p mateo threw up",
    ],
)
def test_a_call_received_at_an_hour_is_of_nobody_named_received(text):
    (item,) = events(text)
    assert (people(item), clock(item), item.method) == (["Beverly Thompson"], "11-09 13:50", Method.PHONE)


@pytest.mark.parametrize(
    ("way", "method"),
    [
        ("How: phone, 15 min", Method.PHONE),
        ("Mode: telephone", Method.PHONE),
        ("Medio: teléfono, 15 min", Method.PHONE),
        ("Method: Zoom, 15 min", Method.VIDEO),
        ("How: in person, 15 min", Method.IN_PERSON),
    ],
)
def test_a_forms_row_tells_how_it_was_held(way, method):
    (item,) = events(f"Contact: Lucia Rivera\nWhen: today 2:30 pm\n{way}\nRe: visits for both kids")
    assert item.method is method


@pytest.mark.parametrize(
    "there",
    [
        "Both babies home",
        "All of them home, good visit",
        "Both little ones home",
        "Los bebés en casa, todo bien",
    ],
)
def test_all_the_babies_at_home_were_seen(there):
    (item,) = events(f"Made it out to Ms Thompson's at 3:15. {there}. She says Mateo eats well")
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    "away", ["Both babies at school, she and I talked", "Both little ones asleep at grandma's"]
)
def test_babies_elsewhere_were_not(away):
    (item,) = events(f"Made it out to Ms Thompson's at 3:15. {away}. She says Mateo eats well")
    assert EventType.CASEWORKER_CHILD not in item.types


@pytest.mark.parametrize(
    "text",
    [
        "He is out in the county: phone call with Lucia Rivera on the kids at 1:50",
        "Entering for Kevin, he is over at the annex: spoke by phone with Lucia Rivera at 1:50",
    ],
)
def test_behind_a_colon_somebody_else_is_not_who_is_elsewhere(text):
    (item,) = events(text)
    assert (people(item), item.method, clock(item)) == (["Lucia Rivera"], Method.PHONE, "11-09 13:50")


@pytest.mark.parametrize(
    "text", ["Maya Rivera is at the fair with Lucia Rivera", "Maya Rivera is out at 1:30 with mom"]
)
def test_who_is_elsewhere_with_a_child_stays_so(text):
    (item,) = events(_MET_MATEO + text)
    assert people(item) == []
