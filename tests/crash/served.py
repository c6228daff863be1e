"""A real server as a person starts it, to be killed; and what it has kept."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

MAIN = "from holdfast.cli import main; main()"
FAMILY = """
import json
from holdfast.cli.serve import open_house
open_house()
from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from holdfast.web.actions import make_setup_link
from holdfast.web.actions.starting import NewChild, NewPerson, start_family
person = NewPerson(username="kim", password="four quiet blue whales", name="Kim")
begun = start_family(
    token=make_setup_link(), person=person, children=[NewChild(name="Ada")], zone="Europe/Berlin"
)
request = HttpRequest()
request.session = SessionStore()
login(request, begun.user, backend="django.contrib.auth.backends.ModelBackend")
request.session.save()
print(json.dumps({
    "session": request.session.session_key,
    "seat": str(begun.caregiver.pk),
    "family": str(begun.family.pk),
    "child": str(begun.children[0].pk),
}))
"""
START_S = 60


def begin_family(folder):
    """Make a data folder with a family in it; return who and whose."""
    made = subprocess.run(
        [sys.executable, "-c", FAMILY], env=told(folder), capture_output=True, text=True, check=True
    )
    return json.loads(made.stdout.splitlines()[-1])


def told(folder):
    """Return the environment of a server with its own data."""
    env = {**os.environ, "HOLDFAST_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    env.pop("HOLDFAST_DATABASE_URL", None)
    return {name: value for name, value in env.items() if not name.startswith("DJANGO_")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """One server and its folder. It can be killed and started as often as one likes."""

    def __init__(self, seed, folder, home):
        shutil.copytree(seed, folder)
        self.folder, self.home, self.port, self.process = Path(folder), home, free_port(), None
        self.url = f"http://localhost:{self.port}"

    def start(self, **limits):
        """Start it, and wait until it answers."""
        command = [sys.executable, "-c", MAIN, "serve", "--port", str(self.port), "--workers", "1"]
        self.process = subprocess.Popen(
            command,
            env=told(self.folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **limits,
        )
        ends = time.monotonic() + START_S
        while not self.answers():
            assert time.monotonic() < ends, "The server did not start."
            assert self.process.poll() is None, "The server ended at once."
            time.sleep(0.05)

    def answers(self):
        try:
            return self.ask("/worker.js")[0] == 200
        except (OSError, HTTPException):
            return False

    def ask(self, path):
        """Return status and text of an answer."""
        line = HTTPConnection("localhost", self.port, timeout=10)
        try:
            line.request("GET", path, headers={"Cookie": self.cookies})
            reply = line.getresponse()
            return reply.status, reply.read().decode()
        finally:
            line.close()

    def kill(self):
        """Kill -9 it, with its workers, wherever they are."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    @property
    def cookies(self):
        return f"sessionid={self.home['session']}; csrftoken={'a' * 32}"

    def edits(self):
        """Return the edits that are kept, as the API tells them."""
        found, since, more = [], 0, True
        while more:
            said = json.loads(self.ask(f"/api/moments?since={since}")[1])
            found += said["moments"]
            since, more = said["seq"], said["more"]
        return found
