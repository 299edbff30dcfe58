"""Which siblings were there: the ones told to be elsewhere, the only one, "all three" (READING, "Who")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.names.how_many import EVERYBODY, how_many
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def _children(text: str, staff: str) -> list[set[str]]:
    read_ = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)
    return [{SAMPLE.children[key].first_name for key in item.children} for item in read_.contacts]


@pytest.mark.parametrize(
    "text",
    [
        "saw isabella at ms delgados 4pm today 30 min. sofia wasnt off the bus yet",
        "Ms Delgado's today 4:00, 30 min. Isabella home, Sofia not back from her grandma's",
        "visited isabella at ms delgados 4 today, 30 min, sofia off somewhere w a cousin",
        "Ms Delgado's today at 4, Isabella only, Sofia had a sleepover.",
        "Sofia has ballet on mondays so it was just Isabella and me at Ms Delgado's today 4 to 4:30",
        "Ms Delgado home today 4pm 30 min. Isabella yes, Sofia no (nursery).",
        "saw isabella at ms delgados 4 today 25 min. didnt catch sofia",
        "hoy a las 4 fui a casa de la Sra. Delgado, solo Isabella, Sofia andaba con sus amigas. media hora",
        "vi a Isabella hoy a las 4 en casa de la Sra. Delgado, 30 min. Sofia no había llegado del kinder",
    ],
)
def test_a_sibling_told_to_be_elsewhere_is_left_out(text: str) -> None:
    assert _children(text, "S006") == [{"Isabella"}]


@pytest.mark.parametrize(
    "text",
    [
        "saw isabella at ms delgados 4pm today 30 min. sofia came in at the end and said hi",
        "visited Isabella and Sofia at Ms Delgado's today at 4, 30 min. Sofia was at the dentist this morning.",
        "Isabella & Sofia at their foster home today at 4, 30 min. Sofia was at the table drawing.",
        "Visita hoy a las 4 en casa de la Sra. Delgado con Isabella y Sofia. Sofia sigue con tos.",
    ],
)
def test_a_sibling_who_was_there_stays(text: str) -> None:
    assert _children(text, "S006") == [{"Isabella", "Sofia"}]


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("– at 4, all three there, § read to me", 3),
        ("saw both of them at –", 2),
        ("the two of them were doing homework", 2),
        ("fui a casa de –, vi a las dos, estan bien", 2),
        ("estaban los dos, media hora", 2),
        ("everyone home, 30 min", EVERYBODY),
        ("§ at –, everybody but § today", EVERYBODY),
        ("los tres menos §", EVERYBODY),
        ("lo vi a las dos de la tarde", None),
        ("saw § at –, – and – both there", None),
        ("los dos hablamos de su clase", None),
        ("told her 24h pharmacy", None),
    ],
)
def test_how_many_were_said_to_be_there(plain: str, said: int | None) -> None:
    assert how_many(plain) == said


def test_a_number_of_siblings_stands_for_all_only_where_it_fits() -> None:
    assert _children("Fui a casa de la Sra. Banks hoy a las 4. Vi a los dos. Khalil tiene tos.", "S011") == [
        {"Kayla", "Khalil"}
    ]
