"""A visit that ended at the door (READING, "Events"): turned away there, or told that they were out.

"Come back another day" and "her husband answered, she and Leo are at the doctor" are attempts, whoever spoke
through the door. A child who came out, or of whom more is told than where it was, was visited after all.
"""

from __future__ import annotations

from bot.understand.events.cues import found
from bot.understand.patterns.quick import Quick

_NOT = r"(?:would not|wouldn't|wouldnt|will not|won't|did not|didn't|refus(?:ed|es) to|declined to|never)"
_TURNED_AWAY = Quick(
    rf"(?<!\w){_NOT}(?: even)? (?:let|allow|admit|invite|have) (?:me|us)(?: to)?(?: (?:come|go)"
    rf")?(?:(?= *(?:$|"
    r"[.,;]))| (?:in|inside|past|through|up|upstairs|enter|into)| see (?:CHILD(?!['’])|(?:him|her|them)(?= *"
    r"(?:$|[.,;]))))(?!\w)"
    rf"|(?<!\w){_NOT}(?: even)? (?:open (?:up|the (?:\w+ )?door|it)|come (?:to|down to) the door)"
    r"|(?<!\w)(?:(?:was|were|been|got|being) (?:denied|refused)|(?:denied|refused|denying|refusing) (?:me|us|"
    r"worker|this worker|the worker|cw)?) ?(?:entry|access|entrance|admission|admittance)(?!\w)"
    r"|(?<!\w)(?:entry|access|entrance|admission|entrada|acceso) (?:(?:was|is|fue) )?(?:denied|refused|not "
    r"(?:granted|given|allowed)|negad[oa]|denegad[oa])(?!\w)"
    r"|(?<!\w)(?:shut|closed|slammed|shutting|closing) the (?:\w+ )?door (?:on|in) (?:me|us|my|our)(?: face)?"
    r"|(?<!\w)(?:told|telling|asked|asking|tells|yelled at|hollered at) (?:me|us)"
    r" (?:\w+ ){0,2}?(?:come back(?! (?:in|for|every|with|to (?:the|see))(?!\w))|"
    r"go away|leave|to leave|get lost|to go(?= *(?:$|[.,;]))|(?:try|stop by|return) (?:again|another|later|"
    r"tomorrow))(?!\w)"
    r"|(?<!\w)(?:no one|nobody|noone|nadie) (?:would |ever )?(?:let|buzzed) (?:me|us) (?:in|up|through|"
    r"inside)(?!\w)"
    r"|(?<!\w)(?:said|saying|told me|says|dijo(?: que)?)(?: that)? (?:not (?:today|now|right now)|(?:today|"
    r"now) (?:is|was)(?: not|"
    r"n't) (?:a )?good|hoy no|ahora no)(?= *(?:$|[.,;]))"
    r"|(?<!\w)(?:sent|ran|chased|waved) (?:me|us) (?:away|off|packing)(?!\w)"
    r"|(?<!\w)no (?:me|nos) (?:dej(?:o|aron|aba|aban)|permiti(?:o|eron)|quis(?:o|ieron) (?:dejar|abrir|"
    r"recibir"
    r"|atender))(?: ni)?(?: (?:entrar|pasar|subir|ver(?:l[oa]s?)?(?: a CHILD)?))?(?!\w)"
    r"|(?<!\w)(?:me|nos) (?:cerr(?:o|aron)|tir(?:o|aron)|azot(?:o|aron)|nego|negaron)(?: con)? (?:la puerta|"
    r"la entrada|el acceso|el paso|el portal)(?: en la cara)?(?!\w)"
    r"|(?<!\w)que (?:volvi(?:era|eramos)|regres(?:ara|aramos)|vini(?:era|eramos)) (?:otro dia|mas tarde|"
    r"luego|"
    r"manana|despues|en otro momento|el \w+)(?!\w)"
)
_WHO = (
    r"(?:PERSON|KIN|neighbou?r|son|daughter|grand(?:son|daughter|child|kid)|nephew|niece|husband|wife|sister|"
    r"brother|mother|father|mom|dad|boyfriend|girlfriend|partner|cousin|roommate|tenant|teen(?:ager)?|man|"
    r"woman|lady|guy|girl|boy|kid|super|doorman|babysitter|sitter|(?:older|foster) (?:son|daughter|kid|"
    r"child)|"
    r"hij[oa]|niet[oa]|sobrin[oa]|marido|espos[oa]|vecin[oa]|muchach[oa]|senora?|herman[oa]|ninera|prim[oa]|"
    r"somebody|someone|alguien)"
)
_AT_THE_DOOR = (
    r"(?:(?:came|come|went) to|answered|opened|got|abrio|me abrio|salio(?: a)?|me salio|contesto(?: la)?)"
    r"(?: (?:up|the (?:\w+ )?door|la puerta|the intercom|the bell|the buzzer))?"
)
_SAYS = r"(?:said|says|saying|told (?:me|us)|tells me|dijo|dice|(?:me|nos) dijo|diciendo)(?: that| que)?"
_THEM = (
    r"(?:(?:she|he|they|everyone|everybody|nobody|no one|both|the (?:kids|boys|girls|family)|ellos|ellas|ella"
    r"|el|todos|[A-Z]{3,})(?: and (?:the )?[\w]+)*)"
)
_OUT = (
    r"(?:(?:'s|'re|'d|is|are|was|were|had|has|would be|will be|'d be|'ll be)(?: (?:all|both|still|just|"
    r"already|not|gone|out|over|away|up))* ?(?:at(?! home| the (?:table|door|house))|out|gone|away|left|with|"
    r"stepped out|"
    r"on (?:their|her|his) way|back (?:in|at|by|later|around|after|soon|tonight|tomorrow)|home|there|in"
    r"(?! (?:the (?:living|kitchen|bed|bath|back)|bed|her|his|their)))|went (?:out|to)|left|stepped out|"
    r"(?:no )?(?:estaban?|andaban?|esta|estan)(?! (?:en casa|aqui|ahi|dormid\w+|durmiendo|jugando|bien))|"
    r"(?:habian? salido|salio|salieron|se (?:fue|fueron|habian? ido)))"
)
_ANOTHER_ANSWERED = Quick(
    rf"(?<!\w){_WHO}(?: (?:of|de|del) (?:la |el )?[A-Z]{{3,}})? {_AT_THE_DOOR}(?![^.;!?]{{0,40}}(?:let|dejo)"
    rf" (?:me|us|nos))[^!?;]{{0,60}}?(?<!\w){_SAYS} "
    rf"(?:{_THEM} ?)?{_OUT}(?!\w)"
)
# Somebody was seen in spite of it.
_SEEN_AFTER = Quick(
    r"(?<!\w)(?<!didn't )(?<!not )(?<!never )(?<!to )(?:saw|seen|met with|sat (?:with|down|in|on)|"
    r"visited with|"
    r"observed|(?:finally |then |eventually |but |later )(?:\w+ )?(?:let|invited|buzzed) (?:me|us) (?:in|up|"
    r"inside)|vi a|la vi|lo vi|los vi|(?:entonces|luego|despues|al final|por fin) (?:me|nos) (?:dejo|abrio))"
    r"(?!\w)|CHILD(?: and CHILD)? (?:(?:then |did |himself |herself |still )?(?:came|come|comes|ran|peeked|"
    r"stepped|walked|waved|showed|told|played|sat|smiled|talked|spoke|salio|salieron|vino)|(?:was|were|is|"
    r"are)"
    r"(?: all| both)? (?:home|there|here|on|inside|asleep|awake|sleeping|napping|playing|eating|watching|"
    r"doing|"
    r"sitting|dressed|happy|fine|ok|okay|well|good|clean))(?!\w)"
)
_CHILD_THERE = Quick(
    r"(?<!\w)CHILD(?:(?:,| and|, and) CHILD)*,? (?:was|were|is|are|estaba|estaban) (?:all |both |each |"
    r"also )?"
    r"(?:present|seen|home|at home|in the home|observed|there|interviewed|presentes?|vist[oa]s?|"
    r"(?:here|ahi|alli|en (?:la )?casa))(?! (?:alone|by (?:him|her)self|dressed|waiting|and ready|ready|"
    r"but (?:i|not|would|could))(?!\w))(?!\w)"
)


