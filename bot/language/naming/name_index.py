"""Whether a text holds a name: inflected, with or without tones, in part, as an acronym, or misspelt by a letter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.language.naming.lands import RELATED
from bot.language.naming.names import Name, NameWord, bare, is_capital, is_syllable, names
from bot.language.naming.titles import is_title
from bot.language.words.normalise import canonical, fold
from bot.language.words.terms import stem, tokens
from bot.models import Language

_ASKED = 64
"""Names whose answer a text remembers: each check of a claim asks for the same ones."""


class NameIndex:
    """The words of one text, ready to be asked whether they hold a name."""

    def __init__(self, text: str, language: Language) -> None:
        words = [bare(t).replace(".", "") for t, _, _ in tokens(text)]
        lowered = [canonical(w) for w in words]
        self._language = language
        self._words = frozenset(lowered)
        self._capitals = frozenset(c for w, c in zip(words, lowered, strict=True) if is_capital(w))
        self._folded = frozenset(fold(w) for w in self._words)
        self._ascii = frozenset(w for w in self._words if w.isascii())
        self._stems = frozenset(stem(w) for w in self._words)
        self._pairs = frozenset(pairwise(lowered))
        self._joined = frozenset(fold(a + b) for a, b in self._pairs)
        self._long = tuple(sorted(w for w in self._folded if len(w) >= 5))
        self._kin = frozenset(RELATED[w] for w in self._words if w in RELATED)
        self._names = names(text, language)
        self._asked: dict[Name, tuple[NameWord, ...]] = {}
        self._initials = frozenset(_initials(n) for n in self._names if len(n.words) > 1)

    def missing(self, name: Name) -> tuple[NameWord, ...]:
        """The words of a name that are not here; none for an acronym whose long form is here, or the other way round."""
        gone = self._asked.get(name)
        if gone is None:
            joined = self._holds_short_or_joined(name)
            gone = () if joined else tuple(w for w in name.words if not self._holds_word(w, name))
            if len(self._asked) >= _ASKED:
                self._asked.clear()
            self._asked[name] = gone
        return gone

    def proves(self, name: Name) -> bool:
        """Whether all words of a name are here that are surely its own: a title or a sentence's first word may miss."""
        return not any(w.certain and not is_title(w.canonical) for w in self.missing(name))

    def contradicts(self, name: Name) -> bool:
        """Whether certain words of a name are missing in a way that no other word of it excuses.

        A title is excused by the name that it belongs to, a first name by a surname that stands alone somewhere.
        """
        gone = self.missing(name)
        return any(self._is_wrong([w for w in name.words if w.part == p], gone) for p in {w.part for w in gone})

    def _is_wrong(self, part: Sequence[NameWord], gone: Sequence[NameWord]) -> bool:
        absent = [w for w in part if w in gone]
        present = [w for w in part if w not in gone]
        if not any(w.certain for w in absent):
            return False
        if present and all(is_title(w.canonical) for w in absent):
            return False
        ends = part[-1:] if self._language == "vi" else (part[0], part[-1])
        return not any(self._stands_alone(w) for w in present if w in ends and not is_title(w.canonical))

    def _stands_alone(self, word: NameWord) -> bool:
        """Whether a word is somewhere a name by itself, so that it can be short for a longer one."""
        plain = [[w for w in n.words if w.certain and not is_title(w.canonical)] for n in self._names]
        return any(len(p) == 1 and p[0].folded == word.folded for p in plain)

    def _holds_word(self, word: NameWord, name: Name) -> bool:
        lower, folded = word.canonical, word.folded
        if self._language == "vi" and is_syllable(lower):
            return self._holds_syllable(word, name)
        if lower in self._words or stem(lower) in self._stems:
            return True
        if folded in self._folded and (lower.isascii() or folded in self._ascii):
            return True
        if lower in RELATED and RELATED[lower] in self._kin:
            return True
        return folded in self._joined or any(akin(folded, w) for w in self._long)

    def _holds_syllable(self, word: NameWord, name: Name) -> bool:
        """A syllable by itself says little: it counts where it is capital, or next to the same neighbour."""
        lower = word.canonical
        if lower in self._capitals:
            return True
        if lower not in self._words:
            return lower.isascii() and lower in self._folded
        before = {w.canonical for w in name.words if w.after == lower}
        return (lower, word.after) in self._pairs or any((b, lower) in self._pairs for b in before) or not word.certain

    def _holds_short_or_joined(self, name: Name) -> bool:
        joined = "".join(w.folded for w in name.words)
        if joined in self._folded or joined in self._initials:
            return True
        return len(name.words) > 2 and _initials(name) in self._words


def akin(one: str, two: str) -> bool:
    """Whether two folded words are forms of one name: a common beginning, or a slip of one letter in a long word.

    >>> akin("vietnamese", "vietnam"), akin("arpnet", "arpanet"), akin("zeria", "zeira"), akin("lana", "lena")
    (True, True, True, False)
    """
    if len(one) < 5 or len(two) < 5:
        return one == two
    common = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if common >= 5 and common * 3 >= 2 * min(len(one), len(two)):
        return True
    if sorted(one[common : common + 2]) == sorted(two[common : common + 2]) and one[common + 2 :] == two[common + 2 :]:
        return True
    return min(len(one), len(two)) >= 6 and abs(len(one) - len(two)) <= 1 and _one_edit(one, two, common)


def _one_edit(one: str, two: str, common: int) -> bool:
    """Whether the words differ by one letter, added, left out or exchanged."""
    a, b = one[common:], two[common:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _initials(name: Name) -> str:
    return "".join(w.folded[0] for w in name.words if w.folded)
