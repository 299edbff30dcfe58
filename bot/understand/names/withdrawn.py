"""Names taken back for others: "saw Ana, no wait, Leo", "Mrs Roy, sorry, Mrs Lee" (READING, "When").

The name taken back stands for the one that replaces it, so that whatever the words say of the first is said
of the second: "saw Ana at school at 3. I misspoke, it was Leo" tells of Leo at school.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from bot.understand.names.words import is_word
from bot.understand.parts import How, Kind, NameMention, Span
from bot.understand.patterns.lexicon import table
from bot.understand.writing.text import folded

_GAP = r"[\s,.;:?!()\"–—…-]*"
_NOTHING = re.compile(rf"(?:['’]s)?{_GAP}")
_FAR = 90
_REACH = 48
_MOST_SENTENCES = 1
_SENTENCE = re.compile(r"[.!?\n]+(?=\s)")
# "Sorry, Leo wasn't there", "no wait, Leo was there too": told beside the first, who stays.
_BESIDE = re.compile(
    r"[\s,]*(?:(?:was|were|is|did|had|could|would)(?:n['’]?t| not)\b"
    r"|(?:not|too|also|as well|tambien)\b"
    r"|no (?:estaba|estuvo|vino|quiso|pudo)\b"
    r"|(?:was|were|came|joined|estaba|estuvo) (?:there |along |here |in )?"
    r"(?:too|also|as well|tambien)\b)"
)
# "No vi a Ana" is no taking back; "no, vi a Ana" is.
_UNSEEN = re.compile(r"\bno (?:vi|visite|llame)(?: a)? ?$")
_IT_WAS = re.compile(
    r"\b(?:it|that) was\b|\b(?:it|that)['’]?s\b|\b(?:era|fue)\b|\b(?:saw|met|visited|called|meant)\b"
)
# "Vi a Luis en casa de Marlys, perdón, a Rosa": the accusative says that another is meant.
_TO_ANOTHER = re.compile(
    r"\b(?:perdona?|digo|disculp[ae]|mentira|(?:ay|ah|uy),? no),? (?:fue |era |vi )?(?:a|con) ?$"
)
_UNKNOWN = re.compile(r"(?P<name>[^\W\d_][\w'’-]+)")
# "No wait, that is not till the 24th, it was the Jackson case": when the first is, between the two.
_WHEN_THAT_IS = re.compile(
    r"(?<=[\s,.;])(?:(?:that|this|it|theirs|hers|his)(?: one)?(?:['’]?s| is| was| isn['’]?t| wasn['’]?t)"
    r"(?: not)? (?:un)?(?:till?|on|for|next|not (?:un)?till?)|(?:eso|ese|esa|esta)(?: no)?(?: es| fue)?"
    r"(?: no)? (?:hasta|para|el))\b[^.;!?\n]{1,40}?(?=[\s,;]+(?:it was|it['’]s|this was|today was|era|fue)\b)"
)
_MINE = r"(?:mine|on my \w+|my (?:kid|case|child))"
# "Tasnim no.", "Yandel no es mío todavía.", "Leo isn't mine,": the name again, and that it is not that one.
_NOT_THAT_ONE = re.compile(
    r"(?:,? no(?: es (?:mi[oa]|de mi caso)| lo tengo| la tengo|, (?:el|ella) no)?|"
    rf"(?:['’]s|,? is)? not {_MINE}|(?: isn['’]?t| ain['’]?t) {_MINE}|,? not)"
    r"(?: (?:todavia|aun|yet|anymore|any more|ya))?[\s,.;:!–—-]+"
    r"(?:(?:es|era|it['’]?s|i mean|sino|but|and|a|la|el) )*"
)
_NOT = re.compile(r"not (?:with |for )?$")
_NEXT_ONE = re.compile(r"[\s,.;:!–—-]+(?:(?:it['’]?s|i mean|but) )*")
_OF_CHILDREN = frozenset({Kind.CHILD, Kind.FAMILY})


@dataclass(frozen=True, slots=True)
class Corrected:
    """The text without the words of taking back (every offset stays), and whom its names mean."""

    text: str
    mentions: list[NameMention]


def corrected(text: str, mentions: Sequence[NameMention], same_case: Callable[[str, str], bool]) -> Corrected:
    """`mentions` (in text order) with each name taken back standing for the one that follows.

    `same_case` tells whether two children are siblings: "Ana, no Leo" leaves her brother out, and takes Ana
    back for another family's Leo.
    """
    low = folded(text)
    if not _hint().search(low):
        return Corrected(text, list(mentions))
    low = _WHEN_THAT_IS.sub(lambda aside: " " * len(aside.group()), low)
    found, plain = _denied_by_name(low, text, list(mentions))
    for taking in _taking().finditer(low):
        if pair := _pair(low, text, taking, found, same_case):
            old, new, start, end = pair
            found[old] = _instead(found[old], new)
            plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    return Corrected(plain, found)


def _denied_by_name(low: str, text: str, found: list[NameMention]) -> tuple[list[NameMention], str]:
    """“Tasnim el jueves, no wait, Tasnim no. Fiona el jueves": Fiona from the first, and nobody else."""
    for again, new in pairwise(found):
        led = _NOT.search(low, 0, again.span.start)
        said = (_NEXT_ONE if led else _NOT_THAT_ONE).match(low, again.span.end)
        if said is None or said.end() != new.span.start or not {again.kind, new.kind} <= _OF_CHILDREN:
            continue
        begins = led.start() if led else again.span.start
        taking = next((t for t in _taking().finditer(low) if t.end() == begins), None)
        if taking is None or _firm().search(taking.group()) is None:
            continue
        first = next((m for m in found if m.ids == again.ids and m.span.end <= taking.start()), None)
        if first is None or new.ids == again.ids:
            continue
        start, end = taking.start(), new.span.start
        left = [_instead(m, new) if m is first else m for m in found if m is not again]
        return left, f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return found, text


