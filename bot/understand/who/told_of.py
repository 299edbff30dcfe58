"""Whom the sentences behind an event only tell of: "Mom promised him a phone", "I need to call his lawyer".

What happened is told first, and what is known besides comes after it. Somebody who acts there without the
worker, whom the child misses or talked to, or who is still to be called, was not part of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.events.asides import told_by_her
from bot.understand.events.clauses import Clause
from bot.understand.events.cues import HELD
from bot.understand.labels import without_row
from bot.understand.names.stance_words import beside_body
from bot.understand.parts import Kind, NameMention, Span
from bot.understand.patterns.quick import Quick

_FORMAL = frozenset({*HELD, "conference", "parent_visit", "sibling_visit"})
_ARTICLE = (
    r"(?:the |his |her |their |my |our |a |an |su |sus |la |el |los |las |al |a la |a su |mr\.? |ms\.? )*"
)
# “I need to get the consent from", "will call the", "waiting on": what is still to be done.
_AHEAD = Quick(
    r"(?<!\w)(?:(?:i|we|and|also|then|still|just|yo|\W) )?(?:(?:need|needs|have|has|had|plan|plans|"
    r"planning|going|want|hope|hoping|trying|intend|promised|offered|agreed|asked (?:him|her)|told \w+)"
    r"(?: \w+)? to|will|i'll|he'll|she'll|they'll|we'll|would|should|gonna|must|waiting (?:on|for)|need|"
    r"follow(?:ing)? up with|owe|(?:wants?|wanted|needs?|needed|asks? for|asked for|asking for|requests?|"
    r"requesting|requested|pide|pidio|quiere|necesita) (?:an? |another |una? |otra )?(?:mtg|meeting|appt|"
    r"appointment|call|call ?back|conference|conf|sit ?down|cita|reunion|llamada) (?:with|from|w|con|de)|"
    r"tengo que|hay que|falta que|voy a|debo|necesito|pendiente (?:con|de)|(?:le|les|nos) tocan?|"
    r"tiene cita con|"
    r"(?:CHILD|he|she|they)(?:'s| has| have| is)? (?:(?<=s )got|due (?:for|at)|(?:gotta|supposed to) see))"
    rf"(?: (?!(?:and|but|so|y|pero|spoke|talked|met|saw)\b)[a-z'-]+){{0,5}}? {_ARTICLE}$"
)
# “Still need to see", "I'll call", "wants to see": of a child only what is yet to be done.
_AHEAD_OF_CHILD = Quick(
    r"(?<!\w)(?:(?:need|needs|have|has|got|plan|plans|planning|going|want|wants|hopes|hoping|trying|intends?"
    r"|means|aims|like|due|scheduled|supposed|expects)(?: \w+)? to|gotta|will|i'll|we'll|should|must"
    r"|tengo que|falta|hay que|voy a|debo|necesito|(?:quiere|piensa|planea"
    r"|espera|quisiera|pretende|desea|va a)n?)"
    r"(?: also| still| then)? (?:see|visit|meet(?: with)?|talk (?:to|with)|speak (?:to|with)|call|facetime"
    r"|text|check (?:on|in on|in with)|catch|do|get to|follow up with|ver(?: a)?|visitar(?: a)?|llamar(?: a)?"
    r"|hablar con)"
    rf" {_ARTICLE}$"
)
# What the child feels, what came from somebody or is for them, what somebody else says of them.
_FELT = Quick(
    r"(?<!\w)(?:miss(?:es|ed|ing)?|loves?|hates?|likes?|"
    r"wants(?: \w+)?(?: to (?:see|live with|visit|call|be with|go home to|talk to))?|"
    r"(?:scared|afraid|proud|jealous|tired) of|mad at|angry (?:at|with)|worried about|"
    r"(?:excited|happy|nervous|sad|ready|hoping|glad|anxious|looking forward|upset) (?:to|about) "
    r"(?:\w+ )?(?:see|seeing|visit|visiting|live with|with|call|calling)(?: with)?|asks? (?:about|for)|"
    r"asking (?:about|for)|asked (?:about|for|when \w+ (?:can|will) (?:see|go home to|visit))|"
    r"extran\w+ a|quiere\w* (?:ver|vivir con|hablar con|ir con)(?: a)?|pregunt\w+ por|"
    r"(?:picture|card|drawing|gift|present|dibujo|carta|regalo) (?:for|from|para|de)|"
    rf"(?:letter|paper|form|note) (?:for|para)) {_ARTICLE}$"
)
_CAME = Quick(
    r"(?<!\w)(?:(?:showed (?:me|us)|(?:he|she|CHILD) (?:got|gets|has|had|read))(?: an?| the| some| h\w+)? "
    r"(?:texts?|messages?|calls?|emails?|letters?|money|voicemails?) from|per|according to|segun) "
    rf"{_ARTICLE}$"
)
_THIRD = Quick(
    r"\W*(?:and |but |also |so |then |y |pero )?"
    r"(?:he|she|they|CHILD|(?:the |both )?(?:kids|boys|girls|children|twins)|el|ella|ellos|ellas)"
    r"(?: (?:also|just|still|then|already|recently|has|have|had|apparently)){0,2} "
    r"(?:talk|spoke|speak|call|text|facetime|saw|sees|seen|visit|met|meets|told|tells|get|got|gave|live|"
    r"lost|thinks?|lives|went|goes|used|argue|fought|hablo|llamo|vio|visito|habla|llama|ve|vive)[a-z]*(?!\w)"
)
# "He's going to jump Ms Lee called me", without a full stop: whoever called begins the next sentence.
_REACHED_ME = Quick(
    r" (?:just |then |also |finally )?(?:(?:called|texted|phoned|rang|told|emailed|messaged) (?:me|us)|"
    r"(?:me|nos) (?:llamo|dijo|conto|aviso|escribio|texteo))(?!\w)"
)
_CONTENT = Quick(
    r"(?<!\w)(?:that|why|because|whether|if|how|when|thinks?|hopes?|hoping|knows?|believes?|que|porque|si"
    rf"|cuando) {_ARTICLE}$"
)
_CALLED_THEM = Quick(
    r" (?:\w+ )?(?:called|calls|texted|texts|phoned|facetimed|facetimes|llama a|llamo a) "
    r"(?:him|her|them|CHILD)(?!\w)"
)
_ME = Quick(r"(?<!\w)(?:i|we|me|us|myself|i'm|we're|yo|conmigo|nos|nosotr[oa]s|hable|hablamos|vi)(?!\w)")
# "Calling Ms Lee now", behind what happened: still to be done.
_CALLING = Quick(
    rf"\W*(?:(?:i'm|i am|im|now|also|then|and) )?calling {_ARTICLE}[A-Z]+(?: (?:now|next|asap|later|"
    rf"tonight|tomorrow|today|"
    r"to (?:tell|let|inform|ask|see|set|schedule)(?: .*)?))*\W*"
)
_OWED = Quick(r"(?<!\w)owes? (?:me|us)(?!\w)")
_HERE = Quick(
    r"(?<!\w)(?:there|here|present|home(?= *(?:$|[.,;]|and|but|with|for|at|today))|joined|attend\w*|sat|"
    r"came in|(?:got|came|hopped) on|on the (?:\w+ )?(?:phone|line|call)|"
    r"in the (?:room|house)|let in|opened|answered|walked|showed up|"
    r"(?:pulled|fetched|got|brought|walked|sent|called) (?:her|him|them|CHILD) (?:out|down|over|up|in|aside|"
    r"from|to me)|arrived|met|also|too|alli|ahi|presente|tambien|estuvo|abrio|both|brought|picked|"
    r"dropped|lap|arms)(?!\w)"
)
_SPEAKS = Quick(
    r"(?<!\w)(?:says?|said|saying|told|tells|report\w*|stat(?:es|ed)|ask(?:s|ed|ing)?|mention\w*|"
    r"shar(?:es|ed)|not(?:es|ed)|explain\w*|confirm\w*|den(?:y|ies|ied)|agree\w*|think\w*|feels?|felt|"
    r"concern\w*|worr\w+|upset|thank\w*|request\w*|complain\w*|spoke|speaks|talk\w*|discuss\w*|updat\w+|"
    r"answer\w*|describ\w+|claims?|call(?:s|ed)|text(?:s|ed)|dic[ei]\w*|dij\w+|cont[oa]|coment[oa]|"
    r"report[oa]|pid\w+|pregunt\w+|inform\w*|cre[ey]\w*|quej\w+|cooperat\w+|appropriate|engaged|"
    r"receptive|tearful|late|calm|signed|firmo|review\w*|went over)(?!\w)"
)
_DOES = Quick(r"(?:'s? [a-z-]+)? (?!(?:and|with|w|y|con|or|in|at|on|for|re)\b)[a-z]")


_LABEL = re.compile(r"[A-Z]+")
_REACH = 400
"""Letters before a name in which it is said that she is only told of."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    names: tuple[tuple[int, NameMention], ...]
    cued: bool


