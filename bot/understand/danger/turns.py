"""How an emergency in hand turns: who was missing is found, who was hurt comes round, it was none after all.

Said by whoever has one on their hands; of somebody else it may be any talk.
"""

from __future__ import annotations

import re

from bot.understand.writing.text import straight

_THEM = r"(?:him|her|them|both|all \w+|'?em|the (?:kids?|boys?|girls?|baby|child|two|twins))"
_FOUND = re.compile(
    rf"(?<!\w)(?:(?:found|located|spotted|caught|recovered|returned|got) {_THEM}|"
    r"(?:was|were|been|is|are|got) (?:just )?(?:seen|found|located|spotted|picked up|brought (?:back|home)|"
    r"dropped off)|turned (?:him|her|them)sel(?:f|ves) in|(?:back|all) in one piece|sighting|"
    r"(?:someone|somebody|he|she|they|\w+) (?:just )?(?:saw|spotted) (?:him|her|them)|"
    r"(?:ya )?(?:aparec|volv|regres|lleg)ieron|(?:ya )?(?:aparec|volv)io|(?:ya )?regres(?:o|aron)|"
    r"(?:l[aoe]s?|me|nos) (?:encontr\w+|hall(?:o|aron|amos|e)|vieron|localiz\w+|traj(?:o|eron)|devolvi\w+)|"
    r"(?:ya )?estan? (?:aqui|bien|mejor|a salvo|en (?:la )?casa|de (?:vuelta|regreso))|"
    r"san[oa]s? y salv[oa]s?)(?!\w)"
)
_CAME_ROUND = re.compile(
    r"(?<!\w)(?:pulse (?:is |came |now )?(?:back|returned|ok|good|strong|steady)|"
    r"(?:got|has|have|there'?s) (?:a )?pulse|rosc|revived|resuscitated|came (?:round|around)|"
    r"breathing (?:again|now|on (?:his|her|their) own|fine|normal\w*)|conscious (?:again|now)|"
    r"(?:he|she)'?s (?:responsive|conscious|alert)|stabili[sz]ed|"
    r"(?:swelling|bleeding|fever|rash|seizure)s? (?:has |have )?(?:stopped|gone|down|going down|went down)|"
    r"no (?:fracture|break|concussion|surgery|stitches)|ya respira|reacciono|volvio en si|"
    r"tiene pulso|dej[oa] de sangrar|sin fractura|false alarms?|falsas? alarmas?)(?!\w)"
)
_NONE_AFTER_ALL = re.compile(
    r"(?<!\w)(?:nothing (?:serious|broken|bad)|(?:was|is|its|it's|it) nothing|"
    r"(?:just|only) (?:a |some )?(?:small |little )?(?:bump|bruises?|scratch(?:es)?|scare|scrape|splinter|"
    r"cramps?|cold|nosebleed)|(?:sent|sending|send|going|goes|took|taking|lets?|letting|let) "
    r"(?:(?:him|her|them) )?home|no (?:fue|es|era) nada|nada (?:serio|grave)|"
    r"solo (?:fue )?un(?:a|os|as)? (?:chichon|golpe|susto|raspon|rasguno|moreton)\w*|"
    r"(?:l[aoe]s? )?(?:mand|envi|dej)(?:a|an|aron|o) (?:ir )?(?:a|para) (?:la |su )?casa|de alta)(?!\w)"
)
# Done to somebody who lies there: an answer to an emergency of the body, and to no other.
_FIRST_AID = re.compile(
    r"(?<!\w)(?:cpr|rcp|compressions|mouth to mouth|narcan|naloxone|aed|defib\w*|shock(?:ed)? (?:him|her)|"
    r"heimlich|epi-?pen|epinephrine|tourniquet|pressure on (?:it|the|his|her)|recovery position|intubat\w+|"
    r"bagging|oxygen|o2|on (?:a|the) vent\w*|oxigeno|epinefrina|torniquete|pulse|pulso)(?!\w)"
)
_OF_THE_BODY = re.compile(
    r"breath|breeth|respir|unconscious|unrespons|inconsci|passed out|faint|desmay|seiz|convuls|overdos|"
    r"sobredosis|(?<!\w)(?:od|od'?d|pills?|pastillas|blue|ems|ambulance|ambulancia|911|cpr|rcp|pulse|pulso|"
    r"epi-?pen|anaphyla\w*|allerg\w*|alerg\w*|icu|picu|er)(?!\w)|chok|ahog|drown|collaps|bleed|sangr|stab|"
    r"apunal|shot|dispar|hospital|fell |cayo|heart attack|not moving|no se mueve|swallow|trago|burn|quem"
)


def eases(text: str) -> bool:
    """Whether they tell that somebody came round, or that it was a false alarm: no new danger by itself."""
    return _CAME_ROUND.search(straight(text)) is not None


def turns(text: str) -> bool:
    """Whether they tell that somebody was found, came round, or that it was nothing after all."""
    plain = straight(text)
    return any(each.search(plain) for each in (_FOUND, _CAME_ROUND, _NONE_AFTER_ALL))


def first_aid(text: str) -> bool:
    """Whether they tell what is done for somebody who lies there ("dad doing cpr till ems comes")."""
    return _FIRST_AID.search(straight(text)) is not None


def of_the_body(text: str) -> bool:
    """Whether an emergency told in these words is one that first aid answers."""
    return _OF_THE_BODY.search(straight(text)) is not None


def without_aid(plain: str) -> str:
    """Straightened words without what is done for somebody who lies there."""
    return _FIRST_AID.sub("help", plain)
