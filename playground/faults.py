"""Faults that tests switch on: what goes wrong, with which methods, how often."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

RATE_LIMITED = "rate_limited"  # 429 with Retry-After, nothing done
ERROR_BEFORE = "error_before"  # 503, nothing done
ERROR_AFTER = "error_after"  # 503, although it was done
RESET_BEFORE = "reset_before"  # the connection breaks, nothing done
RESET_AFTER = "reset_after"  # the connection breaks, although it was done
TIMEOUT_AFTER = "timeout_after"  # done, but the answer takes `seconds`
SLOW = "slow"  # the answer takes `seconds`, then is right
REFUSE = "refuse"  # ok: false with `code`
KINDS = (RATE_LIMITED, ERROR_BEFORE, ERROR_AFTER, RESET_BEFORE, RESET_AFTER, TIMEOUT_AFTER, SLOW, REFUSE)


@dataclass
class Fault:
    """One thing that goes wrong; `times` None is for ever. `retry_after` and `seconds` are seconds."""

    kind: str
    methods: tuple[str, ...] = ()
    times: int | None = 1
    share: float = 1.0
    retry_after: int = 1
    seconds: float = 0.0
    code: str = "internal_error"

    def concerns(self, method: str) -> bool:
        """True where this fault can strike this method (no methods named: all of them)."""
        return (not self.methods or method in self.methods) and self.times != 0


@dataclass
class _Rate:
    per_minute: int
    calls: deque[float] = field(default_factory=deque)


class Faults:
    """The faults that are switched on. With none (the usual case) a call costs one comparison."""

    def __init__(self, seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._random = random.Random(seed)
        self._faults: list[Fault] = []
        self._rates: dict[str, _Rate] = {}

    def add(
        self,
        kind: str,
        *methods: str,
        times: int | None = 1,
        share: float = 1.0,
        retry_after: int = 1,
        seconds: float = 0.0,
        code: str = "internal_error",
    ) -> Fault:
        """Switches a fault on for these methods (all where none), for `times` calls, for a share of them."""
        if kind not in KINDS:
            raise ValueError(f"no such fault: {kind}; there are {', '.join(KINDS)}")
        fault = Fault(kind, methods, times, share, retry_after, seconds, code)
        with self._lock:
            self._faults.append(fault)
        return fault

    def storm(self, share: float, *methods: str, seed: int = 0, kinds: Sequence[str] = KINDS[:5]) -> None:
        """A share (0..1) of faulty answers, spread over `kinds`, the same ones for the same seed."""
        with self._lock:
            self._random.seed(seed)
        left = 1.0
        for kind in kinds:
            part = share / len(kinds) / left
            self.add(kind, *methods, times=None, share=part)
            left -= share / len(kinds)

    def allow_per_minute(self, method: str, calls: int) -> None:
        """Answers more than `calls` of the method in any minute of real time with 429."""
        with self._lock:
            self._rates[method] = _Rate(calls)

    def clear(self) -> None:
        """Switches everything off."""
        with self._lock:
            self._faults.clear()
            self._rates.clear()

    def strike(self, method: str) -> Fault | None:
        """The fault for this call, or None."""
        if not self._faults and not self._rates:
            return None
        with self._lock:
            return self._over_rate(method) or self._first(method)

    def _first(self, method: str) -> Fault | None:
        for fault in self._faults:
            if fault.concerns(method) and self._random.random() < fault.share:
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    def _over_rate(self, method: str) -> Fault | None:
        rate = self._rates.get(method)
        if rate is None:
            return None
        now = time.monotonic()
        while rate.calls and rate.calls[0] <= now - 60:
            rate.calls.popleft()
        if len(rate.calls) >= rate.per_minute:
            return Fault(RATE_LIMITED, (method,), retry_after=max(1, int(rate.calls[0] + 61 - now)))
        rate.calls.append(now)
        return None
