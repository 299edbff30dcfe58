"""Siblings told of without their names: "took him to see his sisters", "the brother and sister had a visit".

What a child was taken for is a sibling visit, and the brothers or sisters were there. "The siblings" at the
home of somebody who has one child without any are others than that child: then it is asked who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.understand.agency import Agency
from bot.understand.events.moments import Told
from bot.understand.names import Taking
from bot.understand.names.genders import sex_of_child
from bot.understand.names.view import View
from bot.understand.parts import Kind, Question
from bot.understand.patterns.quick import Quick
from storage.types import PlacementType

_BROUGHT_TO = Quick(
    r"(?<!\w)(?:took|brought|drove|transported|escorted|accompanied|lleve|llevamos|traje) (?:a )?"
    r"(?:CHILD|him|her|them)(?!\w)[^.;\n]{0,90}?(?<!\w)"
    r"(?:to|so (?:that )?(?:he|she|they|CHILD) (?:can|could|would|gets? to|got to)|for (?:a|his|her|their)|a|"
    r"para que|pa que) (?:(?:visit|visitation|time|see|meet|spend (?:some )?time|be|play|hang out|ver|"
    r"visitar|vea|visite|vean|visiten|este) )(?:(?:with|a|con) )?(?:his|her|their|sus?) "
    r"(?:(?:little|big|older|younger|baby|two|three|other) )*"
    r"(?P<who>brothers?|sisters?|siblings?|sibs|herman[oa]s?)(?!\w|'s)"
)
_SEVERAL = Quick(
    r"(?<!\w)(?:brother and (?:the )?sister|sister and (?:the )?brother|(?:the|both|los|las|ambos) "
    r"(?:two )?(?:siblings|brothers|sisters|herman[oa]s)|(?:both|the two) (?:kids|children|boys|girls))"
    r" (?:had|have|were|got|spent|tuvieron|estuvieron|pasaron)(?!\w)"
)
_FOSTER_HOME = re.compile(
    r"(?<!\w)(?:at|in|to|en) (?:(?:the|his|her|their|el|la|su) )?(?:foster home|resource home|"
    r"hogar de crianza|hogar sustituto)(?!\w)(?! visit)"
)


def brought_to_siblings(text: str) -> bool:
    """Whether the sender took a child to its brothers or sisters."""
    return _BROUGHT_TO.search(text) is not None


# "The three were together at the bowling alley": told of children who live in different homes.
_TOGETHER = Quick(
    r"(?<!\w)(?:(?:all |both )?(?:were|was|are|got|played|ate|time|(?:spent|had|went|took|brought)"
    r"[^.;\n]{1,60}|(?:sibs|siblings|kids|CHILD|FAMILY) (?:at|in) [^.;\n]{1,30}) ?together|met up|together at"
    r"|(?:hung|hang(?:ing)?|hangs) out|got to (?:see|visit|meet|be with|play with)|CHILD (?:saw|visited|met"
    r"|played with|hung out with) (?:with )?(?:(?:his|her|their) )?(?:CHILD|brothers?|sisters?|siblings)"
    r"|(?:estuvieron|pasaron|jugaron|comieron|fueron|lleve|llevamos) [^.;\n]{0,40}?junt[oa]s|se vieron"
    r"|junt[oa]s en)(?!\w)"
)


def brought_together(agency: Agency, children: Sequence[str], text: str, on: date) -> bool:
    """Whether siblings of more than one home are told to have been together."""
    if len(children) < 2 or _TOGETHER.search(text) is None:
        return False
    homes = {
        (home.placement_contact_id if home else None) for home in (agency.placement(c, on) for c in children)
    }
    cases = {agency.children[child].case_id for child in children}
    return len(cases) == 1 and len(homes) > 1 and None not in homes


def with_siblings(taking: Taking, agency: Agency, text: str, on: date) -> Taking:
    """The children with the brothers or sisters to whom one was taken; nobody where it is open which."""
    found = _BROUGHT_TO.search(text)
    if found is None or len(taking.children) != 1:
        return taking
    one = taking.children[0]
    who = found["who"]
    sex = (
        "m"
        if who.startswith(("brother", "hermano"))
        else "f"
        if who.startswith(("sister", "hermana"))
        else ""
    )
    case = agency.children[one].case_id
    rest = [c for c in agency.in_care(case, on) if c != one]
    theirs = [
        c for c in rest if not sex or who == "hermanos" or sex_of_child(agency.children[c]) in ("", sex)
    ]
    if not theirs or (len(theirs) > 1 and not who.endswith("s")):
        return taking
    return replace(taking, children=(one, *theirs))


def asked_who(taking: Taking, told: Told, text: str) -> Taking:
    """A question in place of a child of whom the words cannot be."""
    taking = _of_several(taking, told.view.agency, text, told.on)
    return _whose_home(taking, told.view, text, told.on)


def _of_several(taking: Taking, agency: Agency, text: str, on: date) -> Taking:
    """“The brother and sister", at the home of who has one child alone: asked about."""
    if len(taking.children) != 1 or _SEVERAL.search(text) is None:
        return taking
    if any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances):
        return taking
    case = agency.children[taking.children[0]].case_id
    if len(agency.in_care(case, on)) > 1:
        return taking
    return replace(taking, children=(), people=(), case_ids=(), questions=(Question("child"),))


def _whose_home(taking: Taking, view: View, text: str, on: date) -> Taking:
    """“Saw Will at the foster home", of another worker's Will, who lives in a facility: asked who was met."""
    if len(taking.children) != 1 or _FOSTER_HOME.search(text) is None:
        return taking
    child = taking.children[0]
    if view.on_caseload(view.agency.children[child].case_id):
        return taking
    if not in_a_facility(view.agency, taking.children, on):
        return taking
    return replace(taking, children=(), people=(), case_ids=(), questions=(Question("child", (child,)),))


def in_a_facility(agency: Agency, children: Sequence[str], on: date) -> bool:
    """Whether the first of the children lives in a residential facility on that day."""
    first = next(iter(children), None)
    return first is not None and agency.placement_type(first, on) is PlacementType.RESIDENTIAL
