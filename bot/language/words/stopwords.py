"""Words that carry no topic, for each language; they are left out of the terms that are searched and scored."""

from __future__ import annotations

from bot.models import Language

_ENGLISH = (
    "a about above after again against all also although am among an and any anyone anything are aren as at be because "
    "been before being below besides between both but by can cannot could couldn did didn do does doesn doing don done "
    "down during each either else etc even ever every few for from further get gets getting got had hadn has hasn have "
    "haven having he her here hers herself him himself his how however i if in into is isn it its itself just kind let "
    "like many may me might mine more most much must my myself neither no nor not of off often on once only onto or "
    "other others our ours ourselves out over own per please quite rather same shall she should shouldn since so some "
    "someone something still such tell than that the their theirs them themselves then there therefore these they this "
    "those though through throughout thus to together too toward towards under until up upon us very was wasn we well "
    "were weren what whatever when where whereas whether which while who whom whose why will with within without "
    "would wouldn yet you your yours yourself ll re ve"
)
ENGLISH = frozenset(_ENGLISH.split())
"""English function words, contractions without their tails (`didn`), and question words."""

_VIETNAMESE = (
    "ai bằng bị bởi các cái càng cho chứ chưa chỉ cũng của cùng còn có cả cứ do dù dưới đang đã đây đâu đấy để đến "
    "đều điều đó được gì giữa hay hoặc hãy hơn họ khi không khá lại lên là làm lúc luôn mà mình mọi mỗi một mới nào "
    "này nên nếu ngay nhiêu nhiều như nhưng những nhé nữa nó ở phải qua ra rất rằng rồi sao sau sẽ song tại thì theo "
    "thế thôi thật tôi trên trong trước tới từ từng tuy và vào vẫn vậy về vì việc với vừa à ạ ấy"
)
VIETNAMESE = frozenset(_VIETNAMESE.split())
"""Vietnamese function syllables and question syllables, in the tone placement of `normalise.canonical`."""

COMPOUNDS = frozenset({"lam_viec", "viec_lam", "de_lai", "o_lai"})
"""Words of the world that two stop syllables make together (`làm việc`, to work), without tones, joined."""

STOP_WORDS: dict[Language, frozenset[str]] = {"en": ENGLISH, "vi": VIETNAMESE}


def is_stop_word(word: str, language: Language) -> bool:
    """Is a canonical (lower-case) word without topic in this language?

    >>> is_stop_word("the", "en"), is_stop_word("the", "vi"), is_stop_word("của", "vi")
    (True, False, True)
    """
    return word in STOP_WORDS[language]
