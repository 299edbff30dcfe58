"""A child who would not be seen: "refused to come out of his room, so I only spoke with Mr Lee"."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_ROOM = (
    r"(?:(?:his|her|their|the|su|el|la) )?(?:room|bedroom|house|car|cuarto|habitacion|recamara|casa|carro)"
)
_REFUSED = Quick(
    r"(?<!\w)(?:refus(?:ed|es|ing) to|(?:would not|wouldn't|won't|will not)(?: even)?|declined to|"
    r"(?:did not|didn't|doesn't) want to|no (?:quiso|queria|quizo)|se (?:nego|negaba) a)(?: even)? "
    r"(?:(?:see|meet|meet with) (?:me|us)(?! (?:again|next|until|every|at (?:his|her)))|"
    r"come (?:out|down|downstairs|to the (?:door|living room|table))|"
    r"open (?:the|his|her) (?:\w+ )?door|let (?:me|us) in|get (?:out of|up from) (?:his |her |the )?bed|"
    rf"leave {_ROOM}|(?:get|come) out of {_ROOM}|salir(?: de {_ROOM})?|"
    r"bajar|verme|vernos|abrir(?:me)?(?: la puerta)?|levantarse|recibirme|atenderme)(?!\w)"
    r"(?! (?:for|to eat|a (?:comer|cenar)|para))"
    r"|(?<!\w)(?:stayed|remained|locked (?:him|her)self|shut (?:him|her)self) (?:up )?in "
    rf"{_ROOM} (?:the (?:whole|entire) |and (?:would not|wouldn't|refused|did not|didn't) "
    r"(?:to )?(?:see|speak|talk|come|open|let))"
    rf"|(?<!\w)se (?:quedo|encerro) (?:encerrad[oa] )?en {_ROOM} (?:y no|todo el|toda la)(?!\w)"
)
# Seen or talked with all the same, or by what a closed door lets through.
_AFTER_ALL = Quick(
    r"(?<!\w)(?:at first|al principio|eventually|finally|after (?:a (?:while|bit|few)|\d+|some|ten|five)|"
    r"al final|por fin|despues si|through (?:the|his|her) (?:\w+ )?(?:door|window)|por la (?:puerta|ventana)|"
    r"(?:saw|seen|met with|vi a) CHILD|(?:so|but|then|later|until) (?:then |later )?"
    r"(?:he|she|they|i|we|CHILD) "
    r"(?:\w+ )?(?:came|opened|spoke|talked|let|sat|met|saw|went (?:up|in))(?! (?:to|with) (?!CHILD)[A-Z])|"
    r"(?:talked|spoke|chatted|sat|talking|speaking|visited|ate|played) (?:with|to) "
    r"(?:him|her(?! (?:foster|mom|mother|\w+ mother))|them|both|CHILD)|"
    r"(?:CHILD|he|she|they|ella) (?:told|showed|said|let|asked) (?:me|us)|"
    r"hable con (?:el|ella|CHILD)|me (?:dijo|conto|enseno))(?!\w)"
)


def would_not_be_seen(text: str) -> bool:
    """Whether `text` says that the child it speaks of refused to be seen, and was not after all."""
    return _REFUSED.search(text) is not None and _AFTER_ALL.search(text) is None
