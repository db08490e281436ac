"""The extractive answerer: the sentence or two that answer, word for word, or an honest silence. No model."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from bot.answering.choice.abstention import reason
from bot.answering.choice.language import between, settles
from bot.answering.choice.sentence import Choice, Weights, choose
from bot.answering.conversation.told import untold
from bot.answering.evidence.features import Scene
from bot.answering.evidence.mentions import leans
from bot.answering.evidence.outlets import asks_outlet, outlets
from bot.answering.evidence.overviews import overview
from bot.answering.evidence.references import antecedent, spoken
from bot.answering.evidence.set_forms import credit, dateline, expansion
from bot.answering.question.kind import asked
from bot.answering.question.view import QuestionView
from bot.answering.spans.brevity import brief
from bot.answering.spans.clause import shown_span, worth_of
from bot.answering.spans.short_answer import SILENT, judged, short_answer
from bot.answering.text.paragraph_view import SentenceView, view_of
from bot.language.lexicon.glossary import Glossary
from bot.language.sentences.boundaries import Span
from bot.language.sentences.datelines import body
from bot.language.sentences.framing import framed
from bot.models import Article, Citation, Claim, Conversation, Passage, Question
from bot.protocols import Abstained, DraftEvent, Library, Remarks, TermStatistics
from bot.settings import ABSTAIN_BELOW

LONGEST = 80
"""Words of two sentences together, at most."""
MOST = 72
"""Words that are shown of one sentence, at most; who says it in the other language comes before."""
LED = 4
"""Best passages whose articles are read, too: for a lead, where little but where or when is asked, an outlet, a photo's source."""
ALONE = 0.75
"""Share of the confidence asked for that is enough where no article is in the question's language."""
TWIN = 0.6
"""Score of a twin in the other language against its own passage's."""
FORMED = 0.9
"""Confidence in a photo's credit or an abbreviation spelt out, when that is asked."""


