"""A server as a person starts it: a process of its own, with its own folder and database."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

START_S = 60
MAIN = "from holdfast.cli import main; main()"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def surroundings(folder):
    """Return the environment of a server that keeps all it has in this folder."""
    env = {**os.environ, "HOLDFAST_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    env.pop("HOLDFAST_DATABASE_URL", None)
    return env


@contextmanager
def served(folder, port, *, log=None):
    """Start a server as a person does; yield its process and what it printed first."""
    command = [sys.executable, "-c", MAIN, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command,
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        start_new_session=True,
    ) as server:
        try:
            yield server, read_until(server, "Ctrl-C")
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGKILL)


def read_until(server, word):
    lines = []
    for line in server.stdout:
        lines.append(line)
        if word in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


def run(folder, *arguments):
    """Run a command of ours on the same folder; return what it printed."""
    command = [sys.executable, "-c", MAIN, *map(str, arguments)]
    ran = subprocess.run(
        command, env=surroundings(folder), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def wait_for(url):
    """Wait until a server answers."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 -- our own server
                return answer.status
        except OSError:
            time.sleep(0.1)
    raise AssertionError(url)
