from __future__ import annotations

from datetime import date

import pytest
from names_says import EVE, NINA, OMAR, SAM, found, ids

from bot.understand.parts import How, Kind


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("saw Tymon today", {"k2"}),
        ("saw tymon today", {"k2"}),
        ("SAW TYMON TODAY", {"k2"}),
        ("saw Zosia today", {"k1"}),
        ("Zofia K seen 3pm", {"k1"}),
        ("Z. Kowalczyk seen", {"k1"}),
        ("Kowalczyk, Tymon seen at school", {"k2"}),
        ("saw zofia kowalczyk", {"k1"}),
        ("saw Ama at the office", {"k9"}),
        ("saw Ama-Serwaa at the office", {"k9"}),
        ("visited the Kowalczyk kids", {"A1"}),
        ("the three Kowalczyks had a visit", {"A1"}),
        ("visita con los niños Kowalczyk", {"A1"}),
        ("familia Ibarra", {"A2"}),
        ("call from Ms. Freeman (Kowalczyk)", {"p2", "A1"}),
        ("court on Ibarra moved", {"A2"}),
        ("Case hearing today", {"A4"}),
        ("A5 file review", {"A5"}),
        ("talked to Ms Freeman", {"p2"}),
        ("talked to Ms. Freeman's neighbor", {"p2"}),
        ("called ms freemans phone", {"p2"}),
        ("Mr. Tom Summers called", {"p8"}),
        ("mr summers called", {"p8"}),
        ("doña Consuelo llamó", {"p6"}),
        ("Hablé con la Sra. Haddadin", {"p12"}),
        ("dr voss called back", {"p15"}),
        ("Dean Marsh was there", {"p16"}),
        ("Nan was at the door", {"p9"}),
        ("FM Bright says ok", {"p9"}),
        ("grandma Vera called", {"p11"}),
        ("P. Agyeman drove", {"p14"}),
        ("<@U0EVE> is out", {"S2"}),
        ("covering for Eve today", {"S2"}),
        ("Dear Riley Novak", {"S4"}),
    ],
)
def test_who_is_named(text, meant):
    assert ids(found(text)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I will see them tomorrow",
        "will you send it",
        "hope to have the order fri",
        "by chance he was home",
        "Visit moved to June 3",
        "review in june",
        "due by June",
        "the case was adjourned",
        "in case she calls",
        "it was bright and sunny in summer",
        "Summer camp starts",
        "she will be home, I hope",
        "the young children at the foster home",
        "no hope of that",
        "Marsh Street library",
        "drove down Freeman Avenue",
        "thanks!!",
        "",
    ],
)
def test_words_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("saw will at four", "k5"),
        ("spoke with hope about school", "k11"),
        ("hope refused to come", "k11"),
        ("saw june on tuesday", "k6"),
        ("june had her visit", "k6"),
        ("june summers was fine", "k6"),
        ("tymon and june came along", "k6"),
        ("Will was upset", "k5"),
        ("Met with Hope today", "k11"),
        ("Saw June on June 3", "k6"),
    ],
)
def test_words_that_are_names_here(text, meant):
    assert meant in ids(found(text))


def test_a_month_beside_a_child_of_the_name():
    assert [mention.span.start for mention in found("Saw June on June 3")] == [4]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("saw Timon", "k2"), ("Ms. Freedman says hi", "p2"), ("saw zosha", "k1")],
)
def test_a_slip_of_spelling_is_marked(text, meant):
    (mention,) = found(text)
    assert mention.ids == (meant,)
    assert mention.how is How.FUZZY


@pytest.mark.parametrize(
    "text", ["a boy named Conor", "his friend Jayla Peterson", "saw Simon", "Ms Zhang called"]
)
def test_people_off_file_are_nobody_on_file(text):
    assert ids(found(text)) == set()


def test_typed_the_exact_spelling_wins_and_in_a_voice_clip_they_sound_alike():
    assert ids(found("saw Kaylee today")) == {"k4"}
    assert ids(found("saw kaylee today", voice=True)) == {"k4", "k7"}


def test_another_surname_is_another_child():
    assert ids(found("saw Tymon Baker today")) == set()
    assert ids(found("saw Zofia Adebayo today")) == {"n5"}


def test_off_the_caseload_only_where_nothing_on_it_fits():
    (mention,) = found("saw Devonte Foster")
    assert (mention.ids, mention.on_caseload) == (("n2",), False)
    (mention,) = found("saw Kaylee")
    assert (mention.ids, mention.on_caseload) == (("k4",), True)
    assert ids(found("saw Tymon, and a kid called Devonte")) == {"k2"}


def test_covering_brings_the_colleagues_cases_near():
    (mention,) = found("saw Noémie", on=date(2026, 6, 2))
    assert mention.on_caseload
    (mention,) = found("covering for Eve today")
    assert mention.kind is Kind.STAFF
    assert ids(found("saw noemie", EVE)) == {"m1"}


def test_staff_without_a_caseload_mean_anybody():
    assert ids(found("saw Kaylee", NINA)) == {"k4", "n3"}
    assert ids(found("Zofia Kowalczyk ran away", NINA)) == {"k1"}
    assert ids(found("how many visits did Dana do", SAM)) == {"S1"}


@pytest.mark.parametrize(
    "text",
    [
        "saw Tymon at Ms Freeman's",
        "saw tymon at ms freemans today",
        "went to Gloria's for a visit",
        "visited Tymon @ Ms. Freeman's",
        "en casa de la Sra. Freeman",
        "saw him at the home of Gloria Freeman",
        "Ms Freeman's apartment is clean",
        "saw tymon at ms freeman today",
    ],
)
def test_a_name_used_as_a_place(text):
    (place,) = [mention for mention in found(text) if "p2" in mention.ids]
    assert place.as_place


@pytest.mark.parametrize(
    "text", ["yelled at Ms Freeman", "talked to Ms Freeman", "Ms Freeman's sister called"]
)
def test_a_person_and_no_place(text):
    (person,) = [mention for mention in found(text) if "p2" in mention.ids]
    assert not person.as_place


def test_spans_are_of_the_raw_text():
    text = "&lt;note&gt; saw <@U0EVE> &amp; Zosia’s <tel:5550102|555-0102> Ms. Freeman"
    assert [text[m.span.start : m.span.end] for m in found(text)] == ["<@U0EVE>", "Zosia’s", "Ms. Freeman"]


def test_roles_are_left_out_on_request():
    from names_says import AGENCY, DANA, TODAY  # noqa: PLC0415

    from bot.understand.names import find_names, view_for  # noqa: PLC0415

    view = view_for(AGENCY, DANA, TODAY)
    assert find_names("mom called", view, on=TODAY, roles=False) == []
    assert [mention.role for mention in find_names("mom called", view, on=TODAY)] == ["birth_mother"]


def test_another_caseworker_has_other_children():
    assert ids(found("saw Kaylee", OMAR)) == {"n3"}
    assert ids(found("the Foster kids came", OMAR)) == {"C2"}
    assert ids(found("the foster kids had a visit", OMAR, voice=True)) == {"C2"}
    assert ids(found("The foster kids in that home are older", OMAR)) == set()
