"""What came of an event told in other words than "no answer" and "cancelled" (READING, "Events")."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def outcome(text: str) -> Outcome | None:
    """What came of the one event that the text tells."""
    (item,) = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).contacts
    return item.outcome


@pytest.mark.parametrize(
    "text",
    [
        "drove to Ms Thompson's today at 4 to see Mateo, house was dark",
        "just missed Mateo at Ms Thompson's today at 4",
        "struck out at Ms Thompson's today at 4, wanted to see Mateo",
        "came by Ms Thompson's today at 4 for Mateo, gate chained and nobody about",
        "Ms Thompson asked me to leave today at 4 before I could see Mateo",
        "today at 4 to Ms Thompson's for Mateo. No dice.",
        "stopped at school today at 2 to see Mateo, they'd left on a trip",
        "fui a la escuela hoy a las 2 a ver a Mateo pero faltó",
        "No alcancé a ver a Mateo hoy a las 4, se me alargó la corte",
        "not able to get ahold of Ms Thompson today at 4 re Mateo",
        "zoom call with Ms Thompson about Mateo today at 4, she never logged on",
        "called Ms Thompson today at 4 re Mateo, a roommate answered and said she's out",
        "Lucia's visit with Mateo today at 4 at the agency: she confirmed at noon but never arrived",
        "Lucia overslept and missed her 4pm visit with Mateo today",
        "No Lucia today at 4. Mateo waited an hour at the agency for the visit.",
        "went to Ms Thompson's for Mateo today at 4, a teenager said everyone was out so I left",
        "no contact made with Mateo today at 4 at Ms Thompson's, will return",
        "Ms Thompson sent me to voicemail today at 4, needed to discuss Mateo",
        "Couldn't find anyone at Ms Thompson's today at 4. Wanted to see Mateo",
        "Ms Thompson hasn't called me back about Mateo, tried again today at 4",
        "llamé tres veces a Ms Thompson hoy a las 4 por Mateo y nada",
        "Lucia no pudo venir hoy a las 4 a la visita con Mateo",
    ],
)
def test_nothing_came_of_it(text: str) -> None:
    assert outcome(text) is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "my visit with Mateo today at 4 got rained out",
        "Couldn't hold the visit with Lucia and Mateo today at 4 at the agency, no interpreter",
        "No visit today at 4 between Lucia and Mateo, she has covid",
        "me tocaba ver a Mateo hoy a las 4 pero se me descompuso el carro",
        "Lucia is in jail so Mateo had no visit today at 4",
    ],
)
def test_it_was_called_off(text: str) -> None:
    assert outcome(text) is Outcome.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "nobody home at Ms Thompson's at 4 today, but she pulled in with Mateo, so we had our visit after all",
        "no answer at first at Ms Thompson's today at 4, went around back, Mateo was there on the swings",
        "thought Lucia was going to no show but she came, visit with Mateo today at 4 at the agency",
        "I was about to cancel when Lucia walked in, visit with Mateo today at 4 at the agency",
        "almost didn't happen but saw Mateo today at 4 at Ms Thompson's",
        "pasé por casa de Ms Thompson hoy a las 4, no había nadie, los encontré con la vecina y vi a Mateo",
        "went to Ms Thompson's today at 4 to see Mateo, no concerns",
        "went to see Mateo today at 4 at Ms Thompson's. He was not thrilled about school but doing well",
        "Ms Thompson called today at 4, she could not reach the school and Mateo's phone is off",
        "visited Mateo today at 4 at Ms Thompson's, the neighbor's house was dark",
        # what stands in another sentence than the visit is told of something else
        "hv Mateo today at 4 @ Ms Thompson's. Wifi is down so homework is behind. Sign on the door says no smoking",
        "Home visit w/ Mateo today at 4. No visit with mom this week, she's working. Everyone gone next week",
        "Home visit w/ Mateo today at 4. fp overslept and he missed the bus. Not a good time for her lately",
        "called Ms Thompson today at 4 re Mateo. Her phone kept dropping but she wants more visits",
        "Lucia wanted to cancel but I talked her into it, visit with Mateo today at 4 at the agency went well",
        "Tried Ms Thompson's cell today at 4 about Mateo, finally got her on the house phone",
    ],
)
def test_it_was_held(text: str) -> None:
    assert outcome(text) is Outcome.COMPLETED
