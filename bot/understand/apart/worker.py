"""The other process: takes what stands in the line, answers it one by one."""

from __future__ import annotations

from collections import OrderedDict, deque
from multiprocessing.connection import Connection
from typing import Any

from bot.understand.agency import Agency
from bot.understand.apart.leisure import Leisure
from bot.understand.apart.line import AGENCIES, Done, Listen, Read, Staffed
from bot.understand.opinion import Opinion
from bot.understand.parts import Reading
from bot.understand.reading import FirstReading
from bot.understand.two_steps import FirstSeen, danger_in, first_of, seen

_READINGS = 256
"""First readings kept for the second step; one that is gone is read anew."""


class Worker:
    """First readings go before the ear for danger, for somebody waits for those."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._urgent, self._patient = deque[Read](), deque[Listen]()
        self._agencies: OrderedDict[int, Agency] = OrderedDict()
        self._readings: OrderedDict[int, FirstReading] = OrderedDict()
        self._opinion = Opinion()
        self._leisure = Leisure()

    def run(self) -> None:
        """Until the other end of the line is gone."""
        self._opinion.start()
        try:
            while True:
                self._take_in()
                self._line.send(self._answer(self._next()))
                self._leisure.after_an_answer(self._somebody_waits())
        except (EOFError, OSError):
            return

    def _take_in(self) -> None:
        """All that has arrived; waits only where there is nothing to do."""
        while not (self._urgent or self._patient) or self._line.poll():
            self._sort(self._line.recv())

    def _next(self) -> Read | Listen:
        return self._urgent.popleft() if self._urgent else self._patient.popleft()

    def _somebody_waits(self) -> bool:
        return bool(self._urgent or self._patient) or self._line.poll()

    def _sort(self, asked: Any) -> None:
        if isinstance(asked, Staffed):
            self._agencies[asked.number] = Agency.of(asked.roster)
            self._leisure.grown()
            if len(self._agencies) > AGENCIES:
                self._agencies.popitem(last=False)
        elif isinstance(asked, Read):
            self._urgent.append(asked)
        else:
            self._patient.append(asked)

    def _answer(self, asked: Read | Listen) -> Done:
        try:
            agency = self._agencies[asked.agency]
            found = self._listen(agency, asked) if isinstance(asked, Listen) else self._read(agency, asked)
            return Done(asked.job, found)
        except Exception as trouble:  # noqa: BLE001 - of this one message: who asked reads it alone
            return Done(asked.job, trouble=type(trouble).__name__)

    def _read(self, agency: Agency, asked: Read) -> FirstSeen:
        first = first_of(agency, asked.message, self._opinion.ready)
        self._readings[asked.job] = first
        if len(self._readings) > _READINGS:
            self._readings.popitem(last=False)
        return seen(first)

    def _listen(self, agency: Agency, asked: Listen) -> Reading | None:
        advisor = self._opinion.whole()
        first = self._readings.pop(asked.first, None) or first_of(agency, asked.message, advisor)
        return danger_in(agency, asked.message, first, advisor)
