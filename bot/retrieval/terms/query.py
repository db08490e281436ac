"""From a question to weighted terms, for text in its own language and, by the glossary, for text in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise, product

from bot.language.lexicon.glossary import Glossary, Match
from bot.language.lexicon.likeness import alike_in, likeness
from bot.language.naming.names import is_capital
from bot.language.words.normalise import clean
from bot.language.words.stopwords import COMPOUNDS, STOP_WORDS
from bot.language.words.terms import stem, tokens, word_of
from bot.models import Language
from bot.retrieval.terms.query_weights import QueryWeights, lighter
from bot.retrieval.terms.spelling import Correction, Frequencies, QuestionWord, Spelling, joint_form
from bot.retrieval.terms.weighted import BestOf, Part, SumOf, WeightedTerm

LONGEST_QUESTION = 64
"""Words of a question that are searched for; what follows is left out."""

Alternatives = tuple[tuple[str, ...], ...]
"""The translations of a match, each as its analysed words."""

_ROUND_TRIPS = 6
_LIKE = 5
"""Other words for one of the question's that are looked for, in either language."""
_REMEMBERED = 4096
_STOP_STEMS = frozenset(stem(word) for word in STOP_WORDS["en"])


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: `words` (one part for each word of the question) and `pairs` of neighbouring words."""

    words: tuple[Part, ...]
    pairs: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts."""
        return (*self.words, *self.pairs)