# The grown-ups of a home who were out of it.
_ADULT_OUT = Quick(
    r"(?<!\w)(?:CAREGIVER|KIN|PERSON|(?:the )?(?:foster|resource) (?:mother|mom|father|dad|parents?)|fm|fp|"
    r"(?:her|his) (?:husband|wife))(?: (?:herself|himself|though|again))? (?:(?:was|were|is|are)(?: not|n't)|"
    r"wasn't|weren't|isn't|not|no estaba)(?: (?:at|in))? ?(?:home|available|there|present|in|the home|"
    r"en (?:la )?casa)(?!\w)"
)


def held_with_child(text: str) -> bool:
    """“Owen was present, the foster mother was not available": nothing but a grown-up was missed."""
    if not child_there(text):
        return False
    rest = _ADULT_OUT.sub(" ", text)
    return rest != text and not found("outcome.attempted", rest) and not found("outcome.cancelled", rest)


def without_door(text: str) -> str:
    """`text` without the words by which somebody was turned away: "in my face" is no place."""
    return _TURNED_AWAY.sub(" ", text)


def turned_away(text: str) -> bool:
    """Whether the words tell of a visit that got no further than the door, of which nobody came after all."""
    found = _TURNED_AWAY.search(text) or _ANOTHER_ANSWERED.search(text)
    if found is None:
        return False
    return _SEEN_AFTER.search(_TURNED_AWAY.sub(" ", text[found.start() :])) is None


def child_there(text: str) -> bool:
    """“Hope was present": a visit to a child is held with it, whoever else of the home was not."""
    return _CHILD_THERE.search(text) is not None
