"""Questions to the bot before or behind what is told: "saw Leo at 4. What's his lawyer's number?".

What is told is read as if they were not there, so that no question takes a note away; the questions are
answered besides. Only at the edges of a message: what is asked in the middle of a story is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.understand.patterns.quick import Quick
from bot.understand.wants.asked_behind import of_others
from bot.understand.wants.asking import LOOKUPS, asks_for_a_day, asks_for_visits
from bot.understand.wants.pleasantries import only_pleasant
from bot.understand.wants.saying import CLOCK, found, opens, past_verb, without_filler
from bot.understand.writing.text import decoded, folded
from bot.understand.writing.words import plain
from bot.understand.writing.written import written_out

_MOST = 14
"""Words of such a question; a longer one tells something."""
_END = re.compile(
    r"(?<=[.!?;])(?<!\bms\.)(?<!\b[md]r\.)(?<!\bmrs\.)(?<!\bs[rt]\.)(?<!\b[sd]ra\.)\s+|\n+| [-–—]+ "
)
_JOINS = (
    r"btw|by the way|(?:oh )?and also|oh and|also|and|oh|plus|quick question|question|ps|p\.s\.?"
    r"|y tambien|tambien|ademas|por cierto|ah y|ah|y|otra cosa|pregunta"
)
# Where a question begins inside a sentence, as texted without a stop before it.
_BEGINS = Quick(
    rf"(?<![\w'])(?:(?:{_JOINS}),? )*(?:what(?:'?s| is| are| do i)|who(?:'?s| is)"
    r"|when(?:'?s| is| did i| was the last)|where (?:does|do)|how many"
    r"|any(?:thing|body|one)? (?:over)?due|anything (?:else|i owe|late)"
    r"|do i (?:still|have|owe)|(?:can|could) (?:you|u|i) (?:please |pls )?(?:get|give|send|tell|have)"
    r"|(?:i )?need (?:her|his|their|the|\w+'?s)|cual es|quien (?:esta|es|cubre)|cuando (?:es|fue|vi)"
    r"|que (?:me|tengo|debo)|tengo algo"
    r"|cuant[oa]s|donde vive|me (?:das|puedes|mandas)|necesito el)(?= )"
)
_JOINED = re.compile(rf"(?:{_JOINS})(?!\w)")
# What is told behind a question without a stop between: "who is on call tonight also saw Leo at 4".
_TELLS_ON = Quick(
    r"(?<![\w'])(?:(?:and also|oh and|also|btw|by the way|y tambien|tambien|ademas|por cierto)(?= )"
    r"|and (?:i|we)(?= )|y (?:vi|fui|llame|hable|visite|estuve)(?= ))"
)
_ANSWERED = re.compile(r"\W*(?:no|none|nope|yes|yep|yeah|nothing|n/a|si|nada|ninguna?|not)(?!\w)")
_MAY_ASK = re.compile(
    r"\W*(?:[\w'.]+,? ){0,4}?(?:wh(?:at|o|en|ere|ich)\w*|wat|how|hows|any\w*|do|does|did|is|are|can|could"
    r"|need|give|get|send|tell|remind|show|find|list|look|pull|read|gimme|lemme|let|next|my|over|due|cual\w*|quien\w*|cuando|donde"
    r"|que|q|cuant\w+|me|dame|tengo|tiene|hay|necesito|puedes|podrias|mandame|busca|mis|proxim\w+)(?![\w])"
)
"""A cheap look, before a sentence is put into canonical words."""
_OPEN = re.compile(r"(?<!\w)(?:left|due|owed|overdue|missed|seen|visited)(?!\w)")
"""What is left is no past."""
_TRAILING = re.compile(r"[,;\s]+$")
_QUOTES = re.compile(r"[\"“”«»:]")
_PLAIN = (
    "phone",
    "address",
    "alerts",
    "worker",
    "supervisor",
    "who_at",
    "next_hearing",
    "last_contact",
    "on_call",
)
"""Facts whose words leave no doubt, wherever the question begins."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`told`: the text with its questions blanked out, every letter in its place. `questions`, as typed."""

    told: str
    questions: tuple[str, ...]


def asked_beside(text: str, *, loosely: bool = False) -> Beside | None:
    """The questions at the edges of a message and what is left without them; None for none. Pure.

    `loosely`: also those of which it cannot be told what they want, where they end in a question mark.
    """
    pieces = list(_pieces(text))
    edge = _at_edge(text, pieces, _asks_somehow if loosely else _asks)
    if not edge or not any(re.search(r"\w{2}", text[a:b]) for a, b in pieces if (a, b) not in edge):
        return None
    told = text
    for a, b in edge:
        told = told[:a] + " " * (b - a) + told[b:]
    asked = (text[a:b].strip() for a, b in sorted(edge))
    questions = tuple(each for each in asked if re.search(r"\w{2}", without_filler(_words(each))))
    return Beside(told, questions) if questions else None


