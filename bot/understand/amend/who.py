"""Who a remark says was there, was not, was meant, was meant wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.understand.agency import Agency
from bot.understand.amend.only_one import is_elsewhere, only_one
from bot.understand.amend.said import Said, Sentence, blanked, shown
from bot.understand.amend.whose import whose_hour
from bot.understand.amend.words import before, little, words
from bot.understand.message import Message
from bot.understand.parts import How, Kind, NameMention

_JOINED = tuple(
    re.compile(
        rf"(?:'s)?(?:\s*(?:,|and|y|e|n|&|or|nor|ni)\s+(?:the |la |el |her |his )?[\w'.]+{more})?[\s,]*"
    )
    for more in ("", r" [\w'.]+")
)
"""Behind a name: another one, of one word or of two."""
_FIRM = frozenset({How.EXACT, How.ALIAS, How.MENTION, How.FAMILY, How.ROLE})


class Part(StrEnum):
    """How somebody named stands in a remark."""

    WRONG = "wrong"
    ABSENT = "absent"
    PRESENT = "present"
    SPOKE = "spoke"
    RAISED = "raised"
    MEANT = "meant"
    TOPIC = "topic"


@dataclass(slots=True)
class Cast:
    """Ids by how they stand; `open_` the mentions that fit several people, `unknown` roles nobody fills."""

    by_part: dict[tuple[Part, Kind], list[str]] = field(default_factory=dict)
    open_: list[tuple[Part, NameMention]] = field(default_factory=list)
    unknown: list[NameMention] = field(default_factory=list)

    def children(self, *parts: Part) -> tuple[str, ...]:
        """Ids of the children who stand so."""
        return self._ids(Kind.CHILD, parts)

    def people(self, *parts: Part) -> tuple[str, ...]:
        """Ids of the contacts who stand so."""
        return self._ids(Kind.CONTACT, parts)

    def _ids(self, kind: Kind, parts: Iterable[Part]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for p in parts for i in self.by_part.get((p, kind), ())))

    @property
    def anybody(self) -> bool:
        """Whether the remark names anybody on file."""
        return bool(self.by_part or self.open_)


def merged(whole: Message, near: Message | None) -> list[NameMention]:
    """The names of a remark: within the draft's own case first, a firm name elsewhere before a likely one."""
    if near is None:
        return list(whole.mentions)
    sure = (How.EXACT, How.ALIAS)
    firm = [m for m in whole.mentions if m.ids and m.how in sure and m.kind is not Kind.STAFF]
    mine = [m for m in near.mentions if m.how in _FIRM or not any(_overlap(m, other) for other in firm)]
    mine = [m for m in mine if not any(_within(m, other) for other in firm)]
    known = [m for m in mine if m.ids or m.case_ids]
    rest = [m for m in whole.mentions if not any(_overlap(m, other) for other in known)]
    empty = [m for m in mine if not (m.ids or m.case_ids) and not any(_overlap(m, o) for o in rest)]
    return sorted([*known, *rest, *empty], key=lambda m: m.span.start)


def _overlap(one: NameMention, other: NameMention) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _within(near: NameMention, whole: NameMention) -> bool:
    """“Tanya Mason" is nobody of the draft's family, though a Tanya is."""
    longer = whole.span.end - whole.span.start > near.span.end - near.span.start
    return longer and _overlap(near, whole) and not set(near.ids) & set(whole.ids)


