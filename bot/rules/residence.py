"""Where a child lived on a day, and whether an event took place there (42 USC 624(f); DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from storage.types import Child, Place, Placement, PlacementType

HOMES = {
    PlacementType.FOSTER_HOME: Place.FOSTER_HOME,
    PlacementType.KINSHIP: Place.FOSTER_HOME,
    PlacementType.RESIDENTIAL: Place.RESIDENTIAL,
    PlacementType.TRIAL_DISCHARGE: Place.BIRTH_HOME,
    PlacementType.HOME: Place.BIRTH_HOME,
}
NEVER_HOME = frozenset({Place.SCHOOL, Place.COURT, Place.AGENCY, Place.COMMUNITY})


def placement_on(child: Child, placements: Iterable[Placement], day: date) -> Placement | None:
    """Where the child lived on the local day; on the day of a move, the new place.

    Without any placements of the child's own, that of the child's row has held since it entered care
    (READING, placements.csv). None: not known.
    """
    own = [each for each in placements if each.child_id == child.id]
    if not own:
        return _from_row(child, day)
    held = [
        each
        for each in own
        if (each.starts_on or date.min) <= day and (each.ends_on is None or day <= each.ends_on)
    ]
    return max(held, key=lambda each: each.starts_on or date.min, default=None)


def _from_row(child: Child, day: date) -> Placement | None:
    if child.placement_type is None or (child.entered_care_on or date.min) > day:
        return None
    return Placement(child.id, child.placement_type, child.placement_contact_id, child.entered_care_on)


def at_residence(
    place: Place | None,
    lived: Placement | None,
    *,
    stated: bool | None = None,
    carers_present: Collection[str] = (),
) -> bool | None:
    """Whether an event at `place` was at the home of a child who lived at `lived` that day; None: unknown.

    What the worker stated wins (a hospital stay, say, which no placement knows). A school, court, office
    or car is never home. `carers_present` are the contact ids of the carers who took part: another home's
    carer alone means another home. Source: 42 USC 624(f).
    """
    if stated is not None:
        return stated
    if place in NEVER_HOME:
        return False
    if place is None or lived is None or place in {Place.MEDICAL, Place.OTHER}:
        return None
    if carers_present and lived.placement_contact_id and lived.placement_contact_id not in carers_present:
        return False
    return HOMES[lived.placement_type] is place
