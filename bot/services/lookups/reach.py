"""How far somebody's look-ups reach at this moment, and why (DOMAIN 1 and 5)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules import permissions
from bot.rules.permissions import LookupRight
from bot.rules.reviewer import Office
from bot.rules.ties import CaseTies
from bot.services.desk import Desk
from bot.services.lookups import glass
from bot.services.office import case_ties, office_on
from bot.services.on_call.on_call import own_shift


@dataclass(frozen=True, slots=True)
class Reach:
    """One person's, read once for all the cases of a question."""

    desk: Desk
    office: Office
    on_shift: bool

    @classmethod
    def of(cls, desk: Desk) -> Reach:
        """The actor's, as roster, leave and rota stand now."""
        office = office_on(desk.session, desk.agency, desk.today)
        return cls(desk, office, own_shift(desk) is not None)

    def right(self, case_id: str) -> LookupRight | None:
        """In what right the case may be looked up; None: not at all."""
        me, ties = self.desk.me, self._ties(case_id)
        right = permissions.may_look_up(me, ties, on_shift=self.on_shift)
        if right is None and glass.in_force(self.desk, case_id):
            return permissions.may_look_up(me, ties, glass=True)
        return right

    def may_break_glass(self, case_id: str) -> bool:
        """Whether the case is out of reach, and may be opened for an hour all the same."""
        return self.right(case_id) is None and permissions.may_break_glass(self.desk.me)

    def may_read_access_log(self, case_id: str) -> bool:
        """Whether who looked at the case may be told."""
        return permissions.may_read_access_log(self.desk.me, self._ties(case_id))

    def _ties(self, case_id: str) -> CaseTies:
        return case_ties(case_id, self.desk.agency, self.office, self.desk.today)