_WAS = re.compile(
    r"(?<!\w)(?:was|were|is|it's|its|that's|thats|fue|fueron|era|eran|es|with|w|con|saw|met|visited|vi|visite)"
    r"(?: (?:the|a|al|el|la|los|las|to|with|con|really|actually|just|only|both|ms|mr|mrs|dr))*\W*$"
)
_CALL_ABOUT = re.compile(
    r"(?<!\w)(?:(?:call|text|message|e-?mail|letter|llamada|mensaje|correo|carta) (?:was|fue|era)"
    r"|(?:it|that|this)(?:'?s| was| is)|(?:eso|esto) (?:fue|era|es))"
    r"(?: (?:just|only|really|actually|solo|nada mas))* (?:about|for|sobre|por|de) (?:the |el |la )?$"
)
"""“The call was about Winnie": the child whom it concerned."""
_NOT_ALONE = re.compile(
    r" (?:(?:was|were|is|are)(?:n'?t| not)|(?:no|not|nunca|never) (?:estuvo|estaba|fue)?)"
    r"(?: \w+){0,2}? ?(?:alone|a solas|sol[oa]s?|1:1|(?:one|1)[ -](?:on|to)[ -](?:one|1))(?!\w)"
)
"""“Maya wasn't alone": she was there, with somebody."""
_TELLS_OF = re.compile(
    r",? (?:who|that) (?:(?:always|usually|normally) )?(?!(?:was|is|says|tells)(?!\w))\w{2,}s(?!\w)|"
    r",? (?:quien|(?:el |la )?que) (?:(?:siempre|l[aoe]s?|me|nos) )*"
    r"(?!(?:fue|era|dice|estaba|\w+aba|\w+ia)(?!\w))\w+[ae]n?(?!\w)"
)
"""“It's the foster mother who brings her": what somebody does always, and nobody who was there."""
_SAYS = re.compile(
    r"(?:'s)? (?:(?:then|also|just|later|did|really|actually|me|nos|le|les) )*"
    r"(?:said|says|saying|told|tells|reported|reports|mentioned|thinks|thought|believes|claims|claimed|stated|states|confirmed|explained|wants|wanted|"
    r"counted|counts|wrote|dijo|dice|dijeron|conto|cuenta|comento|menciono|reporto|explico|quiere|queria|cree|"
    r"confirmo)(?!\w)"
)
"""“Begum said 3, not 2”: who told what is put right, and nobody who was met instead."""
_WITH_FIRST = re.compile(r"\W*(?:with|w/?|con)(?: (?:the|ms|mr|mrs|la|el))? ")
_TOO = re.compile(r"[ ,]*(?:too|also|as well|tambien)(?!\w)")
"""“No, with Leo": whom it was with instead; "no, with Leo too" adds him."""
_OF_THEM = re.compile(
    r"^ (?:de (?:ell[oa]s?|el|los \w+|las \w+|la nina|el nino)|of (?:his|hers|theirs))(?= )"
)
"""“La mamá de ellos estaba también"."""
_TAKEN_BACK = re.compile(
    r"[^.;!?\n]{0,30}?[.,;!–-]+ *(?:(?:oh|no|wait|sorry|actually|scratch that|never ?mind|nvm|my bad|perdon"
    r"|espera|mentira)[,.! ]+)+(?:(?:she|he|they|ella|el|ellos|ellas) )?(?:(?:was|were|did)(?:n'?t| not)"
    r"|no (?:estaba|estuvo|vino|fue)n?)(?: (?:there|home|come|here|in|with us|ahi|alli))?\W*"
)
"""“Nia was there too. No wait, she wasn't": taken back in the same breath."""
_LETTERS = re.compile(r"[^\W\d_]+")


def cast_of(agency: Agency, said: Said, mentions: Iterable[NameMention], on: date) -> Cast:
    """Everybody whom the remark names, by how they stand in it. Names used as places take no part."""
    cast, mentions = Cast(), list(mentions)
    unnamed = blanked(said.low, tuple((m.span.start, m.span.end) for m in mentions))
    for mention in mentions:
        part = _part(said, mention, unnamed)
        if part is None or mention.kind is Kind.STAFF or (mention.as_place and part is not Part.WRONG):
            continue
        ids, kind = _ids(agency, mention, on)
        if not ids:
            cast.unknown.append(mention)
        elif len(ids) > 1 and not _one_meaning(mention):
            cast.open_.append((part, mention))
        else:
            cast.by_part.setdefault((part, kind), []).extend(ids)
    return cast


