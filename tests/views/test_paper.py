"""Paper: every name's letters, every line, over as many pages as it takes."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from bot.views.paper import Part, Row, pdf
from tests.views.papers import pages_of, words_of

NAMES = [
    "José Núñez Peña", "Zoë Ólafsdóttir", "Łukasz Źdźbło", "Đặng Thị Ngọc", "Ждан Шевченко",
    "Ελένη Παπαδοπούλου", "Nadia O’Brien–Şahin", "D'Andre & <b>Co</b>", "王小明 & 陳麗華", "김민수", "さくら Wang",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_to_the_letter(name):
    made = pdf("Sheet", [], [Part(name, (Row("Children", (name,)),))], foot="kept apart")
    assert words_of(made).count(name) == 2


def test_what_the_fonts_do_not_hold_is_a_box_and_not_left_out():
    made = pdf("Sheet", [], [Part("ম family", (Row("Children", ("মম Roy",)),))], foot="")
    assert "□ family" in words_of(made)
    assert "□□ Roy" in words_of(made)


def test_long_families_go_over_pages_and_no_line_is_lost():
    lines = tuple(
        f"line number {n}, which says a little more than fits: " + "words " * 20 for n in range(150)
    )
    made = pdf("Sheet", ["under it"], [Part("Okafor family", (Row("Notes", lines),))], foot="Confidential")
    said = words_of(made)
    assert all(f"line number {n}," in said for n in range(150))
    assert said.count("Okafor family") >= said.count("Confidential") == pages_of(made) > 3


def test_the_file_itself_names_nobody():
    made = pdf("Hand-over sheet", ["Dana Ellis"], [Part("Okafor family", ())], foot="")
    about = PdfReader(io.BytesIO(made)).metadata
    assert (about.title, about.author) == ("Hand-over sheet", "Fieldnote")
