"""What words say of people beside their names: "both kids", "talked w/ both", "she called me"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.names.parts import Stance
from bot.understand.names.stances import Stances
from bot.understand.names.text import fold_text
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

_Stood = tuple[tuple[NameMention, Stance], ...]

_GROUP = Quick(
    r"(?<!other )(?<!foster )(?<!more )(?<!neighbor )(?<!neighbors )(?<!bio )(?<!own )"
    r"(?<!older )(?<!school )(?<!some )(?<!several )"
    r"(?<!little )(?<!sus propios )(?<!otros )\b(?:(?:both|all|the|all the|los|las|sus|ambos"
    r"|all (?:two|three|four|five|[2-6])|los (?:dos|tres|cuatro)) )?"
    r"(?:kids|children|kiddos|siblings|ninos|hermanos|hijos|nenes)\b(?! (?:not )?(?:seen|present|home|there"
    r"|visited) ?:| at school|(?: (?:are|were|was|is|still|all|both|already|off))* (?:at (?:school|daycare"
    r"|camp|practice|church)|in school|out (?:with|w|at|for)|elsewhere|not (?:home|there|here|present"
    r"|around))\b| in (?:the |his |her )?class| in the neighborhood|['’]?s? birthday"
    r"| (?:must|should|needs? to|ought|have to|may have to|will (?:need|have)|cannot|can't|deserve|deben"
    r"|tienen que|necesitan)\b)"
    r"|\ball (?:three|four|five|[3-6])\b(?! of the| visits| calls| times)|\bboth (?:boys|girls|brothers"
    r"|sisters)\b"
)
_NO_ROOM = r"(?! (?:bath|rest|locker ?)?rooms?\b| (?:locker|team|basketball|soccer|track|choir|club)\b)"
_GIRLS = Quick(
    r"\b(?:the|both|all the|las|sus) (?:(?:dos|tres|two|three) )?(?:girls|nenas|ninas|muchachas|hijas)\b"
    rf"{_NO_ROOM}"
)
_BOYS = Quick(
    r"\b(?:the|both|all the|los) (?:(?:dos|tres|two|three) )?(?:boys|varones|nenes varones)\b"
    rf"{_NO_ROOM}"
)
_FORMAL = Quick(
    r"\b(?:court|hearing|hering|ph|fact[ -]?finding|dispo|disposition|conference|conf|confrence|spr"
    r"|service plan review|ftm|adoption status|permanency|perm|part \d{1,2}|corte|audiencia|docket"
    r"|adjourn\w{0,6}|tpr)\b"
)
_BOTH = Quick(
    r"\b(?:talked|spoke|talkd|spoken|met|hable|talking|speaking|sat|visited|chatted) (?:\w{2,8} )?(?:to|with"
    r"|w/|w|con) ?(?:both|them both|all of them|los dos|ambos)\b(?! (?:kids|boys|girls|parents|children))"
    r"|\b(?:(?:both|all) of (?:them|em)|they both|the two of them|los dos|ambos) (?:told (?:me|us)|said|say"
    r"|talked (?:to|with) me|me (?:dijeron|contaron|hablaron)|dijeron|contaron)\b"
)
_PRONOUN_CALLED = Quick(
    r"\b(?:she|he|ella|el) (?:then |also |later |just )?(?:called|texted|rang|phoned|emailed"
    r"|messaged|calls|wrote (?:back|me)|me llamo|me escribio)\b"
)
_PRONOUN_SAID = Quick(
    r"\b(?:she|he|ella) (?:then |also |just )?(?:says|said|reports|reported|told me|mentioned|states"
    r"|stated|dice|dijo)(?: that| que)? (?=they\b|the (?:kids|children|boys|girls|baby)\b|kids\b"
    r"|both\b|los ninos\b|§)"
)


_TOGETHER = Quick(
    r"\ball (?:of the |the |of them|(?:two|three|four|five|six|[2-6])\b)|\b(?:sibling|sib) (?:visit|time"
    r"|contact)"
    r"|\bvisita (?:de|entre) herman[oa]s|\blos (?:tres|cuatro|cinco)\b"
)
_AGAIN = Quick(
    r"\b(?:call|called|text|texted|txt|txtd|tried|try|rang|phoned|llame|lo intente|la llame|lvm|lm|vm|tc|t/c"
    r"|voicemail|message|msg|left (?:a )?(?:vm|voicemail|message|msg))"
    r"(?: (?:her|him|them|calling))?"
    r" (?:again|back|otra vez|de nuevo|a second time|once more)\b"
    r"|\bagain (?:at|@|a las) \d|\b(?:left|leaving) another\b|\b(?:deje|mande) otro\b"
    r"|\b(?:volvi a (?:llamar|marcar|intentar)|(?:2nd|second|3rd|third) (?:call|try|attempt))\b"
)


@dataclass(frozen=True, slots=True)
class EventWords:
    """The event's stretch of the text, and the same folded with names blanked out (same length not kept)."""

    start: int
    end: int
    plain: str


