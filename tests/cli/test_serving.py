"""The server as it is started: its links, the made-up family, and a kill at the wrong moment."""

import http.client
import json
import os
import re
import signal
import time
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

import pytest

from holdfast.web.ids import new_id
from tests.serving import START_S, free_port, served


class Phone:
    """A browser with cookies and no JavaScript."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, path, form=None, data=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "X-CSRFToken": self.cookies.get("csrftoken", "")}
        body = None
        if form is not None:
            body, headers["Content-Type"] = urlencode(form), "application/x-www-form-urlencoded"
        if data is not None:
            body, headers["Content-Type"] = json.dumps(data), "application/json"
        line.request("GET" if body is None else "POST", path, body, headers)
        reply = line.getresponse()
        for cookie in reply.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.strip().partition("=")
            self.cookies[name] = value.partition(";")[0]
        text = reply.read().decode()
        line.close()
        return reply.status, urlsplit(reply.headers.get("Location") or "").path, text

    def wait(self):
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            try:
                return self.ask("/account/login/")
            except OSError:
                time.sleep(0.1)
        raise AssertionError


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="kills as Unix does")
def test_what_was_acknowledged_survives_a_kill(tmp_path):
    """From the printed links into the made-up family; a tap; a kill; and the tap is there."""
    port = free_port()
    phone = Phone(port)
    with served(tmp_path, port) as (server, printed):
        assert re.search(r"/welcome/[\w-]{32}/", printed)
        assert f"http://127.0.0.1:{port}/demo/" in printed
        phone.wait()
        status, now, _ = phone.ask("/demo/", form={})
        assert (status, now.startswith("/now/")) == (302, True)
        tap = {
            "id": str(new_id()),
            "child": now.split("/")[2],
            "kind": "signal",
            "word": "babble",
            "at": datetime.now(UTC).isoformat(),
            "zone": "Europe/Berlin",
        }
        status, _, reply = phone.ask("/api/moments", data={"moments": [tap]})
        assert json.loads(reply)["kept"] == [tap["id"]]
        os.killpg(server.pid, signal.SIGKILL)
    with served(tmp_path, port):
        phone.wait()
        status, _, reply = phone.ask("/api/moments", data={"moments": [tap], "since": 0})
        assert json.loads(reply)["kept"] == [tap["id"]]
        status, _, page = phone.ask(now)
        assert (status, "babbled" in page or "babbles" in page) == (200, True)
