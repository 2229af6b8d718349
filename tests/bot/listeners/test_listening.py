"""How listeners are found."""

import pkgutil
from importlib import import_module

from bot import listeners


def test_every_listener_listens() -> None:
    """A file that forgets to register would be deaf: only what reads payloads is no listener."""
    names = [module.name for module in pkgutil.iter_modules(listeners.__path__)]
    deaf = [
        name for name in names if not hasattr(import_module(f"bot.listeners.{name}"), "register")
    ]
    assert deaf == ["door", "filled", "pressed"]
