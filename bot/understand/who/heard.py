"""Who spoke with the worker where the sentence names nobody: "she told me", "we all talked" (READING, "Who").

Somebody of whom the words before named no more than the home, or that they were there, took part and spoke
where a pronoun, "the three of us" or "la señora" can mean nobody else. Where it may be the child, nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause
from bot.understand.names import Stance, Taking
from bot.understand.names.genders import sex_of_child, sex_of_contact
from bot.understand.names.to_worker import TO_ME_AFTER
from bot.understand.parts import How, Kind, NameMention, Span
from bot.understand.patterns.lexicon import pattern
from bot.understand.patterns.quick import Quick

_OUT = frozenset({Stance.ABOUT, Stance.OWNER, Stance.ABSENT})
_PRONOUN = re.compile(r"(?<!\w)(?:she|he|ella|el(?= (?:me|nos) ))(?!\w)")
_FEMALE = frozenset({"she", "her", "ella"})
_OF_CHILD = re.compile(
    r"(?<!\w)(?:CHILD|(?:the|both) (?:kids|baby|boys|girls|children)|los ninos|las ninas|they)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:no|not|did not|didn't|could not|couldn't|never|without|sin"
    r"|nunca) (?:(?:get to|pude|able to) )?"
    r"(?:(?:speak|talk|hablar|platicar) )?$"
)
# "Leo had a seizure last month, she said": told of the child by somebody else.
_SAID_AFTER = re.compile(r" (?:says?|said|told me|reports?|reported|dice|dijo)(?= *(?:$|[.,;!?\n)]))")
_OWN = re.compile(
    r"CHILD (?:has|had|got|hurt|scraped|cut|broke|lost|showed|brought|was in|is in|was wearing|with|tiene) "
    r"(?:[a-z]+ ){0,5}?(his|her) "
)
# "Saw Ana at CAREGIVER's, she was there too and told me": who else was there than the one who was seen.
_THERE_TOO = re.compile(
    r" (?:was|is) (?:there|home|in|up|present|around)(?: (?:too|also|as well)(?!\w)|,? (?:and )?told me)"
    r"| (?:was |is )?also (?:there|home|present|around)(?!\w)"
    r"| (?:tambien )?estaba (?:ahi |alli |alla )?tambien"
)
_TALKED_WITH = re.compile(
    r"(?<!\w)(?:hable|hablamos|platique|platicamos|converse|charle|spoke|talked|chatted|sat(?: down)?|"
    r"s/w|met)(?: \w+)? (?:con|with|to|w)$"
)
# "Saw him at CAREGIVER's, she was there": nobody spoke, but she took part.
_PRESENT = Quick(
    r"(?<!\w)(?:she|he|ella|el(?= (?:tambien|estaba|estuvo|presente))|her(?= (?:there|present))"
    r"|him(?= (?:there|present)))(?: (?P<too>also|too|tambien))?(?: (?:was|is|estaba|estuvo))?"
    r"(?: (?:also|tambien))?"
    r"(?: (?:there|home|at home|around|(?P<sure>present|presente)|ahi|alli|in the (?:room|house|home)"
    r"|en (?:la |su )?casa)|(?<=tambien)|(?<=tambien estaba))(?P<as_well>,? (?:too|as well|tambien))?"
    r"(?= *(?:$|[.,;!)]|and|y|but|pero|the whole|todo))"
)
_STOP = re.compile(r"[.!?\n]")
_REPORTED = re.compile(
    r"(?<!\w)(?:says?|said|told me|reports?|reported|that|dice|dijo|conto|que|if|because|when) $"
)


@dataclass(frozen=True, slots=True)
class _One:
    """Somebody spoken of: where in the plain text, in which stance; `sex` is empty where unknown."""

    at: int
    id: str
    adult: bool
    stance: Stance
    sex: str


def with_those_heard(agency: Agency, taking: Taking, clauses: Sequence[Clause]) -> Taking:
    """`taking` with those who spoke though only a pronoun or "we" says so; the others unchanged."""
    if not clauses:
        return taking
    scene = _Scene.of(agency, taking, clauses)
    before = {one for m, s in taking.stances if s in (Stance.SPOKE, Stance.CONTACTED) for one in m.ids}
    found = {one: Stance.PRESENT for one in scene.present() if one not in taking.people}
    found |= {one: Stance.SPOKE for one in scene.heard() if one not in before}
    if not found:
        return taking
    added = [(NameMention(Span(0, 0), Kind.CONTACT, (k,), how=How.ROLE), s) for k, s in found.items()]
    people = tuple(dict.fromkeys((*taking.people, *found)))
    return replace(taking, people=people, stances=(*taking.stances, *added))


@dataclass(frozen=True, slots=True)
class _Scene:
    """The event's words as one stretch, with those spoken of in their order."""

    text: str
    ones: tuple[_One, ...]

    @classmethod
    def of(cls, agency: Agency, taking: Taking, clauses: Sequence[Clause]) -> _Scene:
        """The stretch from the first of the clauses to the last; who is asked about is nobody yet."""
        plain, start = clauses[0].plain, min(c.start for c in clauses)
        named = [(m, s) for m, s in taking.stances if len(m.ids) == 1 and m.span.end]
        ones = [_one(agency, m, s, plain.from_raw(m.span.start) - start) for m, s in named]
        kept = sorted((one for one in ones if one is not None), key=lambda one: one.at)
        text = plain.text[start : max(c.end for c in clauses)]
        return cls(text, tuple(_with_sex(one, text) for one in kept))

    def heard(self) -> list[str]:
        """Ids of those who spoke with the worker by a pronoun, "we" or "la señora"."""
        ones, spoke = list(self.ones), list[str]()
        for match, means in self._phrases():
            met = [one for one in ones if one.at < match.start() and one.stance not in _OUT]
            found = means(met, match)
            if match.re is _PRONOUN:
                ones += [replace(one, at=match.start(), stance=Stance.STATED) for one in found]
                ones.sort(key=lambda one: one.at)
                found = found if self._speaks(match) else []
            spoke += [one.id for one in found if one.adult]
        return spoke

    def present(self) -> list[str]:
        """Ids of those of whom no more than the home was named, and a pronoun says that they were in."""
        there = list[str]()
        for match in _PRESENT.finditer(self.text):
            met = [one for one in self.ones if one.at < match.start() and one.stance not in _OUT]
            sex = "f" if _FEMALE & set(match.group().split()) else "m"
            fitting = [one for one in met if one.sex in ("", sex)]
            told_too = match["too"] or match["sure"] or match["as_well"] or "tambien" in match.group()
            host = fitting[-1:] if not told_too else [one for one in fitting if one.adult][-1:]
            maybe = any(not one.adult for one in fitting) and not told_too
            there += [one.id for one in host if one.adult and one.stance is Stance.PLACE and not maybe]
        return there

    def _phrases(self) -> list[tuple[re.Match[str], Callable[..., list[_One]]]]:
        """The phrases that may tell of a talk, in text order, with how each is understood."""
        rules: tuple[tuple[re.Pattern[str] | Quick, Callable[..., list[_One]]], ...] = (
            (_PRONOUN, self._by_pronoun),
            (pattern("heard", "with_pronoun"), self._by_pronoun),
            (pattern("heard", "whom"), self._whom),
            (pattern("heard", "together"), self._nearest),
            (pattern("heard", "bare_talk"), self._bare),
            (pattern("heard", "all_of_us"), self._all),
            (pattern("heard", "lady"), self._titled),
            (pattern("heard", "gentleman"), self._titled),
            (pattern("heard", "unsaid_who"), self._unsaid),
        )
        found = [
            (match, means)
            for words, means in rules
            for match in words.finditer(self.text)
            if not _DENIED.search(self.text, 0, match.start())
        ]
        return sorted(found, key=lambda pair: pair[0].start())

    def _by_pronoun(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """The one whom "she" or "with her" means; nobody where it may be the child."""
        sex = "f" if _FEMALE & set(match.group().split()) else "m"
        fitting = [one for one in met if one.sex in ("", sex)]
        if _SAID_AFTER.match(self.text, match.end()):
            since = max((stop.end() for stop in _STOP.finditer(self.text, 0, match.start())), default=0)
            fitting = [one for one in fitting if one.adult or one.at < since]
            fitting = [one for one in fitting if one.adult] or fitting
        if _THERE_TOO.match(self.text, match.end()):
            fitting = [one for one in fitting if one.adult]
            return fitting[-1:]
        if not fitting:
            return []
        last = fitting[-1]
        if not last.adult or last.stance is not Stance.PLACE:
            return [last] if last.adult or last.sex else []
        children = {one.id for one in self.ones if not one.adult and one.stance not in _OUT}
        maybe = {one.id for one in fitting if not one.adult}
        if not maybe or len(children) > 1 or self._of_a_child(match):
            return [last]
        return []

    def _whom(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“En casa de CAREGIVER, con quien hablé”: whoever was spoken of last, were it by the home."""
        del match
        return [one for one in met[-1:] if one.adult]

    def _of_a_child(self, match: re.Match[str]) -> bool:
        """“She says Ana sleeps": what is said is said of the child, by somebody else."""
        stop = _STOP.search(self.text, match.end())
        return bool(_OF_CHILD.search(self.text, match.end(), stop.start() if stop else len(self.text)))

    def _speaks(self, match: re.Match[str]) -> bool:
        """Whether the pronoun's verb says that somebody spoke, and to the worker."""
        if _REPORTED.search(self.text[: match.start()]):
            return False
        after = self.text[match.end() :].lstrip()
        after = re.sub(r"^(?:also|then|just|did|even|later|finally) ", "", after)
        if TO_ME_AFTER.match(f" {after}"):
            return True
        return any(pattern("heard", key).match(after) for key in ("speaks", "habla"))

    def _nearest(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“We talked": with whoever was spoken of last, unless only their home was."""
        del match
        last = met[-1] if met else None
        return [last] if last and last.adult and last.stance is not Stance.PLACE else []

    def _bare(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“Talked 20 min about the rent", at the head of a sentence."""
        head = (
            not self.text[: match.start()].rstrip(" ,")
            or self.text[: match.start()].rstrip()[-1] in ".!?\n,;"
        )
        return self._nearest(met, match) if head else []

    def _unsaid(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“At CAREGIVER's, both good. Says CHILD sleeps": the adult last spoken of, if a child is told of."""
        last = met[-1] if met else None
        if last is None or not last.adult or not self._of_a_child(match):
            return []
        seen = {one.id for one in met if not one.adult}
        told = {one.id for one in self.ones if not one.adult and one.at >= match.end()}
        # "Saw Leo at CAREGIVER's. Says Ana hits him": that may be Leo's word.
        return [last] if not seen or seen & told else []

    def _all(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“The three of us chatted": every adult spoken of as there."""
        del match
        return [one for one in met if one.adult]

    def _titled(self, met: Sequence[_One], match: re.Match[str]) -> list[_One]:
        """“La señora me contó", "me dice la señora": the adult of that sex spoken of last."""
        sex = "m" if match.re is pattern("heard", "gentleman").plain else "f"
        habla = pattern("heard", "habla")
        after, before = self.text[match.end() :].lstrip(), self.text[: match.start()].rstrip()
        spoke = habla.match(after) or re.search(rf"{habla.pattern}(?: (?:que|y))?$", before[-40:])
        spoke = spoke or _TALKED_WITH.search(before)
        fitting = [one for one in met if one.adult and one.sex in ("", sex)]
        return fitting[-1:] if spoke else []


def _with_sex(one: _One, text: str) -> _One:
    """“Waylon has a scrape on his hand”: whose name does not tell is a boy or a girl by what is theirs."""
    own = None if one.adult or one.sex else _OWN.match(text, one.at)
    return replace(one, sex="f" if own[1] == "her" else "m") if own else one


def _one(agency: Agency, mention: NameMention, stance: Stance, at: int) -> _One | None:
    (key,) = mention.ids
    if mention.kind is Kind.CHILD and key in agency.children:
        return _One(at, key, adult=False, stance=stance, sex=sex_of_child(agency.children[key]))
    if mention.kind is Kind.CONTACT and key in agency.contacts:
        return _One(at, key, adult=True, stance=stance, sex=sex_of_contact(agency.contacts[key]))
    return None
