"""A question read once: its weighted words, what they are in the other language, and words of like meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from bot.answering.question.asked import Asked
from bot.answering.question.kind import asked
from bot.answering.question.leaving_out import BESIDES, is_left_out, leaves_out
from bot.answering.question.light_words import LIGHT_WORDS, framing, holds, is_light, names_a_class
from bot.answering.question.word import QuestionWord, name_runs, synonyms, words_of
from bot.answering.text.paragraph_view import PREFIX, SentenceView, title_words, view_of
from bot.language.figures.dates import dates
from bot.language.lexicon.glossary import Glossary, Match
from bot.language.lexicon.likeness import NOTHING, Phrase, likeness
from bot.language.naming.lands import ONE_SYLLABLE
from bot.language.naming.names import is_capital, is_plain, is_syllable
from bot.language.naming.titles import HONORIFICS
from bot.language.sentences.courtesies import plain_question
from bot.language.spelling.misspelling import SHORTEST, meant
from bot.language.words.normalise import clean, fold, words
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import Word, tokens, word_of
from bot.models import Article, Language, Paragraph, Passage
from bot.protocols import Library, TermStatistics

LIGHT = 0.1
"""Share of its weight that a word keeps which only says that something happened or stands somewhere."""
FOCUS = 0.6
"""Share of its weight that the noun asked about keeps: often the answer stands in its place."""
LONGEST = 64
_UNKNOWN = "\x00"

_COUNTS = words("two three four five several hai ba bốn")
_DEFINITE = words("the these those both")
PHOTOS = frozenset(word_of(w).stem for w in words("photo photograph picture image snapshot ảnh"))
_STOP_STEMS = frozenset(word_of(w).stem for w in STOP_WORDS["en"])
_MEANT = frozenset({"won"})
"""Stop words that mean something in a question."""


class QuestionView:
    """A question as it is compared with sentences of either language."""

    def __init__(
        self,
        text: str,
        language: Language,
        statistics: TermStatistics,
        glossary: Glossary,
        passages: Sequence[Passage] = (),
        library: Library | None = None,
    ) -> None:
        self.text, self.language = plain_question(clean(text).text, language), language
        self.lower = self.text.lower()
        self.found = list(tokens(self.text))[:LONGEST]
        self._statistics, self.glossary, self._library = statistics, glossary, library
        self._passages = {p.paragraph.ref: p.paragraph for p in passages}
        self._views = [view_of(p.paragraph) for p in passages]
        self._articles: dict[str, Article | None] = {}
        self.highest = max(statistics.idf(_UNKNOWN), 1e-6)
        self._rarities: dict[str, float] = {}
        self.words = [self._mended(word_of(t)) for t, _, _ in self.found]
        self.asked: Asked = asked(self.text, language)
        self.folded, self.stems = frozenset([w.folded for w in self.words]), frozenset([w.stem for w in self.words])
        self.initials = "".join(w.folded[:1] or " " for w in self.words)
        self._compounds: set[int] = set()
        self.head, self._framing = 0, framing(self.words, language)
        self.terms = tuple(self._terms())
        self.weights = tuple([t.weight for t in self.terms])
        self.names = [place for place, t in enumerate(self.terms) if t.name]
        self.numbers = [place for place, t in enumerate(self.terms) if t.number]
        self.focus = [place for place, t in enumerate(self.terms) if t.index in self.asked.focus]
        self.total = sum(self.weights) or 1.0
        self.moments = [m for m in dates(self.text, language) if m.month is not None]
        self.own_text = any(p.paragraph.language == language for p in passages)
        self.runs = name_runs(self.terms)
        self.pairs = [f"{a.folded}_{b.folded}" for a, b in zip(self.words, self.words[1:], strict=False)]

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the passages and of their titles, without tones, and neighbours joined (`viet nam`, `vietnam`)."""
        titles = {p.source.title for p in self._passages.values() if p.source.title}
        return frozenset[str]().union(*(v.folded for v in self._views), *map(title_words, titles))

    @cached_property
    def _canonicals(self) -> frozenset[str]:
        return frozenset[str]().union(*(v.canonicals for v in self._views))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset[str]().union(*(v.stems for v in self._views))

    def _mended(self, word: Word) -> Word:
        """A word as the passages have it, where it is a typing mistake: neither theirs nor a word of the language."""
        if len(word.canonical) < SHORTEST or word.folded in self.known or not word.canonical.isalpha():
            return word
        if not self._is_unknown(word) or is_plain(word.canonical) or is_syllable(word.canonical):
            return word
        mended = meant(word.canonical, self._canonicals) or meant(word.canonical, LIGHT_WORDS)
        return word_of(mended) if mended else word

    def _terms(self) -> Iterable[QuestionWord]:
        groups = self._groups()
        capitals = [is_capital(t) for t, _, _ in self.found]
        like = likeness([t for t, _, _ in self.found], capitals, self.language, self.glossary)
        lower_case = all(not is_capital(t) for t, _, _ in self.found[1:])
        for i, ((text, _, _), word) in enumerate(zip(self.found, self.words, strict=True)):
            if i in self.asked.asking or self._is_idle(i, word):
                continue
            translations = groups.get(i, ())
            akin = synonyms(self.glossary, translations, self.language)
            light = self._is_light(i, word)
            name = is_capital(text) and (
                self._opens_foreign(word)
                if lower_case
                else i > 0 or (not light and (self._opens_with_name(word) or self._opens_foreign(word)))
            )
            joint = self.words[i + 1].folded if i + 1 < len(self.words) else ""
            yield QuestionWord(
                i, text, word, self._weight(i, word, translations, light=light), name, text[0].isdigit(), translations, akin,
                like.get(i, NOTHING), word.folded + joint, words_of(translations), words_of(akin),
                light,
            )  # fmt: skip

    def _is_light(self, index: int, word: Word) -> bool:
        classed = index in self.asked.focus and names_a_class(word)
        return (
            classed
            or index in self._framing
            or (self.leaves_out and is_left_out(self.text, self.found[index][1]))
            or is_light(word)
            or (self.asked.kind == "place" and holds(word))
        )

    @cached_property
    def of_photo(self) -> bool:
        """Whether a question is about a photo: a caption tells of one without calling it so."""
        return any(t.word.stem in PHOTOS for t in self.terms)

    @cached_property
    def _shortened(self) -> frozenset[str]:
        """What the names of the passages may be shortened to."""
        return frozenset[str]().union(*(s.initials for view in self._views for s in view.sentences))

    def article(self, paragraph: Paragraph) -> Sequence[Paragraph]:
        """The paragraphs of a paragraph's article; without a library those that were found."""
        source = paragraph.source.id
        if source not in self._articles:
            self._articles[source] = self._library.article(source) if self._library else None
        article = self._articles[source]
        return article.paragraphs if article else [p for p in self._passages.values() if p.source == paragraph.source]

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The body paragraph before another one of its article; None where it is not at hand."""
        found = [p for p in self.article(paragraph) if p.kind == "body" and p.number < paragraph.number]
        return max(found, key=lambda p: p.number, default=None)

    @cached_property
    def leaves_out(self) -> bool:
        """Whether a question asks for others than those it names: `apart from`, `besides`, `ngoài … còn`."""
        return leaves_out(self.text, self.language)

    @property
    def bare(self) -> bool:
        """Whether a question names a thing or an event and asks nothing of it but where it lies, or when it was."""
        plain = [t for t in self.terms if not t.name and not t.light]
        return self.asked.kind in ("place", "date") and len(plain) <= 3 and len(self.terms) <= 8

    def gap(self, index: int) -> str:
        """What stands in its text between a word and the next one."""
        return self.text[self.found[index][2] : self.found[index + 1][1]]

    def within(self, start: int, end: int) -> list[QuestionWord]:
        """The words that begin in a stretch of its text."""
        return [t for t in self.terms if start <= self.found[t.index][1] < end]

    def forms(self, term: QuestionWord, sentence: SentenceView) -> set[str]:
        """The stems and folded forms that stand for a word of the question in a sentence."""
        found = {term.word.stem, term.word.folded}
        across = self.language != sentence.language
        phrases = (*term.translations, *term.like.across) if across else (*term.akin, *term.like.own)
        for phrase in phrases:
            if sentence.stems.issuperset(phrase):
                found.update(phrase)
        return found

    def unheard(self, term: QuestionWord) -> bool:
        """Whether neither the collection has a plain word, nor the passages one of its translations or its kind."""
        if term.name or term.number or not self.is_unknown(term) or term.word.folded in self.known:
            return False
        phrases = (*term.translations, *term.akin, *term.like.own, *term.like.across)
        return not any(all(fold(w) in self._stems for w in p) for p in phrases)

    def rarity(self, stem: str) -> float:
        """The idf of a word of the text; the collection is asked once for each."""
        known = self._rarities.get(stem)
        if known is None:
            known = self._rarities[stem] = self._statistics.idf(stem)
        return known

    def alone(self, sentence: SentenceView) -> frozenset[str]:
        """The syllables of a Vietnamese sentence that are words by themselves: not the `tiếp` of `tiếp tục`."""
        return _alone(self.glossary, sentence)

    def is_unknown(self, term: QuestionWord) -> bool:
        """Whether no paragraph of the collection has a word, in any inflection."""
        return self._is_unknown(term.word)

    def _is_unknown(self, word: Word) -> bool:
        return self.rarity(word.stem) >= self.highest - 1e-6

    def lost(self, term: QuestionWord) -> bool:
        """Whether a name or number of the question stands nowhere in the passages, in no form."""
        if not (term.name or term.number) or not self.known:
            return False
        if term.text.isupper() and term.text in self._shortened:
            return False
        if self._is_known(term) or any(all(fold(w) in self.known for w in phrase) for phrase in term.translations):
            return False
        return not any(len(w) > PREFIX and w[:PREFIX] == term.word.folded[:PREFIX] for w in self.known) and not any(
            m.start <= self.found[term.index][1] < m.end for m in self.moments
        )

    def _is_known(self, term: QuestionWord) -> bool:
        """Whether a word stands in the passages; typed with tones, with these tones (`Lan` is not `lần`)."""
        if self.language == "vi":
            return term.word.canonical in self._canonicals or term.pair in self.known
        return bool({term.word.folded, term.word.stem, term.pair} & self.known)

    def _is_idle(self, index: int, word: Word) -> bool:
        """Whether a word has nothing to look for: a stop word, a count of several things, `Mr` before a name.

        Stop syllables that make a word together (`làm việc`, to work) are looked for.
        """
        if word.canonical in HONORIFICS:
            return index + 1 < len(self.found) and is_capital(self.found[index + 1][0])
        if word.canonical in _COUNTS and (
            self.asked.several or (index and self.words[index - 1].canonical in _DEFINITE)
        ):
            return True
        if word.canonical == "mấy" or (word.canonical in BESIDES and self.leaves_out):
            return True
        return self._is_stop(word) and index not in self._compounds

    def _is_stop(self, word: Word) -> bool:
        return word.stop_vi if self.language == "vi" else word.stop_en and word.canonical not in _MEANT

    def _opens_with_name(self, word: Word) -> bool:
        after = self.found[1][0] if len(self.found) > 1 else ""
        if after and is_capital(after):
            return True
        return not is_plain(word.canonical) if self.language == "en" else not is_syllable(word.canonical)

    def _opens_foreign(self, word: Word) -> bool:
        """Whether the first word of a Vietnamese question is a foreign name: `Kao trồng gì?`, `Lào tặng gì?`."""
        land = self.head == 1 and word.canonical in ONE_SYLLABLE
        return self.language == "vi" and (land or not (is_syllable(word.canonical) or is_plain(word.canonical)))

    def _weight(self, index: int, word: Word, translations: tuple[Phrase, ...], *, light: bool) -> float:
        """The idf; where the collection knows only the translation, that one's."""
        own = self.rarity(word.stem)
        if light:
            return LIGHT * own
        if index in self.asked.focus:
            own *= FOCUS
        if own < self.highest - 1e-6:
            return own
        known = [max(map(self.rarity, phrase)) for phrase in translations[:4] if phrase]
        return min([own, *known])

    def _groups(self) -> dict[int, tuple[Phrase, ...]]:
        """For each word the translations of its phrase."""
        groups: dict[int, tuple[Phrase, ...]] = {}
        words = [t for t, _, _ in self.found]
        for match in self.glossary.translations(words, self.language):
            groups.update(dict.fromkeys(range(match.start, match.end), match.alternatives))
            if match.start == 0:
                self.head = match.end
            if self._is_made_of_stops(match):
                self._compounds.update(range(match.start, match.end))
        return groups

    def _is_made_of_stops(self, match: Match) -> bool:
        """Whether stop syllables make a word of the world together, as the first equivalent tells."""
        syllables = self.words[match.start : match.end]
        meant = any(stem not in _STOP_STEMS for stem in match.alternatives[0])
        return self.language == "vi" and len(syllables) > 1 and all(w.stop_vi for w in syllables) and meant


@lru_cache(maxsize=4096)
def _alone(glossary: Glossary, sentence: SentenceView) -> frozenset[str]:
    words = [t.word.canonical for t in sentence.tokens]
    inside = {i for start, end in glossary.entries(words, "vi") if end - start > 1 for i in range(start, end)}
    return frozenset(w for i, w in enumerate(words) if i not in inside)
