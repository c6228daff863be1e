"""No request leaves this house but to a push service: other hosts, ports, ways and answers."""

import socket
import ssl
import threading
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from holdfast.web.push import sending
from holdfast.web.push.sending import PublicOnly, Sent, path_of, public_addresses, send
from holdfast.web.push.services import OtherPlace, service_of
from holdfast.web.push.teller import MOST_WAITING, Teller

AT = {"urgent": False, "topic": "new", "ttl": 60, "contact": "https://ours.example"}
FCM = "https://fcm.googleapis.com/fcm/send/a:b-c_d"


@pytest.mark.parametrize(
    "endpoint",
    [
        FCM,
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QABC",
        "https://api.push.apple.com/3/device/x",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC%3d",
        "https://fcm.googleapis.com:443/fcm/send/x",
        "https://FCM.googleapis.com/fcm/send/x",
    ],
)
def test_a_service_of_a_browser_is_known(endpoint):
    assert service_of(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "fcm.googleapis.com",
        "http://fcm.googleapis.com/x",
        "ftp://fcm.googleapis.com/x",
        "file:/etc/passwd",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/x",
        "https://2130706433/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:80/x",
        "https://fcm.googleapis.com:port/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://somebody@fcm.googleapis.com/x",
        "https://fcm.googleapis.com.example/x",
        "https://notify.windows.com/x",
        "https://evilnotify.windows.com/x",
        "https://example/fcm.googleapis.com",
        "https://fcm.googleapis.com\\@127.0.0.1/x",
        "https://fcm.googleapis.com/a b",
        "https://fcm.googleapis.com/x\r\nHost: 127.0.0.1",
        "https://fcm。googleapis.com/x",
        "https://[fcm.googleapis.com/x",
        FCM + "x" * 1000,
    ],
)
def test_any_other_place_is_refused(endpoint):
    with pytest.raises(OtherPlace, match="not one that this server knows"):
        service_of(endpoint)
    assert send(endpoint, **AT) is Sent.GONE


def resolves_to(monkeypatch, *addresses):
    kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
    found = [(*kind, (address, 443)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_how: found)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 -- what a name could lead to
        "169.254.169.254",
        "100.64.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        f"{10}.0.0.1",
        f"192.{168}.1.1",
    ],
)
def test_a_name_that_leads_into_ones_own_network_is_not_followed(monkeypatch, address):
    resolves_to(monkeypatch, address)
    asked = []
    monkeypatch.setattr(socket, "create_connection", lambda *where: asked.append(where))
    assert public_addresses("fcm.googleapis.com") == []
    assert send(FCM, **AT) is Sent.LOST
    assert asked == []


def test_of_several_addresses_the_public_ones_are_tried_in_turn(monkeypatch):
    resolves_to(monkeypatch, "127.0.0.1", "2606:4700::1", "1.1.1.1", "1.1.1.1")
    asked = []

    def connect(where, timeout):
        asked.append((*where, timeout))
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", connect)
    assert send(FCM, **AT) is Sent.LOST
    assert asked == [("2606:4700::1", 443, 5), ("1.1.1.1", 443, 5)]


def test_the_name_is_asked_for_in_the_handshake_and_its_certificate_is_checked(monkeypatch):
    resolves_to(monkeypatch, "1.1.1.1")
    monkeypatch.setattr(socket, "create_connection", lambda *_where: "a socket")
    wrapped = []

    class Context:
        def wrap_socket(self, plain, *, server_hostname):
            wrapped.append((plain, server_hostname))
            return plain

    connection = PublicOnly("fcm.googleapis.com", 443, timeout=5)
    connection._context = Context()  # noqa: SLF001 -- what http.client holds
    connection.connect()
    assert wrapped == [("a socket", "fcm.googleapis.com")]
    context = ssl.create_default_context()
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)


class Service(BaseHTTPRequestHandler):
    """A service on this machine that notes what it is sent, and answers as it is asked."""

    came: ClassVar = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Service.came.append((self.path, self.headers, body))
        self.send_response(int(self.path.rpartition("/")[2]))
        self.send_header("Location", "http://127.0.0.1/elsewhere")
        self.end_headers()

    def log_message(self, *_said):
        pass


@pytest.fixture
def service(monkeypatch):
    """Let each push go to this machine, without TLS: what is on the wire can be read."""
    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def connect(connection):
        connection.sock = socket.create_connection(server.server_address, connection.timeout)

    monkeypatch.setattr(PublicOnly, "connect", connect)
    Service.came = []
    yield Service
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("status", "sent"),
    [
        (200, Sent.TAKEN),
        (201, Sent.TAKEN),
        (202, Sent.TAKEN),
        (301, Sent.LOST),
        (307, Sent.LOST),
        (400, Sent.LOST),
        (403, Sent.GONE),
        (404, Sent.GONE),
        (410, Sent.GONE),
        (429, Sent.LOST),
        (503, Sent.LOST),
    ],
)
def test_what_an_answer_means_and_that_none_leads_on(service, status, sent):
    assert send(f"https://fcm.googleapis.com/{status}", **AT) is sent
    assert [path for path, *_rest in service.came] == [f"/{status}"]


def test_a_push_has_no_body_and_names_no_family(service):
    send("https://fcm.googleapis.com/201", **AT)
    ((_path, headers, body),) = service.came
    assert body == b""
    assert {*headers} == {
        "Host",
        "Accept-Encoding",
        "Authorization",
        "Content-Length",
        "TTL",
        "Topic",
        "Urgency",
    }


def test_what_a_service_says_that_is_no_answer_loses_the_push(monkeypatch):
    def post(*_sent):
        raise HTTPException

    monkeypatch.setattr(sending, "post", post)
    assert send(FCM, **AT) is Sent.LOST


def test_the_whole_address_is_asked_for():
    assert path_of("https://wns2.notify.windows.com/w/?token=a%3d") == "/w/?token=a%3d"
    assert path_of("https://fcm.googleapis.com") == "/"


def test_the_thread_does_what_comes_and_goes_on_after_what_failed(caplog):
    done, ready = [], threading.Event()

    def do(work):
        if work == "bad":
            raise ValueError("of somebody's child")
        done.append(work)
        ready.set()

    teller = Teller(do)
    teller.take("bad")
    teller.take("good")
    assert ready.wait(5)
    assert done == ["good"]
    assert caplog.messages == ["A notice was lost: ValueError."]
    assert teller.thread.daemon


def test_where_too_much_waits_a_notice_is_lost_and_nobody_waits(monkeypatch):
    monkeypatch.setattr(threading.Thread, "start", lambda _thread: None)
    teller = Teller(print)
    for number in range(MOST_WAITING + 5):
        teller.take(number)
    assert teller.waiting.qsize() == MOST_WAITING
