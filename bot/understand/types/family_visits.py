"""Whether an event is a parent's visit or call with the child, which the worker saw (READING, "Types")."""

from __future__ import annotations

import re

from bot.understand.names import Stance
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick
from bot.understand.types.event import PARENTS, Event
from bot.understand.who.meanwhile import without_rings
from storage.types import Method, Outcome, Place, PlacementType

_ONE = r"(?:the |her |his |their |su |la |el |a )?(?:PARENT|CHILD)"
_GROUP = (
    r"(?:both |all |the |her |his |their |los |las |sus |su |a |three |two |tres |dos )*(?:\w+ )?(?:CHILD"
    r"|FAMILY|kids|children|boys|girls|twins|siblings|ninos|ninas|nenes|nenas|hijos|hijas|bebe|baby)"
)
_ONE_PARENT = r"(?:both |the |her |his |their |su |sus |la |el |los )*PARENT(?!\w)"
_SIDE = rf"(?:{_ONE}|{_GROUP})(?!\w)"
_CHILD_TO_PARENT = re.compile(
    r"(?<!\w)CHILD (?:\w+ )?(?:called|phoned|facetimed|face timed|spoke (?:with|to)|talked (?:with|to)|"
    r"video chatted with|llamo a|hablo con) (?:her |his |their |con |a |su |la |el )*PARENT(?!\w)"
    r"|(?<!\w)(?:monitored|supervised|facilitated|observed|listened in on|sat in on) "
    r"(?:\w+ ){0,3}?(?:call|facetime|chat)s? (?:of |for |with )?(?:CHILD|PARENT)"
    r"(?:,? (?:and|with|y|to|con) (?:her |his |their |the )?(?:CHILD|PARENT)){1,4}"
    rf"|(?:call|visit|visitation|chat|facetime|llamada|visita|videollamada)(?: [^.;,\n]{{0,48}})? "
    rf"(?:between|entre) (?:{_ONE_PARENT}(?:,? (?:and|y) {_SIDE}){{1,4}}|"
    rf"{_SIDE}(?:,? (?:and |y )?{_SIDE}){{0,3}},? (?:and|y) {_ONE_PARENT})"
    r"|(?<!\w)CHILD's (?:\w+ )?(?:call|"
    r"facetime|phone call|video call) (?:with|to) (?:her |his |their )?PARENT"
    rf"|(?<!\w)(?:put|patched|connected|conferenced|linked|hooked) {_ONE}(?:,? (?:and|y) {_ONE}){{0,3}}"
    rf" (?:up |in )?(?:through |thru |on )?(?:(?:the )?speaker )?(?:to|with|on with) {_ONE}"
    r"|(?<!\w)(?:videollamada|llamada|visita|facetime|video ?(?:visit|call|chat)|zoom|phone visit|call|visit)"
    rf" (?:de|by|from|of) (?:la |el |su )?PARENT (?:con|with|to) {_GROUP}"
    rf"|PARENT(?:'s)? (?:supervised )?(?:video|zoom|facetime|phone|virtual)(?: (?:visit|call|time|"
    rf"visitation))?(?: (?:with|w|to|con)) {_GROUP}"
)
_TO_SEE_CHILD = re.compile(
    r"(?<!\w)PARENT (?:(?:was|were|is) )?(?:supposed|scheduled|due|set|going|meant|expected|here) to "
    r"(?:(?:come )?(?:see|visit|meet)(?! (?:with )?(?:me|us)(?!\w))|have (?:a |his |her )?(?:\w+ )?visit|"
    r"be here)(?!\w)"
)
_NO_SHOW_VISIT = re.compile(
    r"(?<!\w)PARENT (?:was (?:a )?)?(?:no show\w*|did not show|didn't show|never (?:came|showed)|"
    r"did not come|didn't come|(?:missed|skipped|ditched|blew off|flaked on)(?! our))(?: up)?"
    r"(?: (?:for|to|at|a|the|her|his|their|our|\S*\d\S*|am|pm|today|weekly|supervised)){0,4} "
    r"(?:visit|visitation|parenting time)(?!\w)"
)
_BROUGHT_TO_PARENT = re.compile(
    r"(?<!\w)(?:i|we|me) (?:\w+ )?(?:took|drove|ran|brought|transported|escorted|walked|carried) "
    r"[^.;\n]{0,60}(?<!\w)"
    r"(?:to (?:see|visit|meet(?: with)?|spend time with|be with)|for (?:a|the|his|her|their) (?:\w+ "
    r")?visit with) "
    r"(?:the |her |his |their )?PARENT(?!\w)"
    r"|(?<!\w)(?:lleve|llevamos) a [^.;\n]{0,60}(?<!\w)(?:a (?:ver|visitar) a|a (?:la|una) visita con) "
    r"(?:su |sus |la |el )?"
    r"PARENT(?!\w)"
)
_PARENT_VISITED = re.compile(
    r"(?<!\w)(?<!saw )(?<!with )(?<!visited )PARENT (?:\w+ )?(?:visited(?: with)?|visito"
    r"|had (?:a|her|his|their) (?:\w+ )?visit with|spent (?:\w+ ){1,2}with|estuvo con) (?:a |con )?(?:her "
    r"|his |their |the |sus |los |las |both )*(?:CHILD|FAMILY|kids|children|"
    r"boys|girls|son|daughter|ninos|ninas|nenes|nenas|hijos|hijas)(?!\w)"
)
_A_CALL = re.compile(
    r"(?<!\w)(?:calls?|zoom|facetime\w*|video|skype|teams|llamadas?|videollamadas?|phone|whatsapp)(?!\w)"
)
_CALLED_CHILD = re.compile(
    rf"(?<!\w)PARENT (?:\w+ )?(?:called|phoned|rang|facetimed|llamo a|llamo) {_GROUP}(?!'s|"
    rf" (?:and|y) me)(?!\w)"
)
_HEARD_IT = re.compile(
    r"(?<!\w)(?:i|me|we) (?:also |just |then )?(?:was (?:on|there|in|present|listening)(?! the (?:phone"
    r"|line) (?:with|to))|stayed (?:on|in)|sat (?:in|by|next|there|with them)|listened|monitored|supervised"
    r"|observed|kept it on speaker)"
    r"|(?<!\w)(?:monitored|supervised|observed) by me|(?:^|[.,;] ?)(?:sat in|listened in|monitored"
    r"|supervised)(?!\w)"
    r"|(?<!\w)(?:yo )?(?:estuve (?:presente|ahi|alli|en la (?:linea|llamada|sala)|escuchando|con ellos)"
    r"|escuche|supervise|monitoree|me quede)(?!\w)"
)
_THEIR_CALL = re.compile(
    rf"(?<!\w){_GROUP}(?:,? (?:and|y|n) {_GROUP})* (?:both |all )?(?:had|did|got|have|having|finished|tuvo"
    rf"|tuvieron|hicieron|hizo) (?:(?:his|her|their|a|the|su|una|la|weekly|supervised"
    rf"|monitored) ){{0,3}}(?:\w+ )?(?:call|zoom|facetime|phone call|video ?call|llamada"
    rf"|videollamada)s? (?:with|w|con) (?:(?:his|her|their|the|su) )?PARENT(?!\w)"
)
_A_PARENT = re.compile(r"(?<!\w)(?:PARENT|mom|mother|dad|father|mama|papa)(?!\w)")
_TOGETHER = re.compile(
    r"(?<!\w)(?:together|each other|one another|get-?together|hung out|juntos|juntas|reunited|"
    r"se (?:vieron|juntaron|reunieron)|CHILD (?:visited|saw|met|played with|spent \w+ with) CHILD|"
    r"visit with (?:her|his) (?:\w+ )?(?:brother|sister|sibling)s?)(?!\w)"
)
_SUPERVISED = re.compile(r"(?<!\w)supervis\w+(?!\w)")
_AT_HOME = frozenset({PlacementType.TRIAL_DISCHARGE, PlacementType.HOME})
_VISIT_NOUN = re.compile(r"(?<!\w)(?:visits?|visitation|visita|visitas|encuentro)(?!\w)")
_I_SAW = re.compile(
    r"(?<!\w)(?:saw|visited|seen|met|i went|stopped by|went to see|vi|visite|fui a ver)(?!\w)"
)


