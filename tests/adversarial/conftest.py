"""One bot over the seed articles for all questions, and a model server that plays scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot import NewsBot
from bot.llm.budget import count
from bot.llm.openai_model import OpenAIChatModel
from bot.models import Answer
from bot.settings import Settings
from tests.adversarial.product import SEEDS
from tests.llm.server import Script, ScriptedServer, serving


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seed-store") / "seeds.db"


@pytest.fixture(scope="session")
def seeds_bot(seed_store: Path) -> Iterator[NewsBot]:
    with NewsBot.open(SEEDS, index=seed_store) as bot:
        yield bot


@pytest.fixture(scope="session")
def warm_sdk() -> None:
    """The SDK and the tokenizer are loaded, so that no limit of a test has to cover them."""
    OpenAIChatModel(Settings(base_url="http://127.0.0.1:9/v1")).warm()
    count("warm")


Asked = tuple[Answer, ScriptedServer]


@pytest.fixture
def ask_model(seeds_bot: NewsBot, seed_store: Path, warm_sdk: None) -> Iterator[Callable[..., Asked]]:
    """Asks the bot over the seeds, or over `articles`, with a model that plays the scripts in turn."""
    with ExitStack() as stack:

        def ask(question: str, *scripts: Script, articles: Path = SEEDS, **settings: Any) -> Asked:
            server = stack.enter_context(serving(*scripts))
            index = seed_store if articles == SEEDS else articles.with_name(f"{articles.name}.db")
            limits = {"deadline": 20.0, "first_token_timeout": 10.0, "silence_timeout": 10.0, "retries": 0, **settings}
            bot = stack.enter_context(NewsBot.open(articles, index=index, base_url=server.address, model="m", **limits))
            return bot.ask(question), server

        yield ask
