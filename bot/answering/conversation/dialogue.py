"""A follow-up ("and where?") -> a question that stands alone, for retrieval only."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing

from bot.answering.conversation.completion import completed
from bot.answering.conversation.followups import folded_words, leans, may_lean, new_names
from bot.answering.generation.prompting import plain, told_so_far
from bot.errors import ModelError, QuestionError
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.language.words.stopwords import is_stop_word
from bot.language.words.terms import content_terms, tokens
from bot.llm.deadline import Deadline
from bot.llm.prompts import load
from bot.models import Conversation, Language, Question, Turn
from bot.protocols import ChatModel

REWRITE_TOKENS = 120
REWRITE_CHARS = 300


_MARKS = re.compile(r"\s*(?:\[\d{1,3}\])+")
"""The marks of an answer."""


class FollowUps:
    """Implements `bot.protocols.Dialogue`: cleans the question, tells its language, completes a follow-up.

    With a model, a question that may be a follow-up is rewritten by it once, within `patience` seconds; what it writes
    is used only when it adds nothing to the conversation and loses nothing of the question. Else, or without a model,
    a question that leans on the one before is given what it needs of it.

    >>> FollowUps().standalone("Who  welcomed\\u200b Lâm?", Conversation()).text
    'Who welcomed Lâm?'
    """

    def __init__(self, model: ChatModel | None = None, *, patience: float = 8.0) -> None:
        self._model, self._patience = model, patience

    def standalone(self, question: str, history: Conversation) -> Question:
        """The question with its stand-alone form. Raises QuestionError when nothing is left of it after cleaning."""
        text = plain_question(question)
        if not any(c.isalnum() for c in text):
            raise QuestionError("The question is empty.")
        last = history.last
        if last is None:
            return Question(text, text, language_of(text))
        language = _language(text, last)
        rewritten = self._rewritten(text, language, history) if self._model else None
        if rewritten is None and leans(text, language):
            rewritten = completed(text, history)
        return Question(text, rewritten or text, language)

    def _rewritten(self, text: str, language: Language, history: Conversation) -> str | None:
        told = told_so_far(history)
        known = folded_words(f"{told} {_cited(history)} {history.turns[-1].question.standalone}")
        if not may_lean(text, language, known):
            return text
        try:
            said = self._asked(plain(text), told)
        except ModelError:
            return None
        return said if said and is_faithful(said, text, language, known) else None

    def _asked(self, text: str, told: str) -> str | None:
        """What the model makes of the question; None when it takes too long."""
        assert self._model is not None
        deadline = Deadline(self._patience)
        said = ""
        with closing(
            self._model.stream(load("condense").fill(history=told, question=text), max_tokens=REWRITE_TOKENS)
        ) as pieces:
            for piece in pieces:
                if not deadline.remaining or len(said) > REWRITE_CHARS:
                    return None
                said += piece if isinstance(piece, str) else ""
        return " ".join(clean(said).text.split()).strip('"“” ')


def plain_question(question: str) -> str:
    """A question on one line, without what is invisible, other forms of letters, and marks copied from an answer.

    >>> plain_question("Ｗｈｏ\u200b  welcomed him [2]?")
    'Who welcomed him?'
    """
    letters = clean(question.translate(_USUAL)).text
    return " ".join((_MARKS.sub("", letters) or letters).split())


class _Usual(dict[int, str]):
    """Letters as they are usually written: full-width and mathematical forms are of their own in Unicode (UAX 15)."""

    def __missing__(self, character: int) -> str:
        letter = chr(character)
        if unicodedata.decomposition(letter).startswith(("<wide>", "<font>", "<narrow>")):
            letter = unicodedata.normalize("NFKC", letter)
        self[character] = letter
        return letter


_USUAL = _Usual()


def is_faithful(rewritten: str, text: str, language: Language, known: str) -> bool:
    """Whether a rewriting keeps the question and adds nothing: the same language, every content word of the question
    there still, no name or number that neither the question nor the conversation (`known`, folded words) has.

    >>> is_faithful("Where was Lâm welcomed?", "And where was he welcomed?", "en", "to lam was welcomed in jakarta")
    True
    >>> is_faithful("Where was Trump welcomed?", "And where was he welcomed?", "en", "to lam was welcomed in jakarta")
    False
    """
    if not rewritten or len(rewritten) > REWRITE_CHARS or language_of(rewritten) != language:
        return False
    kept = {t.stem for t in content_terms(rewritten, language)} | {t.folded for t in content_terms(rewritten, language)}
    if any(t.stem not in kept and t.folded not in kept for t in content_terms(text, language)):
        return False
    sources = f"{known} {folded_words(text)}"
    numbers = {t for t, _, _ in tokens(rewritten) if t[0].isdigit()}
    return not new_names(rewritten, language, sources) and numbers <= set(sources.split())


def _cited(history: Conversation) -> str:
    """The paragraphs that the last turns cite."""
    return " ".join(c.paragraph.text for turn in history.turns[-2:] for c in turn.answer.citations)


def _language(text: str, last: Turn) -> Language:
    """A fragment such as "Malaysia?", which tells no language, is asked in the language of the turn before."""
    words = [t.lower() for t, _, _ in tokens(text)]
    if len(words) <= 3 and text.isascii() and not any(is_stop_word(w, "en") for w in words):
        return last.question.language
    return language_of(text)
