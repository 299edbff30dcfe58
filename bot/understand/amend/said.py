"""The words said about a draft, cut into sentences: which put right, which add, what was wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.understand.amend.came_of_it import tells_what_came
from bot.understand.amend.hours import hour_of_somebody
from bot.understand.amend.only_one import only_one
from bot.understand.amend.words import FULL_STOP, words, wrong, wrong_ends
from bot.understand.names.words import is_word
from bot.understand.patterns.lexicon import pattern
from bot.understand.writing.text import folded

_BREAK = re.compile(
    rf"{FULL_STOP}|[;!?\n]+(?=\s|$)|,? (?:and|y|pero|but) (?=(?:also|tambien|ademas|add|it|that|fue|era)\b)|"
    r",\s*(?=(?:it|that) (?:was|is)\b|(?:fue|era)\b)"
)
# “At school, not home” names two places; "she was not home" says that nobody was met.
_NOT_HOME = re.compile(
    r"(?<!\w)(?:it|that|this|visit|fue|era|at|in|en)(?!\w)[^.;!?\n]{1,40}?"
    r"(?<!\w)not (?:at |in )?((?:the )?home)"
    r"(?=\W*(?:$|[.,;!]))"
)
_SPANISH = re.compile(r"(?<!\w)(?:fue|era|eran|estaba|es|con|el|la|en)(?!\w)")
# Words for what a card shows: days, hours, places, ways of contact, people.
_SHOWN = re.compile(
    r"\d|\w*day$|tomorrow|yesterday|tonight|morning|afternoon|evening|noon|hour|half|minutes?|lunes|martes|"
    r"miercoles|jueves|viernes|sabado|domingo|ayer|hoy|noche|tarde|manana|home|house|school|office|court|"
    r"agency|hospital|clinic|phone|call|video|zoom|text|email|letter|person|visit|casa|escuela|oficina|corte|"
    r"telefono|llamada|persona|mom|mother|mum|dad|father|grand|aunt|uncle|foster|parent|mama|papa|padre|madre|"
    r"abuel|tia|tio|brother|sister|herman|baby|older|younger|mayor|menor|teacher|therapist|doctor|one$|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|it$|that$|date|time|name|kid|child"
)
_VERB = re.compile(
    r"(?<!\w)(?:has|have|had|is|are|will|wants?|likes?|says?|needs?|goes|he's|she's|they're|can|asked|tienen?|"
    r"quieren?|van?|dice|dijo)(?!\w)"
)
_FILLER = re.compile(
    r"(?:hey|hi|so|ok|okay|oh|ah|well|um+|and|but|y|pues|oye|hola|pero|hmm+|ugh|lol|lawd|lord|omg|dang|damn|darn"
    r"|shoot|crap|[gj]eez|yikes|argh|aww*|eh|er+m?|uh+|uy|uf+"
    r"|ha(?:ha)*|yo|please|pls|kindly|por favor)(?=[\s,])"
)
NUMBER = re.compile(
    r"(?:(?:for|on|in|about|re|with|en|para|con|de|sobre) )?(?:(?:the|el|la) )?"
    r"(?:(?:number|no\.?|nr|note|card|numero|num|nota) ?#? ?([1-9])(?![\d:])|#([1-9])(?![\d:]))"
    r"(?=\W*(?:,|:|was|is|should|fue|era|it|no|actually|sorry|$))"
)
"""“For number 2, …": which note of a message that told of several."""
ORDINAL = re.compile(
    r"(?:(?:for|on|in|about|re|en|para|con|de|sobre) )?(?:(?:the|that|my|la|el|esa|ese) )?"
    r"(?:(?P<first>first|1st|primer[ao]?)|(?P<second>second|2nd|segund[ao])|(?P<third>third|3rd|tercer[ao]?)"
    r"|(?P<last>last|latest|ultim[ao]))(?: (?:one|note|visit|call|card|draft|nota|visita|llamada))?"
    r"(?=,? (?:was|is|should|ran|lasted|took|went|fue|era|duro|wasn't)(?!\w)|\W*(?:[,:]|actually|sorry) ?\d)"
)
"""“The second one was 40 minutes": which of the drafts on the table."""
_ABSENT_FIRST = re.compile(
    r"(?!(?:it|that|this|there|which|who|where)(?!\w))[a-z][\w'.-]*(?: [a-z][\w'.-]*){0,2}"
    r" (?:(?:was|were)(?:n'?t| not) (?:even |actually )?(?:there|home|present|with us|around)"
    r"|(?:was|were|stayed) (?:still )?(?:at (?:work|the store|(?:her|his) job)|out of town))(?!\w)"
    r"|[a-z][\w'.-]*(?: [a-z][\w'.-]*){0,2} no (?:estaba|estuvo|estaban|estuvieron)(?!\w)"
)
"""“Ms Lee wasn't home, her husband let me in": who was not at the event that was told."""
_GAP = re.compile(r"[\s,.:;!?¡¿\-–—]*")
_WORD = re.compile(r"[\w'-]+")
_SPANISH_DID = re.compile(r"\w{2,}(?:aron|ieron|yeron|aban?|ian?|io)(?!\w)")
"""“No abrieron", "no quería": what somebody did not do, and nothing that a card shows."""
_SPANISH_LET = re.compile(
    r"(?!(?:bebé|café|chofér)(?!\w))[a-zñáéíóú]+[éóí](?!\w)|(?:vi|vio|pude|pudo|quise|quiso|quiere|deje|dejo|dejan?)(?!\w)"
    r"|[a-zñáéíóú]+ (?:entrar|ver|pasar|salir|hablar|subir|llevar|tocar|quedar)(?:l[aoe]s?|me|se)?(?!\w)"
)
"""“No la dejé entrar", "no lo vi": what was not done with somebody, behind a pronoun and no article."""
_SOMEBODY_WAS_NOT = re.compile(
    r"(?<!\w)(?!(?:visita|llamada|cita|reunion|fecha|hora|corte|eso|esto|esta|este|y|pero|que|pues|perdon|sorry|"
    r"espera|disculpa|perdona|digo|ay|oye|mira|mentira|ok|bueno)"
    r" no)[\w'-]+ no (?:fue|era)(?:ron|n)? (?:\w+ )*$"
)
"""“Sanaa no fue a la escuela": of somebody, and not of the event."""
_OF_TIMES = frozenset(
    ["at", "on", "around", "last", "this", "in", "the", "a", "las", "la", "el", "del", "de", "por"]
)
_FEW = 6
_LONGEST_OLD = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of a sentence without its leading words.

    `strong`: it says that something was wrong; `adds`: it says that it adds; `states`: it speaks of the event
    itself ("it was …"); `about`: so its times and places are the event's, as those of a mere `fragment` are.
    """

    start: int
    end: int
    strong: bool = False
    adds: bool = False
    about: bool = False
    fragment: bool = False
    states: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The decoded `text`, `low` its folded form of the same length; `olds` the stretches that were wrong."""

    text: str
    low: str
    sentences: tuple[Sentence, ...]
    olds: tuple[tuple[int, int], ...]
    leads: tuple[tuple[int, int], ...]
    denials: tuple[tuple[int, int], ...] = ()
    """“no fue en": words that say that what follows was wrong, and would be read with what holds."""

    @classmethod
    def of(cls, text: str) -> Said:
        """Cut a decoded text."""
        low = folded(text)
        olds = tuple(_olds(text, low))
        sentences, leads = [], []
        for start, end in _stretches(low):
            one, its_leads = _sentence(low, start, end, olds)
            if not one.strong and only_one(text, low, one.start, len(low)) is not None:
                one = replace(one, strong=True, about=True)
            sentences.append(one)
            leads += its_leads
        denials = tuple(o[:2] for o in olds if low.startswith("no ", o[0]) and low[o[2] : o[2] + 1] == " ")
        wrong = tuple(o[1:] for o in olds)
        return cls(text, low, tuple(_carried(sentences)), wrong, tuple(leads), denials)

    @property
    def new(self) -> str:
        """The text with blanks also where it says what was wrong."""
        return blanked(self.text, (*self.leads, *self.olds, *self.denials))

    @property
    def wrong(self) -> str:
        """The text with blanks everywhere but where it says what was wrong."""
        kept = blanked(self.text, self.olds)
        return "".join(" " if a == b else a for a, b in zip(self.text, kept, strict=True))

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(_WORD.findall(self.low))

    @property
    def strong(self) -> bool:
        """Whether the words say themselves that something was wrong."""
        return any(s.strong for s in self.sentences)

    @property
    def led(self) -> bool:
        """Whether their very first words say so ("no, …"), and not only something further on."""
        return any(begin < self.sentences[0].end for begin, _ in self.leads)

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in what is said to hold."""
        return word in _WORD.findall(folded(self.new))

    def at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        return next((s for s in self.sentences if offset < s.end), self.sentences[-1])

    def was_wrong(self, offset: int) -> bool:
        """Whether what begins there is said to have been wrong."""
        return any(a <= offset < b for a, b in self.olds)

    def says(self, key: str) -> bool:
        """Whether a word of `data/amending.toml` under `key` stands in what is said to hold."""
        return words(key).search(folded(self.new)) is not None


def _stretches(low: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in _BREAK.finditer(low):
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(low)))
    return [(a, b) for a, b in found if _WORD.search(low, a, b)] or [(0, len(low))]


def _sentence(
    low: str, start: int, end: int, olds: tuple[tuple[int, int, int], ...]
) -> tuple[Sentence, list[tuple[int, int]]]:
    leads: list[tuple[int, int]] = []
    strong = adds = False
    at = _past_gap(low, start)
    while filler := _FILLER.match(low, at):
        at = _past_gap(low, filler.end())
    ordinal = ORDINAL.match(low, at)
    if number := NUMBER.match(low, at) or ordinal:
        leads.append(number.span())
        at = _past_gap(low, number.end())
    while at < end and not any(begin <= at < stop for begin, _, stop in olds):
        right = words("strong").match(low, at, end)
        more = words("adds").match(low, at, end)
        match = right or more
        if match is None or match.end() == match.start():
            break
        strong, adds = strong or right is not None, adds or right is None
        if right is not None:
            leads.append(match.span())
        at = _past_gap(low, match.end())
    wrong = any(start <= a < end for _, a, _ in olds)
    strong = strong or wrong or words("strong_within").search(low, start, end) is not None
    strong = strong or hour_of_somebody(low, at, end)
    states = ordinal is not None or tells_what_came(low, at, end) or _speaks_of_it(low, at, end)
    fragment = not adds and _is_fragment(low[at:end])
    about = states or (strong and not adds) or (wrong and not adds) or fragment
    return Sentence(at, end, strong, adds, about, fragment, states), leads


def _speaks_of_it(low: str, at: int, end: int) -> bool:
    return (words("about").match(low, at, end) or _ABSENT_FIRST.match(low, at, end)) is not None


def _is_fragment(body: str) -> bool:
    found = _WORD.findall(body)
    short = len(found) <= _FEW
    if short and found and all(_SHOWN.match(word) or word in _OF_TIMES for word in found):
        return True  # "noon yesterday"
    return short and not _VERB.search(body) and not pattern("telling", "past").search(body)


def _carried(sentences: list[Sentence]) -> list[Sentence]:
    """“No. Wednesday at 3”: what follows a bare lead puts right too."""
    out: list[Sentence] = []
    for one in sentences:
        bare = bool(out) and out[-1].strong and out[-1].start >= out[-1].end - 1
        out.append(replace(one, strong=True, about=True) if bare and not one.strong else one)
    return out


def _past_gap(low: str, at: int) -> int:
    match = _GAP.match(low, at)
    return match.end() if match else at


def _olds(text: str, low: str) -> list[tuple[int, int, int]]:
    """(where the words that say so begin, where what was wrong begins, where it ends)."""
    found: list[tuple[int, int, int]] = []
    for match in wrong().finditer(low):
        stop = wrong_ends().search(low, match.end(), match.end() + _LONGEST_OLD)
        end = stop.start() if stop else _to_the_comma(low, match.end())
        if end <= match.end() or (found and match.start() < found[-1][2]):
            continue
        if _says_wrong(text, low, match, end):
            found.append((match.start(), match.end(), end))
    places = [(m.start(1), *m.span(1)) for m in _NOT_HOME.finditer(low) if not _who_was_met(low, m.start())]
    return found or places


def _to_the_comma(low: str, start: int) -> int:
    """“Not Tanya Nichols, Tanya Mason”: where nothing else says so, the right one stands behind a comma."""
    far = min(len(low), start + _LONGEST_OLD)
    comma = low.find(", ", start + 1, far)
    return comma if comma > 0 and _WORD.search(low, comma) else far


def _says_wrong(text: str, low: str, match: re.Match[str], end: int) -> bool:
    """Whether something a card shows is said to be wrong: not "not sad", nor "no fue el miércoles" alone."""
    spanish_no = match.group().startswith("no ")
    if spanish_no and not re.search(r"\w", low[end:]) and not re.search(r"\w", low[: match.start()]):
        return False
    if match.group() == "no " and not _SPANISH.search(low[: match.start()]):
        return False
    if match.group().removeprefix("y ").startswith("no ") and _SPANISH_LET.match(text, match.end()):
        return False
    if spanish_no and (_SPANISH_DID.match(low, match.end()) or _SOMEBODY_WAS_NOT.search(low[: match.end()])):
        return False
    said = _WORD.findall(low[match.end() : end])
    named = any(w[:1].isupper() for w in _WORD.findall(text[match.end() : end]))
    return named or any(_SHOWN.match(w) or not is_word(w) for w in said)


def _who_was_met(low: str, start: int) -> bool:
    """Whether somebody, and not the event, stands before the words ("she was at work, not home")."""
    return re.search(r"(?<!\w)(?:she|he|they|nobody|mom|dad|ella|el) \w*\s*$", low[:start]) is not None


def shown(word: str) -> bool:
    """Whether a folded word is one for what a card shows: a day, an hour, a place, a way of contact."""
    return _SHOWN.match(word) is not None


def blanked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks in place of these stretches; of the same length."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
