"""Measures in CPU time, warmed up, the best of several rounds."""

import gc
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Work = Callable[[str], object]
LONGEST = 300


class Round(NamedTuple):
    """CPU seconds of each draft in one round over all of them."""

    seconds: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.seconds)

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1]


class Run(NamedTuple):
    """A whole process: its CPU seconds, children included, and the seconds on the wall."""

    cpu: float
    wall: float


def best(works: Mapping[str, Work], drafts: Sequence[str], rounds: int) -> dict[str, Round]:
    """The best round of each work, all of them taking turns on the same drafts."""
    for work in works.values():
        work(drafts[0])
    found: dict[str, Round] = {}
    for _ in range(rounds):
        for name, work in works.items():
            one = _round(work, drafts)
            found[name] = min(found.get(name, one), one, key=lambda taken: taken.total)
    return found


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` returns, and the CPU seconds that it took."""
    start = process_time()
    made = work()
    return made, process_time() - start


def _round(work: Work, drafts: Sequence[str]) -> Round:
    gc.collect()
    seconds = []
    for draft in drafts:
        start = process_time()
        work(draft)
        seconds.append(process_time() - start)
    return Round(tuple(seconds))


def whole(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run ``command`` once, what it says thrown away; ``environment`` is added to ours."""
    before, start = _spent(), perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=LONGEST,
        check=False,
    )
    run = Run(_spent() - before, perf_counter() - start)
    if b"Traceback" in done.stderr:
        raise RuntimeError(done.stderr.decode())
    return run


def resident() -> float:
    """The most memory that this process ever held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss counts what the parent held when it forked
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024**2 if sys.platform == "darwin" else most / 1024


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
