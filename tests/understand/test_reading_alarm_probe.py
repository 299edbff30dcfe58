"""A second probe of emergencies and worries, with names already read as roles."""

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.writing.words import plain

CRISES = [
    "CAREGIVER cant find CHILD, last seen at 6",
    "CHILD never came home from school",
    "CHILD is missing",
    "CHILD didnt come home last nite",
    "CHILD overdosed",
    "CHILD says he has a plan to kill himself",
    "CHILD has a gun at school",
    "911 called to the home",
    "CHILD is being admitted to the psych unit",
    "CHILD was jumped and is in the ER",
    "cops picked up CHILD shoplifting",
    "CHILD got arrested last night",
    "fire at the foster home everyone out",
    "CAREGIVER says come get her now",
    "CAREGIVER said she's done and wants him picked up tonight",
    "CHILD barricaded in the bathroom with scissors",
    "CHILD locked herself in the bathroom with a knife",
    "CHILD stopped breathing",
    "CHILD had an asthma attack and the ambulance came",
    "CHILD hit by a car",
    "mom showed up at the foster home with a knife",
    "PARENT took CHILD from the visit and drove off",
    "dad grabbed CHILD and left with her",
    "CHILD tried to jump out the window",
    "CHILD swallowed bleach",
    "CHILD fainted and is being taken to hospital",
    "CHILD has been gone since yesterday",
    "CHILD se fue de la casa y no ha regresado",
    "CHILD se cortó las venas",
    "llamaron a la policía porque CHILD amenazó a CAREGIVER",
    "CHILD está en la sala de emergencias",
    "encontraron a CHILD inconsciente",
    "CHILD attacked staff",
    "CHILD bit CAREGIVER and broke her nose",
    "riot at the facility police on scene",
    "CHILD threatened to stab CAREGIVER",
    "CHILD said goodbye to everyone and gave away her things",
    "PARENT is threatening to come to the house",
    "CAREGIVER had a heart attack and kids need somewhere to go tonight",
    "CHILD drank a bottle of vodka and is unresponsive",
    "CHILD snuck out and hasnt come back",
    "CHILD bolted from the car on the way to court",
    "whereabouts of CHILD unknown",
    "police brought CHILD back at 3am",
]
CONCERNS = [
    "CHILD has a handprint on her face",
    "CHILD says CAREGIVER makes her sleep in the basement",
    "CAREGIVER was drunk when I got there",
    "I smelled weed in the home and the baby was there",
    "CHILD has lost a lot of weight and says there is never dinner",
    "CHILD says her stepbrother comes in her room at night",
    "the house was filthy with roaches everywhere",
    "no beds for the kids they sleep on the floor",
    "CHILD flinches when CAREGIVER comes near, has a bruise",
    "CHILD told her teacher that CAREGIVER whips her",
    "CAREGIVER leaves them alone with the 10 year old",
    "registered sex offender living in the home",
    "CAREGIVER's son just got out of jail and is staying there",
    "CHILD has burns on his arm",
    "unexplained injury to CHILD",
    "CHILD said uncle touches her",
    "CHILD tiene quemaduras en el brazo",
    "la dejan sola por las noches",
    "CAREGIVER le grita y la encierra en el cuarto",
    "huele a marihuana en la casa",
    "hay un hombre viviendo ahí que no está autorizado",
    "loaded gun on the kitchen table",
    "CHILD locked out of the house in the cold",
    "CAREGIVER is not giving CHILD his insulin",
    "CHILD says they don't feed him",
    "need to make a report",
    "CHILD has a busted lip",
    "child's diaper hadnt been changed all day and she has a severe rash",
    "CAREGIVER shoved CHILD",
    "CHILD came to school with welts",
    "CHILD is afraid of CAREGIVER",
]
CALM = [
    "CHILD had a good visit no concerns",
    "discussed safety plan with CAREGIVER",
    "CHILD got a tetanus shot at the clinic",
    "CHILD is on the basketball team and shot 12 points",
    "CHILD was punched out tired after practice",
    "CAREGIVER hit traffic and was late",
    "CHILD has a court date",
    "CHILD burned cookies in home ec",
    "police officer spoke at assembly",
    "CHILD's bruise from last month has healed",
    "CHILD denies any self harm",
    "no one was hurt",
    "CHILD lost a tooth",
    "CHILD hit a home run",
    "CHILD beat me at chess",
    "the smoke detector was tested",
    "reviewed runaway prevention plan",
    "CHILD said the movie was scary",
    "fever of 101, CAREGIVER gave tylenol",
    "CAREGIVER took her to urgent care for an ear infection",
    "CHILD threw a tantrum but calmed down",
    "hablé con CAREGIVER y se cortó la llamada",
    "CHILD se cortó el pelo para las fotos",
    "CHILD is no longer on suicide watch",
    "talked about missing her mom",
    "CHILD misses his brother",
    "CHILD cut her hair",
    "CHILD cut class",
    "CHILD broke her glasses",
    "CHILD killed it at the recital",
    "dead battery so I was late",
    "CHILD has a dentist appt at the hospital clinic friday",
]


def heard(text: str):
    names = [
        (text.index(w), text.index(w) + len(w), w) for w in ("CHILD", "CAREGIVER", "PARENT") if w in text
    ]
    return alarm_of(plain(text, names).text)


@pytest.mark.parametrize("text", CRISES)
def test_it_is_an_emergency(text: str):
    assert heard(text).crisis


@pytest.mark.parametrize("text", CONCERNS)
def test_it_is_at_least_a_worry(text: str):
    assert heard(text).concern or heard(text).crisis


@pytest.mark.parametrize("text", CALM)
def test_it_is_neither(text: str):
    assert not heard(text).concern
    assert not heard(text).crisis
