"""Is a text Vietnamese or English? Decided by marks, then by common words, typed with or without tones."""

from __future__ import annotations

import re

from bot.language.normalise import fold
from bot.models import Language

_MARKED = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯà-ãè-êì-íò-õù-úýÀ-ÃÈ-ÊÌ-ÍÒ-ÕÙ-ÚÝĩĨũŨẠ-ỹ]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "a about after all also an and any are as at be been before between by can could did do does during each for from "
    "had has have he her his how if in into is it its many more most much not of on one or other our she should so some "
    "such than that the their them there these they this those through to under until was we were what when where which "
    "while who whom whose why will with would you your me tell name give say said".split()
)
_VIETNAMESE = frozenset(
    "ai anh ba bao bay ban bang bi boi buoc cac cai can chi cho chua chuc chung co con cua cung da dan dang day de den "
    "di dien dieu do doi don dong du dua duoc duong gi gia giua giao hai hay hien hoi hon khi khac khong lai la lam len "
    "loai luc ma may moi mot muc nam nao nay neu ngay nguoi nhan nhat nhieu nhu nhung noi nuoc o ong phai qua quoc ra "
    "rang rat sau se so su tai tam theo the thi thu thuoc tinh toi tong tren trong truoc trung tu tung va van vao vay ve "
    "vi viec viet voi vua xay y dau tham nhat ta".split()
)


def language_of(text: str) -> Language:
    """The language of a text or question; English when nothing tells.

    >>> language_of("Ai đón đoàn?"), language_of("ai don tong bi thu to lam"), language_of("Who welcomed Tô Lâm?")
    ('vi', 'vi', 'en')
    """
    tokens = _WORD.findall(text)
    words = [w.lower() for w in tokens]
    if not words:
        return "en"
    english = sum(w in _ENGLISH for w in words)
    # A marked name says nothing: English reports write Tô Lâm, too.
    marked = sum(bool(_MARKED.search(w)) for i, w in enumerate(tokens) if i == 0 or w[0].islower())
    toneless = sum(fold(w) in _VIETNAMESE and w not in _ENGLISH for w in words)
    if marked / len(words) > 0.34 or (marked and not english):
        return "vi"
    return "vi" if max(toneless, marked) > english and max(toneless, marked) / len(words) > 0.2 else "en"
