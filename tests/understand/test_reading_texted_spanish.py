"""Spanish as it is texted: written out before it is read, and every span over what was typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from bot.understand.writing.written import written_out
from storage.types import EventType, Method, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S006", text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pase x casa d la sra Delgado hoy", "pase por casa de la sra Delgado hoy"),
        ("hoy m dijo x tel q no va p la esc", "hoy me dijo por teléfono que no va para la escuela"),
        ("vi a Sofia n Isabella en la casa, todo bn", "vi a Sofia y Isabella en la casa, todo bien"),
    ],
)
def test_short_forms_are_written_out_in_spanish(typed: str, meant: str) -> None:
    assert written_out(typed).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "saw JR n Will at 4 p, talked w fm",  # English: the letters are others' initials and units
        "met w Ana D. and X at the park",
        "visita hoy a las 4 p con Ashley D",  # an initial, and the half of the day
    ],
)
def test_letters_that_are_no_spanish_words_stay(typed: str) -> None:
    assert written_out(typed).text == typed


@given(st.text(alphabet="d q x la el hoy con casa vi . ,4pñá", max_size=60))
def test_every_offset_leads_back_into_what_was_typed(typed: str) -> None:
    written = written_out(typed)
    back = [written.back(offset) for offset in range(len(written.text) + 1)]
    assert back == sorted(back)
    assert back[0] >= 0
    assert back[-1] <= len(typed)


def test_the_spans_of_an_item_lie_over_what_was_typed() -> None:
    typed = "hoy 3pm pase x casa d Carmen, vi a Isabella n Sofia. Carmen dice q Sofia ya duerme bn"
    (item,) = reading(typed).contacts
    assert "".join(typed[a:b] for a, b in item.spans).strip() == typed
    assert set(item.types) == {
        EventType.CASEWORKER_CHILD,
        EventType.CASEWORKER_FOSTER_PARENT,
        EventType.FOSTER_HOME_VISIT,
    }


def test_a_call_told_in_short_forms_is_a_call() -> None:
    (item,) = reading("Rafael m llamo hoy 9am q Manny no quiere ir a la esc").contacts
    assert (item.method, item.place, item.types) == (
        Method.PHONE,
        None,
        (EventType.CASEWORKER_FOSTER_PARENT,),
    )


def test_a_name_that_is_also_a_verb_is_the_verb_behind_me() -> None:
    found = reading("Yesenia m marco 840am hoy, la visita d mañana no va")
    assert found.intent is Intent.LOG_CONTACT
    assert found.contacts[0].method is Method.PHONE


def test_donde_somebody_lives_is_that_home() -> None:
    (item,) = reading("ayer 4pm vi a Manny donde su tio Rafael, 30 min").contacts
    assert item.place is Place.FOSTER_HOME