def only_told_of(clauses: Sequence[Clause], kinds: Sequence[str]) -> frozenset[Span]:
    """Where those adults are named who are no part of the event that the clauses tell."""
    sentences = list(_sentences(clauses))
    told = next((n for n, one in enumerate(sentences) if one.cued), 0)
    formal = bool(_FORMAL & set(kinds))
    first = " ".join(one.text for one in sentences[: told + 1])
    by_her = frozenset(n.span for c in clauses if told_by_her(c) for n in c.names if n.kind is Kind.CONTACT)
    return by_her | frozenset(
        name.span
        for n, sentence in enumerate(sentences)
        for at, name in sentence.names
        if (name.kind is Kind.CONTACT and not name.as_place) or _child_ahead(name, sentence.text[:at])
        if name.kind is Kind.CHILD
        or (not formal and _hearsay(sentence.text, at))
        or _outside(sentence.text, at, first if n > told and not formal else None)
    )


# "Per PRO, who i reached at 3:10, PARENT finished her class": what the one has told of the other.
_PER = Quick(
    r"^\W*(?:as )?(?:per|according to|segun) (?:(?:an? |the |my )?(?:phone )?(?:call|text|e-?mail"
    r"|conversation"
    r"|talk|message|conversacion|llamada)(?: (?:with|w|from|to|con|de))? )?"
    rf"{_ARTICLE}[A-Z]{{3,}}(?:'s (?:text|e-?mail|message|voicemail|call))?"
    r"(?:,? \(?(?:who|whom|que) [^,;()]{0,60}[,)]| \([^()]{0,60}\))?"
)


