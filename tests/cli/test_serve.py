"""Starting the server, as somebody who has just cloned it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.cli.serve import address, environment

HOLDFAST = Path(sys.executable).with_name("holdfast")


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_a_port_that_is_taken_is_told_in_a_sentence_and_promises_nothing(taken):
    ran = CliRunner().invoke(app, ["serve", "--port", str(taken)])
    assert ran.exit_code == 1
    assert "is Holdfast running already?" in ran.output
    assert "welcome" not in ran.output


def test_a_port_that_is_none_is_told_too():
    assert "cannot be listened to" in CliRunner().invoke(app, ["serve", "--port", "99999"]).output


@pytest.mark.parametrize(
    ("url", "host", "told"),
    [
        (None, "127.0.0.1", "http://127.0.0.1:8000"),
        ("https://holdfast.example/", "127.0.0.1", "https://holdfast.example"),
    ],
)
def test_the_address_is_the_one_that_was_set_or_this_machines(monkeypatch, url, host, told):
    monkeypatch.delenv("HOLDFAST_URL", raising=False)
    if url:
        monkeypatch.setenv("HOLDFAST_URL", url)
    assert address(host, 8000) == told


@pytest.mark.allow_hosts(["127.0.0.1", "192.0.2.1"])  # nothing is sent there: UDP picks a route
def test_a_server_for_the_house_answers_to_its_names_in_the_house(monkeypatch):
    monkeypatch.delenv("HOLDFAST_HOSTS", raising=False)
    names = environment(host="0.0.0.0", demo=False)["HOLDFAST_HOSTS"].split(",")  # noqa: S104 -- what is asked for
    assert {socket.gethostname(), f"{socket.gethostname()}.local"} <= set(names)
    assert "HOLDFAST_DEMO" not in environment(host="127.0.0.1", demo=False)
    assert environment(host="127.0.0.1", demo=True)["HOLDFAST_DEMO"] == "1"


@contextmanager
def started(folder, port):
    """A server of its own, which ends with the test however that ends."""
    known = {**os.environ, "HOLDFAST_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    known.pop("HOLDFAST_DATABASE_URL", None)
    command = [HOLDFAST, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, env=known, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield server
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def test_a_new_server_gives_a_link_that_begins_a_family_and_stops_when_told(tmp_path, free):
    with started(tmp_path / "data", free) as server:
        lines = iter(server.stdout.readline, "")  # until it ends
        said = "".join(takewhile(lambda line: not line.startswith("Ctrl-C"), lines))
        link = re.search(rf"http://127\.0\.0\.1:{free}/welcome/\S+", said)[0]
        assert f"Holdfast is at http://127.0.0.1:{free}/" in said
        assert f"http://127.0.0.1:{free}/demo/" in said
        assert "<h1" in opened(link)
    assert server.returncode == 0


def opened(link, patience=20):
    """Return the page behind a link, as a browser follows it, once the server answers."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    until = time.monotonic() + patience
    while True:
        try:
            with browser.open(link, timeout=patience) as page:
                return page.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
