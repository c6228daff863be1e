"""The server: start it, and the three links that only its owner can make."""

import multiprocessing
import os
import socket
from typing import Annotated

import typer

from holdfast.words.errors import HoldfastError, Refused

SETTINGS = "holdfast.web.settings"
DEFAULT_PORT = 8000
THREADS = 4  # each keeps a connection to the database
LOOPBACK = "127.0.0.1"
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 -- names it, to know what was asked for


def serve(
    *,
    host: Annotated[
        str, typer.Option(help="Where to listen; 0.0.0.0 lets phones in the house reach it.")
    ] = LOOPBACK,
    port: Annotated[int, typer.Option(help="The port to listen on.")] = DEFAULT_PORT,
    workers: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 2,
    demo: Annotated[bool, typer.Option("--demo", help="Always offer the made-up family.")] = False,
) -> None:
    """Start the server: bring the database up to date, print the address, and answer."""
    require_free(host, port)
    os.environ |= environment(host=host, demo=demo)
    open_house()
    collect_static()
    typer.echo(welcome(address(host, port)))
    run(host=host, port=port, workers=workers)


def require_free(host: str, port: int) -> None:
    """See that nobody listens there, before anything is promised.

    Raises:
        Refused: somebody does, or it cannot be listened to.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one just stopped is no matter
        try:
            tried.bind((host, port))
        except (OSError, OverflowError) as wrong:
            raise Refused(
                f"Port {port} of {host} cannot be listened to: is Holdfast running already?",
                hint=f"Open it there, or choose another: --port {port + 1}.",
            ) from wrong


def environment(*, host: str, demo: bool) -> dict[str, str]:
    """Return what the settings are to know, in this process and in the workers."""
    hosts = os.environ.get("HOLDFAST_HOSTS", "")
    names = [hosts, *own_names()] if host in EVERYWHERE else [hosts, host]
    known = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "HOLDFAST_SERVING": "1",
        "HOLDFAST_HOSTS": ",".join(filter(None, names)),
    }
    return {**known, "HOLDFAST_DEMO": "1"} if demo else known


def own_names() -> list[str]:
    """Return under which names and addresses the phones in the house find this machine."""
    name = socket.gethostname()
    return [name, f"{name}.local", own_address()]


def own_address() -> str:
    """Return this machine's address in its network. Nothing is sent: UDP only picks a route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # set apart for examples (RFC 5737)
        except OSError:
            return LOOPBACK
        return str(probe.getsockname()[0])


def address(host: str, port: int) -> str:
    """Return what to type into a browser: the address that was set, or this machine's."""
    if url := os.environ.get("HOLDFAST_URL"):
        return url.rstrip("/")
    return f"http://{own_address() if host in EVERYWHERE else host}:{port}"


def open_house() -> None:
    """Set Django up and bring the database to what this version needs.

    Raises:
        HoldfastError: the database cannot be opened.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 -- slow import
    from django.core.management import call_command  # noqa: PLC0415 -- slow import
    from django.db import OperationalError  # noqa: PLC0415 -- slow import

    from holdfast.web.data_folder import data_folder  # noqa: PLC0415 -- slow import

    data_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise HoldfastError(
            f"The database cannot be opened: {error}.",
            hint="See that the folder or the server that its address names is there.",
        ) from error


def collect_static() -> None:
    """Copy styles and scripts to where they are served from, each with its hash in its name."""
    from django.core.management import call_command  # noqa: PLC0415 -- slow import

    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def welcome(base: str) -> str:
    """Return what is printed: the address and, while no family lives here, how to begin."""
    from holdfast.web.actions import make_setup_link  # noqa: PLC0415 -- slow import
    from holdfast.web.queries import needs_first_family  # noqa: PLC0415 -- slow import

    lines = [f"Holdfast is at {base}/"]
    if needs_first_family():
        lines += [
            "",
            "No family lives here yet. Begin with this link; it works once, for two days:",
            f"  {base}{welcome_path(make_setup_link())}",
            "",
            "Or look at a made-up family first:",
            f"  {base}/demo/",
        ]
    return "\n".join([*lines, "", "Ctrl-C stops it. What was written down stays."])


def welcome_path(token: str) -> str:
    """Return the page that a set-up link opens."""
    return f"/welcome/{token}/"


def run(*, host: str, port: int, workers: int) -> None:
    """Answer until told to stop."""
    # A forked worker would wait for ever on the threads that polars had here before the fork.
    multiprocessing.set_start_method("spawn", force=True)
    from granian import Granian  # noqa: PLC0415 -- slow import
    from granian.constants import Interfaces  # noqa: PLC0415 -- slow import
    from granian.log import LogLevels  # noqa: PLC0415 -- slow import

    Granian(
        "holdfast.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()


def setup_link() -> None:
    """Print a one-time link that sets a family up."""
    from_the_server()
    from holdfast.web.actions import make_setup_link  # noqa: PLC0415 -- slow import

    typer.echo(link(welcome_path(make_setup_link())))


def reset(
    username: Annotated[str, typer.Argument(help="The name that they sign in with.")],
) -> None:
    """Give somebody a new way in who lost theirs: a link that works once, for a day."""
    from_the_server()
    from django.urls import reverse  # noqa: PLC0415 -- slow import

    from holdfast.web.actions import make_way_back  # noqa: PLC0415 -- slow import

    typer.echo(link(reverse("way_back", args=[make_way_back(username=username)])))


def demo() -> None:
    """Make the made-up family anew, so that its log ends just now."""
    from_the_server()
    from holdfast.web.actions import demo_family  # noqa: PLC0415 -- slow import

    started = demo_family()
    names = ", ".join(child.name for child in started.children)
    typer.echo(f"Here is {names}. Look at {link('/demo/')}")
    if not os.environ.get("HOLDFAST_DEMO"):
        typer.echo("Once a family lives here, only `serve --demo` offers it.", err=True)


def from_the_server() -> None:
    """Open the database as the server would."""
    open_house()


def link(path: str) -> str:
    """Return a path as an address of this server."""
    return address(LOOPBACK, DEFAULT_PORT) + path