def for_the_record(text: str) -> str:
    """What a note keeps of the words: what only the bot was asked is blanked out, every letter in its place.

    Who does the search, asked at the end of a conference's note, is a part of it.
    """
    beside = asked_beside(text)
    if beside is None or not all(map(_asks_plainly, beside.questions)):
        return text
    return _TRAILING.sub(lambda m: " " * len(m[0]), beside.told)


def asks_in_vain(text: str) -> str | None:
    """The last sentence, where it plainly asks for what the bot has no answer to; it stays what is told."""
    if asked_beside(text) is not None:
        return None
    ends = [(a, b) for a, b in _pieces(text) if not only_pleasant(text[a:b])]
    last = text[slice(*ends[-1])].strip() if len(ends) > 1 else ""
    words = _words(last)
    if not last.endswith("?") or len(last.split()) > _MOST or _QUOTES.search(text):
        return None
    mine = re.search(r"(?<!\w)(?:i|we|me|my|you|yo|mi|me|puedo|tengo|debo)(?!\w)", words)
    asks = opens(without_filler(words)) or words.startswith(("can ", "do ", "should ", "is ", "are "))
    return last if asks and mine and not CLOCK.search(words) and not past_verb(words) else None


Stretch = tuple[int, int]


def _pieces(text: str) -> Iterator[Stretch]:
    """The sentences, each cut once more where a question begins or ends in it without a stop."""
    low, start = folded(text), 0
    for a, b in [*((m.start(), m.end()) for m in _END.finditer(low)), (len(text), len(text))]:
        yield from _cut(text, low, start, a)
        start = b


def _cut(text: str, low: str, start: int, end: int) -> Iterator[Stretch]:
    sentence = low[start:end]
    for match in _TELLS_ON.finditer(sentence):
        head, rest = sentence[: match.start()], _words(sentence[match.start() :])
        if head.strip() and _asks_plainly(head) and past_verb(rest) and re.search(r"\d", rest):
            yield start, start + match.start()
            start, sentence = start + match.start(), sentence[match.start() :]
            break
    for match in _BEGINS.finditer(sentence):
        before = sentence[: match.start()].rstrip(" ,")
        asked = sentence[match.start() :]
        if (
            before
            and not of_others(before)
            and (_asks_plainly(asked) or _asks_who(asked, _JOINED.match(asked)))
        ):
            yield start, start + match.start()
            start += match.start()
            break
    if text[start:end].strip():
        yield start, end


def _at_edge(text: str, pieces: list[Stretch], asks: Callable[[str], bool]) -> set[Stretch]:
    """The run of questions that the message begins with, and the one that it ends with."""
    edge: set[Stretch] = set()
    for a, b in reversed(pieces):
        if not only_pleasant(text[a:b]):
            if not asks(text[a:b]):
                break
            edge.add((a, b))
    for number, (a, b) in enumerate(pieces):
        if not only_pleasant(text[a:b]):
            answered = number + 1 < len(pieces) and _ANSWERED.match(folded(text[slice(*pieces[number + 1])]))
            if answered or not asks(text[a:b]):
                break
            edge.add((a, b))
    return edge


def _asks_somehow(piece: str) -> bool:
    if _asks(piece):
        return True
    words = _words(piece) if piece.rstrip().endswith("?") and not _QUOTES.search(piece) else ""
    return opens(without_filler(words)) and _short(words)


def _asks(piece: str) -> bool:
    if _MAY_ASK.match(folded(piece)) is None and without_filler(folded(piece)):
        return False
    words = _words(piece)
    bare = without_filler(words)
    if not bare:
        return True  # "Quick question."
    if _QUOTES.search(piece) or not opens(bare):
        return False
    return _asks_plainly(piece) or _fits(words, LOOKUPS)


def _asks_plainly(piece: str) -> bool:
    words = _words(piece)
    bare = without_filler(words)
    if found("asking", "on_call", words) and len(words.split()) <= _MOST and not past_verb(words):
        return True
    if found("asking", "last_contact", words) and len(words.split()) <= _MOST and not CLOCK.search(words):
        return opens(bare)
    return _asks_what_is_owed(words) or _fits(words, _PLAIN)


def _asks_what_is_owed(words: str) -> bool:
    if len(words.split()) > _MOST or CLOCK.search(words) or past_verb(_OPEN.sub(" ", words)):
        return False
    bare = without_filler(words)
    if asks_for_a_day(bare) or found("asking", "bare_due", bare):
        return True
    owed = found("asking", "due", words) and found("asking", "due_what", words)
    return opens(bare) and (owed or asks_for_visits(bare))


def _asks_who(piece: str, joined: re.Match[str] | None) -> bool:
    """“…, and who is his lawyer": without the "and" it may tell of somebody ("Kevin who is his brother")."""
    words = _words(piece)
    return joined is not None and opens(without_filler(words)) and _fits(words, ("who_is",))


def _fits(words: str, keys: tuple[str, ...]) -> bool:
    return _short(words) and any(found("asking", key, words) for key in keys)


def _short(words: str) -> bool:
    return len(words.split()) <= _MOST and not CLOCK.search(words) and not past_verb(words)


def _words(piece: str) -> str:
    return plain(written_out(decoded(piece)).text).text
