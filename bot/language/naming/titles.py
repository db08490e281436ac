"""Offices, trades and forms of address: what stands before a person's name, and what makes somebody a person.

The glossary's titles (`is_office`) are words for whoever holds an office, wherever they stand. The lists are narrower or wider:
a rule that takes a name apart needs the words of titles, one that looks for somebody's trade needs farmers as well. What tells
one office from another stands with the rules for it (answering/objections/offices.py, verification/titles.py).
"""

from __future__ import annotations

import re

from bot.language.lexicon.open_classes import classes
from bot.language.words.normalise import words
from bot.models import Language

HONORIFICS = words("mr mrs ms miss sir madam ông bà anh chị cô chú bác ngài")
"""How a person is addressed, before a name."""
INSIDE = words("of the ký thư bí trưởng sứ tịch đoàn nước thống tướng")
"""Plain words inside a title that capitals surround: `Tổng Thư ký ASEAN`, `Secretary of State`."""
VIETNAMESE_OFFICES = (
    "tổng thư ký", "chủ tịch", "tổng thống", "thủ tướng", "bộ trưởng", "đại sứ", "giám đốc", "thống đốc",
)  # fmt: skip
"""Offices that are titles wherever they stand; further ones are told apart by the rule that looks for them."""
_OFFICES = "|".join(VIETNAMESE_OFFICES)
_SYLLABLES = words("tổng bí thư chủ tịch thủ tướng bộ trưởng phó đại sứ")
OFFICE_SYLLABLES = _SYLLABLES | words("thống giám đốc")
"""The syllables of the highest Vietnamese offices: a name of these alone is nobody's."""
UNNAMING = _SYLLABLES | words(
    "mr mrs ms dr professor minister president director giám đốc phái đoàn thứ ban ủy viên tiến sĩ giáo ông bà anh chị em quốc hội nước hội đồng "
    "sở tỉnh thành phố đảng trung ương nhà phu nhân công an"
)
"""Capital words beside a bearer that are no name of his: of titles, and of the bodies that they belong to."""
_BEFORE_NAMES = (
    words(
        "president mr mrs ms dr prof professor king queen prince princess sir lord lady pope saint st general secretary "
        "minister prime chairman party state ambassador emperor senator governor mayor captain colonel bishop archbishop ông bà ký"
    )
    | _SYLLABLES
)
BESIDE_NAMES = re.compile(
    r"\b(?:president|(?:prime )?minister|secretar(?:y|ies)|general secretary|ambassadors?|chair(?:man|woman|person)?|"
    r"directors?|heads?|chief|ceo|governor|mayor|"
    r"spokes\w+|professor|dr|coach|captain|manager|leader|deputy|judge|lawyer|analyst|king|queen|pope|bishop|chancellor|commander|colonel|major|"
    r"officer|editor|founder|member|senator|councillor|teacher|doctor|engineer|scientist|"
    r"economist|historian|\w+ologist|\w+ician|researcher|farmer|author|writer|artist|owner)\b"
    rf"|(?<!\w)(?:{_OFFICES}|(?:tổng )?bí thư|phó chủ tịch|thứ trưởng|tổng giám đốc|thư ký|"
    r"(?:thị|thuyền|đoàn|tổ|nhóm|trạm) trưởng|"
    r"trưởng \w+|phó \w+|ủy viên|đại biểu|thẩm phán|luật sư|kiểm sát viên|huấn luyện viên|đội trưởng|giáo sư|tiến sĩ|bác sĩ|kỹ sư|"
    r"đại tá|thượng tá|trung tá|thiếu tá|đại úy|tướng|người phát ngôn|cục trưởng|viện trưởng|hiệu trưởng|nhà \w+|kiến trúc sư|nông dân|chủ \w+)(?!\w)"
)
"""Offices and trades, as they stand beside a name, lower case."""
OFFICIALS = re.compile(
    r"\b(?:secretar(?:y|ies)|presidents?|(?:prime )?ministers?|directors?|chair(?:man|men|woman|person|s)?|governors?|mayors?|ambassadors?|"
    r"commissioners?|chancellors?|premiers?)\b"
    rf"|(?<!\w)(?:{_OFFICES}|bí thư|thị trưởng|cục trưởng|vụ trưởng)(?!\w)",
    re.IGNORECASE,
)
"""Those whom `official` or `officeholder` may mean: no trades."""

TRADES = (
    "teacher|farmer|engineer|doctor|nurse|lawyer|driver|worker|artist|painter|writer|author|singer|actor|actress|architect|trader|vendor|"
    "seller|fisherman|soldier|officer|journalist|reporter|student|professor|scientist|researcher|manager|director|accountant|shopkeeper|"
    "businessm[ae]n|businesswom[ae]n|entrepreneur|carpenter|tailor|cook|chef|guard|pilot|sailor|surgeon|dentist|judge|developer|coach|"
    "official|minister|diplomat|historian|economist|pianist|musician|composer|mechanic|banker|merchant|priest|tutor|guide"
)
VIETNAMESE_TRADES = (
    "giáo viên|nhà giáo|nông dân|kỹ sư|kĩ sư|bác sĩ|y tá|điều dưỡng|luật sư|tài xế|lái xe|công nhân|họa sĩ|nhà văn|nhà thơ|ca sĩ|diễn viên|"
    r"kiến trúc sư|tiểu thương|buôn bán|bán \w+|ngư dân|bộ đội|nhà báo|phóng viên|sinh viên|giáo sư|nhà khoa học|quản lý|giám đốc|kế toán|"
    r"chủ (?:cửa hàng|quán|doanh nghiệp|vườn)|doanh nhân|thợ \w+|đầu bếp|bảo vệ|phi công|thủy thủ|nha sĩ|thẩm phán|huấn luyện viên|cán bộ|"
    "viên chức|công chức|nội trợ|nhạc sĩ|hướng dẫn viên|môi giới"
)
"""What people work as, in both languages, as alternatives of a pattern; no offices of a state."""
POSTS = r"president|\S*minister|\S*secretary|chair\w*|director|head|king|queen|pope|governor|mayor|ambassador|leader|chief|captain|coach"
VIETNAMESE_POSTS = r"(?:tổng|chủ tịch|bộ trưởng|giám đốc|thủ tướng|đại sứ|\w+ trưởng|bí thư|phó|huấn luyện viên|thống đốc|vua|lãnh đạo)\b"
"""What somebody is elected or appointed to, or becomes, as alternatives of a pattern."""


def is_office(title: str, language: Language) -> bool:
    """Whether the folded words of a title, in English its last word, are those of an office that the glossary knows.

    >>> is_office("ambassador", "en"), is_office("bo truong", "vi"), is_office("nguoi bi thuong", "vi")
    (True, True, False)
    """
    return title in classes()[f"{language}_title"]


def is_person(noun: str, language: Language) -> bool:
    """Whether a folded noun, in English its last word, means somebody by what he is, be it an office.

    >>> is_person("engineer", "en"), is_person("ambassador", "en"), is_person("bridge", "en")
    (True, True, False)
    """
    return noun in classes()[f"{language}_people"] or is_office(noun, language)


def is_title(word: str) -> bool:
    """Whether a canonical word is a title that stands before a name, or part of one, which the name can do without.

    >>> is_title("mayor"), is_title("bà"), is_title("lan")
    (True, True, False)
    """
    return word in _BEFORE_NAMES