class ExtractiveAnswerer:
    """Answers with whole sentences of the passages; implements `bot.protocols.Answerer` and `Shortener`.

    `statistics` weighs words by their rarity in the collection, `library` has the articles' leads; below `abstain_below`
    (0..1) it says that the passages do not answer. Pure: the same question and passages give the same events.
    """

    name = "extractive"

    def __init__(
        self,
        statistics: TermStatistics,
        glossary: Glossary,
        abstain_below: float = ABSTAIN_BELOW,
        library: Library | None = None,
    ) -> None:
        self._statistics, self._glossary, self._abstain_below = statistics, glossary, abstain_below
        self._library = library

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        """One or two Claims and Remarks, or one Abstained."""
        passages = untold(question, passages, history)
        view = self._view(question, passages)
        if openings := overview(view, passages, self._articles(passages, twins=True)):
            yield from (_claim(opening, view) for opening in openings)
            yield Remarks(confidence=FORMED)
            return
        if formed := self._formed(view, passages):
            yield from (_claim(whole, view) for whole, _ in formed)
            yield Remarks(short=formed[0][1], confidence=FORMED)
            return
        choice = self._choice(view, self._with_leads(passages) if view.bare else passages)
        if choice is None:
            yield Abstained("off_topic", 0.0)
        elif choice.confidence < self._abstain_below * (1.0 if view.own_text else ALONE):
            yield Abstained(reason(view, choice.best, choice.objected), choice.confidence)
        else:
            yield from _answer(view, choice, passages)

    def shorten(self, question: Question, citations: Sequence[Citation]) -> Citation | None:
        """The span of the cited sentences that answers, or None where none is safe."""
        if asked(question.standalone, question.language).kind in SILENT:
            return None
        view = self._view(question, [Passage(c.paragraph, 1.0) for c in citations])
        return short_answer(view, judged(view, [s for c in citations for s in _cited(c)]))

    def _view(self, question: Question, passages: Sequence[Passage]) -> QuestionView:
        return QuestionView(
            question.standalone, question.language, self._statistics, self._glossary, passages, self._library
        )

    def _with_leads(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages and the leads of their articles: a news lead tells where and when, in whatever words."""
        found = {p.paragraph.ref: p for p in passages}
        for article in self._articles(passages):
            if lead := article.lead:
                found.setdefault(lead.ref, Passage(lead, passages[-1].score))
        return list(found.values())

    def _formed(self, view: QuestionView, passages: Sequence[Passage]) -> list[tuple[Citation, Citation]]:
        """What the text gives in a set form, with its short answer, where such is asked for: at most two outlets, or one other."""
        if asks_outlet(view):
            found = outlets(view, self._articles(passages)) or outlets(view, self._articles(passages, twins=True))
            if found:
                return found[:2]
        pair = (
            credit(view, passages, self._articles(passages))
            or expansion(view, passages, self._articles(passages))
            or dateline(view, self._articles(passages, twins=True))
        )
        return [pair] if pair else []

    def _articles(self, passages: Sequence[Passage], *, twins: bool = False) -> Iterator[Article]:
        """The articles of the best passages, each read when it is come to; none where no library is at hand.

        With `twins` those of all passages, and those in the other language that tell the same.
        """
        sources = [p.paragraph.source.id for p in passages[: None if twins else LED]]
        sources += [p.twin.source.id for p in passages if twins and p.twin]
        return filter(None, map(self._library.article, dict.fromkeys(sources)) if self._library else ())

    def _choice(self, view: QuestionView, passages: Sequence[Passage]) -> Choice | None:
        """The choice in the question's language, unless only the other language answers or answers far more surely."""
        own = [p for p in passages if p.paragraph.language == view.language]
        other = with_twins([p for p in passages if p.paragraph.language != view.language], own)
        same = choose(view, own, Weights.load(False))
        if same and settles(same, self._abstain_below):
            return same
        return between(same, choose(view, other, Weights.load(True)), self._abstain_below)


def with_twins(other: list[Passage], own: Sequence[Passage]) -> list[Passage]:
    """The passages of the other language, and the twins of the question's own that are not among them."""
    there = {p.paragraph for p in other}
    twins = {p.twin: p.score for p in reversed(own) if p.twin and p.twin.language != p.paragraph.language}
    return other + [Passage(t, TWIN * score) for t, score in reversed(twins.items()) if t not in there]


def _answer(view: QuestionView, choice: Choice, passages: Sequence[Passage]) -> Generator[DraftEvent, None, None]:
    shown = _shown(view, choice, passages)
    trusted = sorted(shown, key=lambda s: s is not choice.best.sentence)
    shares = {choice.found[i].sentence: choice.shares[i] for i in choice.order[:3]}
    ranked = judged(view, trusted, [shares.get(s, 0.0) for s in trusted])
    for sentence in shown:
        text = sentence.paragraph.text
        whole = body(text, shown_span(view, sentence, ranked), place=view.asked.kind == "place")
        worth = None if view.asked.kind == "manner" else worth_of(view, sentence, ranked)
        span = brief(text, whole, MOST, worth)
        yield _claim(Citation(sentence.paragraph, span.start, span.end), view)
    yield Remarks(short=short_answer(view, ranked), confidence=choice.confidence)


def _shown(question: QuestionView, choice: Choice, passages: Sequence[Passage]) -> list[SentenceView]:
    """The sentences of the answer in the order in which they are read."""
    best = choice.best
    chosen = [best.sentence]
    if leans(best.sentence) and question.asked.kind == "person":
        _add(chosen, antecedent(question, best))
    if question.asked.kind in ("thing", "manner"):
        _add(chosen, spoken(question.text, best, passages))
    for i in choice.seconds:
        if len(chosen) < 2:
            _add(chosen, choice.found[i].sentence)
    return sorted(chosen, key=lambda s: _reading_order(s, best))


def _add(chosen: list[SentenceView], sentence: SentenceView | None) -> None:
    if sentence and sentence not in chosen and sum(s.words for s in chosen) + sentence.words <= LONGEST:
        chosen.append(sentence)


def _reading_order(sentence: SentenceView, best: Scene) -> tuple[bool, str, int, int]:
    paragraph = sentence.paragraph
    return (paragraph.source != best.passage.paragraph.source, paragraph.source.id, paragraph.number, sentence.index)


def _cited(citation: Citation) -> list[SentenceView]:
    """The sentences that a citation touches."""
    inside = Span(citation.start, citation.end)
    sentences = view_of(citation.paragraph).sentences
    return [s for s in sentences if s.span.start < inside.end and inside.start < s.span.end]


def _claim(citation: Citation, question: QuestionView) -> Claim:
    if citation.paragraph.language == question.language:
        return Claim(citation.quote, (citation,))
    return Claim(framed(citation.quote, citation.paragraph.source, question.language), (citation,))
