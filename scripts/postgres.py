"""Run a command beside a PostgreSQL of its own: fresh, on this machine alone, gone afterwards.

    python scripts/postgres.py pytest tests/web

The command finds it in HOLDFAST_DATABASE_URL. Nothing waits for the disk, so it is quick and of
no use to a family.
"""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Command = list[Path | str]

PATIENCE = 30  # seconds for a start or a stop
CLUSTER = ["-Uholdfast", "-Atrust", "-EUTF8", "--locale=C.UTF-8", "--no-sync"]
HERE_ALONE = ["-clisten_addresses=127.0.0.1", "-cunix_socket_directories="]
HASTE = ["-cfsync=off", "-csynchronous_commit=off", "-cfull_page_writes=off"]


@contextmanager
def server() -> Iterator[str]:
    """Start a server in a folder that goes when it goes, and give its address."""
    programs, who, port = binaries(), unprivileged(), free_port()
    with tempfile.TemporaryDirectory(prefix="holdfast-postgres-") as folder:
        if who:
            os.chown(folder, who["user"], who["group"])
        within = {"cwd": folder, "stdout": subprocess.DEVNULL, **who}
        subprocess.run([programs / "initdb", "-Ddata", *CLUSTER], check=True, **within)
        start: Command = [programs / "postgres", "-Ddata", f"-p{port}", *HERE_ALONE, *HASTE]
        log = Path(folder, "log")
        with log.open("w") as told, subprocess.Popen(start, stderr=told, **within) as process:
            try:
                ready: Command = [programs / "pg_isready", "-q", "-h127.0.0.1", f"-p{port}"]
                wait_for(ready, process, log)
                yield f"postgresql://holdfast@127.0.0.1:{port}/postgres"
            finally:
                process.send_signal(signal.SIGINT)  # "fast": it does not wait for who is connected
                process.wait(PATIENCE)


def binaries() -> Path:
    """Return the folder of the newest PostgreSQL server here: Debian has one for each version.

    Raises:
        SystemExit: there is none.
    """
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    for folder in [*debian, *asked_of_pg_config(), *map(Path, os.get_exec_path())]:
        if (folder / "initdb").exists():
            return folder
    raise SystemExit("There is no PostgreSQL here. On Debian: sudo apt-get install postgresql")


def version(folder: Path) -> int:
    """Return 17 for .../postgresql/17/bin."""
    return int(re.sub(r"\D", "", folder.parent.name) or 0)


def asked_of_pg_config() -> list[Path]:
    """Return the folder that pg_config names, which may hold no server."""
    program = shutil.which("pg_config")
    if program is None:
        return []
    ran = subprocess.run([program, "--bindir"], capture_output=True, text=True, check=True)
    return [Path(ran.stdout.strip())]


def unprivileged() -> dict[str, Any]:
    """Return whom to run as: PostgreSQL refuses root, which one often is in a container."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    who = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(ready: Command, process: "subprocess.Popen[Any]", log: Path) -> None:
    """Wait until the server takes connections.

    Raises:
        SystemExit: it ended, or it takes none; its own words are in the message.
    """
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise SystemExit(f"PostgreSQL did not start:\n{log.read_text()}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped too
    with server() as address:
        environment = {**os.environ, "HOLDFAST_DATABASE_URL": address}
        sys.exit(subprocess.run(sys.argv[1:], env=environment, check=False).returncode)
