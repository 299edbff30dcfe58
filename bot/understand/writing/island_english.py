"""English as speakers of Creole and texters in a hurry write it, in the rules' own words.

"Miss she visit", "with Ari and she brother", "he never did" behind what was asked by the way, "gm" for a
grandmother, "spoke to nobody there, just him".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_KIN = (
    r"(?:brothers?|sisters?|siblings?|mother|mom|mummy|father|dad|daddy|granny|grandmother|grandma|auntie?|uncle"
    r"|cousins?|son|daughter|kids|children|baby)"
)
_VISIT = r"(?:visits?|session|appointment|appt)"
# "With Ari and she brother", "miss he visit"; not "I went and he visit me".
_ITS_OWNER = Quick(
    rf"(?<!\w)(?:wit|with|and|for|to|of|by|from|see|saw|bring|brought|carry|tell|told) "
    rf"(?P<x>she|he) (?:(?:big|little|lil|older|younger|baby|two|three) )?{_KIN}(?!\w)"
    r"|(?<!\w)(?:miss|missed|had|have|has|having|start|started|finish|finished|end|for|at|during|after|before"
    r"|late to)"
    rf" (?P<y>she|he) {_VISIT}(?!\w)"
)
_OWN = {"she": "her", "he": "his"}
# "Sherry-Ann miss she visit again": done; "will miss", "did miss", "kids miss their visits" stay as they are.
_MISS = Quick(
    r"(?<!\w)(?!(?:will|to|not|may|might|must|can|could|should|would|did|do|does|i|they|we|you|kids|never|the"
    r"|ms|mrs)(?!\w))[a-z][a-z-]+ (?P<x>miss)"
    rf"(?= (?:she|he|her|his|the|another|again|today) (?:\w+ )??{_VISIT}(?!\w))"
)
# "BF dialed in? no he never did": asked and answered in one breath.
_ASKED_OF = {
    "dialed": "dial", "dial": "dial", "called": "call", "came": "come", "come": "come", "showed": "show",
    "show": "show", "joined": "join", "join": "join", "logged": "log", "attended": "attend",
}  # fmt: skip
_DID = r"(?:did|show|come|came|call|join|dial)(?: in| up)?"
_DID_SHE = rf"(?:(?:s?he|they) )?(?:never|did ?n['’]?t|did not)(?: {_DID})?"
_ANSWERED = Quick(
    rf"(?<!\w)(?P<x>(?P<v>{'|'.join(_ASKED_OF)})(?P<p> in| up| on| out)?\? ?"
    rf"(?:(?:no+|nope|nah)(?:,? ?{_DID_SHE})?|{_DID_SHE}))(?= *(?:$|[.,;!)\n]))"
)
# "GM, BM + Fussell", "gm there spoke w her"; "gm team" is a good morning.
_GM = Quick(
    r"(?<!\w)(?<!hi )(?<!hey )(?<!hello )(?<!ok )gm(?= (?:there|home|present|says?|said|spoke|told|called"
    r"|lets?|was|is|has|had|couldn|could|did|didn|reports?|reported|asked|wants?|states?|stated|and|will|at)(?!\w)"
    r"|['’]s (?!all)| ?[&+/]|, ?(?:bm|bf|mom|dad|fp|acs|afc|cp)(?!\w))"
    r"|(?:(?<=with )|(?<= w )|(?<=w/ )|(?<=w/)|(?<=and )|(?<=& )|(?<=\+ )|(?<=bm, )|(?<=bf, )|(?<=tc )"
    r"|(?<=per ))gm(?!\w)"
)
# "Miss her visit again was 3:30 today": when it was to be.
_WAS_AT = Quick(
    r"(?<!\w)(?:miss|missed|skipped) (?:she|he|her|his|the) visit(?: again)?(?P<x>(?: [^\w\s]+)? )was \d"
)
# "She text me 3:50 say train delay": what came in.
_TEXT_ME = Quick(
    r"(?<!\w)(?P<who>she|he|mom|dad) (?P<x>text) me(?: (?:at )?[\d:]+(?: ?[ap]m)?(?P<say> say))?(?!\w)"
)
# "Spoke to nobody there just him": to him; it came to something.
_NOBODY_BUT = Quick(
    r"(?<!\w)(?P<v>spoke|talked|spoken|met) (?P<to>to|with|w) (?:nobody|no one|noone|none of the staff)"
    r"(?: (?:else|there|at (?:the )?school|in the (?:house|home|office)))*,? ?(?:-+ ?)?"
    r"(?:just|only|but|except(?: for)?|besides|other than)(?= [a-z])"
    r"|(?<!\w)no (?P<es>hable|hablamos) con nadie(?: (?:mas|ahi|alli|en la (?:escuela|casa)))*,? "
    r"(?:solo|solamente|nada mas|mas que|sino)(?: con)?(?= [a-z])"
)


def island_english(low: str) -> Iterator[Change]:
    """Each such wording with the rules' words for it; `low` is the text folded."""
    for match in _ITS_OWNER.finditer(low):
        group = "x" if match["x"] else "y"
        yield *match.span(group), _OWN[match[group]]
    for match in _MISS.finditer(low):
        yield *match.span("x"), "missed"
    for match in _ANSWERED.finditer(low):
        yield *match.span("x"), f"did not {_ASKED_OF[match['v']]}{match['p'] or ''}"
    for match in _WAS_AT.finditer(low):
        yield *match.span("x"), ", "
    for match in _TEXT_ME.finditer(low):
        yield *match.span("x"), "texted"
        if match["say"]:
            yield *match.span("say"), " saying"
    for match in _GM.finditer(low):
        yield *match.span(), "grandma"
    for match in _NOBODY_BUT.finditer(low):
        yield *match.span(), f"{match['es']} con" if match["es"] else f"{match['v']} {match['to']}"
