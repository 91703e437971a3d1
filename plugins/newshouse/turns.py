"""Whose turn it is: many hosts at once, one request at a time for each, none before its pause is over.

A heap of the instants at which hosts are ready, and threads that do nothing but wait for answers. Everything else happens in the thread
that asks for `next`: it decides, writes and counts, so that nothing else needs a lock. A host that has to wait costs no thread.
"""

import heapq
import itertools
import queue
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Self, TypeVar

THREADS = 64
Host = TypeVar("Host")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and its passing, as seconds; tests bring their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


REAL_TIME = Clock()


@dataclass(frozen=True, slots=True)
class Ready(Generic[Host]):
    """The host may be asked now."""

    host: Host


@dataclass(frozen=True, slots=True)
class Answered(Generic[Host, Answer]):
    """What came of asking, and when it came, by the clock."""

    host: Host
    answer: Answer
    ended_at: float


class Turns(Generic[Host, Answer]):
    """Hosts waiting for their turn, and requests under way; use it with `with`, which waits for the requests under way to end."""

    def __init__(self, clock: Clock, threads: int = THREADS) -> None:
        self._clock, self._threads = clock, threads
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="fetch")
        self._waiting: list[tuple[float, int, Host]] = []
        self._order = itertools.count()
        self._answers: queue.SimpleQueue[tuple[Host, Future[Answer], float]] = queue.SimpleQueue()
        self._under_way = 0

    def wait(self, host: Host, ready_at: float) -> None:
        """Gives the host its next turn at that instant of the clock, or as soon after it as a thread is free."""
        heapq.heappush(self._waiting, (ready_at, next(self._order), host))

    def ask(self, host: Host, question: Callable[[], Answer]) -> None:
        """Calls `question` in a thread; its answer is one of those that `next` will give."""
        self._under_way += 1
        future = self._pool.submit(question)
        future.add_done_callback(lambda done: self._answers.put((host, done, self._clock.now())))

    def next(self) -> Ready[Host] | Answered[Host, Answer] | None:
        """What happens next; None when no host waits and no request is under way. Raises what a question raised."""
        while self._waiting or self._under_way:
            pause = self._pause()
            if pause is not None and pause <= 0:
                return Ready(heapq.heappop(self._waiting)[2])
            if not self._under_way:
                self._clock.sleep(pause or 0.0)
                continue
            try:
                host, done, ended_at = self._answers.get(timeout=pause)
            except queue.Empty:
                continue
            self._under_way -= 1
            return Answered(host, done.result(), ended_at)
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _pause(self) -> float | None:
        """Seconds until the first of the waiting hosts may be asked; None while there is none, or no thread for it."""
        if not self._waiting or self._under_way >= self._threads:
            return None
        return self._waiting[0][0] - self._clock.now()
