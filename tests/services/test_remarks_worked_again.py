"""A message that was logged and is worked again (a death, a lease that ran out) says nothing about its own draft."""

from __future__ import annotations

import pytest

from bot.services.drafts import remarks
from bot.services.drafts.drafting import draft
from bot.services.drafts.heard import Heard
from tests.services.small_office import DANA, SmallOffice


@pytest.mark.parametrize(
    "text",
    [
        "Actually saw Maya Okafor today at 2pm at school",
        "sorry, saw Tobi at school",
        "Tobi at school 2pm",
        "also saw Maya Lindgren",
        "it was a visit with Tobi at school",
        "no answer at Maya Okafor's home today at 2pm",
    ],
)
def test_it_is_no_remark_about_itself(sqlite_office: SmallOffice, text: str) -> None:
    office = sqlite_office
    source = office.source(text)
    said = Heard(source.channel, source.ts, None, text, office.now, office.reading(DANA, text))
    with office.desk(DANA) as desk:
        assert draft(desk, said.reading, source)
    with office.desk(DANA) as desk:
        assert not remarks.concerns(desk, said)
        assert remarks.hear(desk, said) is None
