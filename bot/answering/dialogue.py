"""A follow-up ("and where?") -> a question that stands alone, for retrieval only."""

from __future__ import annotations

import re

from bot.errors import QuestionError
from bot.language.detect import language_of
from bot.language.normalise import clean, fold
from bot.language.terms import content_terms
from bot.models import Conversation, Language, Question, Turn

_SHORT = 12
_DEICTIC = re.compile(
    r"\b(he|him|his|she|her|hers|it|its|they|them|their|that|this|those|these|there|then|and|so|what about|how about"
    r"|ong|ba|ho|no|do|ay|nay|kia|con|the con|vay|thi sao|luc do|noi do|o do)\b"
)


class FollowUps:
    """Implements `bot.protocols.Dialogue`: cleans the question, tells its language, completes a follow-up.

    >>> FollowUps().standalone("Who  welcomed\\u200b Lâm?", Conversation()).text
    'Who welcomed Lâm?'
    """

    def standalone(self, question: str, history: Conversation) -> Question:
        """The question with its stand-alone form. Raises QuestionError when nothing is left of it after cleaning."""
        text = " ".join(clean(question).text.split())
        if not any(c.isalnum() for c in text):
            raise QuestionError("The question is empty.")
        last = history.last
        language = _language(text, last)
        if last is None or not is_follow_up(text, language):
            return Question(text, text, language)
        return Question(text, f"{last.question.standalone} {text}", language)


def is_follow_up(text: str, language: Language) -> bool:
    """Whether a question leans on the one before: short and without a name of its own, or pointing back."""
    words = text.split()
    if len(words) > _SHORT:
        return False
    named = any(w[:1].isupper() for w in words[1:])
    return bool(_DEICTIC.search(fold(text))) or not named and len(content_terms(text, language)) <= 2


def _language(text: str, last: Turn | None) -> Language:
    """A fragment such as "Malaysia?" is asked in the language of the turn before."""
    if last and len(text.split()) <= 2 and text.isascii():
        return last.question.language
    return language_of(text)
