"""The courtesies around a question (`Could you tell me`, `cho hỏi ... ạ`), which ask for nothing themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.sentences.rewording import reworded
from bot.language.words.normalise import fold
from bot.models import Language

_GREETING = r"(?:(?:hi|hello|hey|excuse me|sorry|thanks|good (?:morning|afternoon|evening))(?: there)?[,.!]?\s+)*"
_ENGLISH = re.compile(
    _GREETING + r"(?:(?:please[,]?\s+)?(?:(?:can|could|would|will|might) (?:you|anyone|someone|i|we)\s+(?:please\s+|kindly\s+|possibly\s+)?)?"
    r"(?:tell|let|inform|remind|ask|explain|show|give)(?:\s+(?:to )?(?:me|us|you))?(?: know)?(?: please)?(?:,)?"
    r"|do you (?:happen to )?know|(?:i|we)(?:['’]d| would)? (?:like|love|want|need) to (?:know|ask|learn|find out)"
    r"|(?:i|we)(?: am|['’]m|['’]d)? (?:just )?wonder(?:ing)?|(?:may|can|could) i (?:please )?(?:ask|know)|just wondering|please)"
    r"(?:\s+about)?[,:]?\s+(?=(?:to |in |on |at |by |from |for |with |of |about )?"
    r"(?:who|whom|whose|what|which|when|where|why|how|if|whether|is|are|was|were|do|does|did|has|have|had|will|can|the|according)\b)",
    re.IGNORECASE,
)  # fmt: skip
_ENGLISH_END = re.compile(r",?\s+(?:please|thanks|thank you)(?:\s*[?!.])?\s*$", re.IGNORECASE)

_ASKER = r"(?:tôi|mình|em|con|cháu|tớ|anh|chị|bạn|ad|mọi người|chúng tôi)"
_VIETNAMESE = (
    r"(?:(?:xin chào|chào (?:bạn|anh|chị|ad)|alo|dạ|thưa)[,.!]?\s+)*"
    rf"(?:(?:xin|làm ơn|vui lòng|hãy|nhờ {_ASKER}|{_ASKER} (?:có thể|ơi|làm ơn|vui lòng)[,]?)\s+)*"
    rf"(?:(?:cho|giúp)\s+(?:{_ASKER}\s+)?(?:xin\s+)?(?:được\s+)?(?:hỏi|biết)(?: là| rằng| thêm)?"
    rf"|{_ASKER}\s+(?:(?:muốn|cần|xin)\s+(?:được\s+)?(?:hỏi|biết)|có biết|thắc mắc)(?: là| rằng)?"
    r"|hỏi)[,:]?\s+"
)
_VIETNAMESE_END = (
    r"(?:,?\s+(?:ạ|nhỉ|hả|nhé|nha|với ạ|(?<!như )vậy|(?:vậy|thế) ta|vậy ạ|thế ạ|(?<!như )(?<!nào )thế|cơ)"
    r"(?: (?:cháu|con|em|bạn|cậu))?)+(?=\s*[?!.]*\s*$)"
)
_VI_START, _VI_END = (re.compile(p, re.IGNORECASE) for p in (_VIETNAMESE, _VIETNAMESE_END))
_PLAIN_START, _PLAIN_END = (
    re.compile(fold(p), re.IGNORECASE) for p in (_VIETNAMESE, _VIETNAMESE_END.replace("|cơ", "").replace("|hả|nhé|nha", ""))
)  # fmt: skip
_TOLD = re.compile(
    r"^(?:according to (?:the|this|these) (?:news )?(?:articles?|reports?|stor(?:y|ies)|texts?)[,]?\s+"
    r"|(?:theo|theo như|trong) (?:các |những )?(?:bài báo|bài viết|bản tin|tin tức|bài)(?: này| trên)?(?: thì)?[,]?\s+)",
    re.IGNORECASE,
)
"""`According to the article`: every question is."""
_CLEFT = re.compile(r"\b(?:is|was) it (?:that|who|which)\b ", re.IGNORECASE)
"""`Who was it that spoke?`: who spoke."""
_SPOKEN = re.compile(
    r"^(?:(?:so|ok(?:ay)?|well|hmm?|alright|right|um+)(?: but| so)?[,.…]* +)+"
    r"(?=(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have)\b)",
    re.IGNORECASE,
)
"""`So who came?`, `OK but when was it?`"""
_SHORT_IS = re.compile(r"\b(who|what|where|when|how)['’]s\b", re.IGNORECASE)
_PLAIN_TOLD = re.compile(fold(_TOLD.pattern), re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:có biết|co biet)\b", re.IGNORECASE)
_KNOWN_END = re.compile(r"\s+(?:không|khong)(?=\s*[?!.]*\s*$)", re.IGNORECASE)
_PREAMBLE = re.compile(r"[^.:!?]{3,120}[.:!]\s+(?=\S+ \S+ \S)")
"""`For a caption: who …?`, `Xin kiểm chứng giúp: …`: what the asker does, before the question."""
_INTRODUCED = re.compile(
    r"[^.:!?]{3,120}, (?:(?:em|tôi|mình|con|cháu|anh|chị|chúng tôi|i|we) )?"
    r"(?:(?:xin|muốn|cần|cho) (?:(?:em|tôi|mình|con|cháu) )?(?:được )?hỏi"
    r"|would like to (?:ask|know)|want to know|need to know|wonder)(?: là| rằng|,)? (?=\S+ \S+ \S)",
    re.IGNORECASE,
)
"""`Em đang viết tiểu luận, xin hỏi …`."""
_AGAIN = re.compile(r"(?<=[?!])\s+")
_PURPOSE = re.compile(r"(?<=\?)\s+[^?]{3,120}[.!]$")
"""`… ? I need it for a headline.`: what the asker does, behind the question."""
_CAPITAL = re.compile(r"(?<=\s)(?!I\b)[^\W\d_a-z]\w*|\d")
_CAPITALS = {
    "hanoi": "Vietnam", "ha noi": "Vietnam", "hà nội": "Vietnam", "beijing": "China", "washington": "the United States", "moscow": "Russia",
    "tokyo": "Japan", "seoul": "South Korea", "jakarta": "Indonesia", "bangkok": "Thailand", "manila": "the Philippines",
    "kuala lumpur": "Malaysia", "phnom penh": "Cambodia", "vientiane": "Laos", "paris": "France", "london": "Britain",
    "berlin": "Germany", "new delhi": "India", "delhi": "India", "canberra": "Australia", "brussels": "the European Union",
}  # fmt: skip
_GOVERNMENT = re.compile(
    rf"\b({'|'.join(_CAPITALS)})(?=['’]s (?:\w+ )?(?:polic(?:y|ies)|commitments?|stance|position|view|role|contributions?|"
    r"efforts?|interests?|leaders?|"
    r"government|diplomacy|pledges?|priorit(?:y|ies))\b)"
    rf"|(?<=\bby )({'|'.join(_CAPITALS)})\b(?=[?,.]| (?:does|did|is|was|has|will|to)\b|$)|(?<=\b(?:like|want|urge) )({'|'.join(_CAPITALS)})(?= to\b)",
    re.IGNORECASE,
)
"""`Hanoi's foreign policy`: a capital for the government of its country."""
_BODIES = r"(?:ASEAN|WTO|APEC|NATO|EU|UN|BRICS|OPEC|IMF|CPTPP|WHO|ILO|UNESCO|G20|G7)"
_BODY = (
    rf"(?:the )?(?:[A-Z]\S+ )*?(?:{_BODIES}|Community|Union|Association|Organi[sz]ation|Federation|Alliance|League|Council)"
    r"(?: [A-Z]\S+)*"
)
_MEMBER: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (
            re.compile(
                r"^since (when|what year|which year) (?:(?:has|have) (.+?) been|(?:is|are) (.+?))"
                rf" (?:in|part of|a part of|a member of) (?=(?:the )?{_BODIES}\b)",
                re.IGNORECASE,
            ),
            r"\1 did \2\3 accede to ",
        ),
        (
            re.compile(
                rf"^since (when|what year|which year) (?:has|have) (.+?) been an? ({_BODIES})(?:['’]s)? member\b",
                re.IGNORECASE,
            ),
            r"\1 did \2 accede to \3",
        ),
        (
            re.compile(
                rf"^(.+?) (?:has|have) been (?:in|part of|a part of|a member of) ((?:the )?{_BODIES}\S*) since (when|what year|which year)\b",
                re.IGNORECASE,
            ),
            r"\3 did \1 accede to \2",
        ),
        *(
            (re.compile(asks), r"which anniversary of the establishment of \1 is it")
            for asks in (
                rf"^(?i:for )?(?i:how (?:long|many years) (?:has|have)) ({_BODY}) (?:existed|been around|been in existence)\b",
                rf"^(?i:how (?:many years )?old is) ({_BODY})\b",
            )
        ),
        (
            re.compile(
                rf"\b(when|(?i:what|which) year) did ({_BODY}) (?:begin|start|come about|originate)\b", re.IGNORECASE
            ),
            r"\1 was \2 established",
        ),
        (re.compile(rf"\b(?:join|get into|enter|admitted to)(?= (?:the )?{_BODIES}\b)", re.IGNORECASE), "accede to"),
        (re.compile(r"\bbec(?:o|a)me a (?:full )?member of\b", re.IGNORECASE), "accede to"),
        (
            re.compile(rf"\bbec(?:o|a)me (?:an? |the \w+ )?({_BODIES})(?:['’]s)? members?\b", re.IGNORECASE),
            r"accede to \1",
        ),
    ),
    "vi": (
        (
            re.compile(
                r"^(?:.{0,40}, )?((?:Cộng đồng|Liên minh|Hiệp hội|Tổ chức|Liên đoàn) [^?,]{2,40}?) (?:đã |nay |vừa |sắp |tròn |được )+"
                r"(?:bao nhiêu|mấy) (?:năm )?tuổi",
                re.IGNORECASE,
            ),
            r"kỷ niệm bao nhiêu năm thành lập \1",
        ),
        (
            re.compile(
                rf"^((?:Cộng đồng|Liên minh|Hiệp hội|Tổ chức|Liên đoàn) [^?,]{{2,40}}?|{_BODIES}) (?:được )?(?:bắt đầu|khởi đầu|có mặt)"
                r"(?: có| tồn tại| từ| vào)* (khi nào|bao giờ|năm nào)",
                re.IGNORECASE,
            ),
            r"\1 thành lập \2",
        ),
        (re.compile(rf"(?<=\S )(?:vào|vô|vao|ở trong) (?=(?:khối )?{_BODIES}\b)", re.IGNORECASE), "gia nhập "),
        (
            re.compile(
                r"(?<=\S )(?:trở thành|tro thanh) (?:thành viên|thanh vien)(?: chính thức| chinh thuc)?(?: của| cua)? (?=\S)",
                re.IGNORECASE,
            ),
            "gia nhập ",
        ),
    ),
}
"""`Been in ASEAN`, `vào ASEAN`: what a text calls joining."""
_WANTS_EN = (
    r"(?:(?:i|we)(?: just| only| really)?(?: need| want| require|(?: would|['’]d) (?:like|need)|(?: am|['’]m) looking for)(?: to (?:know|have|get|see))?"
    r"|(?:please )?(?:(?:can|could|would) you )?(?:please )?(?:give|get|send|provide|tell)(?: (?:me|us))?(?: with)?"
    r"|looking for|(?:can|could|may) i (?:have|get)) (?:the|a|an|your) "
)
_PRECISE = r"(?:(?:exact|precise|full|actual|total|correct) )?"
_SOUGHT_EN = r"dates?|day|days|year|names?|number|titles?|positions?|total|amount|reasons?|source|age"
_WANTS_VI = (
    r"(?!.*(?<!\S)(?:ai|gì|nào|đâu|bao|mấy|sao|không|chưa|là)(?!\w))"
    rf"(?:(?:xin |làm ơn |vui lòng |hãy )*cho {_ASKER}(?: xin)?(?: biết)?|{_ASKER} (?:đang )?(?:cần|muốn|xin|tìm)(?: biết| có| lấy| hỏi)?"
    r"|xin(?: cho)?(?: biết)?) (?:cái |chính xác )?"
)
_FRONTED = re.compile(
    r"^(?P<topic>[^,?]{3,60}), (?P<asks>(?:who|what|where|when) (?:is|was|are|were)) (?:he|she|it|they|that)\?*$",
    re.IGNORECASE,
)
"""`Lugo's mayor, who is she?`: who is the mayor of Lugo."""
_WANTED: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(rf"^{_WANTS_EN}(?:places?|locations?|venues?) (?:of|for) (.+?)[.?!]*$", re.IGNORECASE), r"where was \1?"),
        (
            re.compile(
                r"^after (?:which|what) (?:part|stage|point|item|event|step)(?: (?:of|in|on) the \w+)?(?= (?:did|was|were)\b)",
                re.IGNORECASE,
            ),
            "after what",
        ),
        (re.compile(r"^what came(?= (?:right |just |immediately |directly )?before\b)", re.IGNORECASE), "what happened"),
        (re.compile(rf"^{_WANTS_EN}({_PRECISE}(?:{_SOUGHT_EN})\b.+?)[.?!]*$", re.IGNORECASE), r"what is the \1?"),
    ),
    "vi": (
        (re.compile(rf"^{_WANTS_VI}(?:tên|danh tính)(?: đầy đủ)?(?: của)? (.+?)(?: với)?(?: ạ| nhé| nha)?[.?!]*$", re.IGNORECASE), r"tên của \1 là gì?"),
        (re.compile(rf"^{_WANTS_VI}(?:địa điểm|nơi)(?: diễn ra| của)* (.+?)(?: với)?(?: ạ| nhé| nha)?[.?!]*$", re.IGNORECASE), r"\1 ở đâu?"),
        (re.compile(rf"^{_WANTS_VI}(?:ngày(?: tháng)?|thời gian)(?: diễn ra| của)* (.+?)(?: với)?(?: ạ| nhé| nha)?[.?!]*$", re.IGNORECASE), r"\1 là ngày nào?"),
        (re.compile(rf"^{_WANTS_VI}(số(?: lượng)? .+?)(?: với)?(?: ạ| nhé| nha)?[.?!]*$", re.IGNORECASE), r"\1 là bao nhiêu?"),
    ),
}  # fmt: skip
"""`I need the date of the visit`, `Cho tôi xin tên …`: what is wanted, as a question; `after which part of the day`: after what."""
LEAST = 2
"""Words that are left of a question, at least."""


@lru_cache(maxsize=64)
def plain_question(text: str, language: Language) -> str:
    """A question without the courtesies before and behind it, in the words of reports.

    Remembered for a while, as retrieval and the answerer read the same question.

    >>> plain_question("Could you tell me whether Lâm spoke, please?", "en")
    'whether Lâm spoke?'
    >>> plain_question("Cho em hỏi ai hiến phổi vậy ạ?", "vi")
    'ai hiến phổi?'
    >>> plain_question("I write a caption: who stands beside Lâm?", "en")
    'who stands beside Lâm?'
    >>> plain_question("Who spoke? I need it for a caption.", "en")
    'Who spoke?'
    >>> plain_question("Lugo's mayor, who is she?", "en")
    "who is Lugo's mayor?"
    >>> plain_question("Who spoke? Who spoke?", "en")
    'Who spoke?'
    """
    return reworded(_uncourtly(text, language), language)


def _uncourtly(text: str, language: Language) -> str:
    text = _asked(_once(text))
    for said, meant in (*_WANTED[language], *_MEMBER[language]):
        text = said.sub(meant, text)
    if language == "en":
        text = _SHORT_IS.sub(r"\1 is", _SPOKEN.sub("", text))
        text = _FRONTED.sub(r"\g<asks> \g<topic>?", text)
        text = _GOVERNMENT.sub(lambda m: _CAPITALS[m.group().lower()], text)
        left = _TOLD.sub("", _ENGLISH.sub("", text, count=1) if _ENGLISH.match(text) else text)
        return _kept(_CLEFT.sub("", _ENGLISH_END.sub("?", left)), text)
    toneless = text == fold(text)
    start, end = (_PLAIN_START, _PLAIN_END) if toneless else (_VI_START, _VI_END)
    match = start.match(text)
    left = end.sub("", text[match.end() :] if match else text)
    if match and _KNOWN.search(match.group()):
        left = _KNOWN_END.sub("", left)
    return _kept((_PLAIN_TOLD if toneless else _TOLD).sub("", left), text)


def _once(text: str) -> str:
    """A question that is put again and again, once."""
    parts = _AGAIN.split(text.strip())
    return parts[0] if len(parts) > 1 and len({part.casefold() for part in parts}) == 1 else text


def _asked(text: str) -> str:
    """A question without a preamble or purpose that names nothing; one that names something may be what it is about."""
    before = _PREAMBLE.match(text) or _INTRODUCED.match(text)
    text = text[before.end() :] if before and not _names(before.group()) else text
    behind = _PURPOSE.search(text)
    return text[: behind.start()] if behind and not _names(behind.group().strip()) else text


def _names(text: str) -> bool:
    """Whether a word that is not the first is written as a name or number."""
    return any(c.group()[0].isupper() or c.group().isdigit() for c in _CAPITAL.finditer(text))


def _kept(left: str, text: str) -> str:
    return left if len(left.split()) >= LEAST else text
