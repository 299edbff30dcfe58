"""“She was there too", behind a visit at somebody's home: the one whose home it was."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.amend.how import types_with
from bot.understand.amend.parts import Facts
from bot.understand.amend.remark import Remark, Sender
from bot.understand.names.genders import sex_of_contact
from bot.understand.parts import Kind

_PLACES = (
    r"(?: (?:there|home|present|here|around|in|with us|in the (?:room|house)|ahi|alli|presente|en casa))"
)
_THERE = re.compile(
    r"\W*(?:(?:yes|yeah|yep|oh|and|y|si|ah)[, ]+)*(?P<who>she|he|ella|el)"
    rf"(?: (?:was|estaba|estuvo){_PLACES}+,? (?:too|also|as well|tambien)(?: the whole time)?"
    rf"| (?:was also|also was|tambien (?:estaba|estuvo)){_PLACES}*(?: the whole time)?)\W*"
)
_SEX = {"she": "f", "ella": "f", "he": "m", "el": "m"}


def was_there_too(remark: Remark, sender: Sender) -> Facts | None:
    """The facts with the one whose home it was; None: the words say no such thing, or several may be."""
    facts = remark.facts
    said = _THERE.fullmatch(remark.said.low)
    if said is None or facts.people or not facts.words:
        return None
    at = sender.message(remark.agency, facts.words).mentions
    hosts = {
        m.ids[0]
        for m in at
        if m.kind is Kind.CONTACT and m.as_place and len(m.ids) == 1 and _fits(remark, m.ids[0], said["who"])
    }
    if len(hosts) != 1:
        return None
    after = replace(facts, people=tuple(hosts))
    return replace(after, types=types_with(remark.agency, facts, after, remark.on, spoke=()))


def _fits(remark: Remark, person: str, pronoun: str) -> bool:
    row = remark.agency.contacts[person]
    return row.case_id == remark.facts.case_id and sex_of_contact(row) in ("", _SEX[pronoun])
