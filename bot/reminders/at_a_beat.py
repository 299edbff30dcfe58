"""What a beat does with the office's verbs: at a desk, one by one; only where there is something to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from bot.services.desk import Desk, desk_of
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beat:
    """Where a beat works."""

    db: Database
    policy: Policy
    shelf: Shelf

    def at_desk(
        self,
        verb: Callable[[Desk, str], object],
        subject_id: str,
        now: datetime,
        *,
        whose: Callable[[Session], str],
    ) -> object:
        """The verb on that subject at the desk of `whose(session)`, a transaction of its own.

        False where it stumbled: one must not hold up the others, and it is due at the next beat as well.
        """

        def write(session: Session) -> object:
            agency = self.shelf.agency(session)
            return verb(desk_of(session, whose(session), agency, self.policy, now), subject_id)

        try:
            with (
                self.db.reading() as session
            ):  # where it has to be read anew, nobody waits to write meanwhile
                self.shelf.agency(session)
            return self.db.write(write)
        except Exception:
            log.exception("%s of %s stumbled", verb.__qualname__, subject_id)
            return False

    def where_needed(
        self,
        untold: Callable[[Session, Agency, Policy, datetime], object],
        tell: Callable[[Session, Agency, Policy, datetime], int],
        now: datetime,
    ) -> int:
        """What `tell` wrote; nothing is written, nor waited for, where `untold` finds nothing to tell."""
        with self.db.reading() as session:
            if not untold(session, self.shelf.agency(session), self.policy, now):
                return 0
        return self.db.write(lambda session: tell(session, self.shelf.agency(session), self.policy, now))
