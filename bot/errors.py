"""Every error that Trích raises on purpose. Only the edges (cli, web) turn them into sentences.

    TrichError                    its text is one sentence for the user
    +-- QuestionError             the question is empty, too long or not text
    +-- SettingsError             a setting or flag has a value that cannot be used
    +-- ArticleError              a file, folder or page cannot be read as articles (names it)
    |   +-- MissingExtra          reading it takes an optional package (names the command that installs it)
    |   +-- FetchRefused          a URL must not or cannot be fetched (names the hop and the rule)
    +-- StoreError                the store cannot be opened, read or written (names the file)
    |   +-- StoreTooNew           a later version of Trích wrote it
    |   +-- StoreBusy             another process holds the write lock
    +-- PromptError               a prompt file is missing or lacks variables (names them)
    +-- DatasetError              a row of an evaluation set or run is wrong (names file and line)
    +-- ModelError                the model endpoint failed; `kind` says how, `retryable` whether to try again

Illegal values raise ValueError at construction; that is a fault of the program, not of its user.
"""

from __future__ import annotations

from typing import Literal

ModelFault = Literal[
    "unreachable", "timeout", "silence", "rate_limited", "server", "refused", "bad_response", "interrupted",
    "truncated", "filtered", "too_long", "empty",
]  # fmt: skip


class TrichError(Exception):
    """Base of all; its text is one sentence that can be shown to the user."""


class QuestionError(TrichError):
    """The question is empty, too long or not text."""


class SettingsError(TrichError):
    """A setting or a flag has a value that cannot be used."""


class ArticleError(TrichError):
    """A file, folder or page cannot be read as articles; the sentence names it."""


class MissingExtra(ArticleError):
    """Reading this file takes an optional package; the sentence says what to install."""


class FetchRefused(ArticleError):
    """A URL must not or cannot be fetched; the sentence names the hop and the rule."""


class StoreError(TrichError):
    """The store cannot be opened, read or written; the sentence names the file and the way out."""


class StoreTooNew(StoreError):
    """The store was written by a later version of Trích."""


class StoreBusy(StoreError):
    """Another process holds the write lock for longer than the wait."""


class PromptError(TrichError):
    """A prompt file is missing or lacks variables; the sentence names them."""


class DatasetError(TrichError):
    """A row of an evaluation data set or run is wrong; the sentence names file and line."""


class ModelError(TrichError):
    """The model endpoint failed in a way that `kind` names; `retryable` says whether another try may help."""

    def __init__(self, sentence: str, kind: ModelFault, *, retryable: bool = False) -> None:
        super().__init__(sentence)
        self.kind: ModelFault = kind
        self.retryable = retryable