# "Office visit with baez bm": the worker's with her.
_WITH_THEIRS = Quick(r"(?<!\w)office visit(?: (?:with|to))? FAMILY(?='?s? PARENT)")


def parent_visit(event: Event) -> bool:
    """A parent's visit or call with the child that the worker saw, not the worker's own visit."""
    parents = [p for p in event.taking.people if event.agency.contacts[p].relationship in PARENTS]
    if (
        "parent_visit" in event.kinds
        and not event.by_wire
        and (event.taking.children or event.taking.questions)
    ):
        return True
    if parents and _CALLED_CHILD.search(event.text) and _HEARD_IT.search(event.text):
        return True
    if parents and event.outcome is Outcome.COMPLETED and not _child_there(event):
        return False
    said = event.text if event.by_wire or _CHILD_TO_PARENT.search(event.text) else without_rings(event.text)
    if not parents and (_only_spoken_of(event) or not _A_PARENT.search(said)):
        return False
    if parents and _PARENT_VISITED.search(event.text) and event.method is not Method.PHONE:
        return True
    if parents and _BROUGHT_TO_PARENT.search(event.text) and not event.by_wire:
        return True
    missed = event.outcome is not Outcome.COMPLETED and bool(parents) and not event.by_wire
    if missed and (_TO_SEE_CHILD.search(event.text) or _NO_SHOW_VISIT.search(event.text)):
        return True
    told = _WITH_THEIRS.sub(" ", event.text)
    with_child = re.search(
        r"(?<!\w)(?:CHILD|FAMILY|kids?|boys|girls|children|ninos|nenes|nenas|ninas|hijos)(?!\w)", told
    )
    if not with_child or event.method not in (Method.IN_PERSON, Method.VIDEO, Method.PHONE, None):
        return False
    if _CHILD_TO_PARENT.search(event.text):
        return True
    if _listened_to(event):
        return True
    if event.by_wire or _lives_there(event):
        return False
    return any(_VISIT_NOUN.search(words) for words in event.said) and not _own_visit(event)


