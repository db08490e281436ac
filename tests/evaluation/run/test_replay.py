from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import DatasetError, ModelError
from bot.evaluation.run.replay import ReplayCache, ReplayedModel
from bot.llm.scripted import ScriptedModel
from bot.models import Usage
from bot.protocols import Message

ASKED = (Message("user", "Where?"),)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ReplayCache]:
    cache = ReplayCache(tmp_path / "deep" / "replies.db")
    yield cache
    cache.close()


def said(model: ReplayedModel, messages: tuple[Message, ...] = ASKED, tokens: int = 50) -> tuple[str, list[Usage]]:
    pieces = list(model.stream(messages, max_tokens=tokens))
    return "".join(p for p in pieces if isinstance(p, str)), [p for p in pieces if isinstance(p, Usage)]


def model(cache: ReplayCache, *replies: str | ModelError, **more: object) -> ReplayedModel:
    return ReplayedModel(ScriptedModel(replies), cache, **{"endpoint": "h", "temperature": 0.0, **more})  # type: ignore[arg-type]


def test_the_second_time_nothing_is_asked(cache: ReplayCache) -> None:
    first = said(model(cache, "In Jakarta [1]."))
    assert said(model(cache)) == first
    assert (cache.hits, cache.misses) == (1, 1)


@pytest.mark.parametrize("other", [{"endpoint": "elsewhere"}, {"temperature": 0.7}])
def test_another_endpoint_or_temperature_is_another_request(cache: ReplayCache, other: dict[str, object]) -> None:
    said(model(cache, "One."))
    assert said(model(cache, "Two.", **other))[0] == "Two."


def test_other_words_or_limits_are_other_requests(cache: ReplayCache) -> None:
    said(model(cache, "One."))
    assert said(model(cache, "Two."), (Message("user", "Who?"),))[0] == "Two."
    assert said(model(cache, "Three."), tokens=51)[0] == "Three."


def test_a_reply_that_broke_off_is_not_kept(cache: ReplayCache) -> None:
    with pytest.raises(ModelError):
        said(model(cache, ModelError("It fell silent.", "silence")))
    assert said(model(cache, "Whole."))[0] == "Whole."


def test_a_miss_is_an_error_when_only_replaying(cache: ReplayCache) -> None:
    with pytest.raises(DatasetError, match="does not hold a request of this run"):
        said(model(cache, "Never asked.", only_replay=True))


def test_a_file_that_is_no_cache_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_text("not a database, not at all, and long enough to be looked at" * 30)
    with pytest.raises(DatasetError, match=r"bad\.db cannot be used"):
        ReplayCache(tmp_path / "bad.db")
