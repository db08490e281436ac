"""Cases for the answerer from XQuAD: answerable questions, and the same made unanswerable in five ways."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.answering.question.kind import asked
from bot.answering.text.paragraph_view import view_of
from bot.language.naming.names import names
from bot.language.sentences.boundaries import sentences
from bot.language.words.normalise import clean
from bot.language.words.terms import ANALYSER_VERSION, analyse, tokens, word_of
from bot.models import Article, Language, Paragraph, Passage, Source
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store

PASSAGES = 8
LANGUAGES: tuple[Language, Language] = ("en", "vi")


@dataclass(frozen=True)
class Asked:
    """A question of XQuAD: its article, the paragraph that answers (by language), and the answer (by language)."""

    id: str
    language: Language
    text: str
    article: str
    gold: dict[str, Paragraph]
    answers: dict[str, str]
    starts: dict[str, int]


@dataclass(frozen=True)
class Case:
    """A question with the passages that an answerer would see; `kind` is `answerable` or how it was spoilt."""

    kind: str
    asked: Asked
    text: str
    passages: tuple[Passage, ...]
    pool: Language


def read(folder: Path) -> tuple[dict[str, list[Article]], list[Asked]]:
    """The articles by language, and the questions of both."""
    articles: dict[str, list[Article]] = {}
    raw: dict[str, dict[str, tuple[str, str, Paragraph, str, int]]] = {}
    for language in LANGUAGES:
        data = json.loads(_file(folder, language).read_text("utf-8"))["data"]
        articles[language], raw[language] = [], {}
        for entry in data:
            title = entry["title"]
            source = Source(f"{language}-{re.sub(r'[^A-Za-z_]', '', title)}", language, title=title.replace("_", " "))
            paragraphs = []
            for number, block in enumerate(entry["paragraphs"], 1):
                text = clean(block["context"]).text
                paragraphs.append(Paragraph(source, number, text, "body", language))
                for qa in block["qas"]:
                    raw[language][qa["id"]] = (title, clean(qa["question"]).text, paragraphs[-1], *_answer(qa, text))
            articles[language].append(Article(source, tuple(paragraphs)))
    return articles, list(_both(raw))


def written(file: Path, articles: Mapping[str, Sequence[Article]], questions: Sequence[Asked]) -> list[Asked]:
    """The questions of our own about XQuAD's articles (`questions.tsv`), each in one language."""
    paragraphs = {(a.source.id, p.number): p for several in articles.values() for a in several for p in a.paragraphs}
    titles = {gold.source.id: q.article for q in questions for gold in q.gold.values()}
    found = []
    for line in file.read_text("utf-8").splitlines()[1:]:
        article, number, sentence, text, answer = line.split("\t")
        gold = paragraphs[article, int(number)]
        start = gold.text.index(answer, sentences(gold.text)[int(sentence) - 1].start)
        own = gold.language
        found.append(Asked(text, own, text, titles[article], {own: gold}, {own: answer}, {own: start}))
    return found


def _file(folder: Path, language: str) -> Path:
    return sorted(folder.glob(f"xquad.{language}*.json"))[0]


def _answer(qa: dict[str, Any], text: str) -> tuple[str, int]:
    """The first answer and where it stands; the file's offset may be off by what cleaning changed."""
    answer = clean(qa["answers"][0]["text"]).text.strip()
    spots = [m.start() for m in re.finditer(re.escape(answer), text)]
    wanted = int(qa["answers"][0]["answer_start"])
    return answer, min(spots, key=lambda s: abs(s - wanted)) if spots else wanted


def _both(raw: dict[str, dict[str, tuple[str, str, Paragraph, str, int]]]) -> Iterator[Asked]:
    for language in LANGUAGES:
        for key, (title, text, _, _, _) in raw[language].items():
            rows = {pool: raw[pool][key] for pool in LANGUAGES}
            yield Asked(
                key, language, text, title, {p: r[2] for p, r in rows.items()}, {p: r[3] for p, r in rows.items()},
                {p: r[4] for p, r in rows.items()},
            )  # fmt: skip


def retriever(articles: Sequence[Article]) -> PassageRetriever:
    """A retriever over articles, in memory."""
    indexer = Indexer.open(Store.open(None), analyse, ANALYSER_VERSION)
    indexer.apply([PutArticle(article) for article in articles])
    return PassageRetriever(indexer.store, indexer.inverted)


def folds(questions: Sequence[Asked], count: int, seed: int) -> dict[str, int]:
    """The fold of each article."""
    titles = sorted({q.article for q in questions})
    random.Random(seed).shuffle(titles)
    return {title: place % count for place, title in enumerate(titles)}


def answering_sentences(paragraph: Paragraph, answer: str, start: int) -> frozenset[int]:
    """The indexes of the sentences that hold the answer where it stands; of all that hold it, when it stands nowhere."""
    spans = sentences(paragraph.text)
    at = {i for i, s in enumerate(spans) if s.start <= start < s.end and paragraph.text.startswith(answer, start)}
    return frozenset(at or {i for i, s in enumerate(spans) if answer.lower() in s.of(paragraph.text).lower()})


