"""Does a question lean on the one before? Told from its words alone, in both languages, with or without tones."""

from __future__ import annotations

import re

from bot.language.naming.names import names
from bot.language.words.normalise import canonical, fold
from bot.language.words.terms import content_terms, tokens
from bot.models import Language

SHORT = 12
"""A longer question brings its own context."""

_ENGLISH = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|itself|himself|herself|themselves)\b"
    r"|\b(?:that|this|those|these)(?=\s*[?.,]|\s+(?:one|person|man|woman|place|city|country|event|visit|trip|meeting|day|time|group|number|happen|mean|take)|$)"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )\bthere(?!\s+(?:is|are|was|were|be|been|any))\b(?=\s*[?.,]|\s+(?:and|too|after|before|then|with|on|in|for)|$)",
    re.IGNORECASE,
)
_ENGLISH_OPENING = re.compile(
    r"(?:and|but|so|then|also|or|what about|how about|what else|who else|where else|anything else|why not|which one)\b(?! far\b)",
    re.IGNORECASE,
)
_VIETNAMESE = re.compile(
    r"\b(?:(?:ông|bà|anh|chị|cô|người|vị|nước|nơi|chỗ|lúc|khi|hôm|ngày|năm|việc|điều|chuyện|chuyến|sự kiện|buổi|cuộc|số|cái)"
    r"(?: thăm)? (?:ấy|đó|này|kia|nói trên))\b"
    r"|\b(?:ở|tại|từ|đến|sau|trước|trong|trên|theo|với|do|vì|như|thế|còn) (?:đó|đấy|này)\b|\b(?:đó|đấy|này|kia|nó|họ)(?=\s*[?.,]|$)"
    r"|(?<!đàn )(?<!dòng )(?<!gia )\b(?:ông|bà|họ|nó)\b(?! (?:chủ|con|mẹ|lão|trùm|tên|hàng|nội|ngoại|già|bố|cụ|vua|hoàng)\b)"
)
_VIETNAMESE_OPENING = re.compile(r"(?:còn|thế còn|vậy còn|thế|vậy|và|rồi|nhưng|hay|ngoài ra|thêm nữa)\b", re.IGNORECASE)
_TONELESS = re.compile(
    r"\b(?:ong|ba|anh|chi|co|nguoi|vi|noi|luc|khi|hom|chuyen tham|su kien|viec) (?:ay|do|nay|kia)\b"
    r"|\b(?:o|tai|tu|den|sau) (?:do|day)\b|\bthi sao\b|^(?:the con|vay con|con)\b|^(?:ong|ba|ho) (?:da|se|co|lam|noi|di|o)\b"
)
_BARE_EN = re.compile(
    r"(?:and |but |so )?(?:by|with|for|to|from|in|on|at|of|since|until|till|about|against|under|after|before)"
    r" (?:who(?:m|se)?|what|which|when|where|how)\b(?!.*\b(?:is|are|was|were|did|does|do|has|have|had|will|can|could|would)\b)",
    re.IGNORECASE,
)
_BARE_VI = re.compile(
    r"(?:(?:và|còn|thế|vậy|rồi) )?(?:cho|với|về|từ|bằng|cùng|tại|ở|do|để|theo|trong|đến|tới|vì|nhờ|vào|lúc|bởi|thay mặt|qua)\b",
    re.IGNORECASE,
)
_BARE_TONELESS = re.compile(
    r"(?:(?:va|con|the|vay|roi) )?(?:cho|voi|ve|tu|bang|cung|tai|o|do|de|theo|trong|den|toi|vi|nho|vao|luc|boi|thay mat|qua)\b"
)
_STANDS_EN = re.compile(
    r"\b(?:(?P<of>his|its|their|her(?=\s+(?!(?:in|at|on|to|for|with|from|by|and|say|do)\b)\w))|he|him|she|her|it|they|them)\b",
    re.IGNORECASE,
)
_STANDS_VI = re.compile(
    r"\b(?:ông|bà|anh|chị|cô|người|vị|cháu|em) (?:ấy|đó|này|kia|ta)\b|\b(?:ông|bà|anh|chị|cô|cháu|nó|chúng|họ)\b"
    r"|\b(?:ong|ba|anh|chi|co) (?:ay|do|nay|ta)\b",
    re.IGNORECASE,
)
_THING_EN = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_THING_VI = re.compile(r"\b(?:nó|chúng)\b", re.IGNORECASE)
_PERSON_EN = re.compile(r"\b(?:he|him|his|she|her|hers)\b")
_PERSON_VI = re.compile(
    r"\b(?:ông|bà|anh|chị|cô|người|vị) (?:ấy|đó|này|kia)\b"
    r"|(?<!đàn )\b(?:ông|bà)\b(?! (?:chủ|con|mẹ|lão|trùm|nội|ngoại|già|bố|cụ|vua|hoàng)\b)"
)
_PERSON_TONELESS = re.compile(r"\b(?:ong|ba|anh|chi|co|nguoi) (?:ay|do|nay)\b")
_LINK = re.compile(r"(?:and|but|so|then|thế còn|vậy còn|còn|và|vậy|thế|rồi|the con|vay con|con|va)\s+", re.IGNORECASE)
_WHAT_ABOUT = re.compile(r"\b(?:what about|how about|thì sao|thi sao)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(
    r"\b(?:who(?:m|se)?|what|when|where|why|which|how(?: (?:many|much|long|far|old|often))?)\b"
    r"(?: (?:is|are|was|were|did|does|do|has|have|had|will|can|could|would)\b)?"
    r"|\b(?:là )?(?:ai|gì|(?:khi|lúc|ngày|năm|nơi|như thế|thế|người|cái|nước) nào|nào|(?:ở |từ |đến )?đâu|bao (?:giờ|nhiêu|lâu|xa)"
    r"|vì sao|tại sao|mấy|ra sao|gi|nao)\b|\b(?:o dau|khi nao|bao nhieu|bao lau|bao gio|vi sao|tai sao|the nao)\b",
    re.IGNORECASE,
)
_WHO = re.compile(rf"(?:{_LINK.pattern})(?:who|ai)\b", re.IGNORECASE)
_WHOLE = 3
"""Words with a meaning of their own in a question that says whole what was done."""
_COUNTING = re.compile(r"\b(?:how many|bao nhiêu|bao nhieu|mấy)\b", re.IGNORECASE)
_FEW = 6
_EMPTY = frozenset(
    {
        "exactly", "else", "long", "reason", "happened", "happen", "next", "mean", "more", "detail",
        "details", "example", "explain", "precisely", "really", "sure", "continue", "exact", "specifically", "cụ", "thể",
        "rõ", "hơn", "thêm", "chi", "tiết", "ví", "dụ", "lý", "nguyên", "nhân", "giải", "thích", "chính", "xác", "xảy",
        "tiếp", "nữa", "đâu", "lâu", "o", "dau", "khi", "nao", "sao", "tai", "vi",
    }
)  # fmt: skip


