"""What the three lots opened last showed, each class in words of its own, with the case beside it that stays as it is."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from tests.understand.telling import TUESDAY, clock, events, intent


@pytest.mark.parametrize(
    "text",
    [
        "Saw Micah at school today at 10. There are thin red stripes across the backs of his legs.",
        "Alan let me see his back at 9:50 today, a row of red streaks from shoulder to waist.",
        "Stopped in at 4 today. Laila has four little round scabs on her forearm and says nobody did it.",
        "Owen's hands are swollen across the knuckles, today at 12 he told me 'the wooden spoon'.",
        "hoy a las 3 vi a Brandon, tiene unas rayas rojas largas en los brazos",
    ],
)
def test_lines_on_the_skin_are_a_worry(text: str) -> None:
    assert intent(text) is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Saw Micah at school today at 10. He drew long red lines on both arms with a marker.",
        "Saw Laila 3pm today, tan lines on her arms from swim camp.",
        "Alan at 4 today, he said his waist is sore from the belt being too tight, we got a new one.",
        "Vi a Nicolás hoy a las 4. Quiere cortarse el cabello como su primo.",
        "3:15p TC Neil Abramson, 15 min, psych eval for mom",
        "Dr Archer called me at 5:10 today, Mateo is drawing the house fire again in session.",
        "Visit with Winnie at 4 today. Ms Huang says she still has nightmares about the apartment fire.",
        "Owen dreamt about an ambulance again, told me today at 4 at Ms Daley's.",
    ],
)
def test_what_is_drawn_dreamt_or_cut_off_is_none(text: str) -> None:
    assert intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Nicolás quiere cortarse, lo dijo hace 10 minutos, estoy con él",
        "EMS took Hope for a psych evaluation at 5",
        "Will is at the ED for psych eval, Linden House called 5:40",
        "Owen was playing with matches and there was a fire in the kitchen at 4 today",
        "Ms Huang called 5 min ago, the apartment is on fire, they got out",
    ],
)
def test_the_emergency_beside_it_stays_one(text: str) -> None:
    assert intent(text) is Intent.LOG_CRISIS


def hours(text: str) -> str:
    """Each event's hour with what came of it."""
    told = [(clock(item)[-5:], item.outcome) for item in events(text, sent=TUESDAY)]
    return " ".join(f"{hour} {outcome.value if outcome else ''}" for hour, outcome in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three calls to Beverly Thompson today: 9:05, 11:40 and 2:15. She answered none of them.",
            "09:05 attempted 11:40 attempted 14:15 attempted",
        ),
        (
            "I made three calls to Lucia Rivera today (9:00, 11:30, 3:15) and she picked up none of them.",
            "09:00 attempted 11:30 attempted 15:15 attempted",
        ),
        (
            "Called Hector Rivera at 9:15 and 1:30 today, he answered neither call.",
            "09:15 attempted 13:30 attempted",
        ),
        ("2 calls to Ms Estrada today 9 and 10:30, all unanswered", "09:00 attempted 10:30 attempted"),
        (
            "Hoy hice dos llamadas a la señora Owens: 9:10 y 2:30. No contestó ninguna.",
            "09:10 attempted 14:30 attempted",
        ),
        (
            "Called Kenneth Mason at 9:20 and again at 1:45 today, voicemail both times. Left a message on the first.",
            "09:20 attempted 13:45 attempted",
        ),
        (
            (
                "Fui a ver a Brandon hoy a las 4 a casa de la señora Owens y nadie abrió. "
                "La llamé desde el carro a las 4:10 y tampoco contestó."
            ),
            "16:00 attempted 16:10 attempted",
        ),
        (
            "Three calls with Beverly Thompson today: 9:05, 11:40, 2:15. All calm.",
            "09:05 completed 11:40 completed 14:15 completed",
        ),
        ("Called Lucia Rivera at 9:15 today, she has none of the papers.", "09:15 completed"),
        ("Hablé con la señora Owens hoy a las 3, dice que Brandon tampoco comió hoy.", "15:00 completed"),
    ],
)
def test_several_calls_of_which_none_was_answered(text: str, told: str) -> None:
    assert hours(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ok i'm leaving Ms Pettway's now i was there from five to quarter to six Hope read to me", "17:00"),
        ("heading out of Ms Daley's right now, I was with Owen from 5:30 till 6:15", "17:30"),
        ("I'm on my way home now from Ms Pettway's, I saw Hope there at 5:30 for half an hour.", "17:30"),
        ("At Ms Pettway's now with Hope, staying till 7.", "18:40"),
        ("i want to report i was at Ms Pettway house today at four Hope have a burn on her hand", "16:00"),
        ("I need to report that I was at Ms Daley's today at 4 and Owen had bruises on his arm.", "16:00"),
        ("Called Ms Daley at 10:10 today, Owen was at the 7-Eleven on Main.", "10:10"),
        ("Met Will at Five Guys today at 3, he had fries.", "15:00"),
    ],
)
def test_the_hour_is_that_of_the_stay(text: str, told: str) -> None:
    assert [clock(item)[-5:] for item in events(text, sent=TUESDAY)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Patrick Moran bailed on Owen again. was supposed to be 1pm today at our office, he texted me at 12:20",
            "13:00 cancelled 12:20 completed",
        ),
        (
            "Annette Hall's visit with Hope was supposed to be at 2 today. She texted me at 1:15 that she is sick.",
            "14:00 cancelled 13:15 completed",
        ),
        (
            "Se canceló la visita de Brandon con su mamá que era hoy a las 3. Él me mandó texto a las 2:05",
            "15:00 cancelled 14:05 completed",
        ),
        (
            "cancelada la visita de Nicolás con Francisca de hoy 8:30 pm. Se pasó para el lunes 23 a la misma hora",
            "20:30 cancelled 20:30 planned",
        ),
        (
            "- CANCELLED: Owen visit w mom, today 4:30\n- mom had to work\n- make-up is Mon 11/23 4:30, I'll supervise",
            "16:30 cancelled 16:30 planned",
        ),
        (
            "Owen's visit with dad today at 4 was cancelled; we are making it up on Monday at 5.",
            "16:00 cancelled 17:00 planned",
        ),
        ("suspendida la visita de Brandon con la mamá de esta noche a las 8", "20:00 cancelled"),
        (
            "Nancy Sheridan texted me at 2:05 today to say she is sick and can't do Thursday.",
            "14:05 completed",
        ),
        ("Makeup visit for Owen and mom was held today at 3, I supervised.", "15:00 completed"),
    ],
)
def test_what_was_called_off_who_wrote_so_and_the_day_instead(text: str, told: str) -> None:
    assert hours(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Owen at Ms Daley's 4:15, 35 min, Ms Daley was still on shift so didn't see her", "16:15 completed"),
        (
            "Hope at Ms Pettway's today 4 to 4:30. Ms Pettway was out so I did not get to see her.",
            "16:00 completed",
        ),
        ("im at ms pettways rn, Hope has a kitchen knife, ms pettway isnt back from work", "18:40 completed"),
        (
            "Saw Owen at Ms Daley's at 4. I shall be back to see him on Friday at 4.",
            "16:00 completed 16:00 planned",
        ),
        ("Went to Ms Daley's 4:15 today for Owen, she was out so didn't see him", "16:15 attempted"),
        (
            "Stopped at Ms Pettway's at 4 to see Hope, they weren't back from work and school",
            "16:00 attempted",
        ),
    ],
)
def test_a_carer_who_was_out_makes_no_attempt_of_the_childs_visit(text: str, told: str) -> None:
    assert hours(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Visit at foster home of Ms. Pettway, 10 November, 3:15 pm. Hope at home. Ms. Pettway was at the neighbor.",
        "Saw Laila at Ms Bryant's at 3 today. I haven't met with Ms Bryant.",
        "Saw Laila at Ms Bryant's at 3 today, Ms Bryant not back yet.",
    ],
)
def test_who_was_next_door_took_no_part(text: str) -> None:
    (visit,) = events(text, sent=TUESDAY)
    assert visit.people == ()
