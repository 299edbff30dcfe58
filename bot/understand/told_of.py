"""Whom the sentences behind an event only tell of: "Mom promised him a phone", "I need to call his lawyer".

What happened is told first, and what is known besides comes after it. Somebody who acts there without the
worker, whom the child misses or talked to, or who is still to be called, was not part of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.clauses import Clause
from bot.understand.cues import HELD
from bot.understand.parts import Kind, NameMention, Span

_FORMAL = frozenset({*HELD, "conference", "parent_visit", "sibling_visit"})
_ARTICLE = r"(?:the |his |her |their |my |our |a |an |su |sus |la |el |los |las |al |a la |a su |mr\.? |ms\.? )*"
# “I need to get the consent from", "will call the", "waiting on": what is still to be done.
_AHEAD = re.compile(
    rf"(?<!\w)(?:(?:i|we|and|also|then|still|just|yo|\W) )?(?:(?:need|needs|have|has|had|plan|plans|planning"
    rf"|going|want|hope|hoping|trying|intend|promised|offered|agreed|asked him|asked her|told \w+)(?: \w+)? to"
    rf"|will|i'll|we'll|would|should|gonna|must|waiting (?:on|for)|need|follow(?:ing)? up with|tengo que"
    rf"|hay que|falta que|voy a|debo|necesito|pendiente (?:con|de))"
    rf"(?: (?!(?:and|but|so|y|pero|spoke|talked|met|saw)\b)[a-z'-]+){{0,5}}? {_ARTICLE}$"
)
_FELT = re.compile(
    rf"(?<!\w)(?:miss(?:es|ed|ing)?|loves?|hates?|likes?|wants(?: \w+)?(?: to (?:see|live with|visit|call|be with|go "
    rf"home to|talk to))?|(?:scared|afraid|proud|jealous|tired) of|mad at|angry (?:at|with)|worried about|asks? "
    rf"(?:about|for)|asking (?:about|for)|asked (?:about|for|when \w+ (?:can|will) (?:see|go home to|visit))"
    rf"|extran\w+ a|quiere\w* (?:ver|vivir con|hablar con|ir con)(?: a)?|pregunt\w+ por"
    rf"|(?:picture|card|drawing|letter|gift|present|paper|form|note|dibujo|carta) (?:for|para)) {_ARTICLE}$"
)
_THIRD = re.compile(
    r"\W*(?:and |but |also |so |then |y |pero )?(?:he|she|they|CHILD|(?:the |both )?(?:kids|boys|girls|children|twins)"
    r"|el|ella|ellos|ellas)(?: (?:also|just|still|then|already|recently|has|have|had|apparently)){0,2} "
    r"(?:talk|spoke|speak|call|text|facetime|saw|sees|seen|visit|met|meets|told|tells|get|got|gave|live|lives"
    r"|went|goes|used|argue|fought|hablo|llamo|vio|visito|habla|llama|ve|vive)[a-z]*(?!\w)"
)
_ME = re.compile(r"(?<!\w)(?:i|we|me|us|myself|i'm|we're|yo|conmigo|nos|nosotr[oa]s|hable|hablamos|vi)(?!\w)")
_HERE = re.compile(
    r"(?<!\w)(?:there|here|present|home|joined|attend\w*|sat|came in|on the (?:phone|line|call)|in the (?:room|house)"
    r"|let in|opened|answered|walked|showed up|arrived|met|also|too|alli|ahi|presente|tambien|estuvo|abrio|both"
    r"|brought|picked|dropped)(?!\w)"
)
_SPEAKS = re.compile(
    r"(?<!\w)(?:says?|said|saying|told|tells|report\w*|stat(?:es|ed)|ask(?:s|ed|ing)?|mention\w*|shar(?:es|ed)|not(?:es|ed)"
    r"|explain\w*|confirm\w*|den(?:y|ies|ied)|agree\w*|think\w*|feels?|felt|concern\w*|worr\w+|upset|thank\w*"
    r"|request\w*|complain\w*|spoke|speaks|talk\w*|discuss\w*|updat\w+|answer\w*|describ\w+|claims?|call(?:s|ed)"
    r"|text(?:s|ed)|dic[ei]\w*|dij\w+|cont[oa]|coment[oa]|report[oa]|pid\w+|pregunt\w+|inform\w*|cre[ey]\w*|quej\w+"
    r"|cooperat\w+|appropriate|engaged|receptive|tearful|late|calm|signed|firmo|review\w*|went over)(?!\w)"
)
_DOES = re.compile(r"(?:'s? [a-z-]+)? (?!(?:and|with|w|y|con|or|in|at|on|for|re)\b)[a-z]")


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
    return frozenset(
        name.span
        for n, sentence in enumerate(sentences)
        for at, name in sentence.names
        if name.kind is Kind.CONTACT and not name.as_place
        if _outside(sentence.text, at, first if n > told and not formal else None)
    )


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
    """Whether the one named at `at` is only told of; `first`: the words of the event, where it is told before."""
    before, label = text[:at], re.match(r"[A-Z]+", text[at:])
    if _AHEAD.search(before) or _FELT.search(before):
        return True
    if first is None or label is None or label.group() in first or _ME.search(text):
        return False
    after = text[at + label.end() :]
    if _THIRD.match(before):
        return not _HERE.search(text)
    acts = re.fullmatch(rf"\W*{_ARTICLE}", before) and _DOES.match(after) and label.group() != "CAREGIVER"
    return bool(acts) and not _HERE.search(after) and not _SPEAKS.search(after)
