"""From a question to ranked passages: both languages searched, ranked by their features, fused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.language.naming.capitals import with_capitals
from bot.language.sentences.courtesies import plain_question
from bot.language.sentences.overview import asks_overview
from bot.language.spelling.marks import is_under_marked
from bot.language.spelling.tones import with_marks
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.models import Filters, Language, Paragraph, Passage, Question
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.copies import OneVoice, apart, near_copies_of, one_voice
from bot.retrieval.relations.links import best_twins
from bot.retrieval.scoring.coverage import Features, Weighing, inverse_frequency, keys_of
from bot.retrieval.scoring.embeddings import Similarities, VectorIndex
from bot.retrieval.scoring.ranking import (
    Ranked,
    RankingWeights,
    by_score,
    kind_weight,
    shared_out,
    with_direct,
    with_rarest,
    with_twins,
)
from bot.retrieval.storage.store import Store
from bot.retrieval.storage.voices import ALSO_IN_LIMIT, Voice
from bot.retrieval.terms.query import Query, QuestionAnalysis
from bot.retrieval.terms.spelling import Frequencies, Spelling
from bot.retrieval.terms.vocabulary import SMALL, Vocabulary

FURTHER = 2
"""More candidates than asked for are read from the index in each language, for the ranking to choose from."""

CROWDED = 8
"""How many times as many are read where near copies of one text take the places of others."""

ABOUT = 8
"""Paragraphs from which the marks of a question typed without them are told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph found in the index: how it stands to the question, and its score within its language.

    `rarest` is the share that it has of the question's rarest word, where the collection lacks some word as it was typed.
    """

    rowid: int
    voice: Voice
    features: Features
    score: float
    rarest: float


class _KnownWords(NamedTuple):
    """What one generation of the index says about words."""

    generation: int
    frequencies: Frequencies
    spelling: Spelling


class PassageRetriever:
    """The Retriever over a store and its inverted index; also the TermStatistics of the collection.

    `glossary` is called when the collection holds text in the language that the question is not in. Safe to use
    from many threads.
    """

    def __init__(
        self,
        store: Store,
        inverted: Inverted,
        *,
        glossary: Callable[[], Glossary] = Glossary.load,
        vectors: VectorIndex | None = None,
        weights: RankingWeights | None = None,
    ) -> None:
        self._store, self._inverted = store, inverted
        self._glossary, self._vectors = glossary, vectors
        self._weights = weights or RankingWeights.load()
        self._known = _KnownWords(-1, inverted.frequencies(), Spelling(inverted.frequencies()))

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        """At most `limit` passages, best first, one for each distinct text. Raises StoreError."""
        question = clean(question).text
        language = language_of(question)
        if asks_overview(question, language):
            return self._leads(language, limit, filters)
        question = plain_question(question, language)
        other: Language = "vi" if language == "en" else "en"
        known = self._known_words()
        analysis = QuestionAnalysis(question, language, known.frequencies, known.spelling)
        near = self._vectors.similarities(question) if self._vectors else None
        found: dict[int, Candidate] = {}
        same: dict[int, set[int]] = {}
        scores: dict[Language, dict[int, float]] = {}
        for wanted in (language, other):
            depth = limit + FURTHER if wanted == language or not found else limit // 2 + FURTHER
            candidates, copies = self._voices_apart(partial(self.candidates, analysis, wanted), depth, filters, near)
            found |= {c.rowid: c for c in candidates}
            same |= copies
            scores[wanted] = {c.rowid: c.score for c in candidates}
        return self._passages(scores[language], scores[other], found, same, limit, filters)

    def _voices_apart(
        self, search: Callable[..., list[Candidate]], depth: int, filters: Filters, near: Similarities | None
    ) -> tuple[list[Candidate], dict[int, set[int]]]:
        """As many candidates as asked for with a voice of their own, if there are, and which say the same."""
        asked = depth
        while True:
            candidates = search(asked, filters, near)
            same = one_voice(self._store, [c.rowid for c in candidates])
            kept = {*apart([c.rowid for c in candidates], same)}
            if len(kept) >= depth or len(candidates) < asked or asked >= CROWDED * depth:
                return [c for c in candidates if c.rowid in kept], same
            asked *= 2

    def restored(self, question: Question, filters: Filters = Filters()) -> Question:
        """The question with the marks that were left out in typing, as the paragraphs about it write its words."""
        if question.language != "vi" or not is_under_marked(clean(question.text).text):
            return question
        paragraphs = self._paragraphs_about(plain_question(clean(question.standalone).text, "vi"), filters)
        texts = [*(p.text for p in paragraphs), *{p.source.title for p in paragraphs if p.source.title}]

        def marked(text: str) -> str:
            """With its marks and, typed in lower case, its capitals."""
            return with_capitals(with_marks(text, texts, self._glossary()), texts, self._glossary())

        if question.text in question.standalone:
            return replace(question, standalone=question.standalone.replace(question.text, marked(question.text), 1))
        if is_under_marked(question.standalone):
            return replace(question, standalone=marked(question.standalone))
        return question

    def _paragraphs_about(self, question: str, filters: Filters) -> list[Paragraph]:
        """The Vietnamese paragraphs that have the words of a question, by the index alone."""
        if (filters.languages and "vi" not in filters.languages) or not self._inverted.holds("vi"):
            return []
        known = self._known_words()
        query = QuestionAnalysis(question, "vi", known.frequencies, known.spelling).direct(self._weights.query)
        searched = Weighing(query, known.frequencies).searched
        hits = self._inverted.search(searched, ABOUT, replace(filters, languages=("vi",)))
        return [v.paragraph for v in self._store.voices([rowid for rowid, _ in hits], filters).values()]

    def _known_words(self) -> _KnownWords:
        """The words of the index as it stands; remembered until it is written again."""
        generation = self._inverted.generation
        if self._known.generation != generation:
            frequencies = self._frequencies(generation)
            self._known = _KnownWords(generation, frequencies, Spelling(frequencies))
        return self._known

    def _frequencies(self, generation: int) -> Frequencies:
        if self._inverted.count <= SMALL and generation == self._store.generation:
            return Vocabulary(self._store)
        return self._inverted.frequencies()

    def idf(self, term: str) -> float:
        """BM25's idf of an analysed term (`bot.language.words.terms`) over all paragraphs, 0 or more.

        Once something was searched for, over those that the last search knew.
        """
        frequencies = (self._known if self._known.generation >= 0 else self._known_words()).frequencies
        return inverse_frequency(frequencies.document_frequency("terms", term), frequencies.count)

    @property
    def frequencies(self) -> Frequencies:
        """The document frequencies of the index as it stands."""
        return self._known_words().frequencies

    def candidates(
        self,
        analysis: QuestionAnalysis,
        language: Language,
        limit: int,
        filters: Filters = Filters(),
        near: Similarities | None = None,
    ) -> list[Candidate]:
        """The paragraphs of one language that words or vectors find, with their features, best first.

        At most `limit` by words, and with `near` as many by vectors.
        """
        excluded = filters.languages and language not in filters.languages
        if excluded or not self._inverted.holds(language):
            return []
        same = language == analysis.language
        query = analysis.direct(self._weights.query, self._glossary) if same else self._across(analysis)
        weighing = Weighing(query, analysis.frequencies)
        hits = dict(self._inverted.search(weighing.searched, limit, replace(filters, languages=(language,))))
        hits |= {rowid: 0.0 for rowid in near.nearest(limit) if rowid not in hits} if near else {}
        voices = self._store.voices([*hits], filters)
        found = []
        for rowid, voice in voices.items():
            if voice.paragraph.language == language:
                keys = keys_of(voice.paragraph.text, language)
                features = weighing.features(keys, hits[rowid])
                score = self._score(features, voice, analysis.language, near.of(rowid) if near else None)
                rarest = weighing.rarest(keys) if analysis.unknown else 0.0
                found.append(Candidate(rowid, voice, features, score, rarest))
        return sorted(found, key=lambda c: (-c.score, c.rowid))

    def _score(self, features: Features, voice: Voice, asked_in: Language, nearness: float | None) -> float:
        """One number of the features and, with vectors, the nearness: a convex combination."""
        paragraph, fusion = voice.paragraph, self._weights.fusion
        if paragraph.language == asked_in:
            score = self._weights.same.of(features)
        else:
            score = self._weights.across.of(features) * fusion.into(paragraph.language)
        if nearness is not None:
            share = fusion.vectors(asked_in)
            score = (1 - share) * score + share * nearness
        return score * kind_weight(paragraph.kind, fusion)

    def _across(self, analysis: QuestionAnalysis) -> Query:
        return analysis.across(self._glossary(), self._weights.query)

    def _passages(
        self,
        own: Mapping[int, float],
        other: Mapping[int, float],
        found: Mapping[int, Candidate],
        same: OneVoice,
        limit: int,
        filters: Filters,
    ) -> tuple[Passage, ...]:
        """The fused ranking as passages, each with its twin."""
        twins = {t.paragraph: t.twin for t in best_twins(self._store, [*found]).values()}
        fusion = self._weights.fusion
        pairs = {rowid: twin for rowid, twin in twins.items() if rowid in own}
        raised, joined = with_twins(own, other, pairs, fusion)
        fresh = [rowid for rowid in joined if rowid not in found]
        voices = {rowid: c.voice for rowid, c in found.items()} | self._store.voices(fresh, filters)
        heard = apart([r.rowid for r in by_score({rowid: s for rowid, s in joined.items() if rowid in voices})], same)
        joined = {rowid: joined[rowid] for rowid in heard}
        ranking = shared_out(by_score(raised), with_direct(by_score(joined), other), limit, fusion)
        for scores in (own, other):
            ranking = with_rarest(ranking, {rowid: found[rowid].rarest for rowid, _ in by_score(scores)}, limit)
        return self._told(ranking, voices, twins | {twin: rowid for rowid, twin in pairs.items()})

    def _leads(self, language: Language, limit: int, filters: Filters) -> tuple[Passage, ...]:
        """How each article begins, those in the question's language first, where there are few enough to tell of all."""
        voices = self._store.leads(limit, filters)
        twins = {t.paragraph: t.twin for t in best_twins(self._store, [*voices]).values()}
        order = sorted(voices, key=lambda rowid: voices[rowid].paragraph.language != language)
        return self._told([Ranked(rowid, 1.0 / place) for place, rowid in enumerate(order, 1)], voices, twins)

    def _told(
        self, ranking: Sequence[Ranked], voices: Mapping[int, Voice], twins: Mapping[int, int]
    ) -> tuple[Passage, ...]:
        paragraphs = self._store.paragraphs([twins[rowid] for rowid, _ in ranking if rowid in twins])
        copies = near_copies_of(self._store, [rowid for rowid, _ in ranking])
        told: dict[str, Passage] = {}
        for rowid, score in ranking:
            voice = voices[rowid]
            shown = {voice.paragraph.ref, *voice.also_in}
            nearly = tuple(ref for ref in copies.get(rowid, ()) if ref not in shown)[:ALSO_IN_LIMIT]
            passage = Passage(voice.paragraph, score, voice.also_in, paragraphs.get(twins.get(rowid, -1)), nearly)
            told.setdefault(voice.paragraph.ref, passage)
        return tuple(told.values())
