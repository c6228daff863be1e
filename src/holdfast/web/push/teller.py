"""A thread that does one kind of work beside the requests, for what may be lost.

It starts with the first piece of work and ends with the process. What it has not done by then is
lost, which for a notice is no loss: what is new is there when somebody looks.
"""

import logging
from collections.abc import Callable, Hashable
from queue import Full, Queue
from threading import Lock, Thread
from typing import Generic, TypeVar

from django.db import close_old_connections

Work = TypeVar("Work", bound=Hashable)
MOST_WAITING = 100
log = logging.getLogger("holdfast.push")


class Teller(Generic[Work]):
    """Takes work and does it, one after the other."""

    def __init__(self, do: Callable[[Work], None]) -> None:
        self.do, self.lock = do, Lock()
        self.waiting: Queue[Work] = Queue(MOST_WAITING)
        self.thread: Thread | None = None

    def take(self, work: Work) -> None:
        """Take work and return at once; where too much waits already, it is lost."""
        try:
            self.waiting.put_nowait(work)
        except Full:
            return
        with self.lock:
            if self.thread is None or not self.thread.is_alive():  # another process was forked
                self.thread = Thread(target=self.work, name="push", daemon=True)
                self.thread.start()

    def work(self) -> None:
        """Do what comes, for as long as the process lives."""
        while True:
            self.once(self.waiting.get())

    def once(self, work: Work) -> None:
        """Do one piece of work; what goes wrong is told in the log, without whose it was."""
        close_old_connections()
        try:
            self.do(work)
        except Exception as error:  # noqa: BLE001 -- no request is there to answer with it
            log.warning("A notice was lost: %s.", type(error).__name__)
        finally:
            close_old_connections()
