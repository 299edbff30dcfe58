"""The worker's taps on a note's card: answer, edit, submit, discard, bring back."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.errors import Outdated, Unusable
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.notes.filled_in import filled_in
from bot.services import notes
from bot.services.crisis.alarm_asked import raise_call
from bot.services.desk import Desk
from bot.services.drafts.answering import answer as answer_question
from bot.services.drafts.choices import children_to_pick, people_to_pick, search_children, search_people
from bot.views.blocks import Block
from bot.views.notes import note_windows as windows
from storage.records import NoteRecord
from storage.types import NoteStatus


def register(front: FrontDesk) -> None:
    """Listen for the taps on a worker's cards and windows."""
    front.action(re.compile(r"^answer\."), answer)
    front.action("note.submit", submit)
    front.action("note.discard", discard)
    front.action("note.bring_back", bring_back)
    front.action(re.compile(r"^note\.(edit|revise|edit_words)$"), open_editor)
    front.view("note.edited", save)
    front.closed("note.edited", cancelled)
    front.options("find.child", find_child)
    front.options("find.person", find_person)


def clicked(visit: Visit) -> tuple[str, int]:
    """Note and version that the tapped button carries."""
    note_id, _, version = visit.body["actions"][0]["value"].partition("|")
    return note_id, int(version)


def answer(visit: Visit) -> None:
    """A question on a card was answered by a tap."""
    action = visit.body["actions"][0]
    _, note_id, _, slot = action["block_id"].split("|")
    option = action.get("selected_option") or {}
    picked = action.get("selected_date") or action.get("selected_time")
    value = option.get("value") or picked or action.get("value")
    if not value:
        return
    _tried(visit, note_id, lambda desk: _answered(visit, desk, note_id, slot, str(value)))


def _answered(visit: Visit, desk: Desk, note_id: str, slot: str, value: str) -> None:
    note = answer_question(desk, note_id, slot, value)
    if slot == "alarm" and value != "none":
        call_id = raise_call(desk, note, concern=value == "concern")
        put_answer(visit, desk, "crisis_card", {}, key=call_id, subject_id=call_id)


def submit(visit: Visit) -> None:
    """Submit was tapped."""
    note_id, version = clicked(visit)
    _tried(visit, note_id, lambda desk: notes.submit(desk, note_id, version))


def discard(visit: Visit) -> None:
    """Discard was tapped (and confirmed)."""
    note_id, version = clicked(visit)
    _tried(visit, note_id, lambda desk: notes.discard(desk, note_id, version))


def bring_back(visit: Visit) -> None:
    """Bring back was tapped on a discarded draft."""
    note_id, version = clicked(visit)
    _tried(visit, note_id, lambda desk: notes.bring_back(desk, note_id, version))


def _tried(visit: Visit, note_id: str, verb: Callable[[Desk], object]) -> None:
    """Do it and redraw; where it is refused the card is redrawn too, for it was behind."""
    with visit.redrawn_if_refused(note_id), visit.desk() as desk:
        visit.redraw(note_id)
        verb(desk)


def redraw_all(visit: Visit, note_id: str) -> None:
    """Bring every copy of a note's card up to date."""
    with visit.desk() as desk:
        notes.refresh_cards(desk, note_id)
        visit.redraw(note_id)


def open_editor(visit: Visit) -> None:
    """Edit or Revise: a window with every field."""
    note_id, version = clicked_or_block(visit)
    with visit.redrawn_if_refused(note_id), visit.look() as desk:
        note = notes.to_change(desk, note_id)
        if note.version != version:
            raise Outdated(notes.standing(note, desk))
        window = editor(desk, note)
    visit.open_window(window)


def editor(desk: Desk, note: NoteRecord) -> Block:
    """The note's window, with the children and people that may be picked."""
    return windows.edit_window(
        note,
        children=children_to_pick(desk, note),
        people=people_to_pick(desk, note),
        tz=desk.policy.zone,
        title="Revise note" if note.status is NoteStatus.RETURNED else "Edit note",
    )


def clicked_or_block(visit: Visit) -> tuple[str, int]:
    """Note and version from the button, or from the question's block that it stands in."""
    action = visit.body["actions"][0]
    if "|" in action.get("value", ""):
        return clicked(visit)
    _, note_id, version, _ = action["block_id"].split("|")
    return note_id, int(version)


def save(visit: Visit) -> None:
    """The window was saved: errors stand under their fields; else the card is redrawn."""
    view = visit.body["view"]
    note_id, _, version = view["private_metadata"].partition("|")
    values: windows.Values = view["state"]["values"]
    errors = _errors(values)
    if errors:
        visit.ack(response_action="errors", errors=errors)
        return
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            content = filled_in(desk, notes.read(desk, note_id), values)
            notes.change(desk, note_id, int(version), content, how="edited")
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={_where(str(unusable)): str(unusable)})
        return
    visit.ack()


def _errors(values: windows.Values) -> dict[str, str]:
    minutes = (windows.typed(values, "minutes") or "").strip()
    found = {}
    if minutes and not (minutes.isdecimal() and 0 < int(minutes) <= 24 * 60):
        found["minutes"] = "Minutes as a number, for example 45."
    if not windows.all_words(values).strip():
        found["words0"] = "A note needs words."
    return found


def _where(sentence: str) -> str:
    """Under which field a refusal of the content stands."""
    if notes.OTHER_FAMILY in sentence:
        return "people"
    if "one case" in sentence.lower() or "on file" in sentence:
        return "children"
    return "at" if "time" in sentence else "on"


def cancelled(visit: Visit) -> None:
    """Edit was cancelled: a note begun from a button in which nothing was said is put aside."""
    note_id, _, version = visit.body["view"]["private_metadata"].partition("|")
    with visit.desk() as desk:
        note = notes.read(desk, note_id)
        begun = note.status is NoteStatus.DRAFT and note.version == int(version) == 1
        if begun and not note.content.narrative:
            notes.discard(desk, note_id, note.version)
            visit.redraw(note_id)


def find_child(visit: Visit) -> None:
    """A search for a child in a window's menu, within the reach of who asks."""
    with visit.look() as desk:
        found = search_children(desk, visit.body.get("value", ""))
    visit.ack(options=[windows.as_option(choice) for choice in found])


def find_person(visit: Visit) -> None:
    """A search among those who may have taken part, where a menu cannot hold them all."""
    note_id = str(visit.body["view"]["private_metadata"]).partition("|")[0]
    with visit.look() as desk:
        found = search_people(desk, notes.to_change(desk, note_id), visit.body.get("value", ""))
    visit.ack(options=[windows.as_option(choice) for choice in found])
