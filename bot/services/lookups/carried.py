"""“Her number?” right behind a look-up: whoever was just looked up, as long as nothing came between.

What is remembered is the answer's own row, which holds ids alone, for ten minutes and until the bot answers
that person anything else. Rights are asked anew, and the answer names whom it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.errors import NotAllowed
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.lookups import lookup
from bot.services.lookups.lookup import Wanted
from bot.understand.names.genders import fits_by_name, sex_of_child, sex_of_contact
from bot.understand.writing.text import decoded, folded
from storage.models import OutboxItem
from storage.types import Lane

FRESH = timedelta(minutes=10)
_FEMALE = re.compile(r"(?<!\w)(?:her|hers|she|ella)(?!\w)")
_MALE = re.compile(r"(?<!\w)(?:his|him|he)(?!\w)")
_EITHER = re.compile(r"(?<!\w)(?:their|theirs|them|they|sus?|ellos|ellas)(?!\w)")
_NUMBER = re.compile(r"\d{3}\W{0,2}\d{3}\W?\d{4}")
_BARE = 4
"""Words of a question that names nobody at all: "and the address?"."""
_OF_ADULTS = frozenset({None, "phone", "address"})


_AND = re.compile(r"\W*(?:y|and|also|what about|how about|same for|que tal|lo mismo (?:de|para|con))(?!\w)")
_SHORT = 8
"""Words of a question that goes on from the one before: "y la de los Santos"."""


def goes_on_from(desk: Desk, wanted: Wanted, text: str) -> Wanted:
    """The question with the fact that the one before it asked for, where it names others and no fact."""
    low = folded(decoded(text))
    named_only = not wanted.empty and wanted.wants is None and not wanted.roles and not wanted.people
    if not named_only or _AND.match(low) is None or len(low.split()) > _SHORT:
        return wanted
    before = _just_asked(desk)
    return replace(wanted, wants=before.wants) if before and before.wants and not before.roles else wanted


def carried(desk: Desk, wanted: Wanted, text: str) -> tuple[Wanted, tuple[str, ...]]:
    """The question with whom it leans on; or candidates, where two fit. As it was, where nobody does."""
    low = folded(decoded(text))
    female, male = _FEMALE.search(low), _MALE.search(low)
    leans = female or male or _EITHER.search(low) or len(low.split()) <= _BARE
    numbered = _NUMBER.search(low) is not None  # "whose number is 347-…" asks about nobody before it
    before = _just_asked(desk) if leans and wanted.empty and not numbered else None
    if before is None or (female and male):
        return wanted, ()
    return _about(desk, wanted, before, "f" if female else "m" if male else "")


def reason_asked(desk: Desk) -> OutboxItem | None:
    """The question why, where it was the last answer to the actor."""
    last = last_answer(desk)
    return last if last is not None and last.kind == "lookup_reason" else None


def answered_already(desk: Desk, key: str) -> bool:
    """Whether this request of the actor was answered with a look-up before: it is worked a second time."""
    dedupe_key = outbox.answer_key("lookup", desk.actor.id, key)
    return desk.session.scalar(select(OutboxItem.id).where(OutboxItem.dedupe_key == dedupe_key)) is not None


def last_answer(desk: Desk) -> OutboxItem | None:
    """What the actor was answered last, within ten minutes."""
    query = (
        select(OutboxItem)
        .where(OutboxItem.recipient_id == desk.actor.id, OutboxItem.lane == Lane.ANSWER)
        .where(OutboxItem.created_at >= desk.now - FRESH)
        .order_by(OutboxItem.created_at.desc())
        .limit(1)
    )
    return desk.session.scalar(query)


def _just_asked(desk: Desk) -> Wanted | None:
    """What the last answer to the actor was about, if that was a look-up or the question which one."""
    last = last_answer(desk)
    if last is None or last.kind not in ("lookup", "lookup_which"):
        return None
    kept = {key: tuple(last.details.get(key) or ()) for key in ("children", "people", "staff", "roles")}
    found = Wanted(**kept, wants=last.details.get("wants"))
    if last.kind == "lookup_which":
        offered = tuple(last.details.get("candidates") or ())
        adults = tuple(i for i in offered if i in desk.agency.contacts)
        return replace(found, people=adults, roles=()) if adults else replace(found, children=offered)
    return found


def _about(desk: Desk, wanted: Wanted, before: Wanted, sex: str) -> tuple[Wanted, tuple[str, ...]]:
    children = tuple(i for i in before.children if _may_be(sex_of_child(desk.agency.children[i]), sex))
    if wanted.roles or wanted.wants not in _OF_ADULTS:
        return (replace(wanted, children=children) if _of_one_case(desk, children) else wanted), ()
    staff = tuple(
        i for i in before.staff if not sex or not fits_by_name(desk.agency.staff[i].name, _other(sex))
    )
    adults = tuple(i for i in _adults(desk, before) if _may_be(sex_of_contact(desk.agency.contacts[i]), sex))
    if len(adults) + len(staff) == 1:
        return replace(wanted, people=adults, staff=staff, children=before.children if adults else ()), ()
    if adults or staff:
        return wanted, adults
    return (replace(wanted, children=children) if len(children) == 1 else wanted), ()


def _adults(desk: Desk, before: Wanted) -> Sequence[str]:
    """Who around the children was shown, or offered; those asked for by a role among them."""
    if before.people:
        return [i for i in before.people if i in desk.agency.contacts]
    try:
        return [contact.id for case in lookup.answer(desk, before).cases for contact in case.contacts]
    except NotAllowed:
        return []


def _of_one_case(desk: Desk, children: Sequence[str]) -> bool:
    return len({desk.agency.children[i].case_id for i in children}) == 1


def _may_be(known: str, sex: str) -> bool:
    return not sex or known in ("", sex)


def _other(sex: str) -> str:
    return "m" if sex == "f" else "f"