def leans(text: str, language: Language) -> bool:
    """Whether a question cannot be understood without the one before: it points back, or says too little.

    >>> leans("And where?", "en"), leans("Where did he go next?", "en"), leans("Còn ông ấy thì sao?", "vi")
    (True, True, True)
    >>> leans("Who welcomed the delegation?", "en"), leans("When did Tô Lâm say that he would leave?", "en")
    (False, False)
    """
    if len(text.split()) > SHORT:
        return False
    return (
        (_opens_as_answer(text, language) and not _asks_who(text, language))
        or points_back(text, language)
        or says_little(text, language)
        or _is_bare(text, language)
    )


def may_lean(text: str, language: Language, known: str) -> bool:
    """The wide gate for a model, which may give the question back unchanged: short and without a name not yet known.

    `known` is the folded text of the conversation.
    """
    if leans(text, language):
        return True
    return len(text.split()) <= SHORT and not new_names(text, language, known)


def new_names(text: str, language: Language, known: str) -> list[str]:
    """The names of a text that a folded text does not hold.

    >>> new_names("Did Kao meet Trump?", "en", "kao kim hourn welcomed lam")
    ['Trump']
    """
    words = set(known.split())
    return [text[n.start : n.end] for n in names(text, language) if any(w.folded not in words for w in n.words)]


def folded_words(text: str) -> str:
    """The words of a text without marks, a blank between them."""
    return " ".join(fold(token).removesuffix("'s").removesuffix("’s") for token, _, _ in tokens(text))


def points_at_person(text: str, language: Language) -> bool:
    """Whether a question speaks of somebody without a name.

    >>> points_at_person("What did he say?", "en"), points_at_person("How big is it?", "en")
    (True, False)
    """
    pattern = _PERSON_EN if language == "en" else _PERSON_VI
    pointing = (m for m in pattern.finditer(text.lower()) if not text[m.end() :].lstrip()[:1].isupper())
    return next(pointing, None) is not None or bool(_PERSON_TONELESS.search(fold(text)) and text.isascii())


