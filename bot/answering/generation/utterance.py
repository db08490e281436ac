"""What a model writes, made plain; and what of it is no statement about the articles."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from bot.language.words.detect import language_of
from bot.language.words.normalise import clean, fold, words
from bot.language.words.stopwords import ENGLISH
from bot.language.words.terms import tokens
from bot.models import Language

TELLING_WORDS = 6
"""A sentence of fewer words does not tell its language."""
_PLAIN_WORDS = 2
_ECHO = 4
"""Words of an instruction that are no chance."""
_STUTTER = re.compile(r"\b(\w+(?: \w+){1,5})[ ,]+\1\b", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?")
_LABEL = re.compile(r"^(?:(?:final |short )?answer|(?:câu )?trả lời|a|đáp án) ?: +(?=\S)", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|br|b|i|u|em|strong|sup|sub|ul|ol|li|div|span|answer)(?: ?/)?>", re.IGNORECASE)
_DANGLING = re.compile(r"\s*[\[【(]+$")
_FOREIGN = words(
    "le la les des du une est et dans pour par avec qui que sur der die das und ist von mit dem den ein eine wurde el los "
    "las del por con una fue il gli della dello nel sono è che dan yang di untuk oleh dengan adalah pada ke dari"
)
"""Function words of French, German, Spanish, Italian and Indonesian that English and Vietnamese hardly use."""


def visible(piece: str) -> str:
    r"""A piece of a stream without terminal codes and invisible characters.

    >>> visible("wel\u200bcomed \x1b[31mby\u202e")
    'welcomed by'
    """
    return clean(_ESCAPES.sub("", piece)).text


def tidy(sentence: str) -> str:
    """A sentence in NFC, without plain HTML, a label before it or the beginning of a mark behind it.

    >>> tidy("Answer: <b>He</b>&nbsp;left. [")
    'He left.'
    """
    bare = unescape(_MARKUP.sub("", sentence)) if "<" in sentence or "&" in sentence else sentence
    return _DANGLING.sub("", _LABEL.sub("", clean(bare).text, count=1)).strip()


def stutters(sentence: str) -> bool:
    """Whether words are said twice in a row, as by a stream that sends its pieces twice.

    >>> stutters("They were They were welcomed."), stutters("It was very very long.")
    (True, False)
    """
    return bool(_STUTTER.search(sentence))


def in_language(sentence: str, language: Language) -> bool:
    """Whether a sentence can be in a language; too short a one can be in any.

    >>> in_language("La délégation a été accueillie par le Secrétaire général de l'ASEAN.", "en")
    False
    >>> in_language("The delegation was welcomed by the Secretary-General.", "en")
    True
    """
    letters = [c for c in sentence if c.isalpha()]
    if sum(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters) < len(letters) / 2:
        return False
    plain = [w for w in sentence.split() if not w[0].isupper()]  # a name tells no language
    if len(sentence.split()) < TELLING_WORDS or len(plain) < _PLAIN_WORDS:
        return True
    said = [w.strip(",.;:") for w in plain]
    foreign = sum(w in _FOREIGN for w in said)
    if foreign > 1 and foreign > sum(w in ENGLISH for w in said) and language_of(sentence) == "en":
        return False
    return language_of(" ".join(plain)) == language


def echoes(sentence: str, instructions: str) -> bool:
    """Whether a sentence repeats the instructions that the model was given.

    >>> echoes("Answer in English, whatever the language.", "- Answer in English, whatever the language!")
    True
    """
    said = _bare(sentence)
    return said.count(" ") >= _ECHO - 1 and f" {said} " in f" {_bare(instructions)} "


@lru_cache(maxsize=8)
def _bare(text: str) -> str:
    """The words of a text without its figures, so that marks that were taken out are not missed."""
    return " ".join(fold(t) for t, _, _ in tokens(text) if not t.isdigit())
