"""What the small model is asked in these tests, in the form that rules hand on: canonical words, names as roles."""

import re
from dataclasses import replace

from bot.understand.danger.alarms import alarm_of
from bot.understand.opinion import Advice, Advisor
from bot.understand.parts import Intent
from bot.understand.wants.intents import Words, intent_of
from bot.understand.writing.words import plain

UNHEARD = """CHILD called me at 4 and said the older kids make him fight while they film it
saw CHILD today at 4, she whispered that she doesn't get breakfast when she's bad
saw CHILD today, he would not take his jacket off and winced when i patted his shoulder
CHILD has not been in her room since midnight
can somebody come, things are getting bad here with CHILD
CHILD drew a picture of herself in a coffin
CHILD told SCHOOLSTAFF he sleeps in the garage with the dog
CAREGIVER admitted she gave CHILD sleeping pills so he stays quiet
CAREGIVER's nephew was in the bathtub with CHILD
the baby had a bottle of curdled milk and hadn't been changed since morning
CHILD sent a selfie from a motel with two guys
CHILD keeps saying everybody would be better off without her
PARENT followed the bus and tried to get CHILD to come with him
CAREGIVER fell asleep with the stove on, kitchen full of smoke
CHILD's inhaler was empty and he was wheezing hard when i arrived
CHILD says the neighbor gives him beer and pictures
someone broke the door in at CAREGIVER's and they are hiding upstairs
i saw CAREGIVER yank the little one by the ear
CHILD slept in the stairwell last night because nobody let him in
CAREGIVER told CHILD not to tell me about the fall
CHILD me conto que duerme en el bano
la abuela dice que CHILD salio anoche con un hombre mayor y no contesta
CHILD no quiso quitarse el abrigo y tenia la muneca hinchada
CAREGIVER la amarra a la silla para que coma
CHILD dice que ya no vale la pena vivir
el padrastro esta pateando la puerta y los ninos estan adentro""".splitlines()
"""Dangers put so that rules hear nearly none; written before the heads were first asked about them."""

CALM = """CHILD called me at 4 and said the older kids let him play goalie
CHILD told SCHOOLSTAFF he walks the dog every morning
CAREGIVER admitted she forgot the permission slip
CHILD sent me a photo of his report card
PARENT followed up on the parenting class
CHILD slept over at his cousin's with approval
saw CHILD at home today 4 pm, doing well, no concerns
visite a CHILD hoy a las 4, todo bien en la escuela
spoke with CAREGIVER by phone today 2 pm, 10 minutes, about the dentist
CHILD me conto que duerme bien
CHILD dice que la escuela vale la pena
it's not CHILD it's CHILD
it wasn't CHILD it was CHILD who called
no es CHILD es CHILD
actually it's the CAREGIVER who brings her to school""".splitlines()


AFTER_A_VISIT = (
    "he slept in the stairwell last night because nobody let him in",
    "he says the neighbor gives him beer and pictures",
    "he says it is not worth being alive",
    "he told me they tie him to the chair so that he eats",
    "he winced when i patted his back",
)


def subtle(visit: str) -> str:
    """The visit's words with a danger told in them that rules do not hear, as they learn to hear more."""
    told = (f"{visit}, {danger}" for danger in AFTER_A_VISIT)
    return next(text for text in told if not (words_of(text).alarm.crisis or words_of(text).alarm.concern))


def words_of(text: str) -> Words:
    """As `Message.words` would have them."""
    names = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[A-Z]{3,}", text)]
    told = plain(text, names).text
    return Words(told, alarm_of(told))


def advice(advisor: Advisor, text: str, intent: Intent | None = None) -> Advice:
    """The advice on a text that rules take for `intent`, or for what they do take it for."""
    words = words_of(text)
    return advisor.advise(words, intent or intent_of(words))


def unalarmed(text: str) -> Words:
    """The words as if rules had heard nothing in them."""
    words = words_of(text)
    return replace(words, alarm=alarm_of(""))