def asks(text: str) -> bool:
    """Whether a question says itself what kind of answer it wants.

    >>> asks("And where?"), asks("Còn ở đâu?"), asks("And Malaysia?"), asks("Còn Malaysia thì sao?")
    (True, True, False, False)
    """
    return bool(_QUESTION_WORD.search(_WHAT_ABOUT.sub("", text)))


def unasked(question: str) -> str:
    """What a question is about: the question without its question words.

    >>> unasked("When did Tô Lâm visit Jakarta?"), unasked("Ai đón đoàn ở Jakarta?")
    ('Tô Lâm visit Jakarta', 'đón đoàn ở Jakarta')
    """
    return " ".join(
        _QUESTION_WORD.sub(" ", _LINK.sub("", question, count=1) if _LINK.match(question) else question)
        .strip(" ?.!")
        .split()
    )


def _opens_as_answer(text: str, language: Language) -> bool:
    if language == "en":
        return bool(_ENGLISH_OPENING.match(text))
    return bool(_VIETNAMESE_OPENING.match(text)) or (text.isascii() and bool(_TONELESS.search(fold(text))))


def _asks_who(text: str, language: Language) -> bool:
    """Whether a question with a link before it asks who did something, and says whole what was done."""
    telling = [t for t in content_terms(text, language) if canonical(t.text) not in _EMPTY]
    return bool(_WHO.match(text)) and len(telling) >= _WHOLE


def _is_bare(text: str, language: Language) -> bool:
    """Whether a question is no sentence, only the place in one that it asks for (`By whom?`, `Từ ngày nào?`)."""
    if len(text.split()) > _FEW or not asks(text) or not names_nothing(text, language):
        return False
    if language == "en":
        return bool(_BARE_EN.match(text))
    return bool(_BARE_VI.match(text)) or (text.isascii() and bool(_BARE_TONELESS.match(fold(text))))


def names_nothing(text: str, language: Language) -> bool:
    """Whether no word of a text is surely part of a name."""
    return not any(w.certain for n in names(text, language) for w in n.words)


def points_at_thing(text: str, language: Language) -> bool:
    """Whether a question says `it`, `they` or `nó`, of a thing that was spoken of."""
    return bool((_THING_EN if language == "en" else _THING_VI).search(text))


def in_place(text: str, meant: str, language: Language) -> str:
    """A question with its pronoun replaced by what it stands for.

    >>> in_place("And what did he say about her plan?", "Tô Lâm", "en")
    'And what did Tô Lâm say about her plan?'
    >>> in_place("Who is its chairman?", "Hanbit", "en"), in_place("Ông ấy nói gì?", "Tô Lâm", "vi")
    ("Who is Hanbit's chairman?", 'Tô Lâm nói gì?')
    """
    if language == "en":
        return _STANDS_EN.sub(lambda m: f"{meant}'s" if m.group("of") else meant, text, count=1)
    return _STANDS_VI.sub(meant, text, count=1)


def swapped_in(text: str, before: str) -> str | None:
    """The thing that is asked about in place of another: all of a question that does not ask by itself, or asks as before.

    >>> swapped_in("Còn Malaysia thì sao?", "Ai đón đoàn?"), swapped_in("And how many rooms?", "How many beds are there?")
    ('Malaysia', 'rooms')
    >>> swapped_in("And where?", "Who welcomed them?") is None
    True
    """
    bare = _LINK.sub("", _WHAT_ABOUT.sub("", text)).strip(" ?.!,")
    if not asks(text):
        return bare or None
    found, asked_before = _COUNTING.match(bare), _COUNTING.search(before)
    if not found or not asked_before or len(bare.split()) > _FEW:
        return None
    return bare[found.end() :].strip() or None


def points_back(text: str, language: Language) -> bool:
    """A pronoun or pointing word that nothing before it in the question explains."""
    pattern = _ENGLISH if language == "en" else _VIETNAMESE
    pointing = (m for m in pattern.finditer(text[:1].lower() + text[1:]) if not text[m.end() :].lstrip()[:1].isupper())
    found = next(pointing, None)
    if not found:
        return False
    return not any(n.end <= found.start() for n in names(text, language) if any(w.certain for w in n.words))


def says_little(text: str, language: Language) -> bool:
    """Whether a question has no content words of its own.

    >>> says_little("When exactly?", "en"), says_little("Who welcomed him?", "en")
    (True, False)
    """
    words = [t for t, _, _ in tokens(text)]
    if len(words) > _FEW:
        return False
    telling = [t for t in content_terms(text, language) if canonical(t.text) not in _EMPTY]
    return not telling or len(words) == 1
