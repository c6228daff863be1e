"""Holdfast: a companion for the bond between a baby and the people who care for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holdfast.engine import simulate

__version__ = "0.1.0"
__all__ = ["__version__", "simulate"]


def __getattr__(name: str) -> object:
    """Load the simulator when somebody asks for it: `from holdfast import simulate`."""
    if name == "simulate":
        from importlib import import_module  # noqa: PLC0415 -- only where it is asked for

        return import_module("holdfast.engine.simulate")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
