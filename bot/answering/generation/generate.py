"""The answer that a model writes, sentence by sentence, each with the paragraphs that it cites (not yet checked)."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from contextlib import closing

from bot.answering.generation.prompting import Request, request
from bot.answering.generation.quoting import citation_of, quote_span
from bot.answering.generation.segmenter import Segmenter, Sentence
from bot.answering.generation.utterance import TELLING_WORDS, echoes, in_language, stutters, tidy, visible
from bot.errors import ModelError
from bot.language.sentences.quotes import squeezed
from bot.language.words.terms import content_terms
from bot.llm.prompts import load
from bot.models import Citation, Claim, Conversation, Language, Passage, Question, Usage
from bot.protocols import Abstained, ChatModel, DraftEvent, Provisional, Remarks
from bot.settings import Settings

SENTINEL = "NO_ANSWER"
"""What the model writes when the passages do not answer."""
SENTENCE_CHARS = 1500
"""A sentence that runs on for longer is no sentence."""
MARKED_CHARS = 2000
"""The same with its marks."""
REPEATS = 2
"""A model that says what it has said already this often is going round in circles."""
_SENTINEL = re.compile(r"[\W_]*(?:NO[_ ]ANSWER(?![a-z])|(?i:no_answer))")
_SPOKEN_OF = re.compile(r"NO_ANSWER", re.IGNORECASE)
_BARE = frozenset(
    ["yes", "no", "not", "right", "correct", "true", "false", "dung", "sai", "vang", "phai", "khong", "co", "roi"]
)


class GeneratingAnswerer:
    """Implements `bot.protocols.Answerer` with a chat model and the sentence-[n] protocol (docs/models.md).

    Raises PromptError at construction when a prompt file is broken.
    """

    def __init__(self, model: ChatModel, settings: Settings) -> None:
        self._model, self._settings = model, settings
        load("answer.en")
        load("answer.vi")

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def draft(
        self, question: Question, passages: Sequence[Passage], history: Conversation
    ) -> Generator[DraftEvent, None, None]:
        """The model's sentences as Claims, with the running one as Provisional text; closing it stops the model.

        Raises ModelError: those of the model, `too_long` when no passage fits the budget, `empty` when there is no
        sentence, `truncated` when the model repeats itself, `bad_response` when it answers in the wrong language.
        """
        if not passages:
            yield Abstained("off_topic")
            return
        asked = request(question, passages, history, self._settings.context_tokens)
        yield Remarks(prompt=asked.fingerprint)
        draft = _Draft(asked, question.language)
        usage: Usage | None = None
        with closing(self._model.stream(asked.messages, max_tokens=self._settings.answer_tokens)) as pieces:
            for piece in pieces:
                if isinstance(piece, Usage):
                    usage = piece
                    continue
                yield from draft.read(piece)
        yield from draft.finish()
        yield Remarks(usage=usage, prompt=asked.fingerprint)


class _Draft:
    """One answer in the making: what the stream has said so far."""

    def __init__(self, asked: Request, language: Language) -> None:
        self._asked, self._language = asked, language
        self._cut = Segmenter()
        self._said: set[str] = set()
        self._repeats = 0
        self._abstained = self._understood = False

    def read(self, piece: str) -> Generator[DraftEvent, None, None]:
        """The events of one piece of the stream; an empty piece is a sign of life and repeats the running text."""
        for sentence in self._cut.feed(visible(piece)):
            yield from self._event(sentence)
        running = self._cut.running
        if len(running) > SENTENCE_CHARS or self._cut.pending > MARKED_CHARS:
            raise ModelError("The model wrote on without an end and was stopped.", "truncated")
        if not self._abstained:
            yield Provisional("" if _may_be_sentinel(running) else running)

    def finish(self) -> Generator[DraftEvent, None, None]:
        """The events of the last sentence."""
        for sentence in self._cut.close():
            yield from self._event(sentence)
        if not self._said and not self._abstained:
            raise ModelError("The model wrote no sentence.", "empty")

    def _event(self, sentence: Sentence) -> Generator[DraftEvent, None, None]:
        if self._abstained:
            return
        if _SENTINEL.match(sentence.text):
            if not self._said:
                self._abstained = True
                yield Abstained("fact_missing")
            return
        text = tidy(sentence.text)
        if self._tells(text) and self._is_new(text):
            self._check_language(text)
            yield Claim(text, self._citations(sentence))

    def _tells(self, text: str) -> bool:
        """Whether a sentence says something of the world that could be checked: no bare "Yes" or "They", no question, no
        instruction that the model was given.
        """
        if text.rstrip().endswith("?") or _SPOKEN_OF.search(text) or echoes(text, self._asked.instructions):
            return False
        return any(term.folded not in _BARE for term in content_terms(text, self._language))

    def _is_new(self, text: str) -> bool:
        words = squeezed(text)
        if words not in self._said and not stutters(text):
            self._said.add(words)
            return True
        self._repeats += 1
        if self._repeats >= REPEATS or words not in self._said:
            raise ModelError("The model repeated itself and was stopped.", "truncated")
        return False

    def _check_language(self, text: str) -> None:
        """An answer that the asker cannot read is none; the first sentence that is long enough to tell decides."""
        if self._understood:
            return
        if not in_language(text, self._language):
            raise ModelError("The model answered in another language than the question's.", "bad_response")
        self._understood = len(text.split()) >= TELLING_WORDS

    def _citations(self, sentence: Sentence) -> tuple[Citation, ...]:
        """The cited spans; a number that is no passage counts for nothing, nor does one with words not found there."""
        quotes = dict(sentence.quotes)
        cited: list[Citation] = []
        for number in sentence.numbers:
            if not 1 <= number <= len(self._asked.passages):
                continue
            paragraph, quote = self._asked.passages[number - 1].paragraph, quotes.get(number, "")
            if not quote or quote_span(quote, paragraph.text):
                cited.append(citation_of(sentence.text, paragraph, quote))
        return tuple(dict.fromkeys(cited))


def _may_be_sentinel(running: str) -> bool:
    """Whether the running text is, or may become, the sentinel, which nobody should see."""
    bare = running.strip("*`_ \n")
    return bool(bare) and (SENTINEL.startswith(bare) or bool(_SENTINEL.match(bare)))
