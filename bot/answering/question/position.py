"""`What position does X hold?`: questions for the office or the trade of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.words.normalise import words
from bot.models import Language

_OFFICE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\S)(?:what|which) (?:(?:official|current|former|exact|full|senior|high|government) )*(?:position|post|title|job|office|rank) "
        r"(?:does|did|is|was|has|had) .*\b(?:hold|held|have|occupy|occupied)(?!\S)"
        r"|(?<!\S)what (?:is|was) (?!the )(?:\S+ ){1,4}(?:official )?(?:position|post|title|job title|job|rank)(?: (?:in|at|of) .*)?$"
        r"|(?<!\S)what (?:is|was) the (?:official )?(?:position|post|title|job title|job|rank) of (?!the |a |an |this |that |his |her |its )"
    ),
    "vi": re.compile(
        r"(?<!\S)(?:(?:đang|hiện|từng) )*(?:giữ|nắm giữ|đảm nhiệm|đảm nhận|làm)(?: giữ)? (?:chức vụ|chức danh|cương vị|trọng trách|vị trí|chức) (?:gì|nào)"
        r"|(?<!\S)(?:chức vụ|chức danh|nghề nghiệp|công việc)(?: của .+| ông .+| bà .+) là gì|(?<!\S)có (?:chức vụ|chức danh) (?:gì|nào)"
    ),
}
_OFFICE_WORDS = words(
    "what which position post title job office rank hold held have has had does did is was occupy occupied official current in the "
    "nghề nghiệp công việc giữ nắm đảm nhiệm nhận làm chức vụ danh cương vị trọng trách trí gì nào là của có đang hiện"
)


def asks_position(forms: Sequence[str], language: Language) -> frozenset[int]:
    """The indexes of the words that ask for somebody's position; none for another question.

    >>> sorted(asks_position("what position does kao hold".split(), "en"))
    [0, 1, 2, 4]
    """
    if not _OFFICE[language].search(" ".join(forms)):
        return frozenset()
    return frozenset(i for i, word in enumerate(forms) if word in _OFFICE_WORDS)
