"""The engine that remembers what is still to be done: DBOS, in the same SQLite file."""

import asyncio
import logging
import sqlite3
import threading
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy
from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, SetEnqueueOptions, SetWorkflowID

from bot.errors import CopychiefError, NotKept, SettingMissing
from bot.slack import SlackAway
from bot.store.blocking import Blocking
from bot.store.database import PATIENCE

log = logging.getLogger(__name__)

QUEUE = "drafts"
# Pinned: by default it is a hash of the source, and a new release would forget what is pending.
VERSION = "1"
_NAME = "copychief"  # of the application and of its one executor
_LONGEST_PAUSE = 60.0
_QUEUES = "queue-worker-"  # how DBOS names the threads that take work from a queue
_LONGEST_STOP = 10.0
_FINISHED = ["SUCCESS", "ERROR", "CANCELLED"]
_KEPT = timedelta(days=30)
_AT_ONCE = 500  # SQLite takes so many ids in one statement, and more
_OURS = (
    "Something went wrong on my side, and it is in my log. Nothing you handed in is lost: "
    "hand it in again in a minute."
)

Id = str | int
Step = Callable[..., Awaitable[None]]


@dataclass(frozen=True)
class Flow:
    """Steps that follow each other, each safe to do twice, and whom to tell when one cannot."""

    steps: tuple[Step, ...]
    failed: Callable[..., Awaitable[None]]  # takes the line, then the ids


class Engine:
    """Accepts work durably, does it in order, and goes on with it after a death.

    Only ids go in, and of a link its address: what is done is looked up when it is done. One
    engine runs per process.
    """

    _running: "Engine | None" = None

    def __init__(
        self,
        database: Path,
        flows: Mapping[str, Flow],
        *,
        pause: float = 1.0,
        patience: float = PATIENCE,
    ) -> None:
        self._database = database
        self._blocking = Blocking(database, patience)
        self._flows = flows
        self._pause = pause
        self._main: asyncio.AbstractEventLoop | None = None
        self._dbos: DBOS | None = None
        # Threads of our own: accepting work must not wait behind a long reading.
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="accept")

    async def start(self) -> None:
        """Begin, with whatever the last process left undone."""
        if Engine._running is not None:
            raise RuntimeError("one engine at a time in a process")
        self._main = asyncio.get_running_loop()
        Engine._running = self
        try:
            # Launched on the main loop's thread, DBOS would do everything on the main loop.
            await self._main.run_in_executor(self._threads, self._launch)
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Stop; what is under way is taken up at the next start."""
        if Engine._running is not self or self._main is None:
            return
        logging.getLogger("dbos").setLevel(logging.ERROR)  # it warns of every task it cancels
        try:
            await self._main.run_in_executor(self._threads, self._destroy)
        finally:
            self._blocking.engine.dispose()
            self._threads.shutdown(wait=False)
            Engine._running = None

    async def accept(self, flow: str, key: str, partition: str, *ids: Id) -> None:
        """Return when the work is on disk; the same key again is the same work.

        NotKept while it cannot be written: then nothing was accepted.
        Work of one partition is done one after the other, in the order it was accepted.
        """
        if self._main is None:
            raise RuntimeError("the engine has not been started")

        def put() -> None:
            with (
                self._blocking.hurried(),
                SetWorkflowID(f"{flow}:{key}"),
                SetEnqueueOptions(queue_partition_key=partition),
            ):
                DBOS.enqueue_workflow(QUEUE, _flow, flow, list(ids))

        await self._main.run_in_executor(self._threads, put)

    def _launch(self) -> None:
        with sqlite3.connect(self._database) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
        _log_with_us()
        url = f"sqlite:///{self._database}"
        DBOS.migrate(url)
        _prepare(self._blocking.engine)
        self._dbos = DBOS(
            config={
                "name": _NAME,
                "system_database_url": url,
                "system_database_engine": self._blocking.engine,
                "application_version": VERSION,
                "executor_id": _NAME,
                "serializer": DBOSPortableJSONSerializer(),
                "log_level": "WARNING",
                "enable_otlp": False,
                # We send it no notifications; this is how long it takes to notice a stop.
                "notification_listener_polling_interval_sec": 0.2,
            }
        )
        DBOS.launch()

    def _destroy(self) -> None:
        """Stop, the queue first: left running it begins work on a loop that is closed already."""
        for stopped in self._dbos.background_thread_stop_events if self._dbos else ():
            stopped.set()
        for thread in threading.enumerate():
            if thread.name.startswith(_QUEUES):
                _end(thread)
        DBOS.destroy()

    async def do(self, flow: str, step: Step, ids: list[Id]) -> bool:
        """Do one step on the main loop, where our connections live; False ends the flow."""
        if self._main is None:
            raise RuntimeError("the engine has not been started")
        doing = asyncio.run_coroutine_threadsafe(self._try(flow, step, ids), self._main)
        return await asyncio.wrap_future(doing)

    def steps(self, flow: str) -> tuple[Step, ...]:
        """The steps of a flow."""
        return self._flows[flow].steps

    @classmethod
    def running(cls) -> "Engine":
        """The engine of this process."""
        if cls._running is None:
            raise RuntimeError("no engine is running")
        return cls._running

    async def _try(self, flow: str, step: Step, ids: list[Id]) -> bool:
        """Do a step until Slack and the disk let us; tell the person if it cannot be done."""
        line, pause = "", self._pause
        while True:
            try:
                await (self._flows[flow].failed(line, *ids) if line else step(*ids))
                return not line
            except (SlackAway, SettingMissing, NotKept) as away:
                # A token that was withdrawn is waited for, too: the next start has another.
                log.warning("%s: %s", flow, away)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            except CopychiefError as error:
                if line:
                    log.warning("%s: nobody could be told: %s", flow, error)
                    return False
                line = str(error)
            except Exception as error:
                log_fault(flow, error)
                if line:
                    return False
                line = _OURS


def _end(thread: threading.Thread) -> None:
    """Wait for a thread that was told to end; the queue may be about to start it this moment."""
    for _ in range(100):
        try:
            return thread.join(_LONGEST_STOP)
        except RuntimeError:  # not started yet
            time.sleep(0.01)


def _log_with_us() -> None:
    """Have DBOS log through our own log: else it writes to what stderr was when it first began."""
    log = logging.getLogger("dbos")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _prepare(engine: sqlalchemy.Engine) -> None:
    """Make the queue before the launch: one made after it is seen a second later."""
    client = DBOSClient(system_database_engine=engine, application_name=_NAME)
    try:
        client.register_queue(
            QUEUE, worker_concurrency=40, partition_concurrency=1, polling_interval_sec=0.1
        )
        _forget_old(client)
    finally:
        client.destroy()


def _forget_old(client: DBOSClient) -> None:
    """Let go of what was finished so long ago that nobody delivers it again."""
    before = (datetime.now(UTC) - _KEPT).isoformat()
    finished = client.list_workflows(
        status=_FINISHED, completed_before=before, load_input=False, load_output=False
    )
    ids = [each.workflow_id for each in finished]
    for start in range(0, len(ids), _AT_ONCE):
        client.delete_workflows(ids[start : start + _AT_ONCE])


def log_fault(where: str, error: Exception) -> None:
    """Log a fault of ours: its kind and place, not its message, which may hold a draft's text."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s: %s\n%s", where, type(error).__name__, frames)


@DBOS.workflow(name="flow")
async def _flow(flow: str, ids: list[Id]) -> None:
    engine = Engine.running()
    for step in engine.steps(flow):
        if not await DBOS.run_step_async({"name": step.__name__}, engine.do, flow, step, ids):
            return
