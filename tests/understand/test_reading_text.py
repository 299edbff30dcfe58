"""Decoding and canonical words keep every letter's place."""

from hypothesis import given
from hypothesis import strategies as st

from bot.understand.writing.text import decoded, evened, folded
from bot.understand.writing.words import plain


def test_slack_markup_becomes_blanks_of_the_same_length():
    raw = "T&amp;C w/ <tel:+16125550111|612-555-0111> &lt;ok&gt; :smile: “fine”"
    text = decoded(raw)
    assert len(text) == len(raw)
    assert text.split() == ["T&", "C", "w/", "612-555-0111", "<", "ok>", '"fine"'] or "612-555-0111" in text
    assert text[raw.index("612-555")] == "6"


def test_a_mention_of_a_colleague_is_kept_for_the_names():
    assert "<@U0HARBOR006>" in decoded("covering for <@U0HARBOR006> today")


def test_a_bare_link_shows_its_address_without_the_scheme():
    assert decoded("<mailto:a@b.example>").strip() == "a@b.example"


def test_bold_and_italic_marks_go_but_the_words_stay_in_place():
    raw = "*Field day* _today_ snake_case"
    text = decoded(raw)
    assert text.index("Field") == raw.index("Field")
    assert "*" not in text
    assert "snake_case" in text


def test_folding_takes_accents_and_case_but_no_letter():
    assert folded("Nuñez DÍAS İ") == "nunez dias i"


def test_short_forms_are_written_out_and_lead_back_to_what_was_typed():
    words = plain("tc w/mom @school abt hv")
    assert words.text == "phone call with mom at school about home visit"
    start = words.text.index("home visit")
    assert words.raw(start, start + len("home visit")) == (21, 23)


def test_a_name_stands_as_its_label():
    words = plain("saw Maya at 3", [(4, 8, "CHILD")])
    assert words.text == "saw CHILD at 3"
    assert words.from_raw(9) == words.text.index("at")


def test_misspelt_words_of_the_trade_are_mended_and_others_left():
    assert plain("confrence at scool tody").text == "conference at school today"
    assert plain("massage the latter resort").text == "massage the latter resort"


@given(st.text(max_size=200))
def test_decoding_never_changes_the_length(raw: str):
    assert len(decoded(raw)) == len(raw)
    assert len(folded(decoded(raw))) == len(raw)


def test_evened_words_are_plain_and_have_single_blanks():
    assert evened("  Who’s  covering\n for José\u202f? :smile:") == "who's covering for jose ?"


@given(st.text(max_size=80))
def test_evened_words_stay_as_they_are(raw: str):
    words = evened(raw)
    assert words == words.strip()
    assert "  " not in words
    assert "’" not in words


@given(st.text(alphabet="abw/ @&tc.ñÑ\n", max_size=80))
def test_every_stretch_of_the_canonical_words_has_a_stretch_as_typed(raw: str):
    words = plain(decoded(raw))
    for start in range(0, len(words.text), 3):
        a, b = words.raw(start, min(start + 5, len(words.text)))
        assert 0 <= a <= b <= len(raw)
