"""Runs a suite: its gold is found in the collection, then each case is asked; resumed where an earlier attempt stopped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.engine import NewsBot
from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case
from bot.evaluation.dataset.conditions import HARDER, OWN, Condition, paths_of
from bot.evaluation.dataset.gold import Shelves
from bot.evaluation.dataset.perturbation import variants
from bot.evaluation.dataset.suite import Suite
from bot.evaluation.run.folder import MACHINE, Journal, RunFolder
from bot.evaluation.run.measures import calibration_ms, peak_memory_mb
from bot.evaluation.run.prediction import Prediction, predict
from bot.evaluation.run.replay import ReplayCache, ReplayedModel
from bot.models import Article, Filters
from bot.protocols import ChatModel
from bot.settings import Settings

WORK = "work"
"""The folder inside a run for its stores and written articles; it is removed when the run is complete."""

Ask = tuple[str, Case]
"""What is asked: the variant ('' for the question's own form) and the case."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a suite is run: questions at once, the harder variants too, and the cache of a model's replies."""

    jobs: int = 1
    robustness: bool = False
    cache: Path | None = None
    only_replay: bool = False


def planned(suite: Suite, plan: Plan) -> list[tuple[Condition, list[Ask]]]:
    """All that will be asked, condition by condition."""
    own: list[Ask] = [("", case) for case in suite.cases]
    if not plan.robustness:
        return [(OWN, own)]
    own += [(name, changed) for case in suite.cases for name, changed in variants(case)]
    return [(OWN, own), *((c, [(c.name, case) for case in suite.cases]) for c in HARDER)]


def run(
    suite: Suite, folder: RunFolder, settings: Settings, plan: Plan = Plan(),
    tell: Callable[[Prediction], None] = lambda prediction: None,
) -> None:  # fmt: skip
    """Asks all that has no prediction yet; `tell` hears of each. Raises DatasetError when the data do not fit."""
    folder.mend()
    done = {key for key, p in folder.predictions().items() if p.error is None}
    for condition, asks in planned(suite, plan):
        todo = [ask for ask in asks if (ask[0], ask[1].id) not in done]
        if todo:
            _ask_all(suite, folder, settings, plan, condition, todo, tell)
    shutil.rmtree(folder.path / WORK, ignore_errors=True)


def _ask_all(
    suite: Suite, folder: RunFolder, settings: Settings, plan: Plan, condition: Condition, todo: Sequence[Ask],
    tell: Callable[[Prediction], None],
) -> None:  # fmt: skip
    since = perf_counter()
    with _opened(suite, folder, settings, plan, condition) as bot, Journal(folder) as journal:
        indexed = perf_counter()
        articles = bot.articles()
        shelves = Shelves(articles)
        if condition == OWN:
            strict = suite.written is None
            folder.keep_cases(suite.cases, {c.id: shelves.gold_of(c, strict=strict) for c in suite.cases})
        begun = perf_counter()
        for prediction in _predictions(bot, todo, shelves, plan.jobs):
            journal.add(prediction)
            tell(prediction)
        if condition == OWN:
            folder.write_json(MACHINE, _machine(articles, indexed - since, perf_counter() - begun, len(todo)))


def _machine(articles: Sequence[Article], index_s: float, ask_s: float, asked: int) -> dict[str, Any]:
    """The measured times of a run, apart from the times of each question."""
    paragraphs = sum(len(a.paragraphs) for a in articles)
    return {
        "index_s": round(index_s, 3), "ask_s": round(ask_s, 3), "asked": asked, "articles": len(articles),
        "paragraphs": paragraphs, "calibration_ms": round(calibration_ms(), 2), "memory_mb": peak_memory_mb(),
    }  # fmt: skip


@contextmanager
def _opened(suite: Suite, folder: RunFolder, settings: Settings, plan: Plan, condition: Condition) -> Iterator[NewsBot]:
    """The bot over the condition's articles, in a store inside the run's folder."""
    work = folder.path / WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatasetError(f"{work} cannot be made: {error.strerror}.") from None
    paths = [str(path) for path in paths_of(suite, condition, work)]
    store = work / f"{condition.name or 'own'}.db"
    if plan.cache is None or not settings.model_name:
        with NewsBot.open(paths, index=store, settings=settings) as bot:
            yield bot
        return
    from bot.wiring import open_bot  # the one door through which a model can be wrapped

    cache = ReplayCache(plan.cache)

    def wrap(model: ChatModel) -> ChatModel:
        """The model behind the cache."""
        return ReplayedModel(
            model, cache, endpoint=settings.base_url, temperature=settings.temperature, only_replay=plan.only_replay
        )

    try:
        with open_bot(paths, index=store, settings=settings, wrap=wrap) as bot:
            yield bot
    finally:
        cache.close()


def _predictions(bot: NewsBot, asks: Sequence[Ask], shelves: Shelves, jobs: int) -> Iterator[Prediction]:
    """In order, at most `jobs` questions at once."""
    filters = _filtering(shelves)

    def one(ask: Ask) -> Prediction:
        """One question, asked and timed."""
        variant, case = ask
        return predict(bot, case, filters(case.without), variant)

    if jobs == 1:
        yield from map(one, asks)
        return
    with ThreadPoolExecutor(jobs) as pool:
        queue = iter(asks)
        while part := list(islice(queue, 8 * jobs)):
            yield from pool.map(one, part)


def _filtering(shelves: Shelves) -> Callable[[tuple[str, ...]], Filters]:
    """A function from hidden articles to the filters that hide them."""

    @lru_cache(maxsize=4096)
    def filters(without: tuple[str, ...]) -> Filters:
        """The filters that hide these articles; none where nothing is hidden."""
        gone = {article.source.id for name in without for article in shelves.named(name)}
        return Filters(articles=tuple(i for i in shelves.ids if i not in gone)) if gone else Filters()

    return filters
