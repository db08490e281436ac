"""The extractive answerer: the sentence or two that answer, word for word, or an honest silence. No model."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from bot.answering.choice import Choice, Weights, choose
from bot.answering.features import Scene
from bot.answering.question_view import QuestionView
from bot.answering.references import antecedent, leans
from bot.answering.view import SentenceView
from bot.language.framing import framed
from bot.language.glossary import Glossary
from bot.models import Citation, Claim, Conversation, Passage, Question
from bot.protocols import Abstained, DraftEvent, Remarks, TermStatistics

LONGEST = 80
"""Words of an answer, at most (unless a single sentence is longer)."""
SECOND_BELOW = 0.55
"""Share of the best sentence under which a second one is shown."""
SECOND_FROM = 0.08
"""Share that the second one has at least."""
PREFERENCE = 0.15
"""How much surer the other language must be to be quoted instead of the question's own."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A question read, and the choice that answers it best, if any."""

    question: QuestionView
    choice: Choice | None


class ExtractiveAnswerer:
    """Answers with whole sentences of the passages; implements `bot.protocols.Answerer` and `Shortener`.

    `statistics` weighs words by their rarity in the collection; below `abstain_below` (0..1) it says that the
    passages do not answer.
    """

    name = "extractive"

    def __init__(self, statistics: TermStatistics, glossary: Glossary, abstain_below: float = 0.5) -> None:
        self._statistics, self._glossary, self._abstain_below = statistics, glossary, abstain_below

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        """One or two Claims and Remarks, or one Abstained."""
        read = self._read(question, passages)
        if read.choice is None:
            yield Abstained("off_topic", 0.0)
            return
        if read.choice.confidence < self._abstain_below:
            yield Abstained("fact_missing", read.choice.confidence)
            return
        shown = _shown(read.question, read.choice, passages)
        for sentence in shown:
            yield _claim(sentence, read.question)
        yield Remarks(confidence=read.choice.confidence)

    def shorten(self, question: Question, citations: Sequence[Citation]) -> Citation | None:
        """The span of the cited sentences that answers, or None."""
        return None

    def _read(self, question: Question, passages: Sequence[Passage]) -> _Read:
        view = QuestionView(question.standalone, question.language, self._statistics, self._glossary)
        own = [p for p in passages if p.paragraph.language == question.language]
        other = [p for p in passages if p.paragraph.language != question.language]
        same = choose(view, own, Weights.load(False))
        across = choose(view, other, Weights.load(True))
        if same is None or across is None:
            return _Read(view, same or across)
        wins = across.confidence > same.confidence + PREFERENCE or (
            same.confidence < self._abstain_below <= across.confidence
        )
        return _Read(view, across if wins else same)


def _shown(question: QuestionView, choice: Choice, passages: Sequence[Passage]) -> list[SentenceView]:
    """The sentences of the answer in the order in which they are read."""
    best = choice.best
    chosen = [best.sentence]
    if leans(best.sentence) and question.asked.kind == "person":
        _add(chosen, antecedent(best, passages))
    for i in choice.order[1:3]:
        wanted = question.asked.several or choice.shares[choice.order[0]] < SECOND_BELOW
        if len(chosen) < 2 and wanted and choice.shares[i] >= SECOND_FROM:
            _add(chosen, choice.found[i].sentence)
    return sorted(chosen, key=lambda s: _reading_order(s, best))


def _add(chosen: list[SentenceView], sentence: SentenceView | None) -> None:
    if sentence and sentence not in chosen and sum(s.words for s in chosen) + sentence.words <= LONGEST:
        chosen.append(sentence)


def _reading_order(sentence: SentenceView, best: Scene) -> tuple[bool, int, int]:
    paragraph = sentence.paragraph
    apart = paragraph.source != best.passage.paragraph.source
    return (apart, paragraph.number, sentence.index)


def _claim(sentence: SentenceView, question: QuestionView) -> Claim:
    citation = Citation(sentence.paragraph, sentence.span.start, sentence.span.end)
    if sentence.paragraph.language == question.language:
        return Claim(citation.quote, (citation,))
    return Claim(framed(citation.quote, sentence.paragraph.source, question.language), (citation,))
