"""Which paragraph carries a claim that cites none: of a text that is given, or of the whole collection."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.models import Language, Paragraph, Source, Verdict
from bot.protocols import Retriever
from bot.verification.checker import RuleVerifier

CANDIDATES = 8
"""Paragraphs of the collection that are tried for one claim."""
_ANY_BREAK = re.compile(r"\n+")


def check_text(
    claim: str,
    text: str,
    *,
    language: Language | None = None,
    text_language: Language | None = None,
    verifier: RuleVerifier | None = None,
) -> Verdict:
    """Whether a text, split into paragraphs at its line breaks, carries a claim; languages are detected unless given.

    >>> check_text("He owns three boats.", "He owns two boats.").reasons
    ('number:three',)
    """
    spoken = text_language or language_of(text)
    parts = [part.strip() for part in _ANY_BREAK.split(clean(text).text)]
    source = Source("text", spoken)
    paragraphs = [Paragraph(source, n, part, "body", spoken) for n, part in enumerate(filter(None, parts), 1)]
    return judge(claim, paragraphs, verifier or RuleVerifier(), language)


def check_collection(claim: str, retriever: Retriever, verifier: RuleVerifier | None = None) -> Verdict:
    """Whether the collection carries a claim: the paragraphs nearest to it are tried."""
    nearest = [p.paragraph for p in retriever.retrieve(claim, limit=CANDIDATES)]
    return judge(claim, nearest, verifier or RuleVerifier())


def judge(
    claim: str, paragraphs: Iterable[Paragraph], verifier: RuleVerifier, language: Language | None = None
) -> Verdict:
    """The verdict of the paragraph that says most for a claim; `rejected` with `uncited` when there is none."""
    return verifier.best(clean(claim).text, tuple(paragraphs), language)
