"""A table of the roster as it was read last: which rows look different now, and their records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, TextClause, bindparam, select, text
from sqlalchemy.orm import Session

from storage.changes import Changed
from storage.models import ContactChild
from storage.queries.roster_rows import Kind, Opening

_CHUNK = 500
R = TypeVar("R")
_Row = Sequence[Any]
_Links = dict[str, tuple[str, ...]]
"""By contact: the children whose contact it is."""


@dataclass(slots=True)
class _Pass:
    """How far the reading of all has come."""

    last: str = ""
    seen: set[str] = field(default_factory=set)
    changed: bool = False


@dataclass(slots=True)
class Kept(Generic[R]):
    """A table's records, each with what its row looked like.

    A row's look is a hash of all it holds: nothing sealed is held twice. Where a reading has failed half-way,
    this is of no more use.
    """

    kind: Kind[R]
    order: Callable[[R], Any]
    looks: dict[str, int] = field(default_factory=dict)
    records: dict[str, R] = field(default_factory=dict)
    all: tuple[R, ...] = ()
    _pass: _Pass = field(default_factory=_Pass)

    def start_over(self) -> None:
        """Have `read_on` begin with the first row."""
        self._pass = _Pass()

    def read_on(self, session: Session, most: int) -> int:
        """Look at the next rows of all, `most` at a time; how many there were. Fewer are the last ones."""
        going = self._pass
        rows = session.connection().execute(self._next, {"last": going.last, "most": most}).all()
        if rows:
            last, going.last = going.last, rows[-1][0]
            within = (ContactChild.contact_id > last, ContactChild.contact_id <= going.last)
            going.changed |= bool(self._take(session, rows, [within]))
            going.seen.update(row[0] for row in rows)
        if len(rows) < most:
            self._end_pass(going)
        return len(rows)

    def _end_pass(self, going: _Pass) -> None:
        gone = self.looks.keys() - going.seen
        self._drop(gone)
        self._put_in_order(going.changed or bool(gone))
        self.start_over()

    def read(self, session: Session, only: Collection[str]) -> tuple[Changed[R], ...]:
        """Bring these rows' records up to date; what differs from the last time."""
        if not only:
            return ()
        known = {each: self.records[each] for each in only if each in self.records}
        reads = (session.connection().execute(self._some, {"ids": ids}) for ids in _in_chunks(only))
        rows = [row for read in reads for row in read]
        some = [(ContactChild.contact_id.in_(ids),) for ids in _in_chunks(only)]
        changed = self._take(session, rows, some)
        gone = known.keys() - {row[0] for row in rows}
        self._drop(gone)
        self._put_in_order(bool(changed or gone))
        return tuple(Changed(known.get(each), self.records.get(each)) for each in (*changed, *gone))

    def _take(
        self, session: Session, rows: Iterable[_Row], where: Iterable[tuple[ColumnElement[bool], ...]]
    ) -> list[str]:
        """Make records of the rows that look different; their ids."""
        links = _links(session, where) if self.kind.beside else {}
        opening = Opening(self.kind, session.get_bind().dialect, session.info["keyring"])
        changed = []
        for row in rows:
            row_id, linked = row[0], links.get(row[0], ())
            look = hash((*row, linked))
            if self.looks.get(row_id) != look:
                self.records[row_id] = opening.record(row, linked)
                self.looks[row_id] = look
                changed.append(row_id)
        return changed

    def _drop(self, gone: Iterable[str]) -> None:
        for row_id in gone:
            del self.looks[row_id], self.records[row_id]

    def _put_in_order(self, changed: bool) -> None:
        """By the records' own order, which is the same on every database."""
        if changed:
            in_order = sorted(self.records.items(), key=lambda each: (self.order(each[1]), each[0]))
            self.records = dict(in_order)
            self.all = tuple(self.records.values())

    # -- every column without its type: nothing is made of a value that is only looked at

    @property
    def _plain(self) -> str:
        return str(select(*self.kind.table.__table__.c))

    @property
    def _next(self) -> TextClause:
        return text(f"{self._plain} WHERE id > :last ORDER BY id LIMIT :most")

    @property
    def _some(self) -> TextClause:
        return text(f"{self._plain} WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))


def _in_chunks(ids: Collection[str]) -> Iterator[list[str]]:
    left = iter(ids)
    while some := list(islice(left, _CHUNK)):
        yield some


def _links(session: Session, where: Iterable[tuple[ColumnElement[bool], ...]]) -> _Links:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    query = select(ContactChild.contact_id, ContactChild.child_id).order_by(ContactChild.child_id)
    for condition in where:
        for contact_id, child_id in session.execute(query.where(*condition)):
            found[contact_id] += (child_id,)
    return found
