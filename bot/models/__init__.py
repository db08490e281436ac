"""What travels through the house: frozen values that carry their own invariants. Standard library only.

Reading order: words, text (Source, Paragraph, Article, Passage, Citation), statement (Claim, Verdict, Statement), answer
(Question, Answer, Turn, Conversation).
"""

from bot.models.answer import Answer, Conversation, Question, Turn
from bot.models.statement import Claim, Removed, Statement, Usage, Verdict, marked
from bot.models.text import Article, Citation, Filters, Paragraph, Passage, Source, content_hash
from bot.models.words import EVIDENCE_KINDS, AbstentionReason, Language, Outcome, ParagraphKind, Support

__all__ = [
    "AbstentionReason",
    "Answer",
    "Article",
    "Citation",
    "Claim",
    "Conversation",
    "EVIDENCE_KINDS",
    "Filters",
    "Language",
    "Outcome",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "Question",
    "Removed",
    "Source",
    "Statement",
    "Support",
    "Turn",
    "Usage",
    "Verdict",
    "content_hash",
    "marked",
]