def words_of_event(
    text: str,
    mentions: Sequence[NameMention],
    context: Sequence[NameMention],
    spans: Sequence[tuple[int, int]],
) -> EventWords:
    """The event's words: its spans, else the whole text where all names are its, else around them."""
    if spans:
        stretches = list(spans)
    elif len(mentions) >= len(context) or not mentions:
        stretches = [(0, len(text))]
    else:
        stretches = [_around(text, mentions, context)]
    plain = " ".join(_blanked(text, start, end, mentions) for start, end in stretches)
    return EventWords(min(s for s, _ in stretches), max(e for _, e in stretches), plain)


def _around(text: str, mentions: Sequence[NameMention], context: Sequence[NameMention]) -> tuple[int, int]:
    first, last = min(m.span.start for m in mentions), max(m.span.end for m in mentions)
    mine = {m.span for m in mentions}
    before = [m.span.end for m in context if m.span not in mine and m.span.end <= first]
    after = [m.span.start for m in context if m.span not in mine and m.span.start >= last]
    return max(before, default=0), min(after, default=len(text))


def _blanked(text: str, start: int, end: int, mentions: Sequence[NameMention]) -> str:
    """Folded words with § for a child's name and – for any other."""
    parts, at = [], start
    for mention in sorted(mentions, key=lambda m: m.span.start):
        if start <= mention.span.start and mention.span.end <= end and mention.span.start >= at:
            mark = "§" if mention.kind in {Kind.CHILD, Kind.FAMILY} else "–"
            parts += [text[at : mention.span.start], mark]
            at = mention.span.end
    parts.append(text[at:end])
    return re.sub(r"\s+", " ", fold_text("".join(parts)))


def group_of_children(plain: str) -> bool:
    """Whether the words speak of the siblings together without naming them."""
    return _GROUP.search(plain) is not None


def all_together(plain: str) -> bool:
    """Whether the words speak of a visit of all the siblings: "all three of the kids", "sibling visit"."""
    return _TOGETHER.search(plain) is not None


def girls_or_boys(plain: str) -> str:
    """“The girls”, "las nenas": the sex of the siblings meant; empty where none is said, or both are."""
    girls, boys = _GIRLS.search(plain), _BOYS.search(plain)
    return "" if bool(girls) == bool(boys) else "f" if girls else "m"


def in_court_or_conference(plain: str) -> bool:
    """Whether the event is a hearing or a conference, which concerns a whole family."""
    return _FORMAL.search(plain) is not None


def spoken_with_both(words: EventWords, stood: _Stood) -> _Stood:
    """As in "Talked w/ both": two adults where two are named, else everybody present."""
    if not _BOTH.search(words.plain):
        return stood
    skipped = {Stance.ABOUT, Stance.ABSENT, Stance.OWNER}
    adults = {m.ids for m, s in stood if m.kind is Kind.CONTACT and m.ids and s not in skipped}
    children = {m.ids for m, s in stood if m.kind is Kind.CHILD and m.ids and s not in skipped}
    pair = len(adults) == 1 and len(children) == 1  # of two, the host is one
    changed = []
    for mention, stance in stood:
        adult = mention.kind is Kind.CONTACT and bool(mention.ids) and stance not in skipped
        child = mention.kind is Kind.CHILD and len(adults) < 2 and stance not in skipped
        stays_place = stance is Stance.PLACE and len(adults) < 2 and not pair
        changed.append((mention, Stance.SPOKE if (adult or child) and not stays_place else stance))
    return tuple(changed)


