"""One push: a POST without a body, to a known service, at an address of the public internet."""

import socket
import ssl
from enum import StrEnum
from http.client import HTTPException, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import urlsplit

from holdfast.web.push.services import HTTPS, OtherPlace, service_of
from holdfast.web.push.vapid import authorization

PATIENCE_S = 5
OK = range(200, 300)
GONE = frozenset({403, 404, 410})  # ended at the phone, or made for a key that is not ours


class Sent(StrEnum):
    """What became of a push."""

    TAKEN = "taken"
    GONE = "gone"  # this phone is not to be told any more
    LOST = "lost"  # the service is busy or out of reach: nothing is tried again


def send(endpoint: str, *, urgent: bool, topic: str, ttl: int, contact: str) -> Sent:
    """Send one push. Never raises for what a service or the network does.

    Args:
        endpoint: where the phone is reached.
        urgent: wake a phone that saves its battery.
        topic: a later push of the same topic takes the place of one that still waits.
        ttl: for how many seconds the service may keep it.
        contact: whom the service can turn to: an https or mailto address.
    """
    try:
        host = service_of(endpoint)
        headers = {
            "Authorization": authorization(endpoint, contact=contact),
            "Content-Length": "0",
            "TTL": str(ttl),
            "Topic": topic,
            "Urgency": "high" if urgent else "low",
        }
        return meant(post(host, path_of(endpoint), headers))
    except OtherPlace:
        return Sent.GONE
    except (OSError, HTTPException):
        return Sent.LOST


def meant(status: int) -> Sent:
    """Return what an answer means. One that would lead elsewhere leads nowhere."""
    if status in GONE:
        return Sent.GONE
    return Sent.TAKEN if status in OK else Sent.LOST


def path_of(endpoint: str) -> str:
    """Return what is asked of the host."""
    parts = urlsplit(endpoint)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def post(host: str, path: str, headers: dict[str, str]) -> int:
    """Return the status that a host answers with. It follows no redirect and reads no body."""
    connection = PublicOnly(host, HTTPS, timeout=PATIENCE_S, context=ssl.create_default_context())
    try:
        connection.request("POST", path, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()


class PublicOnly(HTTPSConnection):
    """Connects to the address that was looked at: a name cannot lead into one's own network."""

    def connect(self) -> None:
        """Open the connection to the first public address of the name that answers.

        Raises:
            OSError: the name has none, or it cannot be reached.
        """
        failed = OSError("no public address")
        for address in public_addresses(self.host):
            try:
                plain = socket.create_connection((address, HTTPS), self.timeout)
                context: ssl.SSLContext = self._context  # type: ignore[attr-defined]
                self.sock = context.wrap_socket(plain, server_hostname=self.host)
            except OSError as error:
                failed = error
            else:
                return
        raise failed


def public_addresses(host: str) -> list[str]:
    """Return the public addresses of a name, in the order in which the system prefers them."""
    found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(str(place[0]) for *_kinds, place in found)
    return [one for one in addresses if ip_address(one.split("%")[0]).is_global]
