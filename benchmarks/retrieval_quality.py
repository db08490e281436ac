"""How often the right paragraph comes first: R@1, R@5 and MRR@10 with n, over a pool in both languages.

    python -m benchmarks.retrieval_quality XQUAD_FOLDER

The folder holds `xquad.en*.json` and `xquad.vi*.json` (SQuAD v1.1 format, parallel; https://github.com/google-deepmind/xquad).
Where both languages are searched, either version of the paragraph counts. The typing mistakes are two to a question, in
different words, made with a seed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import string
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.language.words.detect import language_of
from bot.language.words.normalise import clean, fold
from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, Question, Source
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.scoring.ranking import RankingWeights
from bot.retrieval.storage.store import Store

DEPTH = 10


class Case(NamedTuple):
    """A question and the place (article, paragraph number) of the paragraph it was written for."""

    id: str
    question: str
    article: int
    number: int

    def refs(self, *languages: Language) -> set[str]:
        """The refs of the right paragraph in some languages."""
        return {f"{language}-{self.article:02d}#{self.number}" for language in languages}


class Figures(NamedTuple):
    """Recall at 1 and 5, mean reciprocal rank of the first 10, number of questions, and milliseconds a question."""

    recall_1: float
    recall_5: float
    mrr: float
    n: int
    p50_ms: float
    p95_ms: float


def xquad(folder: Path, language: Language) -> tuple[list[Article], list[Case]]:
    """The articles and questions of one language."""
    (path,) = sorted(folder.glob(f"xquad.{language}*.json"))
    articles, cases = [], []
    for index, entry in enumerate(json.loads(path.read_text("utf-8"))["data"]):
        source = Source(f"{language}-{index:02d}", language)
        texts = [" ".join(clean(p["context"]).text.split()) for p in entry["paragraphs"]]
        paragraphs = tuple(Paragraph(source, n, text, "body", language) for n, text in enumerate(texts, 1))
        articles.append(Article(source, paragraphs))
        for number, paragraph in enumerate(entry["paragraphs"], 1):
            cases += [Case(qa["id"], qa["question"], index, number) for qa in paragraph["qas"]]
    return articles, cases


def collection(articles: Sequence[Article], weights: RankingWeights | None = None) -> PassageRetriever:
    """A retriever over articles, indexed in memory, twins linked."""
    store = Store.open(None)
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    indexer.find_twins = TwinFinder(store, indexer.inverted).find
    indexer.apply(PutArticle(article) for article in articles)
    return PassageRetriever(store, indexer.inverted, weights=weights)


def with_typos(question: str, seed: str, number: int = 2) -> str:
    """A question with a letter deleted, swapped, replaced or inserted in so many of its words (of 3 letters or more)."""
    rng = random.Random(seed)
    words = question.split(" ")
    places = [i for i, word in enumerate(words) if sum(c.isalpha() for c in word) >= 3]
    for place in rng.sample(places, min(number, len(places))):
        words[place] = _with_typo(words[place], rng)
    return " ".join(words)


def _with_typo(word: str, rng: random.Random) -> str:
    kind = rng.choice(["delete", "swap", "replace", "insert"])
    at = rng.choice([i for i, c in enumerate(word) if c.isalpha()])
    letter = rng.choice(string.ascii_lowercase)
    if kind == "delete":
        return word[:at] + word[at + 1 :]
    if kind == "replace":
        return word[:at] + letter + word[at + 1 :]
    if kind == "insert":
        return word[:at] + letter + word[at:]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def figures(retriever: PassageRetriever, cases: Sequence[Case], *languages: Language) -> Figures:
    """The figures of some questions; `languages` are those in which the right paragraph may be found."""
    ranks: list[int | None] = []
    times: list[float] = []
    for case in cases:
        start = time.perf_counter()
        asked = retriever.restored(Question(case.question, case.question, language_of(clean(case.question).text)))
        passages = retriever.retrieve(asked.standalone, limit=DEPTH)
        times.append(1000 * (time.perf_counter() - start))
        right = case.refs(*languages)
        ranks.append(next((rank for rank, p in enumerate(passages, 1) if p.paragraph.ref in right), None))
    n = len(cases)
    return Figures(
        recall_1=sum(rank == 1 for rank in ranks) / n,
        recall_5=sum(rank is not None and rank <= 5 for rank in ranks) / n,
        mrr=sum(1 / rank for rank in ranks if rank) / n,
        n=n,
        p50_ms=statistics.median(times),
        p95_ms=statistics.quantiles(times, n=20)[-1],
    )


def retyped(cases: Sequence[Case], how: Callable[[Case], str]) -> list[Case]:
    """The cases with their questions typed another way."""
    return [case._replace(question=how(case)) for case in cases]


def half_each(english: Sequence[Article], vietnamese: Sequence[Article]) -> list[Article]:
    """Every other article in English, the rest in Vietnamese: each question has its text in one language only."""
    return [*english[::2], *vietnamese[1::2]]


def report(folder: Path) -> dict[str, Figures]:
    """All rows."""
    (articles_en, english), (articles_vi, vietnamese) = xquad(folder, "en"), xquad(folder, "vi")
    both = collection([*articles_en, *articles_vi])
    half = collection(half_each(articles_en, articles_vi))
    toneless = retyped(vietnamese, lambda c: fold(c.question))
    decomposed = retyped(vietnamese, lambda c: unicodedata.normalize("NFD", c.question))
    typos_en, typos_vi = (retyped(cases, lambda c: with_typos(c.question, c.id)) for cases in (english, vietnamese))
    return {
        "en -> en, mixed pool": figures(both, english, "en", "vi"),
        "vi -> vi, mixed pool": figures(both, vietnamese, "en", "vi"),
        "vi without tones": figures(both, toneless, "en", "vi"),
        "vi in NFD": figures(both, decomposed, "en", "vi"),
        "en, two typos": figures(both, typos_en, "en", "vi"),
        "vi, two typos": figures(both, typos_vi, "en", "vi"),
        "vi -> en": figures(collection(articles_en), vietnamese, "en"),
        "en -> vi": figures(collection(articles_vi), english, "vi"),
        "en, half of the articles in each language": figures(half, english, "en", "vi"),
        "vi, half of the articles in each language": figures(half, vietnamese, "en", "vi"),
        "en, half in each language, two typos": figures(half, typos_en, "en", "vi"),
        "vi, half in each language, two typos": figures(half, typos_vi, "en", "vi"),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    print(f"{'':44} R@1   R@5   MRR   n     p50   p95 ms")
    for name, f in report(parser.parse_args().folder).items():
        print(f"{name:44} {f.recall_1:.3f} {f.recall_5:.3f} {f.mrr:.3f} {f.n:5d} {f.p50_ms:5.1f} {f.p95_ms:5.1f}")


if __name__ == "__main__":
    main()