class QuestionAnalysis:
    """A question read once: its words, and corrections where the collection does not know them."""

    def __init__(
        self, question: str, language: Language, frequencies: Frequencies, spelling: Spelling | None = None
    ) -> None:
        self.language: Language = language
        self.tokens = [token for token, _, _ in tokens(clean(question).text)][:LONGEST_QUESTION]
        words = [word_of(token) for token in self.tokens]
        self.words = [QuestionWord(w, w.stop_en if language == "en" else w.stop_vi) for w in words]
        self.frequencies = frequencies
        self._spelling = spelling or Spelling(frequencies)

    @cached_property
    def corrections(self) -> list[tuple[Correction, ...]]:
        """For each word its likely corrections; found when text in the question's language is searched."""
        return self._spelling.corrections(self.words, self.language)

    @cached_property
    def unknown(self) -> list[int]:
        """The places of the words that the collection has in no form."""
        return [i for i, w in enumerate(self.words) if not (w.stop or self._known(w) or self.corrections[i])]

    def direct(self, weights: QueryWeights, glossary: Callable[[], Glossary] | None = None) -> Query:
        """The query for text in the question's language.

        With `glossary`, a word is also looked for by what else it is called.
        """
        synonyms = self._synonyms(glossary, weights) if glossary else {}
        words = [
            _best([*_direct_terms(w, weights), *_corrected_terms(mended, weights), *synonyms.get(place, ())])
            for place, (w, mended) in enumerate(zip(self.words, self.corrections, strict=True))
            if not w.stop
        ]
        return Query(_distinct(words), _distinct(self._pairs(weights)))

    def _synonyms(self, glossary: Callable[[], Glossary], weights: QueryWeights) -> dict[int, list[Part]]:
        """For the place of each word: what the thesaurus also calls it; if unknown, also what its translations mean."""
        translate = _in_english if self.language == "en" else _in_vietnamese
        found: dict[int, list[Part]] = {}
        alike = lighter(weights, weights.alike)
        for like in alike_in(self.tokens, self._named, self.language):
            there = translate(self._there(_without_stops(like.phrases, self.language), self.language), alike)
            found.update((place, [*there]) for place in range(like.start, like.end))
        unknown = self.unknown
        if not unknown:
            return found
        less = lighter(weights, weights.synonym)
        for match in glossary().translations(self.tokens, self.language):
            for place in unknown:
                if match.start <= place < match.end:
                    again = _round_trip(match.alternatives[:_ROUND_TRIPS], glossary(), self.language)
                    found.setdefault(place, []).extend(translate(again, less))
        return found

    @cached_property
    def _named(self) -> list[bool]:
        return [place > 0 and is_capital(token) for place, token in enumerate(self.tokens)]

    def _there(self, phrases: Alternatives, language: Language) -> Alternatives:
        """The first phrases whose content words all occur in the collection."""
        df, stops = self.frequencies.document_frequency, STOP_WORDS[language]
        there = (p for p in phrases if all(df("terms", word) or word in stops for word in p))
        return tuple(islice(there, _LIKE))

    def _known(self, w: QuestionWord) -> bool:
        df = self.frequencies.document_frequency
        return bool(df("terms", w.word.stem) or df("folded", w.word.folded))

    def across(self, glossary: Glossary, weights: QueryWeights) -> Query:
        """The query for text in the other language: translations, and names and numbers as they are."""
        words: list[Part] = []
        place = 0
        alike = self._alike_across(glossary, weights)
        for match in self._matches(glossary):
            words += self._untranslated(range(place, match.start), alike, weights)
            words += self._translated(match, alike, weights)
            place = match.end
        words += self._untranslated(range(place, len(self.words)), alike, weights)
        return Query(_distinct(words), ())

    def _alike_across(self, glossary: Glossary, weights: QueryWeights) -> dict[int, tuple[Part, ...]]:
        """For the place of each word: how the other language says what else the thesaurus calls it."""
        translate = _in_vietnamese if self.language == "en" else _in_english
        other: Language = "vi" if self.language == "en" else "en"
        alike = lighter(weights, weights.alike)
        likes = likeness(self.tokens, self._named, self.language, glossary)
        return {place: translate(self._there(like.across, other), alike) for place, like in likes.items()}

    def _matches(self, glossary: Glossary) -> list[Match]:
        """What can be translated; mistakes that neither the glossary nor the collection knows are mended first.

        A mended Vietnamese word has lost its tones, so it is looked up without them, with its neighbours.
        """
        mistakes = {
            place: mended[0].form
            for place, (token, mended) in enumerate(zip(self.tokens, self.corrections, strict=True))
            if mended and not mended[0].doubtful and not glossary.begins(token, self.language)
        }
        if not mistakes:
            return glossary.translations(self.tokens, self.language)
        if self.language == "en":
            return glossary.translations([mistakes.get(i, t) for i, t in enumerate(self.tokens)], "en")
        folded = [mistakes.get(i, w.word.folded) for i, w in enumerate(self.words)]
        mended = [
            m for m in glossary.translations(folded, "vi") if not mistakes.keys().isdisjoint(range(m.start, m.end))
        ]
        taken = {place for m in mended for place in range(m.start, m.end)}
        as_typed = glossary.translations(self.tokens, "vi")
        kept = [m for m in as_typed if taken.isdisjoint(range(m.start, m.end))]
        return sorted([*mended, *kept])

    def _pairs(self, weights: QueryWeights) -> Iterator[Part]:
        weight = weights.pair_en if self.language == "en" else weights.pair_vi
        forms = [
            [(joint_form(w.word, self.language), 1.0), *((c.form, _correction_weight(c, weights)) for c in mended)]
            for w, mended in zip(self.words, self.corrections, strict=True)
        ]
        for i in range(len(forms) - 1):
            if not self._is_idle(self.words[i : i + 2]):
                both = product(forms[i], forms[i + 1])
                yield _best(WeightedTerm("bigrams", f"{a}_{b}", weight * wa * wb) for (a, wa), (b, wb) in both)

    def _is_idle(self, words: Sequence[QuestionWord]) -> bool:
        """Whether words are stop words all, and make no word of the world together."""
        return (
            all(w.stop for w in words) and "_".join(joint_form(w.word, self.language) for w in words) not in COMPOUNDS
        )

    def _untranslated(
        self, places: Iterable[int], alike: Mapping[int, Iterable[Part]], weights: QueryWeights
    ) -> list[Part]:
        kept = [(place, self.words[place]) for place in places if not self.words[place].stop]
        return [_best([*_direct_terms(w, weights), *alike.get(place, ())]) for place, w in kept]

    def _translated(self, match: Match, alike: Mapping[int, Iterable[Part]], weights: QueryWeights) -> list[Part]:
        """One entry of the glossary becomes the best of its translations; a single word may also stay as it is."""
        typed = self.words[match.start : match.end]
        if self._is_idle(typed):
            return []
        translate = _in_english if self.language == "vi" else _in_vietnamese
        others = chain.from_iterable(alike.get(place, ()) for place in range(match.start, match.end))
        translations = [*translate(match.alternatives, weights), *others]
        if len(typed) == 1:
            return [_best([*_direct_terms(typed[0], weights), *translations])]
        words = [_best(translations)] if translations else []
        return words + [_best(_direct_terms(w, weights, 0.5)) for w in typed if not w.stop]


