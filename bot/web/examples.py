"""Example questions made from the collection's own articles, kept only where the bot answers them well.

A sentence in which someone named says or does something becomes the question what that is; the bot then has to answer it
with high confidence from that very paragraph. Three for each article at most, six in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.engine import NewsBot
from bot.language.sentences import sentences
from bot.models import EVIDENCE_KINDS, Article, Language

_EACH, _ALL, _TRIED = 3, 6, 12
_CONFIDENT = 0.6
_ENGLISH = {
    "said": "say", "emphasised": "emphasise", "emphasized": "emphasize", "highlighted": "highlight", "urged": "urge",
    "praised": "praise", "planted": "plant", "presented": "present", "described": "describe", "visited": "visit",
    "announced": "announce", "signed": "sign", "launched": "launch", "opened": "open", "approved": "approve",
    "proposed": "propose", "recognised": "recognise", "expressed": "express", "commended": "commend",
}  # fmt: skip
_VIETNAMESE = (
    "khẳng định", "cho rằng", "nhấn mạnh", "đề nghị", "đánh giá cao", "cam kết", "cho biết", "thông báo", "kêu gọi",
    "công bố", "khai trương", "phê duyệt", "đề xuất", "đã tặng", "đã ký", "đã thăm", "đã trồng", "đã bán", "đã mua",
)  # fmt: skip
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "those",
        "there",
        "ông",
        "bà",
        "họ",
        "nó",
        "đây",
        "đó",
    ]
)
_EN = re.compile(
    rf"(?:^|, |— )(?P<subject>\w+(?: [\w’'.-]+){{0,6}}?),? (?:also |then )?(?P<verb>{'|'.join(_ENGLISH)})\b"
)
_VI = re.compile(rf"(?:^|, )(?P<subject>\w+(?: [\w-]+){{1,7}}?) (?:cũng )?(?P<verb>{'|'.join(_VIETNAMESE)})\b")
_SMALL = frozenset(
    ["of", "the", "and", "for", "tại", "của", "và", "nước", "bí", "thư", "ký", "tướng", "tịch", "trưởng", "viện"]
)


def examples(bot: NewsBot, language: Language) -> list[str]:
    """At most six questions in `language` that this bot answers from its articles, spread over them."""
    own = [a for a in bot.articles() if a.source.language == language]
    rows = [list(_answerable(bot, article)) for article in own[:_TRIED]]
    mixed = (question for row in zip_longest(*rows) for question in row if question)
    return list(dict.fromkeys(mixed))[:_ALL]


def candidates(article: Article) -> list[tuple[str, int]]:
    """Questions that a sentence of the article should answer, with the number of its paragraph.

    >>> from bot.models import Paragraph, Source
    >>> source = Source("a", "en")
    >>> candidates(Article(source, (Paragraph(source, 1, "Mayor Ann Lee opened a library.", "body", "en"),)))
    [('What did Mayor Ann Lee open?', 1)]
    """
    found: dict[str, int] = {}
    for paragraph in article.paragraphs:
        if paragraph.kind not in EVIDENCE_KINDS or paragraph.kind == "title":
            continue
        for sentence in sentences(paragraph.text):
            for question in _questions(sentence.of(paragraph.text), paragraph.language):
                found.setdefault(question, paragraph.number)
    return list(found.items())


def _questions(sentence: str, language: Language) -> Iterator[str]:
    match = (_VI if language == "vi" else _EN).search(sentence)
    if not match or not _is_name(match["subject"].split()):
        return
    subject, verb = match["subject"], match["verb"]
    yield f"{subject} {verb} điều gì?" if language == "vi" else f"What did {subject} {_ENGLISH[verb]}?"


def _is_name(words: Sequence[str]) -> bool:
    """Whether a subject names someone: capitalised but for small words, and no pronoun."""
    named = all(w[0].isupper() or w.lower() in _SMALL for w in words)
    return named and words[0][0].isupper() and words[0].lower() not in _PRONOUNS


def _answerable(bot: NewsBot, article: Article) -> Iterator[str]:
    left = _EACH
    for question, number in candidates(article)[:_TRIED]:
        answer = bot.ask(question)
        cited: Sequence[str] = [c.paragraph.ref for c in answer.citations]
        if (answer.confidence or 0) >= _CONFIDENT and f"{article.source.id}#{number}" in cited:
            yield question
            left -= 1
            if not left:
                return