def behind_taking_back(text: str, start: int) -> bool:
    """Whether the words right before `start` surely take something back ("no wait, it was …")."""
    before = folded(text[max(0, start - _REACH) : start])
    if not _hint().search(before):
        return False
    last = max(_taking().finditer(before), key=re.Match.end, default=None)
    return last is not None and last.end() == len(before) and _firm().search(last.group()) is not None


_Pair = tuple[int, NameMention, int, int]


def _pair(
    low: str,
    text: str,
    taking: re.Match[str],
    found: Sequence[NameMention],
    same_case: Callable[[str, str], bool],
) -> _Pair | None:
    """Which name is taken back, the one meant, and where the words of taking back stand."""
    at = bisect_left(found, taking.end(), key=_start)
    new = found[at] if at < len(found) and _start(found[at]) == taking.end() else None
    if new is None:
        return _for_a_stranger(low, text, taking, found)
    if new.kind is Kind.STAFF or _BESIDE.match(low, new.span.end) or _UNSEEN.search(taking.group()):
        return None
    old = next((n for n in reversed(range(len(found))) if _may_be(found[n], new, taking.start())), None)
    if old is None:
        return None
    between = low[found[old].span.end : taking.start()]
    close = _NOTHING.fullmatch(between) is not None
    if close and _left_out(low[found[old].span.end : taking.end()], found[old], new, same_case):
        return None
    if not close and not (_sure(taking.group()) and len(between) < _FAR and _near(between)):
        return None
    return old, new, taking.start(), taking.end()


def _start(mention: NameMention) -> int:
    return mention.span.start


def _may_be(old: NameMention, new: NameMention, before: int) -> bool:
    """A child or family for a child or family, an adult for an adult; a surname may be either's."""
    if old.span.end > before or old.kind is Kind.STAFF or old.kind is Kind.OFF_FILE:
        return False
    alike = (old.kind in _OF_CHILDREN) is (new.kind in _OF_CHILDREN)
    return alike or Kind.FAMILY in {old.kind, new.kind}


def _left_out(gap: str, old: NameMention, new: NameMention, same_case: Callable[[str, str], bool]) -> bool:
    """“Ana no Leo", "Ana, no Leo" of her brother: he was not there; of a stranger it takes Ana back."""
    if not re.fullmatch(r"[\s,;(–—-]*no\s+(?:a\s+)?", gap):
        return False
    return gap.endswith(" a ") or any(same_case(one, other) for one in old.ids for other in new.ids)


def _near(between: str) -> bool:
    return len(_SENTENCE.findall(between)) <= _MOST_SENTENCES


def _sure(said: str) -> bool:
    if _TO_ANOTHER.search(said):
        return True
    return _firm().search(said) is not None or (
        _IT_WAS.search(said) is not None and _loose().search(said) is not None
    )


def _for_a_stranger(low: str, text: str, taking: re.Match[str], found: Sequence[NameMention]) -> _Pair | None:
    """“Saw Ana, no wait, Brandon", of whom nobody knows: then it was not Ana."""
    word = _UNKNOWN.match(text, taking.end())
    if word is None or not _firm().search(taking.group()):
        return None
    old = next((n for n in reversed(range(len(found))) if found[n].span.end <= taking.start()), None)
    if old is None or found[old].kind is not Kind.CHILD:
        return None
    close = _NOTHING.fullmatch(low[found[old].span.end : taking.start()])
    if not close or is_word(folded(word["name"])) or not word["name"][0].isupper():
        return None
    span = Span(word.start("name"), word.end("name"))
    return old, NameMention(span, Kind.CHILD, (), how=How.EXACT), taking.start(), taking.end()


def _instead(old: NameMention, new: NameMention) -> NameMention:
    return replace(new, span=old.span, as_place=old.as_place, plural=old.plural or new.plural)


def _words(*keys: str) -> str:
    lists = table("taking_back")
    return "|".join(word for key in keys for word in lists[key])


@cache
def _taking() -> re.Pattern[str]:
    said, lead = _words("firm", "loose", "of_names"), _words("lead", "lead_names")
    return re.compile(rf"(?<!\w)(?:(?:{said})(?!\w){_GAP})+(?:(?:{lead})(?!\w){_GAP})*")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('firm')})(?!\w)")


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('loose')})(?!\w)")


@cache
def _hint() -> re.Pattern[str]:
    """Any word of taking back at all; most messages have none."""
    return re.compile(rf"(?<!\w)(?:{_words('firm', 'loose', 'of_names')})(?!\w)")
