"""A child's body in danger, by who, what of it and how bad: bleeding, breath, poison, pills, falls, burns, babies."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import ALARMS, Intent
from bot.understand.reading import Reading, read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    """What is read of `text`, sent by her whose children are Maya, Mateo, Will and Hope."""
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    "text",
    [
        "mateo is bleeding real bad from his leg",
        "hope cut her hand on a bottle, theres blood all over the kitchen",
        "will fell off the top bunk, head bleeding",
        "mateo se abrio la frente y no para de sangrar, la sangre le sale mucho",
        "will crashed his bike and the bone is sticking out of his arm",
        "hope fell out the second floor window",
        "will took a hard hit at practice and hes throwing up",
        "mateo cant stop throwing up since he hit his head",
        "maya rivera eyes rolled back and shes shaking all over",
        "will was out cold for like a minute after the tackle",
        "hope can barely breathe and the inhaler isnt working",
        "mateo se esta ahogando con un pedazo de carne",
        "maya campbell turned purple she had a grape stuck in her throat",
        "mateo ate a cashew and his face is swelling up",
        "maya campbell got stung and her tongue is swole up",
        "se le esta hinchando la cara a mateo, comio camaron",
    ],
)
def test_an_injury_or_a_sickness_that_is_grave_is_a_crisis(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "hope took ms pettways pills",
        "maya rivera got into ms thompsons heart medicine",
        "mateo swallowed a few of his grandmas water pills, the blood pressure pills",
        "will took 3 of his roomates klonopin",
        "hope took too much tylenol",
        "will took like 12 advils",
        "maya rivera se comio unas pastillas de la abuela",
        "hope tomo demasiadas aspirinas",
        "ms thompson gave mateo her own pills by mistake",
        "ms pettway gave hope her meds twice and she cant stay awake",
        "mateo climbed up and got into the medicine cabinet",
        "hope drank something from under the sink",
        "mateo got ahold of the drano and i think he swallowed some",
        "maya campbell licked the roach bait",
        "mateo drank the stuff norma uses to clean the floors",
        "mateo se trago una pila de reloj",
        "hope ate her cousins weed gummies and shes freaking out, heart racing",
        "will is drunk off vodka and cant stand up",
    ],
)
def test_what_was_swallowed_and_must_not_be_is_a_crisis(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "mateo burnt his hand on the stove, its blistering bad",
        "hope spilled the boiling soup all down her chest",
        "the neighbors dog bit mateo in the face and its deep",
        "a will lo mordio una vibora en el patio",
        "the baby is limp and wont take a bottle",
        "3 week old with a temp of 101",
        "the boyfriend shook the baby real hard",
        "mateo has a 105 fever",
        "a van ran over hopes foot",
        "atropellaron a hope en la esquina",
        "theres a fire at linden house will is still inside",
        "se esta quemando la casa de ms pettway",
        "mateo stuck a key in the outlet and got shocked real bad",
        "they pulled mateo out of the pool and hes coughing",
        "the dresser fell on mateo",
        "will touched a live wire",
    ],
)
def test_burns_bites_babies_cars_fires_and_water_are_a_crisis(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "mateo had a nosebleed last week, a little blood, fine now",
        "no bleeding, no bruises, no marks on mateo",
        "mateos tooth fell out, blood everywhere, he was so proud",
        "ms thompsons blood pressure pills are in a lock box",
        "hope takes her allergy pills every morning",
        "curtis picked up wills meds from the pharmacy",
        "ms pettway takes insulin for her sugar",
        "checked under the sink, cleaning supplies have a child lock",
        "we talked about why mateo should never drink bleach or cleaners",
        "will took a first aid class about burns and bleeding",
        "the dog got hit by a car, will is sad",
        "our cat was bleeding so hope helped take it to the vet",
        "mateo was choking back tears when mom left",
        "maya played dead in the school play",
        "hope was bored to death at court",
        "will saw an ambulance drive by",
        "maya campbell shook her head no when i asked if anyone hurt her",
        "hope slammed her finger in the door yesterday, she is fine",
        "will is on fire in basketball this season",
        "there was an accident on 95 so i was late",
        "will was knocked out on the couch, up all night with the game",
        "the newborn is feeding well, no fever",
        "hope wants to be a nurse and work in the er",
        "fui a ver a mateo a casa de la sra thompson hoy a las 4",
        "mateo se tomo su jarabe con el desayuno",
        "a hope se le cayo un diente y le salio poquita sangre",
        "mateo esta ahogado en tarea",
        "mateo casi se cae del columpio pero no le paso nada",
    ],
)
def test_a_plain_day_is_no_alarm(text: str) -> None:
    assert reading(text).intent not in ALARMS


def test_a_number_of_something_nobody_names_is_asked_about() -> None:
    asked = reading("hope took 20 of them")
    assert asked.intent in ALARMS or any(question.slot == "alarm" for question in asked.questions)


@pytest.mark.parametrize(
    "text",
    [
        "who is on call maya rivera is having a seizure",
        "who do i call mateo swallowed a tide pod",
        "what do i do hope wont wake up",
        "i need help now will passed out and wont wake up",
        "is it an emergency if mateo swallowed a battery",
        "is it ok if i call you hope is having trouble breathing",
        "a quien llamo mateo no puede respirar",
        "no one was watching and hope went under in the tub and she was gray",
        "hope fell through the ice on the creek",
        "will got punched and went down and hes not getting up",
        "aunt left her oxys out and mateo had two of them",
        "hopes wrist looks deformed since she fell",
        "maya rivera was on the floor twitching",
        "will se desplomo en la practica",
        "le dio un carro a mateo cuando cruzaba",
        "theres smoke in the hall at ms pettways and they cant get down the stairs",
        "maya campbell ate two of normas thyroid pills by accident",
        "will took his night meds three times",
        "hope sliced off the tip of her finger",
        "mateo se nos cayo de las escaleras y no se mueve",
        "mateo is chocking on a grape",
        "maya rivera colapsed at the park",
        "hope drank hand sanitzer",
    ],
)
def test_a_crisis_is_heard_behind_a_question_a_denial_of_something_else_and_a_slip(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "who is on call tonight",
        "what do i do if a child will not wake up for school",
        "whats the number for poison control",
        "who do i call about medicaid for hope",
        "no one was home and she left a note",
        "mateo pulled the fire alarm at school",
        "will got hit in the face with a basketball, ice, no swelling",
        "hope burned her finger on the curling iron, aloe on it, she is fine",
        "maya rivera took her pills with applesauce",
        "hope hit her growth spurt",
        "hv 3pm at ms pettways, rooms ok, smoke det ok, she smokes outside",
        "will takes his meds three times a day",
        "hope went to the roof garden with her class, they sat on the roof deck",
        "will se quemo en la playa y ya se esta pelando",
        "mateo said he was starving, ate two hot dogs",
        "the swelling went down, will is walking fine",
    ],
)
def test_a_question_alone_and_a_small_thing_are_no_alarm(text: str) -> None:
    assert reading(text).intent not in ALARMS
