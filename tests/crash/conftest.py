"""What may break does break here. Each test has its time; who is over it hangs."""

import os
import signal

import pytest

from tests.crash.served import Served, begin_family

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in our thread

LIMIT_S = 120


@pytest.fixture(autouse=True)
def time_limit(request):
    """End a test that hangs, and say so."""

    def over(_signal, _frame):
        raise TimeoutError(f"{request.node.name} took longer than {LIMIT_S} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, LIMIT_S)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def seed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seed") / "data"
    return folder, begin_family(folder)


@pytest.fixture
def server(seed, tmp_path):
    served = Served(seed[0], tmp_path / "data", seed[1])
    yield served
    served.kill()
