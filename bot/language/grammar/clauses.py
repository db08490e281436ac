"""Who does what to whom in a sentence, by the verb's place alone: only plain patterns count, active or passive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.grammar.verbs import is_past, main_verb
from bot.language.naming.names import is_capital
from bot.language.words.terms import tokens, word_of
from bot.models import Language

_BREAK = re.compile(r"[.;:!?()\"“”«»\n]")
_CLAUSES: dict[Language, frozenset[str]] = {
    "en": frozenset(
        {
            "that",
            "who",
            "which",
            "whom",
            "whose",
            "when",
            "after",
            "before",
            "while",
            "because",
            "but",
            "if",
            "although",
        }
        | {"where", "as", "than", "since", "until"}
    ),
    "vi": frozenset(
        {"mà", "khi", "sau", "trước", "nhưng", "vì", "nếu", "rằng", "để", "nhằm", "cùng", "với", "và", "hơn"}
    ),
}
_PREPOSITIONS = "in on at for during to from of with into over under through against about"
_EN_MUTUAL = "met married joined faced divorced bordered fought played matched contacted equalled combined included"
_AFTERWARDS: dict[Language, frozenset[str]] = {
    "en": frozenset(_PREPOSITIONS.split()),
    "vi": frozenset({"trong", "tại", "ở", "hôm", "vào", "từ", "ngày"}),
}
_JOINED = frozenset({"along", "together"})
"""Words before a `with` that joins others to those who are named."""
_SAME_PAST = frozenset({"beat", "hit", "cut", "hurt", "cost", "shut", "quit"})
"""Verbs whose past has the form of the present."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "did"})
_HELPERS = _BE | _MODALS | {"has", "have", "had", "also", "not"}
_VI_PASSIVE, _VI_BY = frozenset({"bị", "được"}), frozenset({"bởi", "do"})
_VI_MUTUAL = frozenset(
    {"gặp", "cưới", "giáp", "đấu", "hôn", "thành", "hội", "đàm", "trao", "đổi", "hợp", "tác", "giữa"}
)
_MUTUAL = _VI_MUTUAL.union(word_of(word).stem for word in _EN_MUTUAL.split())
"""Verbs that say the same when their sides are exchanged."""


class Clause:
    """A sentence in tokens; who does what to whom is read around one of them."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.found = list(tokens(text))
        self.words = [word_of(token) for token, _, _ in self.found]

    def verbs(self) -> Iterator[int]:
        """Where a verb may stand: an English past form or main verb; any plain Vietnamese syllable, where form tells nothing."""
        main = main_verb(self.text, self.language)
        for i, word in enumerate(self.words):
            raw = self.found[i][0]
            if is_capital(raw) or not raw.isalpha() or word.stem in _MUTUAL:
                continue
            formed = is_past(word.canonical) or word.canonical in _SAME_PAST or self.found[i][1] == main
            if formed if self.language == "en" else not word.stop_vi:
                yield i

    def main(self) -> Iterator[int]:
        """The verbs that are ones for sure: by their English form, or as what a Vietnamese sentence turns on."""
        main = main_verb(self.text, self.language)
        return (i for i in self.verbs() if self.language == "en" or self.found[i][1] == main)

    def sides(self, at: int) -> tuple[range, range] | None:
        """The places of those who do what word `at` tells and of those to whom it is done; None where it is not plain.

        >>> clause = Clause("Lâm was warmly welcomed by Kao.", "en")
        >>> agent, patient = clause.sides(3)
        >>> [clause.found[i][0] for i in agent], [clause.found[i][0] for i in patient]
        (['Kao'], ['Lâm'])
        """
        return self._english(at) if self.language == "en" else self._vietnamese(at)

    def _english(self, at: int) -> tuple[range, range] | None:
        words = [w.canonical for w in self.words]
        first = at
        while first and (words[first - 1] in _HELPERS or words[first - 1].endswith("ly")):
            first -= 1
        by = words[at + 1 : at + 2] == ["by"] and not any(w[0].isdigit() for w in words[at + 2 : at + 3])
        if by:
            return self._after(at + 2), self._before(first)
        if not _BE.isdisjoint(words[first:at]):
            return None
        return self._before(first), self._after(at + 1)

    def _vietnamese(self, at: int) -> tuple[range, range] | None:
        words = [w.canonical for w in self.words]
        before = self._before(at)
        marked = [i for i in before if words[i] in _VI_PASSIVE or self._is_by_name(i)]
        if not marked:
            return before, self._after(at + 1)
        if marked[-1] < at - 1 and any(is_capital(self.found[i][0]) for i in range(marked[-1] + 1, at)):
            return range(marked[-1] + 1, at), range(before.start, marked[-1])
        by = next((i for i in range(at + 1, min(at + 4, len(words))) if words[i] in _VI_BY), None)
        return (self._after(by + 1), range(before.start, marked[-1])) if by else None

    def _is_by_name(self, at: int) -> bool:
        """Whether a Vietnamese `do` stands before the name of who did it: `do Victor Vũ đạo diễn`."""
        return self.words[at].canonical == "do" and is_capital(self.found[at + 1][0])

    def _before(self, end: int) -> range:
        """The words before `end` that belong to the same clause."""
        start = end
        while start and not self._breaks(start - 1, start) and not self._ends(start - 1):
            start -= 1
        return range(start, end)

    def _after(self, start: int) -> range:
        end = start
        while end < len(self.words) and not self._ends(end) and not (end and self._breaks(end - 1, end)):
            word = self.words[end].canonical
            if word in _AFTERWARDS[self.language] and (word != "with" or self.words[end - 1].canonical not in _JOINED):
                break
            end += 1
        return range(start, end)

    def _breaks(self, one: int, two: int) -> bool:
        return bool(_BREAK.search(self.text, self.found[one][2], self.found[two][1]))

    def _ends(self, at: int) -> bool:
        word = self.words[at].canonical
        return word in _CLAUSES[self.language] or (self.language == "en" and is_past(word))
