"""Somebody was not there, left, slept or would not come, for no reason that worries: no question about it.

Only the model's ear is spared these words; the rules hear them all the same. Nothing is left out where
anything in the message says that somebody is sought, shut out, hurt or afraid. Over `words.Plain.text`.
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_WHO = r"(?:CHILD(?:,? (?:and |y )?CHILD)*|he|she|they|both|will|hope|the (?:kids|boys|girls|twins|baby))"
_GROWN = r"(?:CAREGIVER|PARENT|KIN|PERSON|he|she|they|mom|dad|la mama|el papa|la foster|la abuela)"
_PLACE = (
    r"(?:school|work|practice|soccer|football|basketball|baseball|track|dance|gym|camp|class|daycare|church|"
    r"therapy|tutoring|library|park|store|bus|game|dentist|doctor|DOC|appointment|movies|mall|(?:birthday "
    r")?party|"
    r"sleepover|after ?school|(?:a |his |her )?friend'?s?(?: house| place)?|friends|lunch|dinner|homework|"
    r"shower|"
    r"escuela|trabajo|practica|futbol|iglesia|terapia|tienda|parque|fiesta|clase|cita|guarderia|biblioteca|"
    r"entrenamiento|doctora?)"
)
_SOUGHT = Quick(
    r"(?<!\w)(?:never|nunca|nobody|noone|no one|nadie|missing|not back|hasn't|haven't|isn't back|wasn't back|"
    r"answer\w*|contesta\w*|last night|anoche|overnight|midnight|1[0-2] ?pm|(?:[1-5] ?am)|alone|sol[oa]s?|"
    r"unknown|strangers?|strange|desconocid\w+|polic\w+|cops|911|permission|permiso|allowed|without|sin|"
    r"(?:take|taking|want) (?:\w+ ){0,2}back|done with|can't do|no (?:lo|la|los|las) quiere|bags|things|"
    r"cosas|backpack|window|"
    r"ventana|(?:couldn't|can't|won't|not|hard to|no (?:l[oa]s? )?(?:pod\w+|pued\w+)) (?:be )?(?:wake|woken|"
    r"desper\w+)|no despierta\w*|unrespons\w+|drunk|high|passed out|borrach\w+|afraid|scared|terrified|miedo|"
    r"motel|hours|horas|since|desde|hurt\w*|hit\w*|bruis\w*|marks?|fight|fought|mad|angry|upset|furious|"
    r"argu\w+|"
    r"ran|run|took off|where|donde|whereabouts|gone|boyfriend|girlfriend|novi[oa]|man|hombre|senor|guy|"
    r"tonight|"
    r"esta noche|late|tarde|street|calle|note saying|goodbye|locked|outside|afuera|car all|goes home|"
    r"safe|unsafe|worr\w+|preocup\w+|fell(?! asleep)|cayo|pills|pastillas|breath\w*|lethargic|limp|days|"
    r"dias)(?!\w)"
)
_LEFT = (
    rf"{_WHO} (?:(?:had|has|have|was|were|is|are|already|just|ya|se|not there|not home|there|home|then|"
    rf"andaba|"
    r"estaba|out|he|she|they|,|no estaba|en|casa|la) ){0,5}(?:left|leaving|went|gone|off|out|heading|"
    r"headed|fue|"
    r"ido|salio|at|en|on (?:his|her|their) way)(?: (?:already|early|ya|over|temprano))?(?: (?:for|to|at|"
    r"with|w|from|"
    r"on|in|out|a|para|al|de|en|con|the|a|an|his|her|their|la|el|su|una?|ms|mr)){0,3} "
    rf"{_PLACE}(?: (?:early|already|today|practice|house|party|bus|temprano|hoy))?"
)
_BEFORE_ME = (
    rf"{_WHO} (?:(?:had|has|was|already|just|ya|se|habia|had just) ){{0,3}}(?:left|gone|leaving|heading out|"
    r"on (?:his|her|their) way out|out|asleep|in bed|dormid[oa]s?|ido|salido)(?: already| ya)? "
    r"(?:when|by the time|before|as|cuando|antes de que) (?:i|we|yo|llegue|llegamos|fui)"
    r"(?: (?:got|came|arrived|was|were|went|showed up))?(?: (?:there|here|in|over))?"
)
_ASLEEP = (
    rf"{_WHO} (?:(?:was|were|is|still|already|fast|sound|estaba|estaban|esta|ya|se|just|out) "
    rf"){{0,3}}(?:asleep|"
    r"sleeping|napping|taking a nap|down for (?:a|his|her) nap|dormid[oa]s?|durmiendo|tomaba siesta|en su "
    r"siesta)"
    r"(?: (?:in|on|at) (?:his|her|their|the) (?:room|crib|bed|bassinet|stroller|car seat|playpen|nap))?"
    r"(?:,? (?:(?:so|and|y|asi que|i|we|just) )*(?:let (?:him|her|them) sleep|(?:didn't|did not) wake "
    r"(?:him|her|them)|"
    r"no (?:l[oa]s? )?(?:quise )?despert\w+))?"
    rf"|{_WHO} (?:fell asleep|dozed off|slept|se durmio|se quedo dormid[oa])(?: (?:in|on|during|through|at|"
    rf"en|"
    r"durante|por) (?:the |my |la |el |mi )?(?:car|van|bus|ride|way|couch|visit|drive|whole visit|carro|"
    r"camino|"
    r"visita|sofa))(?: (?:home|back|here|there))?(?: (?:after|on|during) (?:the|our) (?:visit|way))?"
)
_WOULD_NOT = (
    rf"{_WHO} (?:(?:just|today|still|hoy) )?(?:refused|declined|chose|preferred|opted|didn't want|did not "
    rf"want|didn't "
    r"feel like|wouldn't|would not|no quiso|no quisieron|no queria|prefirio)(?: (?:to|not|not to|no))* "
    r"(?:com(?:e|ing)|talk(?:ing)?|speak|join|participate|attend|visit|go|leave|get (?:up|out of bed)|the "
    r"visit|out|"
    r"venir|ven|salir|hablar|participar|bajar|jugar)(?! (?:home|back|with CAREGIVER|to the foster|a (?:la "
    r"|su )?"
    r"casa|to (?:the )?(?:police|CAREGIVER)))(?: (?:out|down|downstairs|of (?:his|her|the) (?:room|car)|"
    r"de su cuarto|"
    r"to (?:me|us|the visit|anyone)|today|hoy|a la visita))*"
)
_IN_THE_HOUSE = (
    rf"{_WHO} (?:(?:just|then|mostly) )?(?:stayed|remained|hid|hiding|went|was|played|se quedo|se fue|se "
    rf"metio)"
    r"(?: (?:up|back|mostly|off))?(?: (?:in|to|into|upstairs|behind|under|en|a|para|down)){1,2}(?: (?:his|"
    r"her|their|the|"
    r"su|la|el))?(?: (?:own )?(?:room|bedroom|couch|curtain|table|kitchen|yard|shower|bathroom|bath|bed|"
    r"cuarto|sofa|"
    r"sala|mesa))?(?: (?:the whole time|lol|to do homework|and didn't want to (?:come out|talk)|the whole "
    r"visit))*"
)
_BROUGHT = (
    rf"{_GROWN} (?:(?:just|only|solo|nada mas) )?(?:dropped|drops?|brought|left|dejo|trajo|paso a dejar)"
    r"(?: (?!CHILD's|at|with|en|con|on|alone)(?:[\w']+)){0,4}?(?: off)?(?: (?:for (?:the|our|a) visit|at "
    r"\d[\d:]*(?: ?[ap]m)?|at (?:the|our|my) "
    r"(?:office|agency|visit|school|daycare)|para la visita|en la oficina))?(?: at \d[\d:]*(?: ?[ap]m)?)? "
    r"(?:and|y|then) (?:left|went|se fue|se fueron|leave)"
    r"(?: (?:to|for|a|al) (?:the |la )?(?:work|store|trabajo|tienda|errands?))?"
)
_NOT_IN = (
    r"CHILD (?:no|ya no|not|wasn't|was not|is not) (?:(?:estaba|esta|there|home|in|here) ?)(?:en (?:la |"
    r"su )?casa)?"
    r"(?= *(?:$|[.,;])| (?:he|she|they|because|bc|cuz|since|porque|andaba|estaba|so) )"
)
_HARMLESS = Quick(
    rf"(?<!\w)(?:{_LEFT}|{_BEFORE_ME}|{_ASLEEP}|{_WOULD_NOT}|{_IN_THE_HOUSE}|{_BROUGHT}|{_NOT_IN})(?!\w)"
)


def without_absences(text: str) -> str:
    """`text` without who was elsewhere, asleep or unwilling, where nothing in it says that it matters."""
    return text if _SOUGHT.search(text) else _HARMLESS.sub(" ", text)
