"""A name that is a word of another language than the message's: "esperanza took pills" is no hope."""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.text import word_set
from bot.understand.names.words import cues, english_words, spanish_words

_SPANISH = word_set(
    "el la los las un una unos unas de del que con y o por para en al se le les lo su sus mi es esta estan"
    " son fue era hay tiene sin muy mas pero cuando donde como ella dice dijo ya hoy ayer mama papa nina nino"
    " casa senora sra sr escuela visita vi hable llame fui este esa ese todo toda nada tu te nos"
)
_HOUSES = word_set("center centre clinic program agency house church school daycare services pharmacy bakery")
_FEWEST = 2


def foreign_word(message: Message, i: int) -> bool:
    """Whether the word at `i` is a Spanish one only, in a message that is in English."""
    word = message.at(i).word
    if word not in spanish_words() or word in english_words():
        return False
    if message.after(i) in cues("places") | cues("places_typed") | _HOUSES:
        return False
    others = [token.word for n, token in enumerate(message.tokens) if n != i]
    return len(others) >= _FEWEST and _SPANISH.isdisjoint(others)