def siblings_together(event: Event) -> bool:
    """“Ana and Leo spent the afternoon together, I supervised": no parent is spoken of."""
    if "parent_visit" not in event.kinds or event.by_wire or not _TOGETHER.search(event.text):
        return False
    homes = {event.agency.children[child].case_id for child in event.taking.children}
    return len(event.taking.children) > 1 and len(homes) == 1 and not _A_PARENT.search(event.text)


def _listened_to(event: Event) -> bool:
    """“Zoom with dad for the kids, I sat in": a call between them that the worker only heard."""
    if not _A_CALL.search(event.text):
        return False
    return bool(_THEIR_CALL.search(event.text) or _HEARD_IT.search(event.text))


def _lives_there(event: Event) -> bool:
    """A visit to a child that lives with the parent is the worker's own, unless it was supervised."""
    if event.place is not Place.BIRTH_HOME or _SUPERVISED.search(event.text):
        return False
    return any(event.agency.placement_type(one, event.on) in _AT_HOME for one in event.taking.children)


def _child_there(event: Event) -> bool:
    """Whether a child is spoken of otherwise than as what the parent was seen about."""
    named = [s for m, s in event.taking.stances if m.kind in (Kind.CHILD, Kind.FAMILY)]
    return not named or any(stance is not Stance.ABOUT for stance in named)


def _only_spoken_of(event: Event) -> bool:
    """“He still asks for Ginette": a parent of whom the words only tell."""
    stances = [
        stance for m, stance in event.taking.stances if m.kind is Kind.CONTACT and _is_parent(event, m)
    ]
    return bool(stances) and all(stance in (Stance.ABOUT, Stance.OWNER, Stance.PLACE) for stance in stances)


def _is_parent(event: Event, mention: NameMention) -> bool:
    """A parent on file, or "mom" of whom it is not known whose she is."""
    if mention.ids:
        return event.agency.contacts[mention.ids[0]].relationship in PARENTS
    return mention.role in ("birth_mother", "birth_father")


def _own_visit(event: Event) -> bool:
    """The worker's own visit: she saw them, or it was at somebody's home."""
    if re.search(
        r"(?<!\w)(?:visit|visita) (?:\w+ ){0,4}?(?:with|w|con) "
        r"(?:\w+ ){0,3}?(?:PARENT|mom|mother|dad|father|mama|papa)(?!\w)",
        event.text,
    ):
        return False
    if event.place in (Place.FOSTER_HOME, Place.BIRTH_HOME) and re.search(r"home visit|hogar", event.text):
        return True
    return bool(_I_SAW.search(event.text))