def _hearsay(text: str, at: int) -> bool:
    """Whether somebody is named in what a sentence gives as told by another, and the sender does nothing."""
    told = _PER.match(text)
    return told is not None and at > told.end() and not _ME.search(text, told.end(), at)


def _sentences(clauses: Sequence[Clause]) -> Iterator[_Sentence]:
    whole: list[Clause] = []
    for clause in clauses:
        if clause.hard and whole:
            yield _one(whole)
            whole = []
        whole.append(clause)
    if whole:
        yield _one(whole)


def _one(clauses: Sequence[Clause]) -> _Sentence:
    text, names = "", list[tuple[int, NameMention]]()
    for clause in clauses:
        names += [(len(text) + clause.inside(name.span.start), name) for name in clause.names]
        text += clause.text
    return _Sentence(text, tuple(names), any(clause.cues for clause in clauses))


def _outside(text: str, at: int, first: str | None) -> bool:
    """Whether the one named at `at` is only told of; `first`: the words of the event, if told before."""
    before, label = text[max(0, at - _REACH) : at], _LABEL.match(text, at)
    if label and beside_body(before, text[label.end() :]):
        return False
    rang = label is not None and _REACHED_ME.match(text, label.end())
    if not rang and (_AHEAD.search(before) or _FELT.search(before)):
        return True
    if first is None or label is None or label.group() in first:
        return False
    after = text[label.end() :]
    if _CALLING.fullmatch(text):
        return True
    if _CALLED_THEM.match(after) or _CAME.search(before):
        return True
    if _HERE.search(after) or label.group() == "CAREGIVER" or not _DOES.match(after):
        return _by_a_third(text, before)
    if _CONTENT.search(before):
        return True
    acts = re.fullmatch(rf"\W*{_ARTICLE}(?:[a-z]+ )?", before) and not _SPEAKS.search(after)
    return not _ME.search(_OWED.sub(" ", text)) and (bool(acts) or _by_a_third(text, before))


def _child_ahead(name: NameMention, before: str) -> bool:
    """“Maya misses CHILD”, "still need to see CHILD": another child, who was not met."""
    if name.kind is not Kind.CHILD:
        return False
    before = without_row(_JOINED, before)
    return bool(_AHEAD_OF_CHILD.search(before) or _FELT.search(before))


# “Wants Ana and Leo": what is said before the first is said of both.
_JOINED = Quick(r"(?:CHILD(?:,|,? and|,? y|,? &)? )+$")


def _by_a_third(text: str, before: str) -> bool:
    """“He talked to his mom on Sunday”: the worker was not there."""
    return bool(_THIRD.match(before)) and not _HERE.search(text) and not _ME.search(text)
