"""A bad line: a proxy between phone and server that drops, delays, doubles and reorders."""

import http.client
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HELD_S = 0.3
PASSED = ("Cookie", "Content-Type", "X-CSRFToken", "If-None-Match", "Accept")
ANSWERED = ("Content-Type", "ETag", "Date")


@contextmanager
def bad_line(port, chance):
    """Stand before a server; `chance()` returns what becomes of the next request."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Line) as server:
        server.behind, server.chance = port, chance
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Line(BaseHTTPRequestHandler):
    """One request on its way."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.pass_on(None)

    def do_POST(self):
        self.pass_on(self.rfile.read(int(self.headers["Content-Length"])))

    def pass_on(self, body):
        plan = self.server.chance()
        if plan == "late":  # whatever was sent after it comes first
            time.sleep(HELD_S)
        if plan.isdecimal():
            self.reply(int(plan), {}, b'{"message": "Not now."}')
        elif plan == "drop":
            self.close_connection = True
        else:
            times = 2 if plan == "double" else 1
            *_, answer = [self.ask(body) for _ in range(times)]
            if plan == "lose the answer":
                self.close_connection = True
            else:
                self.reply(*answer)

    def ask(self, body):
        line = http.client.HTTPConnection("localhost", self.server.behind, timeout=10)
        headers = {name: self.headers[name] for name in PASSED if name in self.headers}
        try:
            line.request(self.command, self.path, body, headers)
            reply = line.getresponse()
            return reply.status, reply.headers, reply.read()
        except (OSError, http.client.HTTPException):
            return 502, {}, b"<h1>Bad gateway</h1>"
        finally:
            line.close()

    def reply(self, status, headers, body):
        self.send_response_only(status)
        for name in ANSWERED:
            if name in headers:
                self.send_header(name, headers[name])
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""
