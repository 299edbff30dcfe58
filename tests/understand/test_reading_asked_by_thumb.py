"""What is asked by thumb, without capitals, without a question mark, in whatever words: what is wanted."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
WILL, HOPE, MATEO, FOSTER_MOTHER, TEACHER = "P0004", "P0005", "P0002", "K0016", "K0006"


def asked(text: str, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ)


@pytest.mark.parametrize(
    ("intent", "texts"),
    [
        (
            Intent.LOOKUP_ONCALL,
            (
                "whos after me",
                "who takes over at 9",
                "who do i wake if Maldonado doesn't pick up",
                "backup isnt answering who is next",
                "whos working thanksgiving",
                "is wanda on or terrence tonight",
                "when does wanda's shift end",
                "which supervisor is up tonight",
            ),
        ),
        (
            Intent.LIST_DUE,
            (
                "my 72 hours",
                "did patricia send anything back",
                "have i got any drafts open",
                "is tanisha behind",
                "how many notes are in my queue",
                "did everybody get seen this month",
                "anybody on my unit late",
                "next deadline",
            ),
        ),
        (
            Intent.FIND_NOTES,
            (
                "did i submit hope",
                "did my note on hope go through",
                "was my will note approved",
                "all my calls with annette hall since october",
                "what happened at will's last visit",
                "did anyone document the bruise on mateo",
                "qué dije de la sra thompson el viernes",
                "dónde está la nota de mateo del lunes",
            ),
        ),
        (
            Intent.HELP,
            (
                "can you call somebody for me",
                "what counts as a collateral",
                "how long do i have to submit",
                "is this confidential",
            ),
        ),
        (Intent.PLAN_VISIT, ("remind me to call the lawyer tomorrow",)),
        (Intent.OTHER, ("ugh monday", "on my lunch", "see yall tomorrow", "my computer froze again")),
    ],
    ids=lambda value: value.value if isinstance(value, Intent) else "",
)
def test_what_is_wanted(intent: Intent, texts: tuple[str, ...]):
    assert {text: asked(text).intent for text in texts} == dict.fromkeys(texts, intent)


@pytest.mark.parametrize(
    ("text", "children", "people", "wants"),
    [
        ("the foster mom for hope?", (HOPE,), (FOSTER_MOTHER,), None),
        ("and the foster mom for hope", (HOPE,), (FOSTER_MOTHER,), None),
        ("does will have a runaway history", (WILL,), (), None),
        ("send me kendra daniels contact", (), (TEACHER,), "phone"),
        ("when do the halls go back to court", (WILL, HOPE), (), "next_hearing"),
        ("any allergies mateo", (MATEO,), (), "alerts"),
        ("who do i call at linden house", (), ("K0017",), "phone"),
    ],
)
def test_about_whom(text: str, children: tuple[str, ...], people: tuple[str, ...], wants: str | None):
    reading = asked(text)
    assert reading.intent is Intent.LOOKUP
    assert reading.subject is not None
    found = (reading.subject.children, reading.subject.people, reading.subject.wants)
    assert found == (children, people, wants)


@pytest.mark.parametrize(
    "text",
    [
        "talked with ms pettway about respite",
        "hope seems sad lately, does will know about the move? told her at 4 today",
        "did a home visit with hope at 4 today, does well in school",
        "walked the halls with her teacher ms daniels at 2 today about mateo",
    ],
)
def test_what_is_told_stays_a_note(text: str):
    assert asked(text).intent is Intent.LOG_CONTACT
