"""Does a person bear the title that the text gives another? `Governor Sơn` for `Minister Sơn` and `Governor Phong` does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from bot.language.naming.names import bare, is_capital
from bot.language.naming.titles import VIETNAMESE_OFFICES
from bot.language.words.normalise import fold
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence

_EN = (
    "president|prime minister|foreign minister|minister|secretary-general|secretary general|general secretary|secretary|governor|"
    "mayor|chairman|chairwoman|ambassador|captain|inspector|director|coach|senator|king|queen|prince|princess|pope|bishop|general|"
    "colonel|professor|judge|prosecutor|spokesman|spokeswoman|councillor|analyst|chancellor|commissioner|sheriff"
)
_VI = (
    "|".join(VIETNAMESE_OFFICES)
    + "|tổng bí thư|bí thư|thứ trưởng|tổng giám đốc|thuyền trưởng|thanh tra|đại biểu|thị trưởng|"
    "huấn luyện viên|thượng nghị sĩ|đại tá|thiếu tướng|trung tướng|giáo sư|kiểm sát viên|phát ngôn viên|chuyên gia|thẩm phán|ngoại trưởng|quốc vương|nữ hoàng"
)
_NAME = r"(?=(?P<name>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,5}))"
_BORNE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b(?P<title>(?:(?:deputy|vice|former|acting|assistant)[ -])?(?:{_EN})) {_NAME}", re.IGNORECASE),
    "vi": re.compile(
        rf"\b(?P<title>(?:(?:phó|nguyên|cựu|quyền) )?(?:{_VI})(?: (?:tỉnh|nước|thành phố|huyện|ủy ban))?) {_NAME}",
        re.IGNORECASE,
    ),
}


class _Borne(NamedTuple):
    """A title, folded, and the words of the name behind it."""

    title: str
    name: tuple[str, ...]
    written: str


@lru_cache(maxsize=4096)
def _titles(text: str, language: Language) -> tuple[_Borne, ...]:
    found = []
    for match in _BORNE[language].finditer(text):
        name = list(takewhile(is_capital, bare(match["name"]).split()))
        if name:
            written = f"{match['title']} {' '.join(name)}"
            found.append(_Borne(fold(match["title"]), tuple(map(fold, name)), written))
    return tuple(found)


def exchanged_titles(claim: ClaimView, text: Evidence) -> list[str]:
    """The names with titles of a claim, as it writes them, where the text gives the title to others alone and them another.

    >>> text = Evidence("Minister Sơn met Governor Phong.", "en")
    >>> exchanged_titles(ClaimView("Governor Sơn came.", "en"), text)
    ['Governor Sơn']
    """
    mine = _titles(claim.text, claim.language) if claim.language == text.language else ()
    theirs = _titles(text.text, text.language) if mine else ()
    return [one.written for one in mine if _is_exchanged(one, theirs)]


def _is_exchanged(one: _Borne, theirs: Sequence[_Borne]) -> bool:
    own = {other.title for other in theirs if other.name[-1] == one.name[-1]}
    bearers = [other for other in theirs if other.title == one.title]
    return (
        bool(own and bearers) and one.title not in own and all(set(b.name).isdisjoint(one.name[-1:]) for b in bearers)
    )
