"""Paper: a PDF of families, one after another, each with its facts in labelled lines. US Letter.

The only module that knows the PDF library. The fonts (bot/views/fonts, DejaVu Sans, its licence beside it)
hold the Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic scripts; a character that they do not
hold is printed as a box, never left out.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bot.views.blocks import clean

_FONTS = Path(__file__).parent / "fonts"
_PLAIN, _BOLD = "DejaVuSans", "DejaVuSans-Bold"
_MARGIN, _LABEL = 16 * mm, 34 * mm
_GREY, _BAND, _RULE = HexColor("#555555"), HexColor("#e9edf2"), HexColor("#c9d0d9")
_BOX = "□"


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its lines; `loud` ones are printed in bold."""

    label: str
    lines: tuple[str, ...]
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A band with a title, and what stands under it."""

    title: str
    rows: tuple[Row, ...]


def pdf(title: str, lines: Sequence[str], parts: Sequence[Part], *, foot: str) -> bytes:
    """The whole paper; `foot` stands under each page, with its number. Texts are plain: no markup is read."""
    _fonts()
    made = io.BytesIO()
    page = {"pagesize": letter, "leftMargin": _MARGIN, "rightMargin": _MARGIN}
    document = SimpleDocTemplate(
        made, **page, topMargin=_MARGIN, bottomMargin=_MARGIN + 4 * mm, title=title, author="Fieldnote"
    )

    def footer(canvas: Any, _document: Any) -> None:
        canvas.setFont(_PLAIN, 7.5)
        canvas.setFillColor(_GREY)
        canvas.drawString(_MARGIN, 11 * mm, shown(foot))
        canvas.drawRightString(letter[0] - _MARGIN, 11 * mm, f"Page {canvas.getPageNumber()}")

    story: list[Any] = [_text(title, "title"), *(_text(line, "under") for line in lines), Spacer(1, 4 * mm)]
    for part in parts:
        story += [_table(part, document.width), Spacer(1, 4 * mm)]
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    return made.getvalue()


def _table(part: Part, width: float) -> Any:
    """A family; where it goes over a page its band is printed again."""
    rows: list[list[Any]] = [[_text(part.title, "band"), ""]]
    starts = []
    for row in part.rows:
        starts.append(len(rows))
        rows += _rows(row)
    style = [
        ("SPAN", (0, 0), (1, 0)),
        ("BACKGROUND", (0, 0), (1, 0), _BAND),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 1), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 1.5),
        *(("LINEABOVE", (0, at), (-1, at), 0.4, _RULE) for at in starts[1:]),
        *(("TOPPADDING", (0, at), (-1, at), 3) for at in starts),
        ("NOSPLIT", (0, 0), (-1, min(2, len(rows) - 1))),
    ]
    return Table(rows, colWidths=[_LABEL, width - _LABEL], repeatRows=1, style=TableStyle(style))


def _rows(row: Row) -> Iterator[list[Any]]:
    """A table row a line, so that a page may end after any of them."""
    kind = "loud" if row.loud else "line"
    for place, line in enumerate(row.lines or ("none",)):
        yield [_text("" if place else row.label, "label"), _text(line, kind)]


def _text(text: str, style: str) -> Any:
    return Paragraph(html.escape(shown(text), quote=False).replace("\n", "<br/>"), _styles()[style])


def shown(text: str) -> str:
    """The text as the fonts can print it: a box for what they do not hold."""
    known = _fonts()
    return "".join(c if c == "\n" or ord(c) in known else _BOX for c in clean(text.replace("\t", " ")))


@cache
def _fonts() -> frozenset[int]:
    """Have the fonts known to the library; the characters that both of them hold."""
    faces = [TTFont(name, str(_FONTS / f"{name}.ttf")) for name in (_PLAIN, _BOLD)]
    for face in faces:
        pdfmetrics.registerFont(face)
    plain, bold = (frozenset(face.face.charToGlyph) for face in faces)
    return plain & bold


@cache
def _styles() -> dict[str, ParagraphStyle]:
    def style(name: str, font: str, size: float, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.3, **more)

    return {
        "title": style("title", _BOLD, 16, spaceAfter=2 * mm),
        "under": style("under", _PLAIN, 9.5),
        "band": style("band", _BOLD, 11),
        "label": style("label", _PLAIN, 8, textColor=_GREY),
        "line": style("line", _PLAIN, 9),
        "loud": style("loud", _BOLD, 9),
    }