class Spoiler:
    """Makes unanswerable cases; deterministic for a seed."""

    def __init__(self, questions: Sequence[Asked], pools: Mapping[Language, PassageRetriever], seed: int) -> None:
        self._random = random.Random(seed)
        self._pools = pools
        self._names = {
            lang: sorted({(n, q.article) for q in questions if q.language == lang for n in _named(q)})
            for lang in LANGUAGES
        }
        self._nouns = {lang: sorted(_nouns(q for q in questions if q.language == lang)) for lang in LANGUAGES}

    def cases(self, q: Asked, pool: Language) -> Iterator[Case]:
        """The answerable case and its spoilt ones, over the articles of one language."""
        found = tuple(self._pools[pool].retrieve(q.text, limit=PASSAGES * 2))
        gold = q.gold[pool]
        yield Case("answerable", q, q.text, found[:PASSAGES], pool)
        others = tuple(p for p in found if p.paragraph.source.id != gold.source.id)
        yield Case("article", q, q.text, others[:PASSAGES], pool)
        yield Case("paragraph", q, q.text, tuple(p for p in found if p.paragraph != gold)[:PASSAGES], pool)
        yield from self._sentence(q, pool, found)
        for kind, text in (("swapped", self.swapped(q)), ("other", self._other(q))):
            if text:
                yield Case(kind, q, text, tuple(self._pools[pool].retrieve(text, limit=PASSAGES)), pool)

    def spoilt(self, q: Asked) -> Iterator[str]:
        """The question with another name or number, and with something else asked."""
        yield from filter(None, (self.swapped(q), self._other(q)))

    def _sentence(self, q: Asked, pool: Language, found: tuple[Passage, ...]) -> Iterator[Case]:
        """The sentence that answers is cut out of its paragraph."""
        gold = q.gold[pool]
        holding = answering_sentences(gold, q.answers[pool], q.starts[pool])
        view = view_of(gold)
        kept = " ".join(s.text for s in view.sentences if s.index not in holding)
        if holding and len(view.sentences) > 2 and kept:
            short = replace(gold, text=kept)
            cut = tuple(replace(p, paragraph=short) if p.paragraph == gold else p for p in found[:PASSAGES])
            yield Case("sentence", q, q.text, cut, pool)

    def swapped(self, q: Asked) -> str | None:
        """The question with a name of another article for one of its names, or another number; None where it has neither."""
        figures = re.findall(r"\d+", q.text)
        options = [*(("name", n) for n in _named(q)), *(("number", n) for n in figures)]
        if not options:
            return None
        kind, old = self._random.choice(options)
        if kind == "number":
            return q.text.replace(old, str(int(old) + self._random.choice([-17, -9, -3, 4, 11, 23])), 1)
        strange = [n for n, a in self._names[q.language] if a != q.article and n.lower() not in q.text.lower()]
        return q.text.replace(old, self._random.choice(strange), 1)

    def _other(self, q: Asked) -> str | None:
        """Something else is asked of the same thing: a noun, a date, a number or a name that the paragraph lacks."""
        what = asked(q.text, q.language)
        if not what.asking:
            return None
        spans = [(start, end) for _, start, end in tokens(q.text)]
        parts = sorted(what.asking | {i for i in what.focus if i >= min(what.asking) - 3})
        start, end = spans[parts[0]][0], spans[parts[-1]][1]
        asking = self._noun(q) if self._random.random() < 0.6 else self._measure(q)
        return q.text[:start] + asking + q.text[end:] if asking else None

    def _noun(self, q: Asked) -> str | None:
        held = {word_of(t).stem for p in q.gold.values() for t, _, _ in tokens(p.text)}
        strange = [
            n for n, a in self._nouns[q.language] if a != q.article and not held & {word_of(t).stem for t in n.split()}
        ]
        if not strange:
            return None
        noun = self._random.choice(strange)
        if q.language == "en":
            return f"{self._random.choice(['What', 'Which', 'How many'])} {noun}"
        return self._random.choice([f"{noun} nào", f"{noun} gì", f"bao nhiêu {noun}"])

    def _measure(self, q: Asked) -> str | None:
        view = view_of(q.gold[q.language])
        tokens_ = [t for s in view.sentences for t in s.tokens]
        options = [
            text
            for text, there in (
                ({"en": "When", "vi": "khi nào"}, any(t.date for t in tokens_)),
                ({"en": "How many people", "vi": "bao nhiêu người"}, any(t.number for t in tokens_)),
                ({"en": "How much money", "vi": "bao nhiêu tiền"}, False),
                ({"en": "How old", "vi": "bao nhiêu tuổi"}, False),
                ({"en": "How long", "vi": "bao lâu"}, any(t.number for t in tokens_)),
                ({"en": "Where", "vi": "ở đâu"}, any(t.capital for t in tokens_)),
            )
            if not there
        ]
        return self._random.choice(options)[q.language]


def _named(q: Asked) -> list[str]:
    return [q.text[n.start : n.end] for n in names(q.text, q.language) if any(w.certain for w in n.words)]


def _nouns(questions: Iterator[Asked]) -> set[tuple[str, str]]:
    found = set()
    for q in questions:
        what = asked(q.text, q.language)
        if what.focus and what.kind in ("thing", "number"):
            words = [t for t, _, _ in tokens(q.text)]
            noun = " ".join(words[i] for i in what.focus)
            if len(noun) > 3 and (q.language == "en" or " " in noun):
                found.add((noun, q.article))
    return found
