"""From a sentence of an article to a question that it answers, by its grammar alone.

| rank | form | example |
|---|---|---|
| 0 | a passive asks for who did it | "The team was welcomed by Ann Lee." -> Who welcomed the team? |
| 1 | a deed with its object asks for who | "Ann Lee opened a library in Hue." -> Who opened a library? |
| 2 | a deed asks for its object | "Ann Lee opened a library." -> What did Ann Lee open? |
| 3 | someone named at length says something | "Mayor Ann Lee said ..." -> What did Mayor Ann Lee say? |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.language.naming.titles import VIETNAMESE_OFFICES
from bot.models import Language

_DEEDS = {
    "planted": "plant", "presented": "present", "visited": "visit", "announced": "announce", "signed": "sign",
    "launched": "launch", "opened": "open", "approved": "approve", "proposed": "propose", "won": "win",
    "unveiled": "unveil", "inaugurated": "inaugurate", "founded": "found", "donated": "donate", "discovered": "discover",
    "completed": "complete", "rescued": "rescue", "defeated": "defeat",
}  # fmt: skip
_SAYINGS = {
    "said": "say", "emphasised": "emphasise", "emphasized": "emphasize", "highlighted": "highlight", "urged": "urge",
    "praised": "praise", "recognised": "recognise", "commended": "commend", "stressed": "stress", "warned": "warn",
}  # fmt: skip
_VIETNAMESE = (
    "khẳng định", "cho rằng", "nhấn mạnh", "đề nghị", "đánh giá cao", "cam kết", "cho biết", "thông báo", "kêu gọi",
    "công bố", "khai trương", "phê duyệt", "đề xuất",
)  # fmt: skip
_OFFICES = (
    *VIETNAMESE_OFFICES, "tổng bí thư", "bí thư", "ông", "bà", "anh", "chị", "huấn luyện viên", "cầu thủ", "đại tướng", "thượng tướng",
)  # fmt: skip
_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "we", "i", "this", "that", "these", "those", "there", "ông", "bà", "họ", "nó", "đây", "đó")
)  # fmt: skip
_SMALL = frozenset(
    ("of", "the", "and", "for", "tại", "của", "và", "nước", "bí", "thư", "ký", "tướng", "tịch", "trưởng", "viện")
)
_NAME = r"(?P<subject>\w+(?: [\w’'.-]+){0,6}?)"
_PASSIVE = re.compile(
    r"^(?P<object>\w[^.;:—]{3,60}?),? (?:was|were) (?:\w+ly )?(?P<verb>\w+ed) by (?=the |an? |[^\W\d_a-z])"
)
_DEED = re.compile(
    rf"(?:^|, |— ){_NAME},? (?:also |then |had |has )?(?P<verb>[a-z]+ed|won|led|built|sold|bought|gave|took|set) "
    r"(?P<object>(?:an?|the|\d+|[^\W\d_a-z])[^,.;:]*?)"
    r"(?= (?:and|in|on|at|as|with|for|during|after|before|to|from|that|by|who|which)\b|[,.;:]|$)"
)
_SAID = re.compile(rf"(?:^|, |— ){_NAME},? (?:also |then )?(?P<verb>{'|'.join(_SAYINGS)})\b")
_DA = re.compile(
    r"(?:^|, )(?P<subject>\w+(?: [\w-]+){1,7}?) (?P<deed>đã (?!có |được |bị |là |phải )\w[^,.;:]*?)"
    r"(?= (?:và|tại|ở|trong|cho|với|từ|vào|nhân|sau|trước|khi|để|như)\b|[,.;:]|$)"
)
_VI = re.compile(rf"(?:^|, )(?P<subject>\w+(?: [\w-]+){{1,7}}?) (?:cũng )?(?P<verb>{'|'.join(_VIETNAMESE)})\b")
_SHORTEST, _LONGEST = 2, 9


def questions(sentence: str, language: Language) -> Iterator[tuple[int, str]]:
    """The questions of a sentence, each with its rank (0 is best).

    >>> list(questions("Guests were warmly welcomed by Mayor Ann Lee, who opened a library in Hue.", "en"))
    [(0, 'Who welcomed guests?')]
    >>> list(questions("Thủ tướng Phạm Minh Chính đã tới thăm Viện Hải dương học tại Nha Trang.", "vi"))
    [(1, 'Ai đã tới thăm Viện Hải dương học?')]
    """
    yield from _vietnamese(sentence) if language == "vi" else _english(sentence)


def _english(sentence: str) -> Iterator[tuple[int, str]]:
    passive = _PASSIVE.search(sentence)
    if passive and passive["object"].split()[0].lower().rstrip(",") not in _PRONOUNS:
        yield 0, f"Who {passive['verb']} {_inside(passive['object'])}?"
    deed = _DEED.search(sentence)
    if deed and _is_name(deed["subject"].split()):
        if _SHORTEST <= len(deed["object"].split()) <= _LONGEST:
            yield 1, f"Who {deed['verb']} {deed['object']}?"
        if deed["verb"] in _DEEDS:
            yield 2, f"What did {_inside(deed['subject'])} {_DEEDS[deed['verb']]}?"
    said = _SAID.search(sentence)
    if said and _is_name(said["subject"].split()) and " " in said["subject"]:
        yield 3, f"What did {_inside(said['subject'])} {_SAYINGS[said['verb']]}?"


def _vietnamese(sentence: str) -> Iterator[tuple[int, str]]:
    done = _DA.search(sentence)
    if done and _holds_office(done["subject"]) and _SHORTEST < len(done["deed"].split()) <= _LONGEST + 1:
        yield 1, f"Ai {done['deed']}?"
    said = _VI.search(sentence)
    if said and _is_name(said["subject"].split()):
        yield (2 if len(said["subject"].split()) > 3 else 3), f"{said['subject']} {said['verb']} điều gì?"


def _holds_office(subject: str) -> bool:
    """Whether a Vietnamese subject is a person, as its title tells."""
    return subject.lower().startswith(_OFFICES) and _is_name(subject.split())


def _inside(subject: str) -> str:
    """A subject as it is written inside a sentence: its first word small, unless it is a name.

    >>> _inside("The team"), _inside("Lâm and his wife")
    ('the team', 'Lâm and his wife')
    """
    first, _, rest = subject.partition(" ")
    common = first.lower() in _SMALL or first.endswith("s") or first in ("A", "An", "All", "Some", "Its", "His", "Her")
    return f"{first.lower() if common else first}{' ' if rest else ''}{rest}"


def _is_name(words: Sequence[str]) -> bool:
    """Whether a subject names someone: capitalised but for small words, and no pronoun."""
    named = all(w[0].isupper() or w.lower() in _SMALL for w in words)
    return named and words[0][0].isupper() and words[0].lower() not in _PRONOUNS
