"""A title and a name: "Ms Thompson", "doña Nereida", "dr. menon", "miss bankss", "Ms M"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.names.cards import Card
from bot.understand.names.genders import sex_of
from bot.understand.names.message import Message
from bot.understand.names.people import Level, Person, Reader
from bot.understand.names.text import Style, word_set
from bot.understand.names.words import cues, is_word
from bot.understand.parts import How, Kind

_DOCTORS = frozenset({"dr", "doctor", "doctora", "dra"})
# Everyday words besides being titles: they need a name behind them that fits.
_ALSO_WORDS = word_set(
    "miss don dean principal officer attorney coach nurse counselor judge doctor doctora senor senora"
)
_TITLES_ALONE = word_set("ms mrs mr")
_REVIEWED = word_set("mo mos month months day perm permanency status plan svc spr case placement judicial")
_ORDER = (Level.FULL, Level.INITIAL, Level.FAMILY, Level.MIDDLE, Level.GIVEN, Level.ALIAS, Level.SHORT)


def title_at(message: Message, i: int) -> str:
    """The title at a word that has a name behind it, or an empty text."""
    word, following = message.at(i).word, message.at(i + 1)
    if word == "misses" and not message.voice:
        return ""  # "misses mom": nobody types it for Mrs
    if word == "rev" and (message.before(i) in _REVIEWED or message.before(i)[:1].isdigit()):
        return ""  # "6 mo rev. Mom present": a review, and nobody's minister
    known = word in cues("titles_f") or word in cues("titles_m") or word in cues("titles")
    if not known or following.first or following.user or following.gap.strip() not in {"", "."}:
        return ""
    return word if following.word and not following.word[0].isdigit() else ""


def titled(reader: Reader, i: int, title: str) -> Person | None:
    """The adults whom a title and the name behind it (at `i`) fit equally well."""
    adults = [(card, found) for card, found in reader.extents(i) if card.kind is not Kind.CHILD]
    adults = [(card, found) for card, found in adults if _fits(card, title)]
    if not adults:
        return None
    end = max(found[0] for _, found in adults)
    adults = [(card, found) for card, found in adults if found[0] == end]
    exact = any(found[2] is not How.FUZZY for _, found in adults)
    adults = [row for row in adults if not exact or row[1][2] is not How.FUZZY]
    level = next(level for level in _ORDER if any(found[1] is level for _, found in adults))
    chosen = [(card, found[2]) for card, found in adults if found[1] is level]
    cards = _likely([card for card, _ in chosen], title)
    return Person(i, end, level, chosen[0][1], tuple(cards))


def initialled(message: Message, i: int, named: Sequence[Card], title: str) -> tuple[Card, ...]:
    """Whom "Ms M" means: somebody already named in the message whose surname starts so."""
    token = message.at(i)
    small = (
        message.style is Style.LOWER and title in _TITLES_ALONE
    )  # "mrs k says", where nothing has capitals
    if len(token.word) != 1 or not (token.cap or small):
        return ()
    return tuple(
        card for card in named if _fits(card, title) and card.family[:1] and card.family[0][0] == token.word
    )


def unknown_name(message: Message, i: int, title: str) -> bool:
    """Whether the word behind a title is a name of somebody who is not on file."""
    token = message.at(i)
    if title in cues("titles_police"):
        return not is_word(token.word) or message.named(i)
    if title in _ALSO_WORDS and not (message.named(i) and not is_word(token.word)):
        return False
    if is_word(token.word) and not message.named(i):
        return False
    return message.style is not Style.CASED or token.cap


def _fits(card: Card, title: str) -> bool:
    if title in cues("titles_police"):
        return card.official
    if title in cues("titles_f"):
        return card.sex != "m"
    if title in cues("titles_m"):
        return card.sex != "f"
    return True


def _likely(cards: list[Card], title: str) -> list[Card]:
    """Of several those whom the title becomes: "Mr Brennan" of a couple is Tom, not Eileen."""
    wanted = "f" if title in cues("titles_f") else "m" if title in cues("titles_m") else ""
    possible = [card for card in cards if not wanted or sex_of(card) in {"", wanted}]
    sure = [card for card in possible if wanted and sex_of(card) == wanted]
    # Of a couple on file the one whose given name tells it, where the other's tells nothing.
    one_home = len({card.case_id for card in possible}) == 1 and all(card.carer for card in possible)
    return _doctors_first((sure if sure and one_home else possible) or cards, title)


def _doctors_first(cards: list[Card], title: str) -> list[Card]:
    doctors = [card for card in cards if card.doctor]
    return doctors if doctors and title in _DOCTORS else cards
