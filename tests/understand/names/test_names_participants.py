from __future__ import annotations

from datetime import date

import pytest
from names_says import NINA, settled, took_part

from bot.understand.names import Stance, stance_of
from bot.understand.names.stances import Stances


@pytest.mark.parametrize(
    ("text", "children", "people"),
    [
        ("saw Tymon at Ms Freeman's, both kids home", {"k1", "k2"}, set()),
        ("saw Tymon at Ms Freeman's. fm says he sleeps better", {"k2"}, {"p2"}),
        ("met the Kowalczyk kids at fm home", {"k1", "k2"}, set()),
        ("Tymon was at soccer so only saw Zosia", {"k1"}, set()),
        ("did not see Tymon, Zosia was home w Ms Freeman", {"k1"}, {"p2"}),
        ("called Ms Freeman", {"k1", "k2"}, {"p2"}),
        ("T/C with Ms Freeman re Tymon", {"k2"}, {"p2"}),
        ("called Rita Sandoval", {"k1"}, {"p3"}),
        ("Efua called me crying", {"k8", "k9"}, {"p17"}),
        ("Kowalczyk court today, mom and Hartmann there, Tymon at school", {"k1", "k2"}, {"p1", "p4"}),
        ("Conference for Kaylee. Present: mom, Consuelo, Hartmann", {"k4"}, {"p5", "p6", "p7"}),
        ("Gloria brought the kids for their visit with mom", {"k1", "k2"}, {"p1"}),
        ("Tymon told me Ms Freeman hits Zosia", {"k2"}, set()),
        ("saw Tymon, he asks about his mother", {"k2"}, set()),
        ("Kaylee at the office, dad not there", {"k4"}, set()),
        ("Consuelo says Kaylee sleeps well", {"k4"}, {"p6"}),
        ("Visité a Kaylee, hablé con su tía", {"k4"}, {"p6"}),
        ("Ms Bright was at work, saw June alone", {"k6"}, set()),
        ("saw June at Ms Bright's, grandma Vera was visiting, talked with both", {"k6"}, {"p9", "p11"}),
        ("June left Ms Bright's home. She called me at 9", {"k6"}, {"p9"}),
        ("spoke with Hope's teacher and Hope", {"k11"}, set()),
        ("Case conf with <@U0SAM> about Kwame", {"k8"}, set()),
        ("mr summers no show for his visit w june", {"k6"}, {"p8"}),
        ("went to Ms Freeman's, nobody home", {"k1", "k2"}, set()),
        ("emailed Kwame's doctor", {"k8"}, {"p15"}),
    ],
)
def test_who_took_part(text, children, people):
    taking = took_part(text)
    assert (set(taking.children), set(taking.people)) == (children, people)
    assert taking.questions == ()


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("saw kaylee today", {"k4", "k7"}),
        ("saw kaylee, fm was there", {"k4", "k7"}),
        ("visit with the kids and dad got cancelled", set()),
        ("saw him at school", set()),
    ],
)
def test_a_child_who_cannot_be_known_is_asked_about_alone(text, candidates):
    taking = took_part(text, voice=True)
    assert taking.children == ()
    (question,) = taking.questions
    assert (question.slot, set(question.candidates)) == ("child", candidates)


def test_an_adult_who_cannot_be_known_is_asked_about():
    taking = took_part("Ms Sandoval called")
    assert (taking.children, taking.people) == ((), ())
    assert [question.slot for question in taking.questions] == ["person"]


def test_a_person_of_two_cases_leaves_the_child_open():
    taking = took_part("Lena Hartmann called")
    assert set(taking.people) == {"p4", "p7"}
    assert [question.slot for question in taking.questions] == ["child"]


def test_staff_and_people_off_file_take_no_part():
    taking = took_part("saw Tymon with Riley Novak and a Mr. Zhang")
    assert taking.people == ()
    assert taking.children == ("k2",)


def test_a_child_who_left_care_is_not_one_of_the_kids():
    assert took_part("saw the Kowalczyk kids").children == ("k1", "k2")
    assert took_part("saw the Kowalczyk kids", on=date(2026, 1, 9)).children == ("k1", "k2", "k3")


def test_what_was_assumed_is_marked():
    marks = took_part("saw Timon and Zosia, fm there").marks
    assert {(mark.value, mark.why) for mark in marks} == {
        ("k2", "spelling"),
        ("k1", "nickname"),
        ("p2", "role"),
    }
    (mark,) = took_part("saw Devonte Foster").marks
    assert (mark.slot, mark.value, mark.why) == ("child", "n2", "off_caseload")


def test_an_event_that_names_nobody_is_about_the_messages_child():
    text = "Tymon ran away. I called the precinct at nine."
    from names_says import AGENCY, TODAY  # noqa: PLC0415

    from bot.understand.names import participants, view_for  # noqa: PLC0415

    mentions = settled(text, NINA)
    view = view_for(AGENCY, NINA, TODAY)
    taking = participants(text, [], view, on=TODAY, context=mentions, spans=[(16, len(text))])
    assert taking.children == ("k2",)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("spoke with Ms Freeman", Stance.SPOKE),
        ("Ms Freeman told me he is fine", Stance.SPOKE),
        ("called Ms Freeman twice", Stance.CONTACTED),
        ("Ms Freeman rang at four", Stance.CONTACTED),
        ("Ms Freeman was there", Stance.PRESENT),
        ("met with Ms Freeman", Stance.SEEN),
        ("Ms Freeman was at work", Stance.ABSENT),
        ("we talked about Ms Freeman", Stance.ABOUT),
        ("told her to call Ms Freeman", Stance.ABOUT),
        ("went to Ms Freeman's", Stance.PLACE),
        ("Ms Freeman's lawyer", Stance.OWNER),
    ],
)
def test_how_somebody_stands(text, stance):
    mentions = settled(text)
    (one,) = [mention for mention in mentions if "p2" in mention.ids]
    assert Stances.of(text, mentions).stance(one) is stance
    assert stance_of(text, one, mentions) is stance


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Visit with June cancelled, Ms Bright has the flu", set()),
        ("June visit with Vera at the office. Mr Summers did not show", {"p11"}),
        ("Mr Summers no show, June waited 20 min", {"p8"}),
        ("Home visit with June. Ms Bright there but on a work call", set()),
        ("me reporta Agnes Bright que la abuela de June llegó tarde", {"p9"}),
        ("June told her teacher Ms Bright yells at her", set()),
        ("Kwame has fever, Mr Agyeman called, he takes him to the pediatrician tomorrow", {"p14"}),
    ],
)
def test_reasons_reports_and_those_who_did_not_come(text, people):
    assert set(took_part(text).people) == people


def test_a_lawyer_asked_about_is_not_there_and_a_childs_lawyer_called_is():
    assert took_part("Ms Freeman asked if Zosia's therapist could call").people == ("p2",)
    text = "left vm for Zosia's law guardian"
    mentions = settled(text)
    assert stance_of(text, mentions[-1], mentions) is Stance.CONTACTED
