"""The same thing said in other words, typed otherwise, with a greeting before it: read as the plain way is."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.parts import Reading
from bot.understand.reading import read
from bot.understand.writing.text import decoded
from bot.understand.writing.written import written_out
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S006", text=text, sent_at=SENT, tz=TZ)


def meaning(text: str) -> Reading:
    """The reading without where it stands in the words."""
    found = reading(text)
    return replace(found, contacts=tuple(replace(item, spans=()) for item in found.contacts), marks=())


PLAIN = "saw Rafael at school today at 2:30, 20 min. he told me he likes math"


@pytest.mark.parametrize(
    "other",
    [
        "saw  Rafael at school  today at 2:30, 20 min.  he told me he likes math ",
        "um saw Rafael at, uh, school today at um 2:30, 20 min. he told me he likes math",
        "saw Rafael at school today at 2.30, 20 min. he told me he likes math",
        "Hi! saw Rafael at school today at 2:30, 20 min. he told me he likes math",
        "good afternoon, saw Rafael at school today at 2:30, 20 min. he told me he likes math",
        "for the record: saw Rafael at school today at 2:30, 20 min. he told me he likes math",
        "got to see Rafael at school today at 2:30, 20 min. he let me know he likes math",
        "had eyes on Rafael at school this date at 2:30, 20 min. he mentioned to me he likes math",
        "saw Rafael at shcool today at 2:30, 20 min. he tlod me he likes math",
        "saw Rafael at school today at 2:30, 20 min He told me he likes math",
    ],
)
def test_it_means_the_same_in_other_words(other: str) -> None:
    assert meaning(other) == meaning(PLAIN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gave Ms. Delgado a call at 4", "called Ms. Delgado at 4"),
        ("sent his aunt a quick text at 4", "texted his aunt at 4"),
        ("Ms. Delgado gave me a ring at 4", "Ms. Delgado called me at 4"),
        ("nobody home Called Ms. Delgado at 4", "nobody home. Called Ms. Delgado at 4"),
        ("supervised visit cx'd, mom sick", "supervised visit cancelled, mom sick"),
        ("Ms. Delgado noted that he is tall", "Ms. Delgado said that he is tall"),
        ("p/c with mom starting at 4", "phone call with mom at 4"),
        ("both youth seen", "both kids seen"),
        ("GOT TO SEE SOFIA", "SAW SOFIA"),
        ("Vm left for mom at 4", "Left voicemail for mom at 4"),
    ],
)
def test_words_are_written_out(typed: str, meant: str) -> None:
    assert written_out(typed).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "her temp was 101.30 and she weighs 52.10 lbs",
        "owes $4.50, gpa 3.25",
        "theme of The Month with Sofia",
        "hi",
        "no concerns noted today, bruise noted on his arm",
        "good morning team",
    ],
)
def test_what_is_no_other_word_stays(typed: str) -> None:
    assert written_out(typed).text == typed


@given(st.text(alphabet="hi um. let me know3:5\n4Saw No ", max_size=80))
def test_offsets_lead_back_in_order_into_what_was_typed(typed: str) -> None:
    written = written_out(decoded(typed))
    back = [written.back(offset) for offset in range(len(written.text) + 1)]
    assert back == sorted(back)
    assert 0 <= back[0] <= back[-1] <= len(typed)


def test_spans_lie_over_what_was_typed() -> None:
    text = (
        "Good afternoon!  for the record: got to see Rafael at school today at 2.30, he let me know he is ok"
    )
    (item,) = reading(text).contacts
    (start, end) = item.spans[0]
    assert text[start:end].lstrip().startswith("got to see Rafael")