def _one_meaning(mention: NameMention) -> bool:
    return mention.same_person or mention.plural or mention.kind is Kind.FAMILY


def _ids(agency: Agency, mention: NameMention, on: date) -> tuple[tuple[str, ...], Kind]:
    if mention.kind is Kind.FAMILY:
        cases = mention.case_ids if len(mention.case_ids) == 1 else ()
        return tuple(c for case in cases for c in agency.in_care(case, on)), Kind.CHILD
    return mention.ids, mention.kind


def _part(said: Said, mention: NameMention, unnamed: str) -> Part | None:
    start, end = mention.span.start, mention.span.end
    if said.was_wrong(start):
        return Part.WRONG
    if (span := whose_hour(said)) and span[0] <= start < span[1]:
        return Part.TOPIC
    head, rest = said.low[:start], said.low[end:]
    if _TELLS_OF.match(rest) or _NOT_ALONE.match(rest):
        return None
    if _SAYS.match(rest):
        return Part.TOPIC
    sentence = said.at(start)
    if mention.kind is Kind.CHILD and (since := _others_from(said)):
        if start < since:
            return Part.MEANT
        if is_elsewhere(rest):
            return Part.ABSENT
    if _was_not_there(head, rest):
        return Part.ABSENT
    if (_before(head, "was_with") and not sentence.adds) or _with_whom_instead(said, sentence, mention):
        return Part.MEANT
    if part := _besides(head, rest):
        return part
    return Part.MEANT if sentence.about and _is_told_to_be(said, sentence, mention, unnamed) else None


def _besides(head: str, rest: str) -> Part | None:
    """Who is told to have been there, spoken with or spoken of as well."""
    if _after(rest, "raised_after") or _before(head, "raised_before"):
        return Part.RAISED
    if _before(head, "spoke_before"):
        return Part.SPOKE
    return Part.PRESENT if _after(rest, "there_after") or _before(head, "there_before") else None


def _was_not_there(head: str, rest: str) -> bool:
    gone = _after(rest, "not_there_after") or _before(head, "not_there_before")
    return gone or _TAKEN_BACK.fullmatch(rest) is not None


def _with_whom_instead(said: Said, sentence: Sentence, mention: NameMention) -> bool:
    if mention.kind is not Kind.CHILD or not said.led or _TOO.match(said.low[mention.span.end :]):
        return False
    return _WITH_FIRST.fullmatch(said.low, sentence.start, mention.span.start) is not None


def _others_from(said: Said) -> int | None:
    """Where the words about those begin who were elsewhere: "just Nia, Malik was at karate"; else None."""
    places = (only_one(said.text, said.low, one.start, len(said.low)) for one in said.sentences)
    return next((place for place in places if place is not None), None)


def _is_told_to_be(said: Said, sentence: Sentence, mention: NameMention, unnamed: str) -> bool:
    """Whether the words say who it was: "Marcus", "it was Marcus at 3"; not "no rash on Marcus".

    `unnamed`: the words with blanks where somebody is named.
    """
    if _CALL_ABOUT.search(said.low[sentence.start : mention.span.start]):
        return mention.kind is Kind.CHILD and not said.low[mention.span.end :].startswith("'s ")
    if sentence.strong or _WAS.search(said.low[sentence.start : mention.span.start]):
        return True
    beside = _LETTERS.findall(unnamed[sentence.start : sentence.end])
    return all(word in little("little_before_names") or shown(word) for word in beside)


def _after(rest: str, key: str) -> bool:
    rest = _OF_THEM.sub("", rest, count=1)
    joined = {match.end() for each in _JOINED if (match := each.match(rest))}
    places = {0, len(rest) - len(rest.lstrip(" ,")), *joined}
    return any(words(key).match(rest, place) for place in places)


def _before(head: str, key: str) -> bool:
    return before(key).search(head[-60:]) is not None
