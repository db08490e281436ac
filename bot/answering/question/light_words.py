"""Words of a question that hardly narrow it down: that something happened, that somebody said it, what it became."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.words.normalise import words
from bot.language.words.terms import Word, word_of
from bot.models import Language

LIGHT_WORDS = words(
    "take place occur happen hold held locate located situate situated lie mention call known describe "
    "refer do make exist contain include involve diễn ra xảy nằm đặt gồm bao nhắc nêu gọi thuộc stand "
    "abbreviation acronym short viết tắt headquarter headquarters base trụ sở chuyến cuộc sự việc buổi vụ "
    "đem vị bring side phía nhau become exact exactly precise precisely according"
)
_LIGHT_STEMS = frozenset(word_of(w).stem for w in LIGHT_WORDS)

_HOLDS_STEMS = frozenset(word_of(w).stem for w in words("host house seat home sit đóng"))
"""What a place does to the thing that lies there, and the thing in its place."""

_BODY_CLASSES = words(
    "organisation organization body agency institution entity organisations organizations bodies agencies institutions entities cơ quan tổ chức đơn vị"
)
BODIES = words(
    "committee secretariat ministry department council commission agency office board bank court tribunal association union federation "
    "organisation organization centre center institute university college school hospital party parliament assembly senate congress "
    "authority bureau directorate fund foundation academy museum command police league chamber corporation "
    "ủy ban bộ sở cục viện hội tòa ngân văn phòng trung trường đại bệnh đảng liên hiệp quốc chính công phòng chi đoàn tổng bảo"
)
"""Words that the name of a body begins with or ends in."""
_CLASSES = _BODY_CLASSES | words(
    "group company firm hãng công ty tập đoàn holders official officials figures dignitaries individuals persons"
)
"""Nouns that a name stands for: a text says `UNICEF`, no organisation."""
LEFT = 2
"""Words that a question has besides its framing, at least: of `Who spoke?` nothing would be left."""
_FRAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:did|does|do|has|have|had) (?:\S+ ){1,8}?(?:say|said|tell|told|state|stated|mention|mentioned|note|noted|remark|"
        r"remarked|speak|spoken|talk|think|believe|comment|bring|raise|touch|want)\b"
        r"|\bhow (?:did|does|do|has|have|would) (?:\S+ ){1,8}?(?:see|seen|view|viewed|describe|described|regard|assess|rate|judge|evaluate|feel)\b"
        r"|\b(?:talked|spoke|talking|speaking)(?= (?:about|of|on)\b)|\bwhen it comes(?= to )|(?<=in the )(?:near )?future\b"
        r"|\b(?:counting|including) (?:this|the (?:new|latest|last))(?: one)?\b|\bhelp(?:s|ed)?(?= (?:to )?\w+)"
        r"|\b(?:right|just|immediately)(?= (?:before|after)\b)"
        r"|\b(?:so far|to date|until now|up to now|as of now)\b|\b(?:took|take|taken|taking) part\b|\bfeel(?= \w+)"
        r"|\bat (?:the moment|present)\b|\bthese days\b|\b(?:now|currently|nowadays)\b|\b(?:in all|in total|altogether)\b"
        r"|\b(?:fall|falls|fell)(?= (?:on|around|in|during|within)\b)|\baround the time(?= of\b)"
        r"|\bin (?:\S+ ){1,4}?(?:words|view|opinion|eyes)\b"
        r"|\b(?:is|was|were|been) (?:named|voted|chosen|elected|crowned|declared)(?= (?:as |the |best |player |man |woman ))"
        r"|\b(?:holds?|held|occup(?:y|ies|ied)) the (?:post|position|office|title|job|role)(?= of )|\b(?:serves?|served|serving|acts?|acted)(?= as )"
        r"|\b(?:promis|pledg|vow)(?:e|es|ed|ing)?(?= to\b)"
        r"|(?:(?<=\bformer )|(?<=\bpast )|(?<=\bearlier )|(?<=\bprevious ))(?:officials|officeholders|office holders|heads|leaders|chiefs)\b"
        r"|\bgoing(?= to )|(?<=who were the )people\b|(?<=who are the )people\b|(?<=who was the )person\b|(?<=who is the )person\b"
    ),
    "vi": re.compile(
        r"(?<!\S)(?:nói|cho biết|cho rằng|phát biểu|nhận định|nhận xét|chia sẻ|đề cập|nhắc (?:đến|tới)|trở thành|chính xác|cụ thể"
        r"|(?:tính )?(?:đến|tới|cho đến|cho tới) (?:nay|giờ|thời điểm này)|muốn|mong muốn|tham gia(?= (?:buổi|cuộc|phiên|lễ))"
        r"|rơi(?= vào)|(?:tất cả|cả thảy|tổng cộng)(?= (?:là |có )?(?:bao nhiêu|mấy))|ngay(?= (?:trước|sau))"
        r"|(?:cam kết|hứa(?: hẹn)?)(?= (?:là )?sẽ (?:tiếp tục )?làm )"
        r"|trước (?:giờ|nay)|xưa nay|từ trước (?:đến|tới) (?:giờ|nay)|thấy(?= (?:sao|thế nào|ra sao)(?!\S))"
        r"|hiện nay|hiện tại|hiện giờ|bây giờ|lúc này|sắp tới|thời gian tới|tới đây|trong tương lai|cảm thấy"
        r"|(?:mô tả|miêu tả|nhìn nhận|đánh giá)(?= (?:\S+ ){0,8}?(?:thế nào|ra sao)$)"
        r"|ai là (?:những )?người(?! (?:dân|đứng|lao|mẫu|ngoài|nước|nhà))|được (?:bầu|chọn|bình chọn|vinh danh)(?= (?:là|làm) )"
        r"|(?:đang |hiện )?(?:giữ|nắm giữ|đảm nhiệm|đảm nhận) (?:chức vụ|chức danh|cương vị|vai trò|chức)(?! (?:gì|nào))"
        r"|theo lời|noi|cho biet|cho rang|phat bieu|nhan dinh|nhan xet|chia se|de cap|tro thanh|chinh xac)(?!\S)"
    ),
}
_DID = words("did does do has have had is was were been in how")
"""First words of a pattern of which the last word alone is light: the words between name who speaks."""


def is_light(word: Word) -> bool:
    """Whether a word is light wherever it stands."""
    return word.stem in _LIGHT_STEMS


def holds(word: Word) -> bool:
    """Whether a word says what a place does to the thing that lies there."""
    return word.stem in _HOLDS_STEMS


def names_a_class(word: Word) -> bool:
    """Whether a noun, asked about, is one that its name stands for: `which organisation`."""
    return word.canonical in _CLASSES


def names_a_body(word: Word) -> bool:
    """Whether a noun, asked about, stands for bodies: `which institution`, `cơ quan nào`."""
    return word.canonical in _BODY_CLASSES


def framing(found: Sequence[Word], language: Language) -> frozenset[int]:
    """The indexes of the words that only say that somebody said it (`did X say`, `cho biết`), or what it became.

    >>> framing([word_of(w) for w in "What did Lâm say about peace".split()], "en")
    frozenset({3})
    """
    forms = [w.canonical for w in found]
    text = " ".join(forms)
    places: set[int] = set()
    for match in _FRAMES[language].finditer(text):
        spoken = language == "en" and match.group().split()[0] in _DID
        first = text.rindex(" ", 0, match.end()) + 1 if spoken else match.start()
        start = text[:first].count(" ")
        places.update(range(start, start + text[first : match.end()].count(" ") + 1))
    return frozenset(places) if len(found) - len(places) > LEFT else frozenset()
