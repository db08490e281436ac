"""Words that bound what a sentence says: all, most, only, may, allegedly, will, before, up; both languages, one set of kinds.

A kind is the same in both languages, so that a claim and a text in different ones can be compared.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.models import Language

_EN_SUPERLATIVES = (
    "highest|lowest|largest|smallest|biggest|greatest|oldest|youngest|newest|longest|shortest|tallest|earliest|fastest|"
    "slowest|strongest|weakest|richest|poorest|busiest|closest|nearest|deepest|widest|heaviest|hottest|coldest|deadliest|"
    "cheapest|(?<!at )best|worst|the least|the most"
)
_EN_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_HIGH = "highest|largest|biggest|greatest|oldest|longest|tallest|earliest|fastest|strongest|richest|deepest|widest|heaviest|hottest|best|the most"
_LOW = "lowest|smallest|youngest|newest|latest|shortest|slowest|weakest|poorest|coldest|worst|the least|fewest"
_CUES: dict[Language, dict[str, str]] = {
    "en": {
        "all": r"(?<!at )(?<!after )(?<!above )all(?!-)|every|everyone|everybody|everything|each|entire|entirely|always",
        "nearly all": "(?:nearly|almost|virtually|practically|not) (?:all|every|each|everyone|everything)",
        "most": r"(?<!the )(?<!at )most (?:of|\w+s)|majority|mostly|mainly|largely|predominantly",
        "few": "few(?!er)|hardly any|seldom|rarely|minority|a handful",
        "second": "second(?=[ -][a-z])|2nd",
        "only": "(?<!not )only|solely|exclusively|sole",
        "superlative": _EN_SUPERLATIVES,
        "ranked": rf"(?:second|third|fourth|fifth|2nd|3rd|4th|5th)(?:-| )(?:{_EN_SUPERLATIVES})",
        "possible": "(?-i:may|might|could)|perhaps|possibly|maybe|probably",
        "alleged": r"reportedly|allegedly|alleged|alleges|accus(?:ed|es|ing)|suspects?(?= (?:that|the|him|her|them|it)\b)|suspected|"
        r"expect(?:s|ed)?(?! to)|forecast(?:s|ed)?|predict(?:s|ed)?|rumou?r(?:s|ed)?|purported(?:ly)?|supposedly|"
        r"believe[sd]?|insist(?:s|ed)?|argue[sd]?|speculat\w+|fear(?:s|ed)?|"
        "(?:claimed|claims|claim) (?:that|to)",
        "planned": r"will|shall|would|plan(?:s|ned)? to|(?:due|expected|scheduled|intends?|aims?|going) to|urg(?:ed|es)|called (?:on|for)|proposed",
        "some": "some(?! \\d)",
        "half": "half",
        "before": "before|prior to|ahead of",
        "after": "after|following|afterwards",
        "up": r"up|rose|risen|ris(?:es|e|ing)|increas\w+|grew|grow(?:s|n|ing|th)?|gain(?:s|ed)?|climb(?:s|ed)?|higher|more|rais(?:es?|ed|ing)",
        "down": r"down|fell|fall(?:s|en|ing)?|decreas\w+|declin\w+|drop(?:s|ped)?|lower(?:s|ed)?|less|fewer|cut(?:s|ting)?|los(?:t|es)(?= \d)|"
        r"reduc\w+|shr[aiu]nk",
        "above": r"(?:over|above|(?<!no )(?<!not )more than|(?:no|not) (?:less|fewer) than|at least|older than)(?= [$\d])",
        "below": r"(?:under|below|(?<!no )(?<!not )(?:less|fewer) than|(?:no|not) more than|at most|younger than)(?= [$\d])",
        "greatest": _HIGH,
        "least": _LOW,
        "first": "first|earliest",
        "last": "(?<!at )last(?! (?:year|week|month|night|\\w+day))|final|latest",
    },
    "vi": {
        "all": "tất cả|toàn bộ|toàn thể|mọi|hết thảy|luôn luôn",
        "nearly all": "(?:gần như|gần|hầu như|không phải) (?:tất cả|toàn bộ|toàn thể|mọi)",
        "most": "phần lớn|đa số|hầu hết|đa phần|phần đông|chủ yếu",
        "few": "rất ít|số ít|thiểu số|hiếm khi",
        "second": "lần thứ hai|lần thứ 2|(?-i:thứ hai|thứ nhì)",
        "only": "(?<!không )(?<!chẳng )chỉ(?! (?:huy|số|định|đạo|tiêu|thị|trích|ra|dẫn|là))|duy nhất",
        "superlative": "(?<!thống )(?<!thứ )(?<!duy )(?<!hợp )(?<!đồng )(?<!ít )(?<!đệ )nhất(?! (?:trí|định|là|thiết|quán|thể))",
        "ranked": "(?:lớn|nhỏ|cao|thấp|dài|ngắn|đông|nhiều|ít|già|trẻ|rộng|sâu|mạnh|giàu|nghèo) thứ (?:hai|ba|tư|năm|[2-9])",
        "possible": "có thể|có lẽ|có khả năng|dường như|hình như|phải chăng",
        "alleged": "cáo buộc|tố cáo|bị tố|bị nghi|tình nghi|nghi vấn|bị cho là|được cho là|tin đồn|đồn|nguồn tin|cho rằng|tin rằng|lập luận|"
        "dự báo|kỳ vọng|hy vọng",
        "planned": "sẽ|dự kiến|sắp(?! (?:xếp|đặt))|dự định|lên kế hoạch|có kế hoạch|đề nghị|kêu gọi|đề xuất",
        "some": "một số|một vài|vài(?! (?:trăm|nghìn|ngàn|triệu|chục))|một phần",
        "half": "một nửa|nửa số|phân nửa",
        "before": "trước(?! (?:đây|đó|tiên|mắt|hết))",
        "after": "sau(?! (?:đây|đó|cùng))",
        "up": "tăng|nâng|cao hơn|nhiều hơn|lớn hơn",
        "down": "giảm|hạ|thấp hơn|ít hơn|nhỏ hơn|sụt",
        "above": r"(?:trên|(?<!không )hơn|không dưới|không ít hơn|ít nhất|tối thiểu)(?= \d)",
        "below": r"(?:(?<!không )dưới|chưa đến|chưa tới|chưa đầy|tối đa|không quá|không hơn)(?= \d)",
        "greatest": "(?:lớn|cao|dài|nhiều|lâu đời|cổ|già|nhanh|mạnh|giàu|sâu|rộng|nặng|nóng|tốt|đông) nhất",
        "least": "(?:nhỏ|bé|thấp|ngắn|ít|mới|trẻ|chậm|yếu|nghèo|nông|hẹp|nhẹ|lạnh|tệ|kém) nhất",
        "first": "đầu tiên|thứ nhất|sớm nhất",
        "last": "cuối cùng(?! (?:đã|thì|cũng))|sau cùng|gần đây nhất|muộn nhất",
    },
}
_ALSO: dict[Language, dict[str, str]] = {
    "en": {
        "all": "both|any|whole|throughout|complete|completely|total|full|no|none",
        "most": "all|every|almost everything|whole",
        "half": "50|fifty|halves|halved",
        "few": "little|rare|scarce|scarcely|small",
        "second": "two|other|another|both|latter|again|later",
        "only": "just|merely|single|alone|except|unique|no other|nothing but",
        "superlative": "most|least|maximum|minimum|top|leading|record|first|last|latest|main|majority",
        "possible": "can|possible|would|possibility|risk|seems?|appears?|suggest\\w*|believed?|thought|likely|potential\\w*",
        "alleged": r"thought|considered|deemed|accus\w+|charg\w+|alleg\w+|suspect\w*|claim\w*|rumou?rs?|said|says|according",
        "planned": "planned|plans?|future|upcoming|scheduled|(?-i:can|must|should|may|might)",
    },
    "vi": {
        "all": "cả|mỗi|đều|hết|khắp|toàn|không",
        "most": "tất cả|toàn bộ|mọi|nhiều nhất",
        "half": "50|năm mươi|nửa",
        "few": "ít|hiếm|nhỏ",
        "second": "hai|khác|nữa|thứ 2|lại",
        "only": "mỗi|riêng|độc quyền|ngoài|đơn lẻ",
        "superlative": "đầu tiên|cuối cùng|kỷ lục|hàng đầu|chủ yếu|chính|tối đa|tối thiểu|đầu",
        "possible": "khả năng|nguy cơ|được cho|cho rằng|nghĩ|tiềm năng",
        "alleged": "cho rằng|cho là|theo|nghi|tố|bị buộc",
        "planned": "kế hoạch|dự án|cần|phải|tới|sắp tới|có thể",
    },
}
BINDING = ("possible", "alleged")
"""Kinds without which a sentence says more than with them: what may be, what somebody is accused of."""
_PATTERNS: dict[Language, dict[str, re.Pattern[str]]] = {
    language: {kind: re.compile(rf"\b(?:{cues})\b", re.IGNORECASE) for kind, cues in table.items()}
    for language, table in _CUES.items()
}
_LOOSE: dict[Language, dict[str, re.Pattern[str]]] = {
    language: {
        kind: re.compile(rf"\b(?:{cues}|{_ALSO[language].get(kind, cues)})\b", re.IGNORECASE)
        for kind, cues in table.items()
    }
    for language, table in _CUES.items()
}


class Qualifier(NamedTuple):
    """A word at `start:end` of a text that bounds what it says, and its kind."""

    kind: str
    start: int
    end: int


def qualifiers(text: str, language: Language) -> list[Qualifier]:
    """The qualifiers of a text, kind by kind.

    >>> [(q.kind, q.start) for q in qualifiers("All pupils may leave before noon.", "en")]
    [('all', 0), ('possible', 11), ('before', 21)]
    >>> [q.kind for q in qualifiers("Không chỉ hầu hết học sinh", "vi")]
    ['most']
    """
    patterns = _PATTERNS[language].items()
    return [Qualifier(kind, *match.span()) for kind, pattern in patterns for match in pattern.finditer(text)]


def allows(kind: str, text: str, language: Language) -> bool:
    """Whether a text has a word of a kind, or one that may stand for it in other words.

    >>> allows("only", "The sole survivor was a single man.", "en"), allows("only", "Two men survived.", "en")
    (True, False)
    """
    return bool(_LOOSE[language][kind].search(text))
