"""What kind of answer a question asks for, in both languages, and the noun it asks about."""

from __future__ import annotations

from bot.answering.question.asked import Asked
from bot.answering.question.english import english
from bot.answering.question.vietnamese import vietnamese
from bot.language.words.terms import tokens, word_of
from bot.models import Language


def asked(question: str, language: Language) -> Asked:
    """What a question asks for.

    >>> asked("How many pieces are in the collection?", "en").kind, asked("Ai đã đón đoàn?", "vi").kind
    ('number', 'person')
    >>> found = asked("What species of tree was planted?", "en")
    >>> found.kind, found.focus
    ('thing', (1,))
    """
    words = [word_of(t) for t, _, _ in tokens(question)]
    return vietnamese(words) if language == "vi" else english(words)
