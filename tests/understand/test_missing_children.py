"""Which words of a crisis put the checklist of a missing child on its card."""

from __future__ import annotations

import pytest

from bot.understand.danger.incidents import incidents_in


@pytest.mark.parametrize(
    "text",
    [
        "emergencia javier navarro y su hermana julieta no estan en la casa, la sra dice q brincaron por la ventana",
        "se salieron por la ventana los dos, no est\u00e1n en su cuarto",
        "los ni\u00f1os se brincaron la barda y no aparecen",
        "she jumped out her bedroom window, gone",
        "the twins climbed out the bathroom window and are gone",
        "he went out the window at 2am fm found the bed empty",
        "beds are empty both girls not in the house",
        "no esta en su cama ni en la casa",
        "se brinco la ventana anoche",
        "ran out the back door",
        "not in the house, window open",
        "both kids not home, window open",
        "neither of them is in the house",
        "no estan en su cuarto, la ventana abierta",
        "no la hallan por ningun lado",
        "salto por la ventana y se fue",
    ],
)
def test_a_child_is_missing(text: str) -> None:
    assert "missing_child" in incidents_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "los nietos no estan en la casa de la abuela, estan en la escuela",
        "brinco en la cama",
        "he jumped in the pool window",
        "fm was not in the house when i came",
        "mom no estaba en casa cuando fui",
        "no esta en casa hoy, esta con la tia",
        "threw the ball out the window",
        "threw his phone out the window",
        "he looked out the window",
        "jumped out of his chair",
        "broke the window with a ball",
    ],
)
def test_none_is(text: str) -> None:
    assert "missing_child" not in incidents_in(text)
