"""`Apart from Kao, who else …?`: questions that ask for others than those whom they name."""

from __future__ import annotations

import re

from bot.language.naming.names import is_capital
from bot.language.words.normalise import words
from bot.models import Language

BESIDES = words("apart besides alongside except else ngoài")
"""`Apart from Kao, who else …?`, `Ngoài ông Kao, còn ai …?`: the words that leave somebody out."""
_LEAVES_OUT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:apart from|besides|aside from|other than|in addition to|except(?: for)?|alongside)\b|\b(?:who|what|which|where) else\b"
    ),
    "vi": re.compile(r"^ngoài (?!nước|khơi|biển|trời|đường).*(?<!\w)(?:còn|nào|ai|gì)(?!\w)"),
}


def leaves_out(question: str, language: Language) -> bool:
    """Whether a question asks for others than those it names.

    >>> leaves_out("Apart from Kao, who spoke?", "en"), leaves_out("Who spoke apart?", "en")
    (True, False)
    """
    return bool(_LEAVES_OUT[language].search(question.lower()))


def is_left_out(question: str, start: int) -> bool:
    """Whether the word at `start` (code points) is no name and stands in the clause at the head that leaves somebody out."""
    first = next(iter(question.split(None, 1)), "").lower()
    return first in BESIDES | {"other"} and start < question.find(",") and not is_capital(question[start])
