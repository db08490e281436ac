"""The form in which answers are compared: SQuAD's and MLQA's normalisers, mended for Vietnamese.

SQuAD 1.1: Rajpurkar et al. 2016; MLQA: Lewis et al. 2020 (https://github.com/facebookresearch/MLQA). Theirs do without NFC
(a gold answer typed in NFD scores 45 F1) and delete the separators of numbers (10/3 becomes 103); ours does not.
"""

from __future__ import annotations

import re

from bot.language.words.normalise import canonical, clean
from bot.models import Language

_ARTICLES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:a|an|the)\b"),
    "vi": re.compile(r"\b(?:của|là|cái|chiếc|những)\b"),
}
_PUNCTUATION = re.compile(r"(?<!\d)[^\w\s]|[^\w\s](?!\d)")


def normalised(text: str, language: Language) -> str:
    """NFC, case and tone placement folded; punctuation (but not inside numbers), articles and spare spaces removed.

    >>> normalised("The 10/3 visit, Hòa Bình!", "en")
    '10/3 visit hoà bình'
    """
    plain = _PUNCTUATION.sub(" ", canonical(clean(text).text))
    return " ".join(_ARTICLES[language].sub(" ", plain).split())


def words(text: str, language: Language) -> list[str]:
    """The words of the normalised text."""
    return normalised(text, language).split()
