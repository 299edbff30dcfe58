"""Indexes over the records of a roster, and how they follow a few changes without being built anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from storage.changes import Changed
from storage.types import CaseFile, Child, Contact, Hearing, Placement

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
P = TypeVar("P", Child, Placement)
N = TypeVar("N", CaseFile, Child, Contact, Hearing)


def carer(row: Child | Placement) -> str:
    """With whom the child lives; "" where nobody is named."""
    return row.placement_contact_id or ""


def by_day(lived: Placement) -> tuple[str, date]:
    """The order of placements: a child's by their beginnings."""
    return lived.child_id, lived.starts_on or date.min


def by_carer(rows: Iterable[P]) -> dict[str, tuple[P, ...]]:
    """The rows by who cares for the child."""
    found = grouped(rows, carer)
    found.pop("", None)
    return found


def grouped(rows: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """The rows by key, in the order in which they come."""
    found: defaultdict[K, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {name: tuple(group) for name, group in found.items()}


def regrouped(
    groups: Mapping[str, tuple[T, ...]],
    changes: Sequence[Changed[T]],
    key: Callable[[T], str],
    order: Callable[[T], Any],
) -> Mapping[str, tuple[T, ...]]:
    """The groups after the changes, each in order; what did not change is not touched."""
    if not changes:
        return groups
    gone = {id(each.before) for each in changes}
    new = grouped((each.after for each in changes if each.after is not None), key)
    found = dict(groups)
    for name in {key(row) for each in changes for row in each.sides}:
        stays = (row for row in groups.get(name, ()) if id(row) not in gone)
        found[name] = tuple(sorted((*stays, *new.get(name, ())), key=order))
        if not found[name]:
            del found[name]
    return found


def by_id(rows: Mapping[str, N], changes: Sequence[Changed[N]], all_rows: Iterable[N]) -> Mapping[str, N]:
    """The rows by id after the changes, in the order of all rows."""
    if not changes:
        return rows
    if any(each.before is None or each.after is None for each in changes):
        return {row.id: row for row in all_rows}
    return dict(rows) | {each.after.id: each.after for each in changes if each.after is not None}
