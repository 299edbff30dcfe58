"""Words by which a clause only reports what others did, over canonical words; compiled once."""

from __future__ import annotations

import re

REPORTED = re.compile(
    r"(?<!\w)(?:he|she|they|CHILD|FAMILY|PARENT|KIN|PERSON|SCHOOLSTAFF|CAREGIVER|DOC|PRO|mom|dad|el|"
    r"ella) (?:\w+ ){0,2}?(?:(?:called|texted|phoned|facetimed) (?:him|her|them)|left|ran|went|woke|came|"
    r"got|fell|took|walked|disappeared|started|stopped|wakes|goes|gets|sleeps|slept|ate|was|were|is|are|has|"
    r"had|cut|hit|threw|punched|passed|refused|lost|broke|drank|bit|stole|swung|tore|"
    r"(?!visited|picked|dropped|observed|interviewed|supervised|called|texted)[a-z]{3,}ed|se|fue"
    r"|salio|llego|esta|estaba|tiene|tuvo|dijo|told|says?|said|"
    r"reported)(?!\w)"
)
GOT_THROUGH = re.compile(
    r"(?<!\w)(?:(?:got|reached|caught) (?:her|him|them|through|ahold|a hold|hold|CAREGIVER|PARENT|KIN)|"
    r"(?:she|he|they) (?:answered|picked up)|answered(?: me)?(?= (?:at|on|and)|$)|picked up|"
    r"called (?:me )?back|returned my call|(?:ahi |luego )?(?:si )?contesto|me devolvio)(?!\w)"
)
OFF = re.compile(
    r"(?<!\w)(?:(?:that(?: one)?|it|this(?: one)?|visit)(?:'s| is|s| was) (?:off|cancel\w*)"
    r"|call(?:ed)? it off|(?:quedo|se) cancel\w*)(?!\w)"
)
SENT_BY_ME = re.compile(
    r"(?<!\w)(?:i|we|and|then|yo)?\s*(?:then |also )?"
    r"(?:called|emailed|mailed|texted|phoned|llame|escribi|mande|phone call (?:with |to )?[A-Z]{3,})(?!\w)"
)
BACK = re.compile(r"(?<!\w)(?:back|voicemail|message|mensaje|hung up|no answer|called and told|buzon)(?!\w)")
# "Sun - nothing", "Sat: off": a day of which there is nothing to tell.
NOTHING = re.compile(
    r"\W*(?:[\w/]+(?: \d[\w/]*)? ?[:-] ?)?(?:nothing|none|off|no (?:contacts?|visits?|calls?)|nada|libre)\W*"
)
CASE_CALLED = re.compile(
    r"(?:but |and |it |we |case )*(?:was |were |got |not |finally )*called (?:at|around|until|til|late)(?!\w)"
)
