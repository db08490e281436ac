"""`bot.__all__` is the API: what is promised is there, and what is there is promised."""

from __future__ import annotations

import types

import bot


def test_all_is_the_api() -> None:
    public = {
        name
        for name, value in vars(bot).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__"} == set(bot.__all__)


def test_every_member_is_documented() -> None:
    for name in set(bot.__all__) - {"__version__"}:
        assert getattr(bot, name).__doc__, name
