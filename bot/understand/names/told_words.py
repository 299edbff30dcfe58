"""Who is only told of: in a drawing, at somebody's side, meant to have something; over folded words."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

# "Showed me his drawing of mom": who is in it, or is to have it.
MADE_OF_BEFORE = Quick(
    r"\b(?:drawings?|pictures?|photos?|cards?|letters?(?= (?:of|from|about) )"
    r"|(?:his|her|their|the last|wrote a|writing a|(?:she|he|they) (?:wrote|sent) a) letters?"
    r"|poems?|gifts?|presents?|stor(?:y|ies)|memor(?:y"
    r"|ies)|dreams?"
    r"|nightmares?|dibujos?|fotos?|cartas?|regalos?|suenos?) (?:of|for|from|about|to|de|para) "
    r"(?:(?:the|his|her|their|su|la|el) )?$"
    r"|\b(?:she|he|they|ella|el) (?:drew|draws|painted|colou?red|dibujo|pinto)(?: a| an?)?(?: (?:picture|"
    r"portrait|card) of)? (?:(?:the|his|her|their|su|la|el|a) )?$"
    # "The note the school sent home with Angel": what the child carried.
    r"|\b(?:note|notice|letter|report|slip|form|paper|nota|carta|aviso|reporte|papel)\b(?: \w+){0,6}?"
    r" (?:sent|gave|mando|mandaron|envio|enviaron)(?: \w+){0,3}? (?:with|w|w/|con) $"
    r"|\b(?:sent|mando|mandaron|envio|enviaron)(?: \w+){0,2}? (?:note|notice|letter|report|slip|form|nota"
    r"|carta|aviso|reporte)(?: home| a (?:la )?casa)? (?:with|w|w/|con) $"
)

# "El novio de su mamá": whose he is.
THEIRS_BEFORE = Quick(
    r"\b(?:novi[oa]|espos[oa]|marido|pareja|amig[oa]s?|jef[ea]|vecin[oa]|familia|hij[oa]s?|prim[oa]s?"
    r"|sobrin[oa]s?|niet[oa]s?|cunad[oa]s?|yerno|nuera|herman[oa]s?|inquilin[oa]|compadre|comadre|ti[oa]s?"
    r"|ex|expareja|entenad[oa]) de (?:(?:su|la|el|mi|los|las|sra|senora) ){0,2}$"
    r"|\b(?:an?|the|some|another|her|his|their) (?:(?:grown|adult|older|younger|teenage) )?(?:cousin|nephew"
    r"|niece|brother|sister|son|daughter|grandson|granddaughter|boyfriend|girlfriend|friend|neighbor"
    r"|roommate"
    r"|tenant|relative|uncle|husband|wife) of (?:the )?$"
)

# "Dropped off coats for Maya": who was to have them.
BROUGHT_FOR_BEFORE = Quick(
    r"\b(?:dropped(?: off)?|delivered|bought|mailed|sent|left|gave|handed|brought|signed|filled out|picked"
    r" up"
    r"|entregue|traje|compre|firmo)\b[^.;,]{0,60} (?:for"
    r"|para) (?:(?:the|her|his|their) )?$"
    # "The spare room is ready for Bree": nobody says that she was there.
    r"|\b(?:rooms?|bedrooms?|beds?|crib|cot|cuarto|cama|cuna)(?: [^.;,]{0,40})? (?:ready|set up|made up"
    r"|fixed up|done"
    r"|painted|furnished|prepared|waiting|listo|lista|preparad[oa]|arreglad[oa])(?: and waiting)? (?:for"
    r"|para) $"
)

# "She cleaned out the bedroom for Faith and showed me the bed": she who cleaned it showed it.
MADE_FOR_BEFORE = Quick(
    r"\b(?:rooms?|bedrooms?|beds?|crib|space|cuarto|cama|clothes|ropa|stuff"
    r"|things)\b[^.;,]{0,20} (?:for|para) $"
)

# "Grace stayed home with Judy": where the others were.
STAYED_WITH_BEFORE = Quick(
    r"(?<!\bi )(?<!\bwe )\b(?:stayed|staying|stays|remained|left|se quedo)(?: (?:home|behind|back|there|at "
    r"home|en casa))*"
    r" (?:with|w/|w|con) (?:(?:the|her|his|their|su|la|el) )?$"
)
# "Leo was home with Ms Lee", of a meeting at school: where the child was meanwhile. Not behind "then I …".
HOME_WITH_BEFORE = Quick(
    r"\b(?:was|were|is|are|estaban?|esta) (?:(?:at|back|still|en) )?(?:home|casa) (?:with|w/|w|con)"
    r" (?:(?:the|her|his|their|su|la|el) )?$"
)
GOES_ON = Quick(
    r"\b(?:then|after|afterwards?|later|next|went|drove|headed|stopped|swung|came|got to|hv|h/v|luego"
    r"|despues"
    r"|fui|pase|llegue)\b|(?:\d:\d\d|\d ?[ap]m?\b).*(?:\d:\d\d|\d ?[ap]m?\b)"
)
# "since the last visit with mom", "asked how her visit w/ dad went": a visit that is told of.
OF_A_VISIT_BEFORE = Quick(
    r"\b(?:last|next|previous|prior|upcoming|since|after|before|from|about|re|every|each|first|missed"
    r"|misses"
    r"|desde|despues de|antes de|sobre|por) (?:(?:the|her|his|their|last|next|weekly|first|a|every"
    r"|each) ){0,3}(?:\w+ )?(?:visits?|calls?|sessions?|time|visita"
    r"|llamada) (?:with|w/|w|to|con) ?(?:(?:the|her|his|their|su|la|el) )?$"
    r"|\b(?:ask(?:ed|ing)?|tell|told|know|see|check|wonder\w*|pregunt\w+|saber)(?: (?:me|us|her|him|them))?"
    r" (?:about )?(?:how|whether|if|when|why|como|si|cuando) [^.;,]{0,40}?(?:visits?|calls?|sessions?|appts?"
    r"|appointments?|weekends?|visita|llamada|cita|sesion) (?:with|w/|w|to|con) ?"
    r"(?:(?:the|her|his|their|su|la|el) )?$"
)
