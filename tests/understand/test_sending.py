"""A note that is to be sent, in words; what came back, as its author asks."""

from __future__ import annotations

import pytest

from bot.understand.office.came_back import asks_what_came_back, asks_what_to_fix
from bot.understand.office.sending import Sending, sending_of

_STAFF = frozenset({"rosa", "maldonado", "luis", "ortega"})


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("mándala otra vez", Sending(True)),
        ("mándala a Rosa otra vez", Sending(True, "rosa")),
        ("ya corregida, envíala de nuevo", None),
        ("Send it back to Rosa.", Sending(True, "rosa")),
        ("ok send it back to her", Sending(True, "her")),
        ("resubmit", Sending(True)),
        ("send the corrected one to rosa", Sending(True, "rosa")),
        ("resend the Valeria note", Sending(True, "", "valeria")),
        ("send Valeria's back", Sending(True, "", "valeria")),
        ("submit the note for Akeem again", Sending(True, "", "akeem")),
        ("manda la de Valeria", Sending(False, "", "valeria")),
        ("manda la nota de Valeria Sosa a Rosa", Sending(False, "rosa", "valeria sosa")),
        ("send it in", Sending(False)),
        ("send it to Ms. Norris", None),
        ("send the letter to mom", None),
        ("send her the address", None),
        ("mandale la nota a la mamá", None),
        ("manda la dirección de Valeria", None),
        ("I sent it back to Rosa at 3", None),
    ],
)
def test_what_is_to_be_sent(text: str, wish: Sending | None) -> None:
    assert sending_of(text, _STAFF) == wish


@pytest.mark.parametrize(
    "text",
    [
        "qué me devolvió Rosa",
        "what did Rosa return",
        "what did my supervisor send back",
        "which notes did Ms Maldonado return",
        "did rosa send anything back",
        "anything come back from Rosa?",
        "show me what came back",
        "qué me regresaron",
        "me devolvió rosa algo",
        "qué notas tengo devueltas",
        "any returns?",
        "what does rosa want me to fix",
        "what did my supervisor want changed",
        "qué quiere Rosa que corrija",
    ],
)
def test_which_notes_came_back(text: str) -> None:
    assert asks_what_came_back(text, _STAFF)


@pytest.mark.parametrize(
    "text",
    [
        "Rosa me devolvió la llamada hoy a las 3",
        "Rosa returned my call at 3 today",
        "qué me dijo Rosa ayer",
        "what did rosa send",
        "what did Hope return",
        "what does mom want to change about the visits",
        "what did mom give back",
        "did anyone return my call",
        "he came back at 5",
    ],
)
def test_what_asks_of_no_note_that_came_back(text: str) -> None:
    assert not asks_what_came_back(text, _STAFF)


def test_what_is_still_to_fix() -> None:
    assert all(map(asks_what_to_fix, ("What's still to fix?", "qué me falta corregir", "what needs fixing")))
    assert not any(map(asks_what_to_fix, ("mom still has to fix the window", "what's due")))
