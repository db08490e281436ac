"""The paragraphs of the collection in which the answers of a case stand, found by the quotes of its evidence.

Paragraphs with equal words are one evidence class, so an article that repeats itself, or two that print the same, count
once; a class is a digest of the normalised text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, Evidence
from bot.evaluation.dataset.normaliser import normalised
from bot.language.words.detect import language_of
from bot.models import Article, Language


@dataclass(frozen=True, slots=True)
class Gold:
    """A paragraph that answers: its ref, its evidence class, its language and its text."""

    ref: str
    evidence_class: str
    language: Language
    text: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; `Gold(**row)` reads it back."""
        return asdict(self)


@lru_cache(maxsize=200_000)
def evidence_class(text: str) -> str:
    """The class of a paragraph's words: 16 hex digits, equal for texts that differ in spacing, case or marks only.

    >>> evidence_class("It is in Jakarta.") == evidence_class("It is in  JAKARTA")
    True
    """
    return sha256(normalised(text, "en").encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=20_000)
def _held(text: str) -> str:
    return f" {normalised(text, 'en')} "


class Shelves:
    """The articles of a collection by the names that evidence may use: file, file name, file stem or id."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.ids = tuple(article.source.id for article in articles)
        self._by_name: dict[str, list[Article]] = {}
        for article in articles:
            for name in names_of(article):
                self._by_name.setdefault(name, []).append(article)

    def named(self, name: str) -> Sequence[Article]:
        """The articles of a file name or id; a file may hold several."""
        return self._by_name.get(name, ())

    def gold_of(self, case: Case, *, strict: bool) -> tuple[Gold, ...]:
        """The paragraphs that hold a quote of the case's evidence, one for each class.

        When none does, a strict caller gets DatasetError, since silence would spoil the figures; else the quote itself
        becomes a class that nothing can find, so that the case scores 0 (a text that the bot's reader dropped).
        """
        found: dict[str, Gold] = {}
        for evidence in case.evidence:
            holding = _holding(self.named(evidence.article), evidence.quote)
            if not holding and strict:
                raise DatasetError(f"{case.place or case.id}: {self._missing(evidence)}.")
            lost = Gold("", evidence_class(evidence.quote), language_of(evidence.quote), evidence.quote)
            for gold in holding or [lost]:
                found.setdefault(gold.evidence_class, gold)
        return tuple(found.values())

    def _missing(self, evidence: Evidence) -> str:
        if not self.named(evidence.article):
            return f"the evidence names the article {evidence.article!r}, which is not in the collection"
        return f"no paragraph of {evidence.article} holds the quote {evidence.quote[:60]!r}"


def names_of(article: Article) -> tuple[str, ...]:
    """Every name by which a row of a data set may mean an article."""
    file = article.source.file or ""
    name = file.rsplit("/", 1)[-1]
    return tuple(dict.fromkeys(filter(None, (article.source.id, file, name, name.rsplit(".", 1)[0]))))


def _holding(articles: Sequence[Article], quote: str) -> list[Gold]:
    """Paragraphs that hold the quote, else those that a quote of several paragraphs holds."""
    wanted = _held(quote)
    return _gold(articles, lambda held: wanted in held) or _gold(articles, lambda held: held in wanted)


def _gold(articles: Sequence[Article], matches: Callable[[str], bool]) -> list[Gold]:
    return [
        Gold(p.ref, evidence_class(p.text), p.language, p.text)
        for article in articles
        for p in article.paragraphs
        if matches(_held(p.text))
    ]
