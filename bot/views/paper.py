"""Paper: a PDF of families, one after another, each with its facts in labelled lines. US Letter.

The only module that knows the PDF library. The fonts (bot/views/fonts, DejaVu Sans, its licence beside it)
hold the Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic scripts. Chinese, Japanese and Korean
names are printed with fonts that whoever shows the PDF has (no file is needed); any other character is
printed as a box, never left out.
"""

from __future__ import annotations

import html
import io
import re
import textwrap
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
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bot.views.blocks import clean

_FONTS = Path(__file__).parent / "fonts"
_PLAIN, _BOLD = "DejaVuSans", "DejaVuSans-Bold"
_MARGIN, _LABEL = 16 * mm, 34 * mm
_GREY, _BAND, _RULE = HexColor("#555555"), HexColor("#e9edf2"), HexColor("#c9d0d9")
_BOX = "□"
_ELSEWHERE = (
    (re.compile("[\uac00-\ud7a3]+"), "HYSMyeongJo-Medium"),
    (re.compile("[\u3001-\u30ff\u4e00-\u9fff]+"), "STSong-Light"),
)
"""Korean syllables; Chinese and Japanese signs: fonts that a PDF names and does not hold."""
_LONGEST, _ROWS = 1500, 60
"""Characters of a paragraph (a page holds more than twice as many), and lines of a table."""


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
        story += [*_tables(part, document.width), Spacer(1, 4 * mm)]
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    return made.getvalue()


def _tables(part: Part, width: float) -> Iterator[Any]:
    """A family: one table, whose band is printed again on the next page; of very many lines several tables.

    Laying out a table takes the square of its rows.
    """
    rows = [(cells, starts) for row in part.rows for starts, cells in _rows(row)]
    for at in range(0, max(len(rows), 1), _ROWS):
        title = part.title if at == 0 else f"{part.title} (continued)"
        yield _table(title, rows[at : at + _ROWS], width)


def _table(title: str, rows: Sequence[tuple[list[Any], bool]], width: float) -> Any:
    starts = [number for number, (_, starts) in enumerate(rows, 1) if starts]
    style = [
        ("SPAN", (0, 0), (1, 0)),
        ("BACKGROUND", (0, 0), (1, 0), _BAND),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 1), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 1.5),
        *(("LINEABOVE", (0, at), (-1, at), 0.4, _RULE) for at in starts if at > 1),
        *(("TOPPADDING", (0, at), (-1, at), 3) for at in starts),
        ("NOSPLIT", (0, 0), (-1, min(2, len(rows)))),
    ]
    cells = [[_text(title, "band"), ""], *(cells for cells, _ in rows)]
    return Table(cells, colWidths=[_LABEL, width - _LABEL], repeatRows=1, style=TableStyle(style))


def _rows(row: Row) -> Iterator[tuple[bool, list[Any]]]:
    """A table row a line, so that a page may end after any; a long line is several. True: with the label."""
    kind = "loud" if row.loud else "line"
    pieces = (piece for line in row.lines or ("none",) for piece in _pieces(line))
    for place, piece in enumerate(pieces):
        yield place == 0, [_text("" if place else row.label, "label"), _text(piece, kind)]


def _pieces(line: str) -> list[str]:
    """Its own lines, each in pieces that fit a page."""
    return [piece for each in line.split("\n") for piece in textwrap.wrap(each, _LONGEST) or [" "]]


def _text(text: str, style: str) -> Any:
    marked = html.escape(shown(text), quote=False)
    for signs, font in _ELSEWHERE:
        marked = signs.sub(rf'<font name="{font}">\g<0></font>', marked)
    return Paragraph(marked, _styles()[style])


def shown(text: str) -> str:
    """The text as the fonts can print it: a box for what they do not hold."""
    known = _fonts()
    plain = clean(" ".join(text.split()))
    return "".join(c if ord(c) in known or _is_elsewhere(c) else _BOX for c in plain)


def _is_elsewhere(sign: str) -> bool:
    return any(signs.match(sign) for signs, _ in _ELSEWHERE)


@cache
def _fonts() -> frozenset[int]:
    """Have the fonts known to the library; the characters that both of them hold."""
    faces = [TTFont(name, str(_FONTS / f"{name}.ttf")) for name in (_PLAIN, _BOLD)]
    for face in faces:
        pdfmetrics.registerFont(face)
    for _, name in _ELSEWHERE:
        pdfmetrics.registerFont(UnicodeCIDFont(name))
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