@lru_cache(maxsize=_REMEMBERED)
def _round_trip(translations: Alternatives, glossary: Glossary, language: Language) -> Alternatives:
    """What some translations translate back to, most often first: other words for what was translated."""
    other: Language = "vi" if language == "en" else "en"
    counted: Counter[tuple[str, ...]] = Counter()
    for alternative in translations:
        counted.update(glossary.whole(alternative, other, _ROUND_TRIPS))
    return tuple(words for words, _ in counted.most_common(_ROUND_TRIPS))


def _without_stops(phrases: Alternatives, language: Language) -> Alternatives:
    """Phrases as the index has them: English ones without function words."""
    if language == "vi":
        return phrases
    return tuple(filter(None, (tuple(w for w in phrase if w not in _STOP_STEMS) for phrase in phrases)))


def _direct_terms(w: QuestionWord, weights: QueryWeights, share: float = 1.0) -> list[Part]:
    return [WeightedTerm("terms", w.word.stem, share), WeightedTerm("folded", w.word.folded, share * weights.folded)]


def _corrected_terms(mended: Iterable[Correction], weights: QueryWeights) -> Iterator[Part]:
    for correction in mended:
        weight = _correction_weight(correction, weights)
        yield WeightedTerm("terms", correction.form, weight)
        yield WeightedTerm("folded", correction.form, weight)


def _correction_weight(correction: Correction, weights: QueryWeights) -> float:
    return weights.doubtful if correction.doubtful else weights.correction


@lru_cache(maxsize=_REMEMBERED)
def _in_english(alternatives: Alternatives, weights: QueryWeights) -> tuple[Part, ...]:
    found: list[Part] = []
    for rank, words in enumerate(alternatives):
        if all(word in _STOP_STEMS for word in words):
            continue
        share = 1.0 if rank < 3 else weights.later
        parts: list[Part] = [WeightedTerm("terms", words[-1], share * weights.translation)]
        parts += [WeightedTerm("terms", word, share * weights.rest) for word in words[:-1]]
        parts += [WeightedTerm("bigrams", f"{a}_{b}", share * weights.phrase) for a, b in pairwise(words)]
        found.append(_sum(parts))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def _in_vietnamese(alternatives: Alternatives, weights: QueryWeights) -> tuple[Part, ...]:
    found: list[Part] = []
    for rank, syllables in enumerate(alternatives):
        if all(syllable in STOP_WORDS["vi"] for syllable in syllables):
            continue
        share = 1.0 if rank < 3 else weights.later
        if len(syllables) == 1:
            found.append(WeightedTerm("terms", syllables[0], share * weights.translation))
            continue
        pairs = [f"{a}_{b}" for a, b in pairwise(word_of(syllable).folded for syllable in syllables)]
        parts: list[Part] = [WeightedTerm("bigrams", pairs[0], share * weights.translation)]
        parts += [WeightedTerm("bigrams", pair, share * weights.rest) for pair in pairs[1:]]
        parts += [WeightedTerm("terms", s, share * weights.syllable) for s in syllables if s not in STOP_WORDS["vi"]]
        found.append(_sum(parts))
    return tuple(found)


def _best(parts: Iterable[Part]) -> Part:
    alternatives = _distinct(parts)
    return alternatives[0] if len(alternatives) == 1 else BestOf(alternatives)


def _sum(parts: Sequence[Part]) -> Part:
    return parts[0] if len(parts) == 1 else SumOf(tuple(parts))


def _distinct(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(parts))
