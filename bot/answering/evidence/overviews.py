"""What articles tell as a whole: a news report says it in its first sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.evidence.matching import most_said
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import view_of
from bot.language.sentences.datelines import body
from bot.language.sentences.overview import asks_overview, asks_summary
from bot.language.words.normalise import words
from bot.models import Article, Citation, Paragraph, Passage

STORIES = 3
"""First sentences that tell what all articles are about, at most."""
ABOUT = 0.7
"""Share of the words that say what is to be summed up, by weight, that an article holds which is about it."""
_OF_SUMMARIES = words(
    "summary summarise summarize sum short brief quick overview give write make provide article articles story news report "
    "tóm tắt hãy nội dung bài báo viết bản tin"
)


def overview(question: QuestionView, passages: Sequence[Passage], articles: Iterable[Article]) -> list[Citation]:
    """The first sentences of the articles, one a story, or of the one of which a summary is asked; [] for another question."""
    if asks_overview(question.text, question.language):
        return [_opening(p) for p in _stories(passages)[:STORIES]]
    if not asks_summary(question.text, question.language):
        return []
    found = {a.source.id: a for a in articles}
    said = {t.text for t in question.terms}
    if by := [a for a in found.values() if a.source.outlet in said]:
        return _lead(by[0])
    own = {a.source.id for a in found.values() if a.source.language == question.language}
    share, _, name = max(((_share(question, a), i in own, i) for i, a in found.items()), default=(0.0, False, ""))
    if share < ABOUT:
        return []
    about = [name, *_same_story(name, passages)]
    return _lead(found[next((i for i in about if i in own), name)])


def _lead(article: Article) -> list[Citation]:
    return [_opening(p) for p in article.paragraphs if p.kind == "body" and view_of(p).sentences][:1]


def _share(question: QuestionView, article: Article) -> float:
    """The share of what a question says besides asking for a summary that an article holds; 0..1."""
    held = zip(question.terms, most_said(question, article.paragraphs), strict=True)
    terms = [(t.weight, h) for t, h in held if t.word.canonical not in _OF_SUMMARIES]
    return sum(w * h for w, h in terms) / (sum(w for w, _ in terms) or 1.0) if terms else 1.0


def _same_story(article: str, passages: Sequence[Passage]) -> list[str]:
    """The ids of the articles of which a found paragraph is a twin of one of an article."""
    pairs = [{p.paragraph.source.id, p.twin.source.id} for p in passages if p.twin]
    return sorted({other for pair in pairs if article in pair for other in pair})


def _stories(passages: Sequence[Passage]) -> list[Paragraph]:
    """The paragraphs that are nobody's twin, the earlier one of two."""
    told: list[Paragraph] = []
    for passage in passages:
        if passage.twin not in told and view_of(passage.paragraph).sentences:
            told.append(passage.paragraph)
    return told


def _opening(paragraph: Paragraph) -> Citation:
    span = body(paragraph.text, view_of(paragraph).sentences[0].span)
    return Citation(paragraph, span.start, span.end)
