"""Each of the twelve intents, in English, Spanish and the mix."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import agency_in

LOT = Path(__file__).parent / "lots" / "lot1" / "lakebridge"
TZ = ZoneInfo("America/Chicago")
SENT = datetime(2027, 2, 9, 16, 0, tzinfo=TZ)

SAID = {
    Intent.HELP: ["help", "what can you do", "how do I log a visit?", "ayuda", "¿qué puedes hacer?", "how does this work?"],
    Intent.LOOKUP_ONCALL: [
        "who's on call tonight?", "on call this weekend?", "quién está de guardia hoy?", "who is on call",
        "who do i call tonight after hours?", "oncall list for march please",
    ],
    Intent.LIST_DUE: [
        "what notes do I owe?", "what's overdue", "any visits left this month?", "qué notas me faltan?",
        "what hearings do I have next week", "what's due this week", "which notes are waiting for my review?",
        "am I behind on anything?",
    ],
    Intent.LOOKUP: [
        "phone for Rosa Medina", "what is Ms. Amundson's address?", "who is Brenda Lund?", "Liban's allergies?",
        "cuál es el número de Rosa Medina", "who is River's worker", "when is the next court date for Dakota?",
        "I need Greta Nyberg's number", "when did I last see Faith?", "quick summary on Dakota please",
    ],
    Intent.FIND_NOTES: [
        "show me my notes on River from January", "what did I write about Dakota last week?",
        "pull up the notes on Hodan", "qué escribí sobre Faith el mes pasado?", "find notes Liban Yusuf december",
    ],
    Intent.REPORT: [
        "timeliness for my unit last month", "chronology for Dakota since June please", "how many visits did Abdi do in January?",
        "monthly numbers please", "estadísticas de enero",
    ],
    Intent.PLAN_LEAVE: [
        "I'm off Friday", "taking vacation 3/1 to 3/5", "estaré de vacaciones la próxima semana", "need next monday off",
        "out sick tomorrow", "I will be out of the office March 3-7, Abdi is covering",
    ],
    Intent.PLAN_VISIT: [
        "I will visit River Thursday at 4 at the foster home", "going to see Dakota tomorrow at 10 at Pine Ridge",
        "voy a ver a Faith el jueves a las 4", "scheduled a home visit with Autumn for 2/15 at 3pm",
    ],
    Intent.LOG_CONTACT: [
        "saw River today at 2 at school", "tc w Rosa Medina 10:15 am, left message", "visité a Autumn hoy a las 3",
        "called Kyle Hansen at 9, no answer", "Autumn doing fine, saw her yesterday 3pm at Rosa's",
        "Autumn asked me when she can see her dad. Saw her at 3 today at school.",
    ],
    Intent.LOG_CRISIS: [
        "Dakota ran away from Pine Ridge an hour ago, Gary called me at 3", "ambulance took Faith to the hospital at 2:30",
        "Autumn se escapó de la casa a las 2", "emergency, Rosa says Autumn has a knife",
    ],
    Intent.SAFETY_CONCERN: [
        "River has bruises on his back, saw him at school at 1", "Autumn dice que Rosa le pega, la vi hoy a las 2 en la escuela",
        "saw Faith at 3 at the foster home, no food in the fridge",
    ],
    Intent.OTHER: ["thanks!", "ok great", "gracias!!", "have a good weekend", "👍", ""],
}  # fmt: skip


@pytest.fixture(scope="module")
def lakebridge() -> Agency:
    return agency_in(LOT / "roster")


@pytest.mark.parametrize(
    ("intent", "text"), [(intent, text) for intent, texts in SAID.items() for text in texts]
)
def test_it_hears_what_is_wanted(lakebridge: Agency, intent: Intent, text: str):
    assert read(lakebridge, staff_id="T05", text=text, sent_at=SENT, tz=TZ).intent is intent
