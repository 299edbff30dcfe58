"""What an adult does to the worker is a talk, whatever the verb; what "did not speak with" tells is none.

Over folded words, as the patterns of `stance_words`; what bars a talk ("let me in") is no part of it.
"""

from __future__ import annotations

from bot.understand.names.stance_words import THE
from bot.understand.patterns.quick import Quick

_NO_TALK = (
    r"(?:let|lets|waved|buzzed|ignored|ignoring|avoided|joined|met|saw|was|were|is|are|am|has|have|came|"
    r"rode|went"
    r"|walked|waited|drove|stayed|stood|followed|left|would|did|does|do|could|cannot|can|will|never|not|"
    r"refused"
    r"|wants|wanted|needs|and|but|or|who|so|then|to|of|in|at|on|out|off|up|down|with|for|from|by|there|home|"
    r"here"
    r"|present|about|re|because|when|while|until|if|that|which|[a-z]*n[o']?t)\b"
)
TO_ME_AFTER = Quick(
    r"\W{0,3}(?:\([^()]{0,60}\)\W{0,3})?(?:(?:also|then|just|later|finally|even|both|kindly) ){0,2}"
    rf"(?!{_NO_TALK}|\w+ing\b)[a-z']{{3,}}(?: (?!(?:not|never|no|for|before|after"
    rf"|when)\b)[\w'-]+){{0,6}}? (?:me|us)\b"
    r"(?! in\b| know (?:when|if) )"
)
"""“Fussed at me", "teared up telling me": any verb of somebody with the worker as its object."""
_UNSPOKEN = (
    r"\b(?:did(?:n['’]?t|nt| not)|never|could(?:n['’]?t|nt| not)|was(?:n['’]?t|nt| not) able to|unable to"
    r"|no chance to|not able to|without)(?: (?!but\b)[\w']+){0,4}? (?:speak(?:ing)?|spoke|talk(?:ing|ed)?"
    r"|catch up|caught up|connect(?:ed)?|chat(?:ted)?)(?: \w+)? (?:with|w/|w|to) ?"
    r"|\bno (?:pude |pudimos |alcance a |llegue a )?(?:habl\w{1,4}|plati\w{2,5}|convers\w{1,4}) con "
)
NOT_SPOKEN_BEFORE = Quick(rf"(?:{_UNSPOKEN}){THE}$")
"""“Did not speak with", "didn't get to talk to", "no hablé con"."""

# "Had questions about the subsidy and I answered": done with the worker, whatever its verb.
WITH_ME = Quick(
    r"[^.;]{0,80}?(?<!\w)(?:me|us|(?:and|so) (?:i|we)|questions?|concerns|complaints"
    r"|worries|on and on|at length)(?!\w)"
)
# "Upped the dose last month": another time than the visit's.
OTHER_TIME = Quick(
    r"[^.;]{0,80}?(?<!\w)(?:(?:last|next) (?:week|month|year|time|summer|spring|winter|fall)"
    r"|(?:\w+ )?(?:weeks|months|days|years) ago|la semana pasada|el mes pasado)(?!\w)"
)

# "Need to get the papers over to Ms Klein": who is to have something yet.
TO_SEND_BEFORE = Quick(
    r"\b(?:need|needs|have|has|got|going|still|will|i'll|gonna|must|supposed)(?: to)?"
    r" (?:send|get|bring|drop|forward|submit|give|fax|mail|email)(?: [\w']+){0,5}? (?:to|for|from) "
    r"(?:(?:the|her|his|their|our|ms|mr|mrs|dr) )?$"
)
CALLS_OTHERS_AFTER = Quick(
    r" (?:also |just |then )?(?:called|calls|phoned|texted|texts|facetimed|rang) (?:the (?:home|house|kids"
    r"|children|girls|boys)|home)\b(?! back)"
    r"|,? had (?:\w+ )?(?:told|asked|called|texted|phoned|promised|sent|brought|seen|met|spoken|talked"
    r"|visited"
    r"|heard|mentioned)(?! (?:(?:to |with )?(?:me|us)|my|the office|in)\b)"
    r"| (?:both )?(?:was|were|is|are|(?:had|has|have) been|got) (?:also |already |just )*(?:told|informed"
    r"|notified|updated|advised|asked|called|texted)(?: (?:of|about) (?:it|this|that))? by "
    r"(?!me\b|us\b|(?:this |the |undersigned )?(?:worker|writer|case ?worker|cw|author|cp)\b|undersigned\b"
    r"|(?:tele)?phone|text\b|e-?mail|mail\b|letter|video)"
)
"""“Mom called the home last night", "mom was told by her": no call to the worker."""
# "I went to Ms Lee's house visit": to whose home it was.
HOME_VISIT_AFTER = Quick(r"(?:['’]?s|['’])? (?:house|home) visit")
# What a carer wants is heard from that carer.
WISHES = Quick(
    r" (?:also |still )?(?:wants?|would (?:like|love)|is (?:asking|worried"
    r"|hoping))(?!\w)"
)
BEHIND_A_STOP = Quick(r"(?: - |[,;:\n]) ?$")
