"""What becomes of words that Dana says some minutes after a draft."""

from __future__ import annotations

from bot.services.drafts import remarks
from bot.services.drafts.concerning import may_be
from bot.services.drafts.continuing import may_go_on
from bot.services.drafts.heard import Heard
from storage.models import Remark
from tests.services.small_office import DANA, SmallOffice


def heard(office: SmallOffice, words: str, *, minutes: float = 3) -> Remark | None:
    """What Dana's words become some minutes later; None: they are about no draft."""
    office.later(minutes=minutes)
    said = Heard("D1", "99.0", None, words, office.now, office.reading(DANA, words))
    if not (may_be(said) or may_go_on(said)):
        return None
    with office.desk(DANA) as desk:
        return remarks.hear(desk, said)
