"""What is taken from gradio is still there to be taken: an upgrade that renames it must not pass unseen."""

from __future__ import annotations

import asyncio
import sys
from functools import reduce
from typing import Any

import pytest

from bot.web import loading

pytestmark = pytest.mark.filterwarnings("ignore")  # gradio's own, while it loads


def test_gradio_has_what_is_replaced_while_it_loads() -> None:
    loading.gradio()
    for module, name in loading._IDLE.items():
        replaced: Any = reduce(getattr, name.split("."), sys.modules[module])
        assert replaced("anything", component="any") is None


def test_its_queue_has_what_is_calmed() -> None:
    from bot.web.chat import _calm

    async def queue() -> Any:
        return loading.gradio().Blocks(analytics_enabled=False).queue()._queue

    calm = asyncio.run(queue())
    before = set(vars(calm))
    _calm(calm)
    assert set(vars(calm)) == before
