"""Stranger dangers: a third probe of 23 November, by its writer before the rules had seen it."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from tests.understand.telling import intent

ALARMS = {Intent.LOG_CRISIS, Intent.SAFETY_CONCERN}


@pytest.mark.parametrize(
    "text",
    [
        "principal just called, Maya Rivera walked out 3rd period and hasnt been seen since",
        "Ms Thompson here w me on other line. mateo turned blue in the tub shes doing cpr",
        "Maya Rivera called me crying from a number i dont know, says a man wont let her leave the apt",
        "Emergency removal at ms thompsons tonight, SCR report came in on the home, kids w me in the car",
        "mateo stuck his finger in the outlet, he's limp, 911 on the way",
        "Ms. Thompson reports Maya Rivera has been gone 2 days and she only told me now",
        "bus accident with mateo on it, kids being transported, don't know which hospital",
        "Maya Rivera drank hand sanitizer and is throwing up blood",
        "she barricaded her bedroom door with the dresser and says she will burn the place down - Maya Rivera",
        "Mateo's school is on real lockdown, shooter reported, parents gathering outside",
        "Ms Thompson's water broke early, she's being admitted and theres nobody for the kids tonight",
        "carbon monoxide alarm, fire dept pulled everyone out, mateo is dizzy and they want him checked at methodist",
        'maya rivera just text me "come get me pls he is hurting her" , ms thompson and her husband',
        "mateo fell in the neighbors pool they pulled him out he is coughing up water",
        "Therapist on line: Maya Rivera needs to be hospitalized today, active plan, means available",
        "Ms Thompson slipped on ice broke her hip, in surgery, kids dropped at the agency w no place to go",
        "maya rivera refuses to get out of the car at ms thompsons, kicking the windows, i pulled over on the BQE",
        "bio dad jumped me in the parking lot after the visit, i got the kids inside",
        "Maya está en la sala de urgencias, le están haciendo un lavado de estómago",
        "Mateo no respira bien, tiene los labios morados",
        "la escuela cerró y nadie recogió a Mateo, la señora Thompson no contesta desde las 2",
        "encontraron a Maya inconsciente en el baño de la escuela",
        "Se metió un hombre a la casa de la señora Thompson, los niños están escondidos",
        "Maya anda en la calle con un muchacho mayor y dice que no va a regresar",
        "el bebé de la señora Thompson y Mateo inhalaron humo, van en ambulancia",
    ],
)
def test_an_emergency_is_heard(text: str) -> None:
    assert intent(text) in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        'Mateo told his OT that the big boys make him play the "pants game"',
        "there was a mousetrap in the crib and mouse droppings in the cereal",
        "ms thompson's new man answered the door in his underwear, nobody told me he lives there",
        "Maya Rivera says they have her cooking and cleaning til midnight every night",
        "I dont like what I saw. mateo was sitting in the dark in a wet diaper and nobody came when he cried",
        "maya's coach says she faints at practice and says theres no dinner at home most nights",
        "dentist called: four teeth rotted, ms thompson cancelled 3 appts in a row",
        "mom's sober coach told me mom relapsed and she has mateo unsupervised tomorrow",
        'Mateo calls the closet "my room"',
        "ms thompson yanked mateo by the ear in front of me till he screamed",
        "school nurse: mateo has ringworm all over his scalp since september and no treatment",
        "maya rivera hinted that mr thompson walks in when she is changing",
        "Counselor found sexts on Maya Riveras chromebook from an adult account",
        "kid next door told me mr thompson throws mateo against the wall when he drinks",
        "mateo has a burn on his arm, ms thompson says he touched the oven, mateo says she did it",
        "Ms Thompson admitted she lets mateo ride in the bed of the truck",
        "mateo 5 was walking home alone crossing linden blvd when I drove by",
        "grandmother says dad smokes crack in the house when kids sleep over",
        "ms thompson said if CPS comes again she will send mateo back where he came from, in front of him",
        "Maya Rivera has hickeys on her neck and new iphone she can't explain",
        "mateo wont let the nurse look at his bottom, says it hurts and its a secret",
        "no window guards on 6th fl and mateo climbs",
        'ms thompson not giving maya her lexapro bc "she doesnt need that poison"',
        "mateo was left at the laundromat for 2 hrs, the owner called me",
        "daycare says whoever picks mateo up smells like liquor most days",
        "a loaded clip in the couch cushions at moms",
        "Maya Rivera's been skipping meals, passed out in gym, wears 3 hoodies, i saw lines on her wrist",
        'Mateo said "my mommy\'s friend puts a pillow on my face when i cry"',
        "La señora Thompson me dijo que le da con el cinto cuando no hace caso",
        "Mateo trae la misma ropa desde el lunes y huele a orines",
        "Maya me confesó que un primo la besó a la fuerza",
        "en la casa no hay camas, los tres duermen en un colchón en el suelo con chinches",
        "la niña dice que le da miedo el esposo de la señora Thompson porque la mira cuando se baña",
        "Mateo tiene la marca de una mano en la espalda",
        "la señora Thompson deja la pistola en la mesa de noche",
    ],
)
def test_a_worry_is_heard(text: str) -> None:
    assert intent(text) in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "hv at ms thompsons 4pm today, window guards up, outlets covered, pool fenced",
        "Mateo got stitches in july, scar looks good, saw him 4pm at ms thompsons",
        "Talked to Ms Thompson at 2 today about bedtime, Mateo screams when its lights out, normal 3 yr old stuff",
        "Maya Rivera laughed about getting locked in the bathroom at school, janitor let her out. saw her 1pm",
        "Ms Thompson called 10am to say the smoke in the kitchen was just burnt toast",
        "saw Mateo at 4 at home, he was hiding under the table playing hide and seek w me",
        "Maya Rivera asked me at 1pm today in school what happens if a kid runs away, it was for a civics project",
        "Mr Thompson works nights so he was sleeping when I came at 4, saw mateo and ms thompson",
        "dropped mateo off at ms thompson's 5pm after visit, he cried for mom a few min then ate dinner",
        "Mom and Mateo played cops and robbers at the visit today 3-4",
        "Mateo has a cold sore, ms thompson has cream from dr. call 11 today",
        "Maya Rivera got her ears pierced with ms thompson, a little red, cleaning it, hv 4pm today",
        "ER bill for Mateo's June visit got paid, called Ms Thompson 2pm",
        "Ms Thompson at 10 by phone: she hit a deer, car in the shop, nobody in the car but her and she's ok",
        "Maya is sick of being dragged to every church event lol, at school 1pm today",
        "Spoke to Ms Thompson's neighbor? no, to her sister Gloria, 3pm, she'll babysit friday, cleared",
        "Mateo was shy and hid behind ms thompson, then warmed up, 4pm visit home",
        "Supervised call mom and Mateo 6pm, 15 min, mom sang, mateo kissed the phone",
        "Maya Rivera said the horror movie had a girl who cuts herself and she had to leave the theater. saw her 4pm home",
        "power was out at the office so i'm late with this: saw Mateo monday 4pm ms thompsons all good",
        "reviewed the safety plan w Ms Thompson 11am: no contact by dad, alarm on door, 911 card on fridge",
        "Mateo's blood test came back fine, Dr called 9am today",
        "Mateo wears pull ups at night still, ms thompson asked about it at 4pm visit",
        "got Maya Rivera a winter coat today 4pm w ms thompson, old one too small",
        "Mateo is afraid of dogs, so ms thompson put the neighbor's dog story to rest, saw him 4pm",
        "Maya Rivera had detention today for talking, I saw her there 3pm",
        "Ms Thompson had wine w dinner last thanksgiving and asked if thats allowed, i said yes, call 3pm today",
        "today 4pm Ms Thompson home, new cabinet lock for cleaning stuff, Mateo showed me",
        "Visité a Maya hoy 4pm, está comiendo bien, sin preocupaciones, tiene su propia cama",
        "Mateo se quemó la lengua con la sopa, jaja, visita hoy a las 4 con la señora Thompson",
        "Hablé con la señora Thompson hoy a las 3, el perro ya tiene sus vacunas",
        "La mamá preguntó hoy a las 11 por teléfono cuándo puede ver a Mateo",
        "Maya ganó su pelea de karate, la vi hoy a las 5",
        "hoy a las 9:30 en corte, la orden de protección se extendió seis meses",
        "call w Dr Okafor 3pm today: Maya processing past abuse in EMDR, no safety concerns",
        "theme of the month internet safety w Maya Rivera at ms thompsons 4pm, she knows not to send pics",
        "mateo bumped heads w another kid in gym, ice, back to class, school left vm at 1",
        "Maya Rivera mad at me, slammed the door, came back out and apologized, 4pm visit at ms thompsons",
        "ms thompson says Mateo eats like a horse, fridge is always empty lol, hv 4pm today",
        "Mateo dressed as a zombie w fake cuts for the school play today, went at 1",
    ],
)
def test_what_stands_near_it_is_none(text: str) -> None:
    assert intent(text) not in ALARMS
