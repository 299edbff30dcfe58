"""Short ways to read a message in the tests of names: what Dana says, and who is meant."""

from __future__ import annotations

from datetime import date

from names_office import OFFICE, TODAY

from bot.understand.agency import Agency
from bot.understand.names import Taking, find_names, participants, settle, view_for
from bot.understand.parts import NameMention

AGENCY = Agency.of(OFFICE)
DANA, EVE, SAM, RILEY, OMAR, NINA = "S1", "S2", "S3", "S4", "S6", "S7"


def found(text: str, sender: str = DANA, *, voice: bool = False, on: date = TODAY) -> list[NameMention]:
    return find_names(text, view_for(AGENCY, sender, on), on=on, voice=voice)


def settled(text: str, sender: str = DANA, *, voice: bool = False, on: date = TODAY) -> list[NameMention]:
    view = view_for(AGENCY, sender, on)
    return settle(text, find_names(text, view, on=on, voice=voice), view, on=on)


def took_part(text: str, sender: str = DANA, *, voice: bool = False, on: date = TODAY) -> Taking:
    view = view_for(AGENCY, sender, on)
    mentions = settle(text, find_names(text, view, on=on, voice=voice), view, on=on)
    return participants(text, mentions, view, on=on, context=mentions, spans=[(0, len(text))])


def ids(mentions: list[NameMention]) -> set[str]:
    return {key for mention in mentions for key in mention.ids + mention.case_ids}
