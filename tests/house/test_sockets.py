"""No test reaches beyond this machine, even by mistake."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

ELSEWHERE = "192.0.2.1"  # an address that is kept for documents


def test_another_host_is_out_of_reach():
    told = pytest.warns(UserWarning, match=ELSEWHERE)
    with pytest.raises(SocketConnectBlockedError), told:
        socket.create_connection((ELSEWHERE, 80), timeout=1)


def test_this_machine_is_within_reach():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
