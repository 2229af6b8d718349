"""Many hands: several processes work on one row of tasks, and the answers keep its order."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Queue, SimpleQueue
from typing import Any, Generic, TypeVar

from bot.errors import CopychiefError

T = TypeVar("T")
R = TypeVar("R")
Begin = Callable[[], Callable[[T], R]]
_MOST = 8  # processes
_AHEAD = 16  # answers that wait for one before them, for each of the processes


class NoHands(CopychiefError):
    """A process to work in could not be started."""


def cores() -> int:
    """On how many processors this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def answers(
    begin: Begin[T, R], tasks: Iterable[T], died: Callable[[T], R], *, hands: int | None = None
) -> Iterator[R]:
    """What ``begin()`` says to each of ``tasks``, in their order, a bounded number in flight.

    ``begin`` runs once in every process; it, tasks and answers have to be picklable. A task
    that its process does not survive is answered by ``died``. An answer never waits for the
    next task, so that one who asks may wait for it.
    """
    os.environ["PYTHONSAFEPATH"] = "1"  # else they look for Python's own modules beside the drafts
    row = _Row(begin, tasks, died, hands or min(cores(), _MOST))
    try:
        yield from row.answers()
    finally:
        row.stop()


class _Hand(Generic[T, R]):
    """One process, and the pipe to it."""

    def __init__(self, begin: Begin[T, R]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, begin), daemon=True)
        self._is_ready = False
        with _deaf():
            self._process.start()
        theirs.close()

    def answer(self, task: T) -> R:
        """Its answer; OSError or EOFError when it dies over it, NoHands when it never began."""
        if not self._is_ready:
            self._begin()
        self._pipe.send(task)
        said: R = self._pipe.recv()
        return said

    def _begin(self) -> None:
        try:
            self._is_ready = self._pipe.recv()
        except (EOFError, OSError):
            raise NoHands("A process that reads drafts ended before it had begun.") from None

    def stop(self) -> None:
        self._process.terminate()
        self._process.join(timeout=1)


class _Row(Generic[T, R]):
    """One thread for each hand takes the next task, asks, and puts the answer in its place."""

    def __init__(
        self, begin: Begin[T, R], tasks: Iterable[T], died: Callable[[T], R], hands: int
    ) -> None:
        self._begin, self._tasks, self._died = begin, iter(tasks), died
        self._places: Queue[SimpleQueue[R | BaseException] | None] = Queue(hands * _AHEAD)
        self._taking = threading.Lock()
        self._is_over = False
        self._hands = [_Hand(begin) for _ in range(hands)]

    def answers(self) -> Iterator[R]:
        for n in range(len(self._hands)):
            threading.Thread(target=self._run, args=(n,), daemon=True).start()
        while (place := self._places.get()) is not None:
            said = place.get()
            if isinstance(said, BaseException):
                raise said
            yield said

    def stop(self) -> None:
        self._is_over = True
        for hand in self._hands:
            hand.stop()

    def _run(self, n: int) -> None:
        while (taken := self._take()) is not None:
            task, place = taken
            try:
                place.put(self._hands[n].answer(task))
            except NoHands as error:
                place.put(error)
            except (EOFError, OSError):
                place.put(self._died(task))
                self._replace(n)

    def _take(self) -> "tuple[T, SimpleQueue[R | BaseException]] | None":
        """The next task, and the place that its answer goes to; None when there is no more."""
        with self._taking:
            if self._is_over:
                return None
            place: SimpleQueue[R | BaseException] = SimpleQueue()
            try:
                task = next(self._tasks)
            except StopIteration:
                self._is_over = True
                self._places.put(None)
                return None
            except BaseException as error:
                self._is_over = True
                place.put(error)
                self._places.put(place)
                return None
            self._places.put(place)
        return task, place

    def _replace(self, n: int) -> None:
        self._hands[n].stop()
        if not self._is_over:
            with suppress(OSError):  # then the next task finds the dead one and says so
                self._hands[n] = _Hand(self._begin)


def _work(pipe: "Connection[Any, Any]", begin: Begin[Any, Any]) -> None:
    """What a hand does, until nobody asks any more; Ctrl-C is for the one who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answer = begin()
    with suppress(EOFError, OSError):
        pipe.send(True)
        while True:
            pipe.send(answer(pipe.recv()))


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C is not for a process that is being started: it inherits what we heed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heeded = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heeded)
