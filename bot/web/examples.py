"""Example questions made from the collection's own articles, kept only where the bot answers them well.

Forms of example_forms.py turn a sentence into a question; the bot then has to answer it with high confidence from that
very paragraph. Three for each article at most, six in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from time import monotonic

from bot.engine import NewsBot
from bot.language.sentences.boundaries import sentences
from bot.models import EVIDENCE_KINDS, Article, Language, Source
from bot.web.example_forms import questions

_EACH, _ALL, _TRIED = 3, 6, 12
_CONFIDENT = 0.6
_PATIENCE = 1.0
"""Seconds that the search may take, since the chat waits for it."""


def examples(bot: NewsBot, sources: Sequence[Source], language: Language) -> list[str]:
    """At most six questions in `language` that this bot answers from the first articles, spread over them."""
    end = monotonic() + _PATIENCE
    own = [source.id for source in sources if source.language == language][:_TRIED]
    articles = [article for article in map(bot.library.article, own) if article]
    rows = [list(_answerable(bot, article, end)) for article in articles]
    mixed = (question for row in zip_longest(*rows) for question in row if question)
    return list(dict.fromkeys(mixed))[:_ALL]


def candidates(article: Article) -> list[tuple[str, int]]:
    """Questions that a sentence of the article should answer, the best forms first, with the number of its paragraph.

    >>> from bot.models import Paragraph, Source
    >>> source = Source("a", "en")
    >>> candidates(Article(source, (Paragraph(source, 1, "Mayor Ann Lee opened a library.", "body", "en"),)))
    [('Who opened a library?', 1), ('What did Mayor Ann Lee open?', 1)]
    """
    found: dict[str, tuple[int, int]] = {}
    for paragraph in article.paragraphs:
        if paragraph.kind not in EVIDENCE_KINDS or paragraph.kind == "title":
            continue
        for sentence in sentences(paragraph.text):
            for rank, question in questions(sentence.of(paragraph.text), paragraph.language):
                found.setdefault(question, (rank, paragraph.number))
    return [(question, number) for question, (_, number) in sorted(found.items(), key=lambda row: row[1][0])]


def _answerable(bot: NewsBot, article: Article, end: float) -> Iterator[str]:
    left = _EACH
    for question, number in candidates(article)[:_TRIED]:
        if not left or monotonic() > end:
            return
        answer = bot.ask(question)
        cited: Sequence[str] = [c.paragraph.ref for c in answer.citations]
        if (answer.confidence or 0) >= _CONFIDENT and f"{article.source.id}#{number}" in cited:
            yield question
            left -= 1
