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