def called_again(words: EventWords, context: Sequence[NameMention], scene: Stances) -> _Stood:
    """As in "called Ms Lee 11 no answer, called again 3pm she pick up": whoever was called before."""
    if not _AGAIN.search(words.plain):
        return ()
    earlier = [one for one in context if one.span.end <= words.start and one.kind is not Kind.STAFF]
    adults = [place for place, one in enumerate(earlier) if one.kind is Kind.CONTACT and one.ids]
    if not adults or scene.stance(earlier[adults[-1]]) not in {Stance.CONTACTED, Stance.SPOKE}:
        return ()
    called = adults[-1]
    topics = [one for one in earlier[max(called - 1, 0) :] if one.kind is Kind.CHILD]
    return ((earlier[called], Stance.CONTACTED), *((one, Stance.ABOUT) for one in topics))


def told_by_pronoun(words: EventWords, stood: _Stood) -> _Stood:
    """As in "JT left Ms Jenkins home … She called me": the adult last named is the one who called."""
    found = _PRONOUN_CALLED.search(words.plain) or _PRONOUN_SAID.search(words.plain)
    if found is None:
        return stood
    said = Stance.CONTACTED if _PRONOUN_CALLED.search(words.plain) else Stance.SPOKE
    ahead = words.plain[: found.start()].count("–") + words.plain[: found.start()].count("§")
    earlier = [place for place, (mention, _) in enumerate(stood) if mention.kind is not Kind.STAFF][:ahead]
    adults = [p for p in earlier if stood[p][0].kind is Kind.CONTACT and stood[p][0].ids]
    told = {Stance.PLACE, Stance.OWNER, Stance.STATED, Stance.PRESENT}
    if len(adults) == 1 and words.plain.startswith(" me", found.end()):
        told.add(Stance.ABOUT)  # "Ousmane took her to the ER, he called me"
    if not adults or stood[adults[-1]][1] not in told:
        return stood
    last = adults[-1]
    return tuple(
        (mention, said if place == last else stance) for place, (mention, stance) in enumerate(stood)
    )


_OF_THE_FAMILY = Quick(
    r"\W*(?:(?:today|yesterday|hoy|ayer|supervised|sup|had|the|la)'?d? ){0,3}"
    r"§ (?:family |fam |supervised |parent |sup )?"
    r"(?:visit|visitation|fv|visita)(?: (?:with|w/?|con|c/) ?(?:the )?–| \d| today| yesterday| hoy| ayer)"
    # "Supervised visit Lee with mom", "visita de los Lee con la mamá"
    r"|\W*(?:[\w:/-]+ ){0,3}(?:visit|visitation|fv|visita(?: supervisada)?|family time):? "
    r"(?:(?:de|for|of|with|w/?|con|la|los|the|familia) ){0,3}§(?: family| fam| kids)?,?"
    r"(?: (?:today|yesterday|hoy|ayer|at|@|a|las|the|our|la|en|in|here|aqui|office|agency|oficina|park"
    r"|\d[\d:apm-]*)){0,6} "
    r"(?:with|w/?|con|c/|and|y|&) ?(?:(?:the|la|el|su|his|her|their) )?–"
)
_WHO_CAME = Quick(
    r"\b(?:there|present|came|attended|absent|home|sick|ill|missed|skipped|only|just|solo|sola|vino|falto|"
    r"enferm[oa]|refused|without|sin|minus|except)\b"
)


def of_the_family(words: str) -> bool:
    """Whether the words begin with a family's visit and don't say who of it came: "Lee visit with mom"."""
    return _OF_THE_FAMILY.match(words) is not None and not _WHO_CAME.search(words)
